"""Bars by year, and a line with a break."""

import pandas as pd
import pytest

from track2lib.charts.grammar.years import around_break, as_bars


@pytest.mark.parametrize(("count", "step"), [(25, 30), (26, 20)])
def test_every_year_can_be_named(count, step):
    """Bars stand closer where there are many, and never closer than the name of a year is wide."""
    rows = pd.DataFrame({"year": range(1990, 1990 + count), "rows": 1})
    spec = as_bars(rows, "rows", black="false", tooltip=[], name="Year").to_dict()
    assert spec["width"] == {"step": step}


def test_no_point_stands_on_the_break():
    """The broken line lies between the last year before and the first one after."""
    rows = pd.DataFrame({"year": [2003, 2004, 2005], "value": [1.0, 2.0, 3.0], "used": True})
    means = pd.DataFrame(
        {"start": [2003, 2005], "end": [2004, 2005], "mean": [1.5, 3.0], "said": ["low", "high"]}
    )
    spec = around_break(rows, means, 2005, tooltip=[]).to_dict()
    at = {row["at"] for data in spec["datasets"].values() for row in data if "at" in row}
    assert at == {2004.5}
