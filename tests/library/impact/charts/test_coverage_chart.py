"""How often intervals that promise 95 % hold the truth."""

import pandas as pd
import pytest

from track2lib import impact


@pytest.mark.parametrize(
    ("coverage", "title"),
    [
        (0.80, "Intervals that promise 95 % and do not keep it: usual"),
        (0.94, "Each interval keeps its promise of 95 %"),
    ],
)
def test_only_what_chance_cannot_explain_is_called_broken(coverage, title):
    """An interval fails if it lies below its promise by more than the draws leave open."""
    tried = {"interval": ["usual", "wide"], "leaning": 0.3, "coverage": [coverage, 0.97]}
    chart = impact.coverage_chart(pd.DataFrame(tried | {"error": 0.01}))
    assert " ".join(chart.to_dict()["title"]["text"]) == title
