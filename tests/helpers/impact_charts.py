"""The charts of the impact lab, and what each is drawn from."""

import pandas as pd

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
