"""The charts of the impact lab: framed, described, sourced, and refused for bad input."""

import json

import pandas as pd
import pytest
import vl_convert

import track2lib as t2
from track2lib import impact

VOTES = impact.load_series("un-agreement-final")
CLUES = t2.load("clues").query("hypothesis_id == 'paper-read'")
# What each chart is drawn from.
FROM = {
    impact.coverage_chart: impact.interval_coverage(draws=500),
    impact.disagreement_chart: impact.load_codings(),
    impact.placebo_chart: impact.placebo(VOTES),
    impact.sensitivity_chart: impact.sensitivity(CLUES),
    impact.simulation_chart: impact.simulate(worlds=100),
    impact.specification_curve: impact.all_specifications(),
    impact.tracing_chart: impact.trace(CLUES),
}
CHARTS = {maker.__name__: maker(table) for maker, table in FROM.items()}
CHARTS["series_chart"] = impact.series_chart(VOTES)
CHARTS["coverage of agreement"] = impact.coverage_chart(impact.agreement_coverage(draws=200))
CHARTS["series in dollars"] = impact.series_chart(impact.load_series("us-exports"), 2007)
CHARTS["a class of five"] = impact.disagreement_chart(
    pd.concat(
        own.assign(coder=f"{coder} {n}")
        for coder, own in impact.load_codings().groupby("coder")
        for n in range(3)
    )
)
every_chart = pytest.mark.parametrize("name", CHARTS)
every_maker = pytest.mark.parametrize("maker", FROM, ids=lambda maker: maker.__name__)


@every_chart
def test_a_chart_has_a_title_a_description_and_its_source(name):
    """Each chart says what to see, describes itself in words and names its source."""
    spec = CHARTS[name].to_dict()
    assert spec["title"]["text"]
    assert len(spec["description"].split()) > 15
    assert spec["vconcat"][0]["title"]["text"][0].startswith("Source")


@every_chart
def test_a_chart_fits_beside_the_list_of_files(name):
    """On a page of 1280 pixels, with the list of files open, a chart is not cut off."""
    picture = vl_convert.vegalite_to_png(json.dumps(CHARTS[name].to_dict()), scale=1)
    assert int.from_bytes(picture[16:20]) <= 830


@every_maker
def test_a_chart_is_the_same_each_time(maker):
    """Drawing twice gives the same specification, so that a stored output can be compared."""
    assert maker(FROM[maker]).to_dict() == maker(FROM[maker]).to_dict()


@every_maker
def test_an_empty_table_is_refused(maker):
    """No rows, no chart: the error names what to start from."""
    with pytest.raises(ValueError, match=r"no rows.*Start from impact\."):
        maker(FROM[maker].head(0))


@every_maker
def test_a_table_without_a_column_is_refused(maker):
    """A table that is not of the right shape is told which column it lacks."""
    needed = {"coverage", "posterior", "estimate", "without", "code"}
    first = next(column for column in FROM[maker] if column in needed)
    with pytest.raises(ValueError, match=f"no column.*{first}"):
        maker(FROM[maker].drop(columns=first))


@pytest.mark.parametrize("name", ["series_chart", "placebo_chart", "specification_curve"])
def test_each_mark_of_a_series_says_who(name):
    """Whatever is drawn from our series carries a citation for its tooltip."""
    rows = [row for rows in CHARTS[name].to_dict()["datasets"].values() for row in rows]
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
        caption = " ".join(CHARTS[name].to_dict()["vconcat"][0]["title"]["text"])
        assert words in caption


def test_a_break_outside_the_series_is_refused():
    """A year before or after all values gets an error with the span of the series."""
    with pytest.raises(ValueError, match=r"No year lies before 2030.*1971 to 2019"):
        impact.series_chart(VOTES, 2030)


def test_too_many_specifications_are_refused():
    """What cannot be told apart is not drawn, with advice."""
    table = pd.concat([FROM[impact.specification_curve]] * 3)
    with pytest.raises(ValueError, match=r"162 specifications.*Choose fewer"):
        impact.specification_curve(table)


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
        maker(broken(FROM[maker]))


def test_windows_that_were_chosen_are_shown():
    """With two lengths of the span, a control and marks tell them apart."""
    table = impact.all_specifications(["us-exports"], windows=[6, 8])
    spec = str(impact.specification_curve(table).to_dict())
    assert "only_window" in spec
    assert "only_window" not in str(CHARTS["specification_curve"].to_dict())


def test_a_series_with_a_gap_is_not_drawn():
    """A year that is compared and has no value is named."""
    with pytest.raises(ValueError, match="no value for 2001"):
        impact.series_chart(VOTES.drop(2001))
    assert impact.series_chart(VOTES.drop(1975))


def test_one_coder_leaves_nothing_to_compare():
    """A chart of disagreement needs two coders of one case."""
    codings = impact.load_codings()
    with pytest.raises(ValueError, match="only 'first reading' has coded"):
        impact.disagreement_chart(codings[codings["coder"] == "first reading"])


def test_the_tracing_chart_ends_where_the_table_ends():
    """The chart recomputes what the table says, from its own start and steps."""
    traced = FROM[impact.tracing_chart]
    spec = impact.tracing_chart(traced).to_dict()
    (rows,) = [rows for rows in spec["datasets"].values() if any("step" in row for row in rows)]
    start = spec.get("params", [])
    assert [param["value"] for param in start if param["name"] == "prior"] == [0.5]
    odds = 1.0
    for row in rows:
        odds *= 2.718281828459045 ** row["step"]
    assert odds / (1 + odds) == pytest.approx(traced["posterior"].iloc[-1], abs=1e-4)
