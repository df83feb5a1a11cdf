"""How often intervals that promise 95 % hold the truth."""

import pandas as pd
import pytest
from impact_charts import table_of

from track2lib import impact


@pytest.mark.parametrize(
    ("coverage", "title"),
    [
        (0.80, "95 % kept: wide; not kept: usual"),
        (0.94, "No interval is clearly below the 95 % that it promises"),
    ],
)
def test_only_what_chance_cannot_explain_is_called_broken(coverage, title):
    """An interval fails if it lies below its promise by more than the draws leave open."""
    tried = {"interval": ["usual", "wide"], "leaning": 0.3, "coverage": [coverage, 0.97]}
    chart = impact.coverage_chart(pd.DataFrame(tried | {"error": 0.01}))
    assert " ".join(chart.to_dict()["title"]["text"]) == title


def test_the_title_says_in_which_settings_a_promise_is_kept():
    """An interval that holds without autocorrelation and fails with it is not said to fail always."""
    shares = {"usual": [0.95, 0.7], "Newey-West": [0.9, 0.72], "wide": [0.99, 0.97]}
    rows = [
        {"interval": name, "leaning": leaning, "coverage": share, "error": 0.01}
        for name, both in shares.items()
        for leaning, share in zip((0.0, 0.6), both, strict=True)
    ]
    title = impact.coverage_chart(pd.DataFrame(rows)).to_dict()["title"]["text"]
    assert " ".join(title) == (
        "95 % kept in every setting: wide; kept in some settings: usual; kept in no setting: Newey-West"
    )
    none = pd.DataFrame(rows).query("interval == 'Newey-West'")
    title = impact.coverage_chart(none).to_dict()["title"]["text"]
    assert " ".join(title) == "95 % kept in no setting: Newey-West"


def test_the_bar_of_few_draws_is_in_the_picture():
    """The axis reaches to what the number of draws leaves open, however much that is."""
    tried = table_of(impact.coverage_chart).assign(coverage=0.4, error=0.1)
    spec = impact.coverage_chart(tried).to_dict()
    domains = [own["scale"]["domain"] for own in _scaled(spec)]
    assert {round(low, 6) for low, _ in domains} == {0.2}


def _scaled(spec):
    """Give the places along the axis in all layers."""
    layers = spec["vconcat"][0]["spec"]["layer"]
    return [own["encoding"]["x"] for own in layers if "scale" in own["encoding"].get("x", {})]


def test_two_studies_are_not_drawn_as_one():
    """Rows of both studies, and rows of one study twice, are refused."""
    tried = table_of(impact.coverage_chart)
    with pytest.raises(ValueError, match="two studies"):
        impact.coverage_chart(pd.concat([tried, impact.agreement_coverage(draws=50)]))
    with pytest.raises(ValueError, match="Two rows have the same interval and leaning"):
        impact.coverage_chart(pd.concat([tried, tried]))
