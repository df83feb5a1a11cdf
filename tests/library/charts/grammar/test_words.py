"""The words that charts share."""

import pandas as pd
import pytest

from track2lib.charts.grammar.words import (
    as_of,
    each_once,
    join,
    listing,
    some,
    source_note,
    tooltips,
    years_of_writing,
)

CITED = ["DiMaggio 2010, Overview, para. 1; RAND 2007, para. 5", "RAND 2007, para. 6", "A diary"]


def test_a_tooltip_takes_a_field_for_a_name() -> None:
    """A field without a type is a name; the format of numbers is for quantities alone."""
    found = [tip.to_dict() for tip in tooltips({"place": "Place", "n:Q": "Rows"}, number=".2f")]
    assert found == [
        {"field": "place", "title": "Place", "type": "nominal"},
        {"field": "n", "title": "Rows", "type": "quantitative", "format": ".2f"},
    ]
    assert "format" not in tooltips({"n:Q": "Rows"})[0].to_dict()


def test_a_year_of_writing_is_that_of_the_latest_source() -> None:
    """Each row goes by its own sources; where these carry no year, none is taken from elsewhere."""
    rows = pd.DataFrame({"cited": CITED, "date_latest": pd.to_datetime(["2001", "2002", "1999"])})
    assert years_of_writing(rows) == [2010, 2007, None]


def test_open_ends_are_open_as_of_the_years_of_their_sources() -> None:
    """A few years are named, many are not, and a year that is not given is said to be missing."""
    assert as_of([2015, 2019, 2015]) == "as of 2015 and 2019"
    assert as_of([2015, None]) == "as of 2015, and in part of a year that is not given"
    assert as_of([None, float("nan")]) == "as of a year of writing that is not given"
    assert as_of(range(2001, 2009)) == "as of when its latest source was written"


def test_many_sources_are_counted() -> None:
    """A caption names up to six documents and counts more."""
    six = pd.DataFrame({"cited": [f"Author {n}, para. 1" for n in range(6)]})
    assert source_note(six).startswith("Source: Author 0; Author 1;")
    seven = pd.concat([six, pd.DataFrame({"cited": ["Author 7, para. 1"]})])
    assert source_note(seven).startswith("Sources: 7 documents,")


def test_a_listing_goes_by_the_order_that_is_asked_for() -> None:
    """Groups stand in the given order, and what is in none of them is left out."""
    texts, by = pd.Series(["a", "b", "c"]), pd.Series(["later", "sooner", "never"])
    assert listing(texts, by, ["sooner", "later"]) == "sooner: b; later: a"
    assert join([]) == ""


def test_a_number_in_a_place_is_no_year() -> None:
    """The year of a source is that of its name, whatever page a place in it is on."""
    assert years_of_writing(pd.DataFrame({"cited": ["Else 1998, p. 2012"]})) == [1998]


def test_what_is_missing_is_not_joined() -> None:
    """Two rows without a source share a cell with one that has it, and its source alone is named."""
    assert each_once(pd.Series(["RAND 2007", None, "RAND 2007"], dtype="string")) == "RAND 2007"
    assert each_once([pd.NA, float("nan")]) == ""


def test_sources_from_right_to_left_are_marked_one_by_one() -> None:
    """A caption names each with its own year, whichever way its letters run."""
    table = pd.DataFrame({"cited": ["زاگرس 1998, p. 1", "RAND 2007, p. 2", "کاوه 2001, p. 3"]})
    said = source_note(table)
    assert said.count("\u2068") == said.count("\u2069") == 2
    assert "\u2068زاگرس 1998\u2069" in said
    assert said.endswith("\u2069.")


@pytest.mark.parametrize(
    ("names", "most", "said"),
    [
        (["Bonn", "Oslo"], 4, "Bonn and Oslo"),
        (["a", "b", "c"], 2, "a, b and 1 more"),
        (["Akron, Pennsylvania", "Bonn", "Oslo"], 2, "Akron, Pennsylvania; Bonn; 1 more"),
        (["تهران"], 4, "\u2068تهران\u2069"),
    ],
)
def test_a_few_are_named(names, most, said):
    """Others are counted; what has a comma in it is kept apart by more than a comma."""
    assert some(names, most) == said
