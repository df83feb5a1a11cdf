"""A bar and a dot in each row, on one scale with the line that they are held against."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.ranges import broken_line, in_ranges

SCALE = {"domain": [0, 1], "nice": False}
ROWS = pd.DataFrame({"name": ["a", "b"], "low": [0.1, 0.2], "high": [0.5, 0.6], "end": [0.3, None]})


def layers(**how):
    """Draw two rows, and give the layers."""
    base = alt.Chart(ROWS).encode(y="name:N")
    chart = in_ranges(
        base,
        broken_line({"at": 0.4}, SCALE),
        ends=("low", "high"),
        dot="end",
        titles={"low": "Share"},
        scale=SCALE,
        thick=6,
        look={"size": 80},
        **how,
    )
    return chart.to_dict()["layer"]


def test_all_marks_share_one_scale():
    """Line, bars and dots lie on the same scale, so that a place means the same for each."""
    assert [layer["encoding"]["x"]["scale"] for layer in layers()] == [SCALE] * 3


def test_a_bar_reaches_from_low_to_high():
    """The bar lies between its two ends, below the dot."""
    _, bar, dot = layers()
    assert (bar["encoding"]["x"]["field"], bar["encoding"]["x2"]["field"]) == ("low", "high")
    assert dot["encoding"]["x"]["field"] == "end"


def test_rows_without_a_dot_have_none():
    """Where a condition is given, dots are drawn for its rows alone, and bars for all."""
    _, bar, dot = layers(only="isValid(datum.end)")
    assert "transform" not in bar
    assert dot["transform"] == [{"filter": "isValid(datum.end)"}]
