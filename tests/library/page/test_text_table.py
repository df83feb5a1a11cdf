"""A table as a lesson shows it: every cell said in words, for a page and for plain text."""

import re

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


@pytest.mark.parametrize("cell", ["from $5 to $9", "$$b$$", r"\(x\)", r"\begin{x}", "C:\\$"])
def test_dollars_are_no_mathematics(cell):
    """Each sign that would begin mathematics ends its run of text, and what is read stays the same."""
    html = shown(name=cell)._repr_html_()
    assert not re.search(
        r"[$\\][^<]|[^>][$\\]", html.replace("<span>", ">").replace("</span>", "<")
    )
    assert cell in re.sub(r"</?span>", "", html)


def test_a_page_is_given_text_alone():
    """What no page can hold is left out."""
    html = shown(**{"na\x02me": "Nor\x02dic\ud800"})._repr_html_()
    assert ">name<" in html
    assert ">Nordic<" in html
    assert repr(t2.show(pd.DataFrame({"a": []}), caption="T\x02itle")) == "Title"


def test_sentences_keep_a_width_on_a_narrow_page():
    """A column of sentences has a least width, one of short words has none, an empty table neither."""
    table = pd.DataFrame({"year": ["2002"], "said": ["They met in Stockholm, and more than once."]})
    heads = re.findall(r"<th [^>]*>", t2.show(table)._repr_html_())
    assert ["min-width" in head for head in heads] == [False, True]
    assert "min-width" not in t2.show(table.head(0))._repr_html_()


@pytest.mark.parametrize(("columns", "least"), [(1, 14), (2, 14), (3, 11), (4, 8), (5, 8), (9, 8)])
def test_many_columns_of_sentences_share_the_page(columns, least):
    """The more columns hold sentences, the narrower each may be; none is narrower than a phone bears."""
    said = {
        f"said_{number}": ["They met in Stockholm, and more than once."]
        for number in range(columns)
    }
    heads = re.findall(r"min-width:(\d+)em", t2.show(pd.DataFrame(said))._repr_html_())
    assert heads == [str(least)] * columns


@pytest.mark.parametrize("name", ["meetings", "counts", "sources", "dialogues"])
@pytest.mark.parametrize("write", [repr, lambda table: table._repr_html_()])
def test_a_table_without_rows_is_shown(name, write):
    """Numbers and days of no row are no words, and the heading is there all the same."""
    assert "0 rows" in write(t2.show(t2.load(name).head(0)))
