"""Words beside a mark stand where there is room for them."""

import pandas as pd
import pytest
from drawn import rows_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.charts.grammar.asides import with_room
from track2lib.charts.grammar.bands import Across
from track2lib.page.lines import letters

ACROSS = Across("2000-01-01", "2010-01-01", 600, (-100, 670))
LONG = (
    "before the first of the rounds ended, as several of those who were there recall, and not later"
)
PERSIAN = (
    "پیش از پایان نخستین دور گفت‌وگوها، چنان‌که چند تن از حاضران به یاد می‌آورند و نه دیرتر از آن"
)


def laid_out(words, start, end=None, kind="not after"):
    """Give the words of one piece, as they are broken, and the day behind which they stand."""
    piece = {"label": "a", "row": "a", "kind": kind, "start": start, "end": end, "words": words}
    row = with_room(pd.DataFrame([piece]), ACROSS).iloc[0]
    return row["words"], row.get("behind")


@pytest.mark.parametrize(
    ("start", "end", "behind"),
    [
        ("2000-06-01", "2001-01-01", "2001-01-01"),
        ("2000-06-01", None, "2000-06-01"),
        ("2008-01-01", "2009-01-01", None),
        ("2009-12-31", None, None),
    ],
)
def test_words_stand_before_their_mark_or_else_behind_it(start, end, behind):
    """What has no room between the names of the rows and its mark stands on the other side."""
    assert laid_out("beginning not stated", start, end) == ("beginning not stated", behind)


@pytest.mark.parametrize(
    "words", [LONG, PERSIAN, "会議の開始は一九九八年以前であったと伝えられる。" * 3]
)
@pytest.mark.parametrize("start", ["2000-02-01", "2004-01-01", "2006-01-01", "2009-12-01"])
def test_long_words_stand_in_lines(words, start):
    """On the side that has more room, no line is wider than that."""
    lines, behind = laid_out(words, start)
    room = 600 - ACROSS.at(start) - 18 if behind else ACROSS.at(start) - 10
    assert room > 290
    assert max(map(letters, lines.split("\n"))) * 6.5 <= room + 12  # and two marks of direction


def test_words_without_a_mark_have_the_whole_row():
    """Of what has no date long words are broken too, before they leave the page."""
    assert laid_out("no date: autumn", None, kind="none") == ("no date: autumn", None)
    lines, behind = laid_out(f"no date: {LONG}, {LONG}", None, kind="none")
    assert lines.count("\n") == 2
    assert behind is None


def test_a_mark_that_goes_on_is_passed(mine):
    """Words stand behind all marks of their row, and not on the triangle of an open end."""
    spans = {"d1": "../..", "d2": "2030"}
    for key, dates in spans.items():
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": key, "dates": dates})
    rows = rows_of(t2.timeline(t2.load("dialogues", data=mine)))
    words = next(row for row in rows if row.get("words") == "beginning not stated")
    assert (words["end"], words["behind"]) == ("2013-01-01", "2013-01-01")


def test_words_that_have_room_leave_a_chart_as_it_was():
    """No field is added where nothing stands behind its mark."""
    rows = t2.load("dialogues", scope="founding").query("dialogue_id == 'pugwash-2008'")
    assert not [row for row in rows_of(t2.timeline(rows)) if "behind" in row]
