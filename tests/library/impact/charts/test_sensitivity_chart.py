"""How far the end of a tracing hangs on each number behind it."""

import pytest
from drawn import rows_in
from impact_charts import spec_of, table_of

from track2lib import impact


def test_the_line_is_the_end_of_the_tracing():
    """All bars are held against where the tracing ends as it stands, and the title against all."""
    found, spec = table_of(impact.sensitivity_chart), spec_of("sensitivity_chart")
    (line,) = [row for row in rows_in(spec) if "what" not in row]
    assert line["x"] == pytest.approx(found.attrs["posterior"])
    low, high = found[["low", "high"]].iloc[-1]
    assert f"from {low:.2f} to {high:.2f}" in " ".join(spec["title"]["text"])
    bars = [row["what"] for row in rows_in(spec) if "what" in row]
    assert bars == found["what"].tolist()
