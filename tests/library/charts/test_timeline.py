"""The timeline: what is certain, what is possible, and what is not said."""

from typing import Any

import pandas as pd
import pytest
from drawn import founding, rows_of, words_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.page.sentence import title_of as title_in
from track2lib.records.dates import bounds as bounds_of

FOLLOWED = "4 of 5 dialogues begin from December 2006 to 2010; 1 undated"


def title_of(chart: Any) -> str:
    """Give the title of a chart."""
    return title_in(chart.to_dict())


def pieces_of(label: str) -> list[tuple[str, Any, Any]]:
    """Give kind, start and end of what the timeline draws for one dialogue."""
    return [
        (row["kind"], row["start"], row["end"])
        for row in rows_of(t2.timeline(founding("dialogues")))
        if row.get("label") == label
    ]


def test_the_ends_of_a_span_are_pale_and_its_middle_is_full() -> None:
    """From 2002 to 2008: certain only from the end of 2002 to the beginning of 2008."""
    assert pieces_of("UNA-USA and SIPRI dialogue") == [
        ("possible", "2002-01-01", "2003-01-01"),
        ("certain", "2003-01-01", "2008-01-01"),
        ("possible", "2008-01-01", "2009-01-01"),
    ]


def test_a_single_year_is_never_certain() -> None:
    """Four meetings in 2008: the year is known and no day in it."""
    assert pieces_of("Pugwash meetings of 2008") == [("possible", "2008-01-01", "2009-01-01")]


def test_a_beginning_that_is_not_stated_is_not_drawn() -> None:
    """What goes on as of 2010 is drawn in 2010, not back to the edge of the chart."""
    kinds = pieces_of("UCLA and IGCC regional dialogue groups")
    assert kinds == [("possible", "2010-01-01", "2011-01-01"), ("goes on", "2011-01-01", None)]


def test_a_row_without_a_date_stays_in_the_chart() -> None:
    """Silence of the source is shown, not left out."""
    assert [kind for kind, _, _ in pieces_of("Nixon Center sessions with Iran")] == ["none"]


def test_a_span_in_doubt_is_pale_throughout() -> None:
    """With an approximate end, no part of a span is drawn as vouched for."""
    table = founding("dialogues").query("dialogue_id == 'una-sipri'").assign(dates="2002~/2008")
    kinds = {row["kind"] for row in rows_of(t2.timeline(table)) if "kind" in row}
    assert kinds == {"possible"}


def test_an_upper_bound_alone_is_drawn_as_one() -> None:
    """'By early 2008' points backwards from 2008 and has no beginning."""
    rows = [
        row for row in rows_of(t2.timeline(founding("events"))) if row.get("kind") == "not after"
    ]
    assert [(row["start"], row["end"]) for row in rows] == [("2008-12-31", None)]


def contested_dialogue() -> pd.DataFrame:
    """Give the dialogue of which another source gives other dates than DiMaggio."""
    return t2.load("dialogues").query("dialogue_id == 'una-sipri'")


def test_a_timeline_shows_the_date_of_another_source() -> None:
    """Where sources differ on a date, a narrow bar stands for each other one, and only there."""
    assert "dates" in contested_dialogue()["contested"].item()
    facts = t2.evidence("dialogues", "una-sipri", "dates")["value"].dropna().unique()
    drawn = [row["kind"] for row in rows_of(t2.timeline(contested_dialogue())) if "kind" in row]
    assert drawn.count("other") == len(facts) - 1
    chart = t2.timeline(contested_dialogue().assign(contested=pd.NA))
    assert "other" not in [row.get("kind") for row in rows_of(chart)]


def title(*dates: str | None, words: str | None = None) -> str:
    """Give the title of a timeline of dialogues with these dates, of the words alike."""
    table = t2.load("dialogues", scope="founding").head(len(dates))
    return title_of(t2.timeline(table.assign(dates=dates, **bounds(dates), date_words=words)))


def bounds(dates: tuple[str | None, ...]) -> dict[str, list[Any]]:
    """Give the first and last days of dates, as `load` does."""
    both = [bounds_of(date)[:2] if date else (None, None) for date in dates]
    earliest, latest = (pd.to_datetime(list(days)) for days in zip(*both, strict=True))
    return {"dates_earliest": earliest, "dates_latest": latest}


@pytest.mark.parametrize(
    ("dates", "words", "said"),
    [
        (("2006-12", "2007-23", "2007-23/..", "2010", None), None, FOLLOWED),
        (("2001",), None, "1 of 1 dialogue begins in 2001"),
        (("2001-05-03", "2001-05-03"), None, "2 of 2 dialogues begin on 3 May 2001"),
        (("2001", "2003/2004"), None, "2 of 2 dialogues begin from 2001 to 2003"),
        (("2001", "2001", "2003", "2003"), None, "4 of 4 dialogues begin from 2001 to 2003"),
        (
            ("2001", "2002", "2002-05"),
            None,
            "3 of 3 dialogues begin from 2001 to May 2002",
        ),
        (("2001", "[2002..]"), None, "2 of 2 dialogues begin from 2001 to 2002 or later"),
        (("2010", "2010"), "early 2010", "2 of 2 dialogues begin in early 2010"),
        (("2010",), "one source has 2009", "1 of 1 dialogue begins in 2010"),
        ((None, "../.."), None, "2 dialogues: 1 only said to go on and 1 undated"),
        (("2001", "[..2008]"), None, "1 of 2 dialogues begins in 2001; 1 with a last date only"),
    ],
)
def test_title_says_when_rows_begin(dates, words, said) -> None:
    """What has a first day is counted, with the first and the last of them, and the rest is named."""
    assert title(*dates, words=words) == said


def test_title_of_what_is_disputed_names_the_farthest() -> None:
    """If other sources date most rows, the one farthest from the table is named, and stands first."""
    keys = ["iran-project", "una-sipri"]
    disputed = t2.load("dialogues").query("dialogue_id in @keys").set_index("dialogue_id")
    apart = {
        key: bounds_of(disputed.at[key, "dates"])[0].year - bounds_of(value)[0].year
        for key in keys
        for value in t2.evidence("dialogues", key, "dates")["value"].dropna()
        if value != disputed.at[key, "dates"]
    }
    most = max(apart, key=apart.__getitem__)
    chart = t2.timeline(disputed.reset_index())
    name, far = disputed.at[most, "name"], f"{apart[most]} years earlier"
    assert title_of(chart) == f"Both dialogues have other dates too; {name} begins {far}"
    rows = [row for row in rows_of(chart) if row.get("speaks")]
    assert [row["label"] for row in rows][:2] == [name, name]
    assert rows[1]["words"].replace("\u00a0", " ").split() == f"since 2002 ({far})".split()
    assert title_of(t2.timeline(contested_dialogue())) == (
        "1 of 1 dialogue has other dates too; it ends 3 years earlier"
    )


def test_words_that_say_more_than_a_date_say_how_it_is_drawn() -> None:
    """A bar of the whole year would contradict the words of its source: as what it is drawn is said."""
    rows = {
        row["label"]: row for row in rows_of(t2.timeline(founding("events"))) if row.get("speaks")
    }
    beside = {row["words"] for row in rows.values()}
    assert {"early 2010 (drawn as 2010)", "by early 2008 (drawn as by 2008)"} <= beside
    assert "autumn 2007" in beside


def test_key_names_what_is_drawn_and_no_more() -> None:
    """A form that no mark has is not explained, and none is called by a color."""
    disputed = subtitle(t2.timeline(contested_dialogue()))
    assert "Narrow bar: another source." in disputed
    assert "Triangle: open." in disputed  # one of the other sources leaves its end open
    plain = subtitle(t2.timeline(founding("dialogues").query("dialogue_id == 'pugwash-2008'")))
    assert plain == "Faint: beginning, end or the whole may lie in it."


def test_lines_of_a_key_end_with_a_sentence() -> None:
    """A key that needs two lines is not broken within what it says of a form."""
    lines = t2.timeline(founding("dialogues")).to_dict()["title"]["subtitle"]
    assert lines == [
        "Full: vouched for. Faint: beginning, end or the whole may lie in it.",
        "Triangle: open. Neutral bar: in several periods, or in none.",
    ]


def subtitle(chart: Any) -> str:
    """Give the key of a chart."""
    return " ".join(chart.to_dict()["title"]["subtitle"])


def test_rows_of_one_name_are_kept_apart() -> None:
    """Rows with the same title are told apart by their date, and by a number if that is the same."""
    row = t2.load("meetings").head(1)
    rows = pd.concat([row.assign(meeting_id=f"m{n}") for n in range(3)], ignore_index=True)
    rows.loc[2, "title"] = "Else"
    rows.attrs = row.attrs
    labels = {row["label"] for row in rows_of(t2.timeline(rows)) if "label" in row}
    assert len(labels) == 3


def test_many_meetings_are_not_drawn_one_by_one(many):
    """A timeline of thousands is refused with what to do instead."""
    with pytest.raises(ValueError, match=r"There are 5,000 rows.*count them with per_year\(\)"):
        t2.timeline(t2.load("meetings", data=many))


def test_a_first_day_alone_is_no_open_end(mine) -> None:
    """'2008 or later' says of nothing that it goes on, and has no year as of which it would."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "[2008..]"})
    assert "going on" not in words_of(t2.timeline(t2.load("dialogues", data=mine)).to_dict())
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d2", "dates": "2008/.."})
    spec = t2.timeline(t2.load("dialogues", data=mine)).to_dict()
    assert "triangles: going on when its source was written, in 2012." in words_of(spec)


def test_periods_are_told_only_where_there_are_some(mine, three) -> None:
    """Of a package without periods no mark tells at the pointer that its period is "null"."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "1988/1991"})
    told = {"What", "When", "Says who"}
    assert {*t2.show(t2.timeline(t2.load("dialogues", data=mine))).frame} == told
    assert {*t2.show(t2.timeline(t2.load("dialogues", data=three))).frame} == told | {"Period"}


def test_a_single_row_without_a_date_is_one(mine) -> None:
    """The description lists nothing where nothing is dated."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    said = t2.timeline(t2.load("dialogues", data=mine)).to_dict()["description"]
    assert said == "Timeline of 1 row as of 2012. 1 has no date: Talks."


def test_a_date_that_is_in_the_name_is_said_once(mine) -> None:
    """Two of one name are told apart by their dates, which a description does not repeat."""
    for key, dates in (("a", "1991"), ("b", "2001")):
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": "Talks", "dates": dates})
    said = t2.timeline(t2.load("dialogues", data=mine)).description
    assert said == "Timeline of 2 rows as of 2012. Talks, 1991; Talks, 2001."


def test_one_dialogue_is_one(mine) -> None:
    """The noun fits the number of rows, and the verb that of the dated ones."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2001"})
    dialogues = t2.load("dialogues", data=mine)
    assert words_of(t2.timeline(dialogues).to_dict()).startswith("1 of 1 dialogue begins in 2001 ")


def test_one_key_of_two_packages_is_two_rows(mine, tmp_path) -> None:
    """What two packages call by one key has a row each, with a label of its own."""
    other = t2.start_dataset(tmp_path / "other")
    for folder, source in ((mine, "A 2003"), (other, "B 2004")):
        fill(folder, "dialogues", DIALOGUE | {"dialogue_id": "d1", "source": source})
    both = pd.concat([t2.load("dialogues", data=folder) for folder in (mine, other)])
    labels = {row["label"] for row in rows_of(t2.timeline(both)) if "label" in row}
    assert labels == {"Talks, no date given", "Talks, no date given (2)"}
