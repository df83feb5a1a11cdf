"""A table as a lesson shows it: every cell said in words, for a page and for plain text."""

import pandas as pd
import pytest

import track2lib as t2


def shown(**columns):
    """Show a table of one row."""
    return t2.show(pd.DataFrame({name: [cell] for name, cell in columns.items()}))


@pytest.mark.parametrize("write", [repr, lambda table: table._repr_html_()])
def test_what_is_not_stated_is_said(write):
    """An empty cell says so, on a page and in plain text."""
    assert "not stated" in write(shown(name=None))


@pytest.mark.parametrize("write", [repr, lambda table: table._repr_html_()])
def test_a_contested_cell_is_marked(write):
    """A cell for which sources give different values says so, and no other cell of its row."""
    dialogue = t2.load("dialogues").query("dialogue_id == 'una-sipri'")
    text = write(t2.show(dialogue[["name", "dates", "contested"]]))
    assert text.count("(sources differ)") == 1
    assert "2002/2008 (sources differ)" in text


def test_a_cell_is_text_on_a_page():
    """Signs of markup in a cell are shown and not followed."""
    assert "&lt;b&gt;" in shown(name="<b>")._repr_html_()


@pytest.mark.parametrize(("cell", "marked"), [("گفتگو", True), ("שיחה", True), ("Talks", False)])
def test_a_script_that_runs_from_right_to_left(cell, marked):
    """A cell in such a script lets the browser find its direction."""
    assert ('dir="auto"' in shown(name=cell)._repr_html_()) == marked
