"""Rows of numbers, drawn by the grammar of ranges from rows of one's own."""

import altair as alt
import pandas as pd
import pytest

from track2lib.charts.grammar.ranges import (
    PER_CENT,
    broken_line,
    in_ranges,
    named_rows,
    per_cent,
)

ROWS = pd.DataFrame(
    {"name": ["one", "two"], "least": [0.1, 0.2], "middle": [0.3, None], "most": [0.5, 0.9]}
)
SCALE = {"domain": [0, 1]}


def ranges(**changed):
    """Draw the rows, with some settings changed."""
    base = alt.Chart(ROWS).encode(y=named_rows("name:N", {"one": ["one"]}, grid=False))
    base = base.encode(tooltip=[alt.Tooltip("name:N")])
    settings = {
        "ends": ("least", "most"),
        "dot": "middle",
        "titles": {"middle": "Share"},
        "scale": SCALE,
        "thick": 5,
        "look": {"size": 90},
    }
    line = broken_line({"x": 0.4, "said": "truth"}, SCALE, strokeDash=[4, 4])
    return in_ranges(base, line, **(settings | changed)).to_dict()


def test_a_bar_lies_between_its_ends_and_the_dot_above_it():
    """The line lies below the bars, and these below the dots, so that none hides a dot."""
    line, bars, dots = ranges()["layer"]
    assert line["mark"]["strokeDash"] == [4, 4]
    assert (bars["encoding"]["x"]["field"], bars["encoding"]["x2"]["field"]) == ("least", "most")
    assert dots["encoding"]["x"]["field"] == "middle"


def test_all_marks_share_one_scale():
    """Line, bars and dots can be compared, since the same number stands at the same place."""
    scales = [layer["encoding"]["x"]["scale"] for layer in ranges()["layer"]]
    assert scales == [SCALE] * 3


@pytest.mark.parametrize("field", ["least", "middle"])
def test_the_axis_is_called_after_the_field_that_is_asked(field):
    """One mark gives the axis its name, and the name of no other stands beside it."""
    _, bars, dots = ranges(titles={field: "Share"})["layer"]
    named = [layer["encoding"]["x"] for layer in (bars, dots) if "title" in layer["encoding"]["x"]]
    assert [(x["field"], x["title"]) for x in named] == [(field, "Share")]


def test_a_row_may_have_a_bar_and_no_dot():
    """A condition takes dots away and leaves the bars."""
    _, bars, dots = ranges(only="isValid(datum.middle)")["layer"]
    assert dots["transform"] == [{"filter": "isValid(datum.middle)"}]
    assert "transform" not in bars


def test_a_share_is_written_alike_along_the_axis_and_beside_a_bar():
    """A sign stands apart from its number, as in 95 %; an axis that is no share has bare numbers."""
    assert per_cent(0.954) == "95 %"
    assert PER_CENT.endswith("' %'")
    for shares, label in ((True, PER_CENT), (False, None)):
        axes = [
            layer["encoding"]["x"].get("axis") or {} for layer in ranges(shares=shares)["layer"]
        ]
        assert [axis.get("labelExpr") for axis in axes if axis] == [label]
