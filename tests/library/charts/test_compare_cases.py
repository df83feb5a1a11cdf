"""Small multiples of cases: one panel each, with the same years and kinds, and how much is on record."""

from typing import Any

import pandas as pd
import pytest
from drawn import caption_of, drawn_height, drawn_width, rows_in, words_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.page.sentence import title_of


def own(folder: Any, *rows: dict[str, Any]) -> pd.DataFrame:
    """Load dialogues that a reader has written: a key for each, and what else is said of it."""
    place = t2.start_dataset(folder / "own")
    fill(
        place,
        "dialogues",
        *[DIALOGUE | {"dialogue_id": f"d{n}"} | row for n, row in enumerate(rows)],
    )
    return t2.load("dialogues", data=place)


def bars_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the bars of a chart."""
    return [row for row in rows_in(spec) if "sure" in row]


def said_of(spec: dict[str, Any]) -> list[str]:
    """Give the words that stand in the panels and beside them."""
    return [row["said"] for row in rows_in(spec) if "said" in row]


THREE = [
    {"name": "A", "case": "Alta and Bora", "dates": "2001/2003", "track": "II"},
    {"name": "B", "case": "Alta and Bora", "dates": "2007/..", "track": "1.5"},
    {"name": "C", "case": "Cora", "track": "II"},
]


def test_each_case_has_a_panel_with_what_is_on_record(tmp_path: Any) -> None:
    """The name of each case stands once, above the number of its dialogues and documents."""
    spec = t2.compare_cases(own(tmp_path, *THREE)).to_dict()
    said = said_of(spec)
    assert said.count("Alta and Bora") == said.count("Cora") == 1
    assert "2 dialogues; 1 document" in said
    assert "1 dialogue, 1 without a year; 1 document" in said
    assert {row["panel"] for row in bars_of(spec)} == {"Alta and Bora"}
    assert title_of(spec).startswith(
        "Most is on record of Alta and Bora (2 dialogues), least of Cora (1)"
    )
    assert "A thin panel is a thin record" in words_of(spec)


def test_the_same_kinds_stand_in_each_panel(tmp_path: Any) -> None:
    """A kind that a case lacks has its place there; what has no year is counted in it."""
    spec = t2.compare_cases(own(tmp_path, *THREE)).to_dict()
    said = said_of(spec)
    assert said.count("II") == said.count("1.5") == 2  # panels below each other
    (number,) = [row for row in rows_in(spec) if "names" in row]
    assert (number["said"], number["panel"], number["lane"]) == ("+1", "Cora", "II")
    assert number["names"] == "C"


def test_the_same_years_stand_in_each_panel(tmp_path: Any) -> None:
    """A date lies as far from the left in one panel as in the other."""
    rows = [{"case": case, "name": case, "dates": "1995/1997"} for case in ("Alta", "Bora")]
    early = {"case": "Alta", "name": "Before", "dates": "1960"}
    spec = t2.compare_cases(own(tmp_path, early, *rows)).to_dict()
    places = {row["panel"]: row["x"] for row in bars_of(spec) if row["name"] != "Before"}
    assert places["Alta"] == places["Bora"]


def test_a_bar_is_as_long_as_its_date_allows(tmp_path: Any) -> None:
    """What is vouched for is full, what is possible pale, and an open end has a triangle."""
    spec = t2.compare_cases(own(tmp_path, *THREE)).to_dict()
    first = [row for row in bars_of(spec) if row["name"] == "A"]
    assert [row["sure"] for row in sorted(first, key=lambda row: row["x"])] == [False, True, False]
    (open_end,) = [row for row in rows_in(spec) if "before" in row]
    assert (open_end["name"], open_end["before"]) == ("B", False)
    assert "Triangle: open" in title_of(spec) + str(spec["title"])


def test_one_case_and_no_dates(tmp_path: Any) -> None:
    """One case is one panel; where nothing has a year, no year is named and no bar drawn."""
    spec = t2.compare_cases(own(tmp_path, {"name": "A", "case": "Alta"})).to_dict()
    assert bars_of(spec) == []
    assert "+1" in said_of(spec)
    assert not any(said.isdigit() for said in said_of(spec))
    assert title_of(spec).startswith("Alta: 1 dialogue is on record")


def test_what_has_no_case_stands_last(tmp_path: Any) -> None:
    """Rows without a word are no case of the title, and are drawn behind all others."""
    table = own(tmp_path, *THREE)
    table["mine"] = [None, " ", "Bay"]
    spec = t2.compare_cases(table, by="mine", kinds="track").to_dict()
    assert title_of(spec).startswith("Bay: 1 dialogue is on record")
    said = said_of(spec)
    assert said.index("Bay") < said.index("not stated")


def test_cases_of_equal_number_are_said_to_be(tmp_path: Any) -> None:
    """Where no case has more than another, none is said to; of many, a few are named."""
    rows = [{"name": f"T{n}", "case": f"C{n}"} for n in range(6)]
    table = own(tmp_path, *rows)
    assert title_of(t2.compare_cases(table).to_dict()).startswith(
        "Of each of 6 cases, 1 dialogue is on record"
    )
    more = pd.concat([table, table.head(1).assign(dialogue_id="d9", name="T9")])
    more.attrs = table.attrs
    assert title_of(t2.compare_cases(more).to_dict()).startswith(
        "Most is on record of C0 (2 dialogues), least of C1, of C2, of C3 and of 2 more (1 each)"
    )


def test_long_names_and_many_cases_have_room(tmp_path: Any) -> None:
    """Names of any length and a dozen cases stay on the page."""
    name = "The standing committee of neighboring provinces on the upper waters and forests"
    rows = [
        {"name": f"T{n}", "case": f"{name} {n}", "dates": f"{1950 + 5 * n}/{1960 + 5 * n}"}
        for n in range(12)
    ]
    spec = t2.compare_cases(own(tmp_path, *rows)).to_dict()
    assert drawn_width(spec) <= 830
    assert drawn_height(spec) <= 640


def test_more_than_a_page_holds_is_refused(tmp_path: Any) -> None:
    """Panels that have no room are told to be fewer."""
    rows = [{"name": f"T{n}", "case": f"C{n}"} for n in range(60)]
    with pytest.raises(ValueError, match=r"60 panels .* room for .* Choose some of the cases"):
        t2.compare_cases(own(tmp_path, *rows))


def test_a_column_that_is_not_there_is_named(tmp_path: Any) -> None:
    """Of another column, the nearest is proposed."""
    with pytest.raises(LookupError, match=r"no column 'regoin'\. Did you mean 'region'"):
        t2.compare_cases(own(tmp_path, *THREE), by="regoin")


def test_our_own_comparison() -> None:
    """Of no other case is as much on record as of the one that the project is about."""
    talks = t2.load("dialogues").query("grain == 'one'")
    spec = t2.compare_cases(talks).to_dict()
    assert title_of(spec).startswith("Most is on record of United States and Iran")
    assert "another source gives other dates" in " ".join(caption_of(spec))
    assert drawn_height(spec) <= 640
