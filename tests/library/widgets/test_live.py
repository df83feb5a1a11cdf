"""What a page runs for a form."""

import re

import pytest

from track2lib.widgets.live import HERE, Download, QuestionWidget, Watch

SCRIPTS = sorted(HERE.glob("*.js"))


@pytest.mark.parametrize("kind", [QuestionWidget, Watch])
def test_a_widget_carries_its_code(kind: type) -> None:
    """Code and style come with the widget, as one module that gives one thing away."""
    code = str(kind._esm)
    assert "function watch(" in code
    assert code.count("export default") == 1
    assert ".t2-question" in str(kind._css)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_page_asks_nobody_else(path: object) -> None:
    """No script loads another, or an address."""
    code = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert not re.search(r"https?:|import\b|fetch\(|eval\(", code)


def test_each_control_keeps_its_keys() -> None:
    """Whatever takes the focus in a question is marked, or JupyterLab would take its keys."""
    code = (HERE / "question.js").read_text("utf-8")
    made = re.findall(r'(own\()?make\((?:"(?:input|textarea|button)"|asked\.long)', code)
    assert made == ["own("] * len(made) != []


def test_words_go_to_the_page() -> None:
    """What is to be heard goes out as a message, each time anew."""
    watch, sent = Watch(called="Form", closed="Gone."), []
    watch.send = sent.append
    watch.tell("Saved.")
    watch.tell("Saved.")
    assert sent == [{"told": "Saved."}] * 2


def test_a_download_has_words_a_name_and_a_text() -> None:
    """The link is drawn by a script of its own, from what Python gives."""
    link = Download(words="Take it", name="a.csv", text="a,b")
    assert "export default" in str(link._esm)
    assert {"words", "name", "text"} <= set(link.keys)


def test_words_of_a_menu_in_focus_are_their_own() -> None:
    """No shadow stands for them, as in the style of ipywidgets: it is black on any ground."""
    style = (HERE / "live.css").read_text("utf-8")
    rule = re.search(r"\.t2-live select:focus \{(.*?)\}", style, re.S)
    assert rule
    assert "text-shadow: none !important" in rule[1]
    assert re.search(r"\n  color: .* !important;", rule[1])
