"""What stands in the columns of a table."""

import pandas as pd
import pytest
from nearly_right import CELLS

from track2lib.charts.grammar.cells import check_order, check_words, sound_cells

COLUMNS = {
    "place": pd.Series(["Bonn", "Oslo"]),
    "asked": pd.Series([True, False]),
    "estimate": pd.Series([0.5, 0.25]),
    "date": pd.Series(["2001", "2002"]),
    "date_earliest": pd.Series(pd.to_datetime(["2001-01-01", "2002-02-02"])),
}
MISSING = {
    *("all missing", "all NA", "all NaN", "all NaT"),
    *("one missing", "one NaN", "one NA"),
}
BLANK = {"one empty", "one of spaces"}
WORDS = {"one as text", "one in words", "one of several words", "words", "one no text"}
NUMBERS = {"one minus 1", "one yes", "numbers", "halves", "yes and no"}


@pytest.mark.parametrize(
    ("name", "number", "gap", "fine"),
    [
        ("place", False, False, MISSING | BLANK | WORDS | {"one with a zero byte", "as text"}),
        ("date", False, False, MISSING | BLANK | {"as text"}),
        ("date_earliest", False, False, MISSING | {"one a day", "days"}),
        ("asked", False, False, MISSING | {"one yes", "yes and no"}),
        ("estimate", True, False, NUMBERS),
        ("estimate", True, True, NUMBERS | MISSING),
    ],
)
def test_a_cell_of_another_kind_is_told(name, number, gap, fine):
    """Each kind of cell in a column of each kind: a sentence that names column and row, or cells."""
    cells, taken, said = COLUMNS[name].rename(name), set(), []
    for kind, spoil in CELLS.items():
        try:
            found = sound_cells(spoil(cells).rename(name), "load()", number=number, gap=gap)
        except ValueError as error:
            said.append(str(error))
        else:
            assert len(found) == len(cells)
            taken.add(kind)
    assert taken == fine
    assert all(one.startswith(f"{name} of row 0 is ") for one in said)
    assert all(one.endswith(". Start from load().") for one in said)


def test_cells_of_one_kind_keep_what_they_say():
    """Whatever pandas keeps them in, the cells are the same afterwards, and whole numbers whole."""
    texts = pd.Series(["Bonn", None, "  "], dtype="category", name="place")
    assert pd.Series(sound_cells(texts, "load()")).tolist() == ["Bonn", pd.NA, pd.NA]
    years = pd.Series([2001, 2005], dtype="Int64", name="at")
    assert sound_cells(years, "load()", number=True).tolist() == [2001, 2005]
    assert sound_cells(years, "load()", number=True).dtype == "int64"


def test_a_word_of_no_list_is_told():
    """The sentence names the row and the words, also where nothing stands there."""
    cells = pd.Series(["seen", None], name="observed")
    with pytest.raises(
        ValueError, match=r"observed of row 1 is nan .*, and is to be one of: seen\."
    ):
        check_words(cells, ["seen"], "load()")
    check_words(cells.head(1), ["seen"], "load()")


def test_an_interval_in_the_wrong_order_is_told():
    """Of an end that is missing nothing is said."""
    table = pd.DataFrame({"low": [None, 4.0], "estimate": [1.0, 3.0]})
    check_order(table.head(1), ["low", "estimate"], "load()")
    with pytest.raises(ValueError, match="low of row 1 is 4, and above its estimate, 3"):
        check_order(table, ["low", "estimate"], "load()")


def test_days_are_those_that_were_written_down():
    """Whatever their type, and wherever on earth: the first of May stays the first of May."""
    day = pd.Timestamp(2002, 5, 1)
    tehran = day.tz_localize("Asia/Tehran")
    mixed = [day.date(), tehran, day.tz_localize("UTC"), None]
    for cells in ([tehran, pd.NaT], mixed):
        found = sound_cells(pd.Series(cells, name="date_latest"), "load()")
        assert set(pd.Series(found).dropna()) == {day}


@pytest.mark.parametrize("kind", ["float64", "Float64", "Sparse[float64]", "object"])
def test_whole_numbers_are_whole(kind):
    """A year that a merge has made 2005.0 is 2005, and what is no whole number stays as it is."""
    years = pd.Series([2001.0, 2005.0], name="at").astype(kind)
    assert sound_cells(years, "load()", number=True).dtype == "int64"
    halves = pd.Series([0.5, 1e99], name="at")
    assert sound_cells(halves, "load()", number=True).tolist() == [0.5, 1e99]
    assert sound_cells(halves.tail(1), "load()", number=True).tolist() == [1e99]
