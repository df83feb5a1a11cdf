"""What a chart asks of its table."""

import pandas as pd
import pytest

from track2lib.charts.grammar.table import check_table

START = 'load("places")'
TABLE = pd.DataFrame({"place": ["Bonn", "Oslo", "Bonn"], "share": [0.5, 0.25, 0.25]})


def test_a_table_that_serves_is_let_through() -> None:
    """Nothing is said of a table that has columns, rows and numbers as they are needed."""
    check_table(TABLE, ["place", "share"], START, numbers=["share"], most=3)


def test_all_missing_columns_are_named() -> None:
    """Whoever repairs a table learns of every column at once, and of a table that has them."""
    with pytest.raises(ValueError, match=r'no column rank, cited\. Start from load\("places"\)'):
        check_table(TABLE, ["rank", "place", "cited"], START)


@pytest.mark.parametrize("broken", [None, float("inf"), float("nan"), "much"])
def test_a_number_that_cannot_be_drawn_is_found(broken: object) -> None:
    """The error names the column, the row and the cell."""
    table = TABLE.astype({"share": object})
    table.loc[1, "share"] = broken
    with pytest.raises(ValueError, match=rf"share of row 1 is {broken}, and no number\. Start"):
        check_table(table, ["share"], START, numbers=["share"])


def test_what_is_drawn_is_counted() -> None:
    """The limit holds for different values of a key where one is given, and for rows otherwise."""
    asked = {"most": 2, "what": "places", "instead": "Choose some."}
    check_table(TABLE, ["place"], START, key="place", **asked)
    with pytest.raises(ValueError, match=r"are 3 places.*up to 2 can be read\. Choose some\."):
        check_table(TABLE, ["place"], START, **asked)
