"""In which years a row lies, or may lie."""

import pandas as pd
import pytest

import track2lib as t2
from track2lib.charts.grammar.in_years import in_years
from track2lib.records import dates


def dated(*texts: str | None) -> pd.DataFrame:
    """Make rows of dates."""
    bounds = [dates.bounds(text)[:2] if text else (None, None) for text in texts]
    first, last = (pd.to_datetime([own[n] for own in bounds]) for n in (0, 1))
    return pd.DataFrame({"date": texts, "date_earliest": first, "date_latest": last})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2001-05", {2001: True}),
        ("2001/2003", {2001: False, 2002: False, 2003: False}),
        ("[..2008]", {2008: False}),
        ("2007/..", {2007: False}),
        ("{2001,2003}", {2001: True, 2003: True}),
        ("[2001,2003]", {2001: False, 2003: False}),
        (None, {}),
    ],
)
def test_years_of_a_date(text: str | None, found: dict[int, bool]) -> None:
    """What names one year lies in it; what spans several, or names one end, only may."""
    own = in_years(dated(text))
    assert dict(zip(own["year"], own["sure"], strict=True)) == found


@pytest.mark.parametrize("name", ["events", "meetings"])
def test_rows_are_those_that_are_counted(name: str) -> None:
    """Counted by year, the rows are those of count_per_year."""
    table = t2.load(name)
    own, counts = in_years(table), t2.count_per_year(table).set_index("year")
    for sure, column in ((True, "rows"), (False, "possible")):
        found = own["year"][own["sure"] == sure].value_counts()
        assert found.reindex(counts.index, fill_value=0).tolist() == counts[column].tolist()
