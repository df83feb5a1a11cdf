"""How often intervals that promise 95 % hold the truth."""

import pandas as pd
import pytest
from drawn import drawn_width
from impact_charts import spec_of, table_of

from track2lib import impact


@pytest.mark.parametrize(
    ("coverage", "title"),
    [
        (0.80, "Only the wide interval keeps its 95 %"),
        (0.94, "No interval falls clearly below its 95 %"),
    ],
)
def test_only_what_chance_cannot_explain_is_called_broken(coverage, title):
    """An interval fails if it lies below its promise by more than the draws leave open."""
    tried = {"interval": ["usual", "wide"], "leaning": 0.3, "coverage": [coverage, 0.97]}
    chart = impact.coverage_chart(pd.DataFrame(tried | {"error": 0.01}))
    assert " ".join(chart.to_dict()["title"]["text"]) == title


SHARES = {"usual": [0.95, 0.7], "Newey-West": [0.9, 0.72], "wide": [0.99, 0.97]}


def tried_with(shares, leanings=(0.0, 0.6)):
    """Give a study in which each interval held the truth so often, from setting to setting."""
    rows = [
        {"interval": name, "leaning": leaning, "coverage": share, "error": 0.01}
        for name, own in shares.items()
        for leaning, share in zip(leanings, own, strict=False)
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (SHARES, "Only the wide interval keeps its 95 % in every setting"),
        (
            {"one case left out": [0.95, 0.95], "usual": [0.95, 0.7]},
            'Only the interval "one case left out" keeps its 95 % in every setting',
        ),
        (
            SHARES | {"wider": [1.0, 1.0]},
            "2 of 4 intervals keep their 95 % in every setting: wide and wider",
        ),
        ({"a": [0.95, 0.7], "b": [0.7, 0.95]}, "No interval keeps its 95 % in every setting"),
        ({"a": [0.95, 0.94], "b": [0.96, 0.95]}, "No interval falls clearly below its 95 %"),
        ({"usual": [0.95, 0.7]}, "The usual interval keeps its 95 % in 1 of 2 settings"),
        ({"usual": [0.6, 0.7]}, "The usual interval keeps its 95 % in 0 of 2 settings"),
        ({"wide": [0.97, 0.99]}, "The wide interval does not fall clearly below its 95 %"),
        ({"usual": [0.7]}, "The usual interval falls clearly below its 95 %"),
        # Where it was not tried, an interval has kept nothing.
        ({"usual": [0.95, 0.7], "wide": [0.99]}, "No interval keeps its 95 % in every setting"),
    ],
)
def test_the_title_says_which_interval_keeps_its_promise_everywhere(shares, said):
    """None, one, some or all; one that holds in some settings alone is not among them."""
    assert " ".join(impact.coverage_chart(tried_with(shares)).to_dict()["title"]["text"]) == said


def test_figures_of_the_intervals_that_the_title_names_are_bold():
    """Those that keep their promise everywhere stand out, unless all or none do."""

    def named(shares):
        spec = impact.coverage_chart(tried_with(shares)).to_dict()
        rows = [row for own in spec["datasets"].values() for row in own if "named" in row]
        return {row["interval"] for row in rows if row["named"]}

    assert named(SHARES) == {"wide"}
    assert named({"a": [0.95, 0.7], "b": [0.7, 0.95]}) == set()
    assert named({"a": [0.95, 0.94], "b": [0.96, 0.95]}) == set()


def test_a_setting_that_was_not_tried_is_named():
    """An interval that is missing in a setting has no row there, and the chart says so."""
    chart = impact.coverage_chart(tried_with(SHARES | {"wide": [0.99]}))
    assert "Not tried: wide at 0.6." in " ".join(chart.to_dict()["title"]["subtitle"])
    assert "Not tried" not in str(spec_of("coverage_chart")["title"])


def test_each_row_has_its_setting_beside_it():
    """Numbers stand at the height of their dots, however many there are, under a head of their own."""
    spec = spec_of("coverage_chart")
    (rows,) = [own for own in spec["datasets"].values() if "coverage" in own[0]]
    layers = spec["vconcat"][0]["layer"]
    (axis,) = [own["encoding"]["y"]["axis"] for own in layers if own["mark"]["type"] == "point"]
    assert axis["values"] == [row["at"] for row in rows]
    assert axis["tickCount"] == len(rows)  # Vega would leave out what is more
    heads = {own[0]["head"] for own in spec["datasets"].values() if "head" in own[0]}
    assert heads == {"Interval", "Autocorrelation", "Kept", "promised: 95 %"}


@pytest.mark.parametrize("count", [1, 4])
def test_a_long_name_has_room(count):
    """A name of several lines ends above the group that follows."""
    long = "an interval with a name of many words that nobody can put into one line " * 2
    tried = tried_with({long: [0.9] * count, "wide": [0.9] * count}, range(count))
    spec = impact.coverage_chart(tried).to_dict()
    rows = next(own for own in spec["datasets"].values() if "coverage" in own[0])
    assert rows[count]["at"] - rows[0]["at"] > 15 * len(rows[0]["lines"])
    assert drawn_width(spec) <= 850


def test_the_bar_of_few_draws_is_in_the_picture():
    """The axis reaches to what the number of draws leaves open, however much that is."""
    tried = table_of(impact.coverage_chart).assign(coverage=0.4, error=0.1)
    spec = impact.coverage_chart(tried).to_dict()
    domains = [own["scale"]["domain"] for own in _scaled(spec)]
    assert {round(low, 6) for low, _ in domains} == {0.2}


def _scaled(spec):
    """Give the places along the axis in all layers."""
    layers = spec["vconcat"][0]["layer"]
    return [own["encoding"]["x"] for own in layers if "scale" in own["encoding"].get("x", {})]


def test_two_studies_are_not_drawn_as_one():
    """Rows of both studies, and rows of one study twice, are refused."""
    tried = table_of(impact.coverage_chart)
    with pytest.raises(ValueError, match="two studies"):
        impact.coverage_chart(pd.concat([tried, impact.agreement_coverage(draws=50)]))
    with pytest.raises(ValueError, match="Two rows have the same interval and leaning"):
        impact.coverage_chart(pd.concat([tried, tried]))
