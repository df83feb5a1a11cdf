"""Words beside a mark stand where there is room for them."""

import pandas as pd
import pytest
from drawn import rows_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.charts.grammar.asides import asides, broken
from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.widths import pixels

ACROSS = Across("2000-01-01", "2010-01-01", 600, (-100, 670))
LONG = (
    "before the first of the rounds ended, as several of those who were there recall, and not later"
)
PERSIAN = (
    "پیش از پایان نخستین دور گفت‌وگوها، چنان‌که چند تن از حاضران به یاد می‌آورند و نه دیرتر از آن"
)


MARKS = dict.fromkeys(range(0x2066, 0x206A))


def laid_out(words, start, end=None, kind="not after"):
    """Give the words of one row as they are broken, and their first and last pixel."""
    piece = {"row": "a", "kind": kind, "start": start, "end": end, "said": words}
    row = asides(pd.DataFrame([piece]), ACROSS).iloc[0]
    lines = row["words"].translate(MARKS).split("\n")
    wide = max(pixels(line, 13) for line in lines)
    at = ACROSS.at(row["day"]) + row["shift"]
    return lines, *((at, at + wide) if row["align"] == "left" else (at - wide, at))


@pytest.mark.parametrize(
    ("start", "end", "side"),
    [
        ("2000-06-01", "2001-01-01", "behind"),
        ("2000-06-01", None, "behind"),
        ("2008-01-01", "2009-12-01", "before"),
        ("2009-12-31", None, "before"),
    ],
)
def test_words_stand_behind_their_mark_or_else_before_it(start, end, side):
    """What has no room between a mark and the edge of the page stands on the other side, in one line."""
    lines, left, right = laid_out("beginning not stated", start, end)
    assert lines == ["beginning not stated"]
    if side == "behind":
        assert ACROSS.at(end or start) + 5 < left
    else:
        assert right < ACROSS.at(start) - 5
    assert 0 < left < right <= 670


@pytest.mark.parametrize(
    "words", [LONG, PERSIAN, "会議の開始は一九九八年以前であったと伝えられる。" * 3]
)
@pytest.mark.parametrize("start", ["2004-01-01", "2006-01-01", "2009-12-01"])
def test_long_words_stand_in_lines(words, start):
    """On the side that has more room, no line is wider than that."""
    lines, left, right = laid_out(words, start)
    assert len(lines) > 1
    assert right < ACROSS.at(start) or left > ACROSS.at(start)
    assert -1 < left < right <= 671


def test_words_without_a_mark_have_the_whole_row():
    """Of what has no date long words are broken too, before they leave the page."""
    lines, left, _ = laid_out("no date: autumn", None, kind="none")
    assert (lines, left) == (["no date: autumn"], 6)
    lines, _, right = laid_out(f"no date: {LONG}, {LONG}", None, kind="none")
    assert len(lines) > 1
    assert right <= 670


def test_words_stand_on_the_plot():
    """Where there is room on neither side they stand in the bar, or in two lines, and not beyond."""
    _, _, right = laid_out("2009", "2009-01-01", "2009-09-20")
    assert right < ACROSS.at("2009-01-01")
    long = {"start": "2000-02-01", "end": "2009-09-01"}
    lines, left, right = laid_out("since autumn 2007", **long, kind="certain")
    assert ACROSS.at(long["start"]) < left < right < ACROSS.at(long["end"])
    lines, left, right = laid_out("since 2002 (earlier)", "2000-02-01", "2008-06-01", "other")
    assert (lines, right <= 600) == (["since 2002", "(earlier)"], True)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2000-01-02", "2005-01-01", (0, 0)),
        ("2000-01-02", "2009-03-01", (0, 1)),
        ("2000-01-02", "2010-12-20", (1, 1)),
    ],
)
def test_words_that_leave_the_page_count_more_than_broken_ones(start, end, count):
    """Between plots, that is chosen beside which none does, even if more stand in lines."""
    piece = {"row": "a", "kind": "possible", "start": start, "end": end}
    said = "beginning not stated"
    assert broken(asides(pd.DataFrame([{**piece, "said": said}]), ACROSS)) == count


def test_a_mark_that_goes_on_is_passed(mine):
    """Words stand clear of all marks of their row, the triangle of an open end too."""
    spans = {"d1": "../..", "d2": "2030"}
    for key, dates in spans.items():
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": key, "dates": dates})
    rows = rows_of(t2.timeline(t2.load("dialogues", data=mine)))
    words = next(row for row in rows if row.get("label") == "d1" and row["speaks"])
    assert words["words"] == "going on, beginning not stated"
    end = next(row["start"] for row in rows if row.get("kind") == "goes on")
    years = (pd.Timestamp(end) - pd.Timestamp(words["day"])).days / 365.25
    assert years == pytest.approx(1, abs=0.01)
    assert words["shift"] > 30 + 12  # a year, and the triangle behind it
