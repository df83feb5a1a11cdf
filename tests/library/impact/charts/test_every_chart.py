"""The charts of the impact lab: framed, described, sourced, and refused for bad input."""

import re

import pytest
from drawn import caption_of, drawn_width
from impact_charts import CHARTS, FROM, clues, spec_of, table_of
from placing import outside

from track2lib import impact

every_chart = pytest.mark.parametrize("name", CHARTS)
every_maker = pytest.mark.parametrize("maker", FROM, ids=lambda maker: maker.__name__)


@every_chart
def test_a_chart_has_a_title_a_description_and_its_source(name):
    """Each chart says what to see, describes itself in words and names its source."""
    spec = spec_of(name)
    assert spec["title"]["text"]
    assert len(spec["description"].split()) > 15
    assert any(line.startswith("Source") for line in caption_of(spec))


@every_chart
def test_a_chart_fits_beside_the_list_of_files(name):
    """On a page of 1280 pixels, with the list of files open, a chart is not cut off."""
    assert drawn_width(spec_of(name)) <= 830


@every_maker
def test_a_chart_is_the_same_each_time(maker):
    """Drawing twice gives the same specification, so that a stored output can be compared."""
    assert maker(table_of(maker)).to_dict() == spec_of(maker.__name__)


@every_maker
def test_an_empty_table_is_refused(maker):
    """No rows, no chart: the error names what to start from."""
    with pytest.raises(ValueError, match=r"no rows.*Start from impact\."):
        maker(table_of(maker).head(0))


@every_maker
def test_a_table_without_a_column_is_refused(maker):
    """A table that is not of the right shape is told which column it lacks."""
    needed = {"coverage", "posterior", "estimate", "without", "code", "stage", "fate"}
    first = next(column for column in table_of(maker) if column in needed)
    with pytest.raises(ValueError, match=f"no column.*{first}"):
        maker(table_of(maker).drop(columns=first))


@pytest.mark.parametrize("name", ["series_chart", "placebo_chart", "specification_curve"])
def test_each_mark_of_a_series_says_who(name):
    """Whatever is drawn from our series carries a citation for its tooltip."""
    rows = [row for rows in spec_of(name)["datasets"].values() for row in rows]
    drawn = [row for row in rows if "cited" in row]
    assert drawn
    assert all(row["cited"] for row in drawn)


def test_no_chart_of_a_series_credits_the_talks():
    """Whoever looks for an effect of track II finds it denied in words beside the chart."""
    for name, words in {
        "series_chart": "need not come from it",
        "placebo_chart": "is no probability",
        "specification_curve": "None of these shows what track II did or did not do",
    }.items():
        caption = " ".join(spec_of(name)["vconcat"][0]["title"]["text"])
        assert words in caption


@pytest.mark.parametrize(
    ("maker", "broken"),
    [
        (impact.tracing_chart, lambda table: table.drop(index=table.index[2])),
        (impact.tracing_chart, lambda table: table.assign(posterior=float("nan"))),
        (impact.sensitivity_chart, lambda table: table.head(3)),
        (impact.placebo_chart, lambda table: table.tail(9)),
        (impact.placebo_chart, lambda table: table.assign(asked=False)),
        (impact.coverage_chart, lambda table: table.assign(coverage=float("inf"))),
        (impact.specification_curve, lambda table: table.assign(low=float("nan"))),
    ],
)
def test_what_does_not_belong_together_is_not_drawn(maker, broken):
    """Rows taken out, and cells that are no number, give an error and no chart."""
    with pytest.raises(ValueError, match=r"missing|is no|and no number"):
        maker(broken(table_of(maker)))


@every_chart
def test_no_mark_stands_outside_of_its_plot(name):
    """Whatever the numbers are, each mark is in the picture."""
    assert outside(spec_of(name)) == []


def test_marks_of_extreme_numbers_are_in_the_picture():
    """Estimates far out, chances near 0 and 1, and few draws have their marks within the axes."""
    worlds = table_of(impact.simulation_chart)
    found = ["estimate", "low", "high"]
    far = worlds.assign(**worlds[found] * 1000, truth=-2000.0)
    ways = table_of(impact.specification_curve)
    found += ["wide_low", "wide_high"]
    sure = clues().assign(observed="seen", if_true=0.99, if_false=0.01)
    tried = table_of(impact.coverage_chart).assign(coverage=0.01, error=0.2)
    for chart in (
        impact.simulation_chart(far),
        impact.specification_curve(ways.assign(**ways[found] * 50)),
        impact.tracing_chart(impact.trace(sure)),
        impact.sensitivity_chart(impact.sensitivity(sure)),
        impact.coverage_chart(tried),
    ):
        assert outside(chart.to_dict()) == []


@every_chart
def test_each_control_says_what_it_moves(name):
    """Each list and slider has a name in words."""
    for param in spec_of(name).get("params", []):
        assert param["bind"]["input"] in ("select", "range")
        assert re.fullmatch(r"[A-Z][a-z -]+(, [a-z-]+)?: ", param["bind"]["name"])
