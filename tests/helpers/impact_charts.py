"""The charts of the impact lab, and what each is drawn from; made once, when first asked for."""

from functools import cache

import pandas as pd

import track2lib as t2
from track2lib import impact


def votes():
    """Load the series that most charts show."""
    return impact.load_series("un-agreement-final")


def clues():
    """Load the clues of one hypothesis."""
    return t2.load("clues").query("hypothesis_id == 'paper-read'")


def five_coders():
    """Give the readings that ship as if each coder were three."""
    return pd.concat(
        own.assign(coder=f"{coder} {n}")
        for coder, own in impact.load_codings().groupby("coder")
        for n in range(3)
    )


def two_rooms():
    """Give the rehearsal as if another room had been watched by two, one of whom left out a while."""
    ours = impact.load_sheets()
    other = ours.assign(room="B", observer="another " + ours["observer"])
    gone = (other["observer"] == "another first observer") & other["minute"].between(20, 35)
    return pd.concat([ours, other[~gone & ~other["observer"].str.contains("third")]])


def six_audiences():
    """Give what was told at home in two capitals, with one report not coded."""
    ours = impact.load_sheets(kind="ideas")
    left = (ours["idea"] == ours["idea"].iloc[-1]) & ours["audience"].str.contains("editor in W")
    return ours[~left]


# What each chart is drawn from.
FROM = {
    impact.coverage_chart: lambda: impact.interval_coverage(draws=500),
    impact.disagreement_chart: impact.load_codings,
    impact.ideas_chart: lambda: impact.load_sheets(kind="ideas"),
    impact.placebo_chart: lambda: impact.placebo(votes()),
    impact.sensitivity_chart: lambda: impact.sensitivity(clues()),
    impact.simulation_chart: lambda: impact.simulate(worlds=100),
    impact.specification_curve: impact.all_specifications,
    impact.stages_chart: impact.load_sheets,
    impact.tracing_chart: lambda: impact.trace(clues()),
}
CHARTS = {maker.__name__: lambda maker=maker: maker(table_of(maker)) for maker in FROM} | {
    "series_chart": lambda: impact.series_chart(votes()),
    "coverage of agreement": lambda: impact.coverage_chart(impact.agreement_coverage(draws=200)),
    "series in dollars": lambda: impact.series_chart(impact.load_series("us-exports"), 2007),
    "a class of five": lambda: impact.disagreement_chart(five_coders()),
    "two rooms": lambda: impact.stages_chart(two_rooms()),
    "six audiences": lambda: impact.ideas_chart(six_audiences()),
}


@cache
def table_of(maker):
    """Give the table from which a chart is drawn. Tests only read it."""
    return FROM[maker]()


@cache
def spec_of(name):
    """Give the specification of a chart. Tests only read it."""
    return CHARTS[name]().to_dict()
