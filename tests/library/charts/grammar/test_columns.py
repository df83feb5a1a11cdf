"""Rows in named columns, with a control where they have settings."""

import pandas as pd
import pytest

from track2lib.charts.grammar.columns import in_columns

WORDS = {"title": "T", "subtitle": "S", "caption": "C", "description": "D"}


def drawn(settings, **how):
    """Draw two marks in two columns, for one setting each."""
    rows = {"side": ["b", "a"], "name": ["One", "Two"], "setting": settings, "cited": "RAND 2007"}
    frame = pd.DataFrame(rows)
    tooltip = {"name": "Name"}
    return in_columns(
        frame, column="side", step=90, name="name", tooltip=tooltip, **how, **WORDS
    ).to_dict()


def test_columns_stand_in_their_order():
    """Columns come as they are asked for, or else as they first occur."""
    for order, expected in (((), ["b", "a"]), (("a", "b"), ["a", "b"])):
        spec = drawn(["x", "x"], order=order)
        assert f"'domain': {expected}" in str(spec)


@pytest.mark.parametrize(
    ("settings", "kind"), [(["x", "y"], "radio"), ([1997, 1999], "range"), (["x", "x"], "radio")]
)
def test_a_control_fits_its_settings(settings, kind):
    """Names are chosen with buttons and numbers with a slider, and the first is set."""
    (param,) = drawn(settings, choose="Choose: ")["params"]
    assert (param["bind"]["input"], param["value"]) == (kind, settings[0])


def test_who_says_so_comes_last():
    """Whatever a mark tells, it ends with its source."""
    tips = str(drawn(["x", "x"]))
    assert tips.index("'title': 'Name'") < tips.index("'title': 'Says who'")
