"""The wiring of controls, moved from Python."""

import subprocess
import sys

import ipywidgets
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from track2lib.widgets.controls import interact


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
    """A page without a kernel shows what can be moved, and the drawing for the first values."""
    with capture_output() as out:
        assert (
            interact(lambda year, topic: f"{topic} {year}", year=(1997, 2010), topic=["a", "b"])
            is None
        )
    assert texts(out) == [
        (False, "Controls: Year, Topic. Run this cell to move them."),
        (False, "'a 1997'"),
    ]
    assert "application/vnd.jupyter.widget-view+json" in out.outputs[0].data


def test_moving_a_control_redraws_in_place():
    """A new value updates the drawing that is there, with the values of all controls."""
    year, side = ipywidgets.BoundedIntText(1997, min=1997, max=2010), ipywidgets.Checkbox(False)
    with capture_output():
        interact(lambda year, side: f"{year} {side}", year=year, side=side)
    with capture_output() as out:
        year.value = 2005
        side.value = True
    assert texts(out) == [(True, "'2005 False'"), (True, "'2005 True'")]


def test_an_error_takes_the_place_of_the_drawing():
    """No drawing of old values stays below new ones: the error is shown instead."""
    year = ipywidgets.IntText(2)
    with capture_output():
        interact(lambda year: f"{10 // year}", year=year)
    with capture_output() as out:
        year.value = 0
        year.value = 5
    assert [update for update, _ in texts(out)] == [True, True]
    assert texts(out)[0][1].startswith("ZeroDivisionError: ")
    assert texts(out)[1][1] == "'2'"


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
    monkeypatch.setattr(ipywidgets, "VBox", lambda kids: made.extend(kids) or ipywidgets.HTML())
    with capture_output():
        interact(lambda of_what: f"{of_what}", of_what=given)
    assert [(type(w), w.value, w.description) for w in made] == [(kind, value, "Of what")]


def test_default_of_the_argument_is_the_start():
    """Ranges and lists start where the function's own default says."""

    def make(year=2003, topic="b"):
        return f"{year} {topic}"

    with capture_output() as out:
        interact(make, year=(1997, 2010), topic=["a", "b"])
    assert texts(out)[1] == (False, "'2003 b'")


@pytest.mark.parametrize(
    ("controls", "message"),
    [({}, "needs a control"), ({"year": object()}, "No control can be made for year")],
)
def test_what_cannot_be_moved_is_told(controls, message):
    """No control, or one of an unknown kind, is an error that shows what would be right."""
    with pytest.raises(TypeError, match=message):
        interact(lambda **_: "", **controls)


def test_a_function_that_gives_nothing_is_told():
    """A forgotten return is named."""
    with pytest.raises(TypeError, match="end it with return"):
        interact(lambda year: None, year=(1, 2))


def test_importing_costs_no_widgets():
    """The module itself loads neither ipywidgets nor IPython."""
    code = "import sys, track2lib.widgets.controls; sys.exit(bool({'ipywidgets', 'IPython'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
