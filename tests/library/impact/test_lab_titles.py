"""What the charts of the lab have in common: a title of one's own, and a table that is one."""

import pytest

import track2lib as t2
from track2lib import impact

CLUES = t2.load("clues").query("hypothesis_id == 'paper-read'")
VOTES = impact.load_series("un-agreement-final")
# What each chart is drawn from.
TABLES = {
    impact.coverage_chart: impact.interval_coverage(draws=100),
    impact.disagreement_chart: impact.load_codings(),
    impact.placebo_chart: impact.placebo(VOTES),
    impact.sensitivity_chart: impact.sensitivity(CLUES),
    impact.series_chart: VOTES,
    impact.simulation_chart: impact.simulate(worlds=20),
    impact.specification_curve: impact.all_specifications(["us-exports"]),
    impact.tracing_chart: impact.trace(CLUES),
}
every_chart = pytest.mark.parametrize("maker", TABLES, ids=lambda maker: maker.__name__)


@every_chart
def test_a_title_of_ones_own_replaces_the_title_and_nothing_else(maker):
    """Whoever gives a title gets it, with the description and the source as they were."""
    usual, own = maker(TABLES[maker]).to_dict(), maker(TABLES[maker], title="Mine").to_dict()
    assert own["title"]["text"] == ["Mine"]
    assert own["title"]["subtitle"] == usual["title"]["subtitle"]
    assert own["description"] == usual["description"]
    assert own["vconcat"] == usual["vconcat"]


@every_chart
def test_the_title_goes_by_its_name(maker):
    """A title is given by keyword, so that no other argument is taken for it."""
    with pytest.raises(TypeError, match="positional argument"):
        maker(TABLES[maker], *([2005] if maker is impact.series_chart else []), "Mine")


@every_chart
def test_what_is_no_table_is_refused_with_the_call_that_gives_one(maker):
    """The name of a table instead of the table is told apart from a table that is broken."""
    with pytest.raises(TypeError, match=r"Start from impact\."):
        maker("clues")


def test_a_chart_leaves_its_table_as_it_was():
    """Drawing adds no column to the table of a reader and takes nothing from it."""
    for maker, table in TABLES.items():
        before = table.copy(deep=True)
        maker(table)
        assert table.equals(before), maker.__name__
        assert table.attrs == before.attrs, maker.__name__


def test_worlds_without_their_number_are_refused():
    """The caption counts the worlds, so that the column that tells them apart is asked for."""
    worlds = TABLES[impact.simulation_chart].drop(columns="world")
    with pytest.raises(ValueError, match="no column world"):
        impact.simulation_chart(worlds)


def test_a_gap_at_the_edge_of_the_span_is_seen():
    """A year that would be compared, and lies within the series, may not be missing at the edge."""
    with pytest.raises(ValueError, match="no value for 1997"):
        impact.series_chart(VOTES.drop(1997))
    with pytest.raises(ValueError, match="no value for 2012"):
        impact.series_chart(VOTES.drop(2012))


def test_a_clue_that_cannot_be_looked_up_is_drawn_as_one():
    """Whatever was found of a clue, each chart of a tracing takes it, and says which it was."""
    closed = CLUES.assign(observed="cannot be looked up")
    chart = impact.tracing_chart(impact.trace(closed))
    assert "cannot be looked up" in chart.description
    assert "No clue was looked up" in str(chart.to_dict()["title"])
