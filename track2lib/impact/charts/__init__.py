"""The charts of the lab, in one place."""

from track2lib.charts.coverage_chart import coverage_chart
from track2lib.charts.disagreement_chart import disagreement_chart
from track2lib.charts.placebo_chart import placebo_chart
from track2lib.charts.series_chart import series_chart
from track2lib.charts.simulation_chart import simulation_chart
from track2lib.charts.specification_curve import specification_curve
from track2lib.charts.tracing_chart import sensitivity_chart, tracing_chart

__all__ = [
    "coverage_chart",
    "disagreement_chart",
    "placebo_chart",
    "sensitivity_chart",
    "series_chart",
    "simulation_chart",
    "specification_curve",
    "tracing_chart",
]
