"""A question as a form."""

from collections import Counter
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from track2lib.lessons import exercises
from track2lib.lessons.question import lessons
from track2lib.page.text_table import show
from track2lib.reader.attempts import read_attempts
from track2lib.widgets.question_form import QuestionForm, check

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def shell(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a session of IPython, in which tables have names."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.fixture(autouse=True)
def _forget_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exercises, "_hints_given", Counter())


def form(question: str) -> QuestionForm:
    return QuestionForm(check(question))


def sent(one: QuestionForm, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any]) -> Any:
    """Send what a page sends, and give what it gets back."""
    back: list[Any] = []
    monkeypatch.setattr(type(one.widget), "send", lambda _, content: back.append(content))
    one._hear(one.widget, content, [])
    one.widget._answer(one.widget, content, [])
    return back


@pytest.mark.parametrize(
    ("question", "given", "status"),
    [
        ("q1-2", ["b"], "not yet"),
        ("q1-2", ["c"], "right"),
        ("q1-3", ["b", "c"], "partly"),
        ("q0-2", ["3"], "not yet"),
        ("q0-2", ["many"], "form"),
        ("q1-1", ["It hangs on who\nmeets."], "noted"),
        ("q0-4", ["a"], "noted"),
        ("q1-2", [], "form"),
        ("q1-1", [" "], "form"),
    ],
)
def test_a_click_does_what_a_call_does(question: str, given: list[str], status: str) -> None:
    """An answer in the form gets the same words as one in the call, and counts the same."""
    said = form(question).answer(given)
    assert said.status == status
    known, _ = read_attempts()
    assert (question in known) == (status != "form")
    if given != [] and given[0].strip():
        one = given if question == "q1-3" else given[0]
        assert said == check(question, one)
        assert read_attempts()[0].get(question) == known.get(question)


def test_a_table_is_handed_in_by_its_name(shell: Any) -> None:
    """A name leads to the table of that name; what is no name leads nowhere, and nothing is run."""
    one = form("q0-3")
    shell.user_ns["mine"] = pd.DataFrame({"org_id": ["csr"]})
    assert one.answer([" mine "]).status in ("partly", "not yet")
    assert one.answer(['"mine"']).status in ("partly", "not yet")
    shell.user_ns["shown"] = show(shell.user_ns["mine"])
    assert one.answer(["shown"]).body == one.answer(["mine"]).body
    assert form("q5-3").answer(["eight successes"]).status == "right"
    assert "There is no table `yours`" in one.answer(["yours"]).body
    for typed in ("mine.head(1)", "__import__('os')"):
        said = one.answer([typed])
        assert said.status == "form"
        assert "a name and no code" in said.body


def test_the_question_is_stored_with_its_answer(shell: Any) -> None:
    """The words stand in an output of their own, and after an answer this has answer and reason."""
    with capture_output() as out:
        one = form("q1-2")
        one.show()
        one.answer(["b"])
    first, live, after = (output.data for output in out.outputs)
    assert VIEW not in first
    assert VIEW in live
    assert live["text/html"].startswith("<!--")
    for data in (first, after):
        assert "Two serving ambassadors" in data["text/plain"]
        assert "The second, in the overview" in data["text/html"]
    assert "← your answer" in after["text/html"]
    assert "Not yet" in after["text/html"]


def test_a_question_at_the_end_of_a_cell_is_a_form(shell: Any) -> None:
    """What stands last in a cell is shown as question and form; what is answered as it is."""
    with capture_output() as out:
        shell.run_cell("import track2lib as t2\nt2.check('q1-2')")
        shell.run_cell("t2.check('q1-2', 'b')")
    assert [VIEW in output.data for output in out.outputs[:2]] == [False, True]


def test_the_page_hears_words_and_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked on the page is answered: a verdict, hints one by one, a beat."""
    one = form("q1-2")
    (back,) = sent(one, monkeypatch, {"answer": ["b"]})
    assert "Not yet" in back["said"]
    assert "Two serving" not in back["said"]
    assert sent(one, monkeypatch, {"hint": True})[0]["last"] is False
    assert sent(one, monkeypatch, {"hint": True})[0]["last"] is True
    assert "The answer" in sent(one, monkeypatch, {"solution": True})[0]["helped"]
    assert sent(one, monkeypatch, {"alive": 3}) == [{"alive": 3}]


@pytest.mark.parametrize(
    ("question", "given", "words"),
    [
        ("q1-2", ["b"], "Try once more, or press <strong>Hint</strong>."),
        ("q1-3", ["b"], "Try once more, or press <strong>Hint</strong>."),
        ("q0-2", ["many"], "The answer here is a number, in figures."),
        ("q1-1", ["Yes."], "The answer here is a sentence or more in your own words."),
        ("q0-3", ["mine"], "The answer here is a table that still has the column"),
        ("q0-4", ["a"], "When you have looked, press <strong>Show the reason</strong>."),
        ("q1-2", ["c"], "Right"),
        ("q1-1", [""], "Nothing is chosen or written yet."),
    ],
)
def test_a_form_speaks_of_its_buttons_and_a_call_of_code(
    shell: Any, monkeypatch: pytest.MonkeyPatch, question: str, given: list[str], words: str
) -> None:
    """On the page the next step is a button or a field, with no code and no quotation marks."""
    shell.user_ns["mine"] = pd.DataFrame({"name": ["a"]})
    said = sent(form(question), monkeypatch, {"answer": given})[0]["said"]
    assert words in said
    assert "t2." not in said
    assert "quotes" not in said


@pytest.mark.parametrize("question", [one.id for own in lessons().values() for one in own])
def test_the_last_hint_names_a_button(monkeypatch: pytest.MonkeyPatch, question: str) -> None:
    """After the last hint of every question its form names the button that has just appeared."""
    one = form(question)
    for _ in range(9):
        (back,) = sent(one, monkeypatch, {"hint": True})
        if back["last"]:
            break
    assert f"you can press <strong>{one.widget.asked['compare']}</strong>" in back["helped"]
    assert "t2.solution" not in back["helped"]


@pytest.mark.parametrize("question", ["q1-2", "q1-3", "q0-2", "q0-3", "q0-4", "q1-1"])
@pytest.mark.parametrize(
    "content",
    [None, 3, "answer", ["answer"]]
    + [{"answer": odd} for odd in (None, 3, "a", [], [None], [3], [["a"]], {"a": 1}, [" "])],
)
def test_what_no_page_of_ours_sends_is_no_attempt(
    question: str, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes instead of words is no answer, raises nothing and gives no reason away."""
    back = sent(form(question), monkeypatch, content)
    assert all("Nothing is chosen" in one["said"] for one in back)
    assert not any(one["last"] for one in back)
    assert read_attempts() == ({}, 0)


def test_one_answer_is_not_the_first_of_two() -> None:
    """Where one answer is asked for, two are none."""
    assert form("q1-2").answer(["c", "b"]).status == "form"
    assert read_attempts() == ({}, 0)


@pytest.mark.parametrize(
    ("given", "is_shown"), [([], False), (["z"], False), (["..."], False), (["b"], True)]
)
def test_the_reason_of_a_guess_waits_for_the_guess(
    given: list[str], is_shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has not guessed yet gets no button that gives it away."""
    (back,) = sent(form("q0-4"), monkeypatch, {"answer": given})
    assert back["last"] == is_shown


def test_no_half_of_a_letter_is_sent_to_the_page() -> None:
    """Words that no page can hold are left out: a message with them could not be sent at all."""
    half = "It hangs on \ud800 who meets"
    said = form("q1-1").answer([half])
    assert said.status == "noted"
    assert "\ud800" not in said._repr_html_() + repr(said)
    for question in ("q0-3", "q1-2", "q1-3", "q0-2"):
        said = form(question).answer(["\ud800`"])
        assert "\ud800" not in said._repr_html_() + repr(said)


def test_an_earlier_answer_is_chosen_already() -> None:
    """Whoever comes back finds their answer in the form."""
    check("q1-3", ["b", "c"])
    check("q1-1", "It hangs on who meets.")
    assert form("q1-3").widget.asked["answer"] == ["b", "c"]
    assert form("q1-1").widget.asked["answer"] == ["It hangs on who meets."]
    assert "tried this question before" in form("q1-3").widget.asked["before"]


@pytest.mark.parametrize("question", [one.id for own in lessons().values() for one in own])
def test_every_question_has_a_form(question: str) -> None:
    """Each question has options to choose from or a field with a label, and words that are safe."""
    asked = form(question).widget.asked
    assert bool(asked["options"]) != bool(asked["label"])
    assert asked["prompt"].startswith("<p>")
    assert asked["answer"] == []
