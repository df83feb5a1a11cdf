"""What stands for controls where no kernel answers them."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from ipywidgets import IntText, VBox

from track2lib.widgets.stand_in import INSTEAD, LIVE, show_with_words


@pytest.fixture(autouse=True)
def shell(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    InteractiveShell.instance()
    yield
    InteractiveShell.clear_instance()


def test_words_are_an_output_before_the_box():
    """They stand by themselves, so no page passes them over for a box that it cannot draw."""
    box = VBox([IntText(5)])
    with capture_output() as out:
        show_with_words(box, "Run this.", "<p>Run <b>this</b>.</p>", "Number: 5")
    words, controls = (output.data for output in out.outputs)
    html = f'<div class="{INSTEAD}"><p>Run <b>this</b>.</p></div>'
    assert words == {"text/plain": "Run this.", "text/html": html}
    assert controls["text/plain"] == "Number: 5"
    assert controls["application/vnd.jupyter.widget-view+json"]["model_id"] == box.model_id


def test_style_comes_and_goes_with_the_box():
    """Rules that put the words away are part of the box: without it, the words are seen."""
    box = VBox([IntText(5)])
    with capture_output():
        show_with_words(box, "", "", "")
    assert [type(child).__name__ for child in box.children] == ["IntText", "HTML"]
    assert f":has(.{LIVE}) .{INSTEAD} {{ display: none; }}" in box.children[1].value
    assert LIVE in box._dom_classes
