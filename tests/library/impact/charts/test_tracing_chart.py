"""From the starting point to the end, clue by clue."""

import pytest
from impact_charts import table_of

from track2lib import impact


def test_the_tracing_chart_ends_where_the_table_ends():
    """The chart recomputes what the table says, from its own start and steps."""
    traced = table_of(impact.tracing_chart)
    spec = impact.tracing_chart(traced).to_dict()
    (rows,) = [rows for rows in spec["datasets"].values() if any("step" in row for row in rows)]
    start = spec.get("params", [])
    assert [param["value"] for param in start if param["name"] == "prior"] == [0.5]
    odds = 1.0
    for row in rows:
        odds *= 2.718281828459045 ** row["step"]
    assert odds / (1 + odds) == pytest.approx(traced["posterior"].iloc[-1], abs=1e-4)
