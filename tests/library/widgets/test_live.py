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
    watch, sent = Watch(called="Form"), []
    watch.send = sent.append
    watch.tell("Saved.")
    watch.tell("Saved.")
    assert sent == [{"told": "Saved."}] * 2


def test_a_download_has_words_a_name_and_a_text() -> None:
    """The link is drawn by a script of its own, from what Python gives."""
    link = Download(words="Take it", name="a.csv", text="a,b")
    assert "export default" in str(link._esm)
    assert {"words", "name", "text"} <= set(link.keys)


def luminance(colour: str) -> float:
    """Give how bright a colour is, as the guidelines on contrast count it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ground", ["ffffff", "212121", "111111"])
def test_the_arrow_of_a_list_is_seen_on_every_page(ground: str) -> None:
    """Its colour stands out from the fields of the light theme and of the dark one, 3 to 1."""
    style = (HERE / "live.css").read_text("utf-8")
    (arrow,) = re.findall(r"--jp-widgets-dropdown-arrow: .*stroke='%23(\w{6})'", style)
    light, dark = sorted((luminance(arrow), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_words_of_a_menu_in_focus_are_their_own() -> None:
    """No shadow stands for them, as in the style of ipywidgets: it is black on any ground."""
    style = (HERE / "live.css").read_text("utf-8")
    rule = re.search(r"\.t2-live select:focus \{(.*?)\}", style, re.S)
    assert rule
    assert "text-shadow: none !important" in rule[1]
    assert re.search(r"\n  color: .* !important;", rule[1])
