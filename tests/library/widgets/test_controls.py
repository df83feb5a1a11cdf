"""The wiring of controls, moved from Python."""

import itertools
import subprocess
import sys

import altair as alt
import ipywidgets
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from track2lib.page.theme import enable_charts
from track2lib.widgets import controls
from track2lib.widgets.controls import interact
from track2lib.widgets.stored import LIVE, WHOLE, watched

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(autouse=True)
def shell(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    InteractiveShell.instance()
    yield
    InteractiveShell.clear_instance()


def texts(captured):
    """Give what was shown and updated, in order, as (is an update, plain text)."""
    return [(output.update, output.data["text/plain"]) for output in captured.outputs]


def test_first_drawing_is_stored_with_a_line_on_the_controls():
    """A page without a kernel says what can be moved, what it is set to, and shows that drawing."""
    with capture_output() as out:
        assert (
            interact(lambda year, topic: f"{topic} {year}", year=(1997, 2010), topic=["a", "b"])
            is None
        )
    words = "Year: 1997; Topic: a. Run this cell to choose another."
    form = LIVE["text/plain"]
    assert texts(out) == [(False, words), (False, form), (False, "'a 1997'")]
    # Words beside a box of controls would be passed over where the box is not found any more.
    assert [VIEW in output.data for output in out.outputs] == [False, True, False]
    assert words in out.outputs[0].data["text/html"]


def test_moving_a_control_redraws_in_place():
    """A new value updates the drawing and the words, with the values of all controls."""
    year, side = ipywidgets.BoundedIntText(1997, min=1997, max=2010), ipywidgets.Checkbox(False)
    with capture_output():
        interact(lambda year, side: f"{year} {side}", year=year, side=side)
    with capture_output() as out:
        year.value = 2005
        side.value = True
    assert texts(out)[1::2] == [(True, "'2005 False'"), (True, "'2005 True'")]
    assert texts(out)[2][1].startswith("Year: 2005; Side: True.")


def test_an_error_takes_the_place_of_the_drawing():
    """No drawing of old values stays below new ones: the error is shown instead."""
    year = ipywidgets.IntText(2)
    with capture_output():
        interact(lambda year: f"{10 // year}", year=year)
    with capture_output() as out:
        year.value = 0
        year.value = 5
    assert all(update for update, _ in texts(out))
    assert texts(out)[1][1].startswith("No drawing for Year: 0. ZeroDivisionError: ")
    assert texts(out)[3][1] == "'2'"


def test_a_chart_that_cannot_be_drawn_says_why_in_its_place():
    """No traceback of Altair's is printed where nobody looks, and no chart left without words."""
    rows = alt.Chart(pd.DataFrame({"year": [1997]})).mark_point()
    field = ipywidgets.Text("year:Q")
    with capture_output():
        interact(lambda field: rows.encode(x=field), field=field)
    with capture_output() as out:
        field.value = "years"
    assert texts(out)[1][1].startswith(
        'No drawing for Field: years. ValueError: Unable to determine data type for the field "years"'
    )
    assert (out.stdout, out.stderr) == ("", "")


def test_labels_are_whole_and_fields_begin_below_each_other():
    """The longest label sets the width of all; a menu is as wide as its options."""
    label, least = "How long ago the first of all meetings was", ipywidgets.IntText(1)
    side = ipywidgets.Dropdown(options=["short", "long" * 20], description=label)
    with capture_output():
        interact(lambda least, side: "", least=least, side=side)
    assert least.style.description_width == side.style.description_width == f"{len(label) + 1}ch"
    assert (side.layout.width, side.layout.max_width) == ("max-content", WHOLE)


def test_nothing_is_shown_to_who_points_at_a_control():
    """A tooltip that nobody has set is empty, not the word null; one that is set stays."""
    bare, told = ipywidgets.IntText(1), ipywidgets.IntText(1, tooltip="since the start")
    with capture_output():
        interact(lambda bare, told: "", bare=bare, told=told)
    assert (bare.tooltip, told.tooltip) == ("", "since the start")


@pytest.mark.parametrize(
    ("given", "kind", "value"),
    [
        ((1, 9), ipywidgets.BoundedIntText, 1),
        ((1, 9, 2), ipywidgets.BoundedIntText, 1),
        ((0.0, 1.0), ipywidgets.BoundedFloatText, 0.0),
        (["a", "b"], ipywidgets.Dropdown, "a"),
        ({"first": 1}, ipywidgets.Dropdown, 1),
        (True, ipywidgets.Checkbox, True),
        ("word", ipywidgets.Text, "word"),
    ],
)
def test_short_forms_make_labelled_controls(given, kind, value, monkeypatch):
    """Each short form gives a control with a label that a screen reader finds: never a slider."""
    made = []
    monkeypatch.setattr(
        controls, "watched", lambda kids, *words: made.extend(kids) or watched(kids, *words)
    )
    with capture_output():
        interact(lambda of_what: f"{of_what}", of_what=given)
    assert [(type(w), w.value, w.description) for w in made] == [(kind, value, "Of what")]


@pytest.mark.parametrize(
    ("drawn", "heard"),
    [
        ("short", "'short'"),
        ("long " * 99, "What is shown below has changed."),
        (alt.Chart(title="Two in Vienna", description="So.").mark_bar(), "Chart: Two in Vienna."),
    ],
)
def test_a_new_drawing_is_heard(drawn, heard, monkeypatch):
    """A move is heard once: the title of a chart, or a text if it is short."""
    told = []
    monkeypatch.setattr(
        controls, "watched", lambda kids, *words: (watched(kids, *words)[0], told.append)
    )
    monkeypatch.setattr(controls, "_lay_out", lambda kids: None)
    enable_charts()
    field = ipywidgets.IntText(1)
    with capture_output():
        interact(lambda field: drawn, field=field)
        field.value = 2
    assert told == [heard]


def test_default_of_the_argument_is_the_start():
    """Ranges and lists start where the function's own default says."""

    def make(year=2003, topic="b"):
        return f"{year} {topic}"

    with capture_output() as out:
        interact(make, year=(1997, 2010), topic=["a", "b"])
    assert texts(out)[0][1].startswith("Year: 2003; Topic: b.")
    assert texts(out)[2] == (False, "'2003 b'")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "needs a control"),
        ({"year": object()}, "No control can be made for year"),
        ({"year": ipywidgets.Image()}, "No control can be made for year"),
    ],
)
def test_what_cannot_be_moved_is_told(given, message):
    """No control, or one of an unknown kind, is an error that shows what would be right."""
    with pytest.raises(TypeError, match=message):
        interact(lambda **_: "", **given)


def test_a_function_that_gives_nothing_is_told():
    """A forgotten return is named."""
    with pytest.raises(TypeError, match="end it with return"):
        interact(lambda year: None, year=(1, 2))


def test_importing_costs_no_widgets():
    """The module itself loads neither ipywidgets nor IPython."""
    code = "import sys, track2lib.widgets.controls; sys.exit(bool({'ipywidgets', 'IPython'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def twice(year, *, more):
    """Need another argument."""
    return f"{year} {more}"


@pytest.mark.parametrize("make", ["chart", None, twice, lambda: ""])
def test_what_cannot_be_called_is_told(make):
    """No function, or one with other arguments than the controls."""
    with pytest.raises(TypeError, match=r"make (is|cannot be called)"):
        interact(make, year=(1997, 2010))


@pytest.mark.parametrize("given", [(2010, 1997), [], itertools.count(), 10**30])
def test_a_control_that_nobody_can_move_is_told(given):
    """The message names the control, and the memory of the machine is left alone."""
    with pytest.raises(ValueError, match="year"):
        interact(lambda year: f"{year}", year=given)


def test_a_default_that_is_no_number_is_told():
    """A range starts at the default of the argument."""
    with pytest.raises(TypeError, match="The default of year is 'first'"):
        interact(lambda year="first": year, year=(1997, 2010))
