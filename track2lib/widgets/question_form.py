"""A question as a small form: real radio buttons, check boxes or a field, the reason beside them."""

from dataclasses import replace
from typing import Any

from track2lib.lessons import exercises
from track2lib.lessons.feedback import Feedback, as_html, quote
from track2lib.lessons.progress import earlier
from track2lib.lessons.question import Question, find
from track2lib.widgets.stored import LIVE, stored

__all__ = ["QuestionForm", "check"]

SHOW = "Show the answer"
COMPARE = {"reflect": "Compare", "guess": "Show the reason"}
FIELDS = {
    "number": "Your number",
    "set": "Your words, with commas between them",
    "reflect": "Your answer, a sentence or more",
    "table": "The name that you gave your table",
}
# What is wanted in a field, where the words for an answer in code would speak of quotation marks.
WANTED = {
    "number": "a number, in figures",
    "set": "words, with commas between them",
    "reflect": "a sentence or more in your own words",
    "table": "a table that still has the column {key}",
}


def check(question: str, answer: Any = ..., *more: Any) -> Feedback:
    """Ask a question, or check an answer and give the reason.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    answer : object
        The answer. Without one, or with `...`, the question is shown as a form, in which it can
        be answered by mouse and keyboard, and nothing is recorded until it is.
    *more : object
        Further answers, where several are right: they count as one list with the first.

    Returns
    -------
    Feedback
        The question and the answer; right, partly right or not yet, with the reason, but not
        with the right answer. A guess is noted and not judged.

    Raises
    ------
    LookupError
        If there is no such question.

    Examples
    --------
    >>> check("q0-1").status
    'waiting'
    >>> check("q0-1", "a").status
    'not yet'
    """
    said = exercises.check(question, answer, *more)
    return _Asked(**vars(said)) if said.status == "waiting" else said


class _Asked(Feedback):
    """A question that waits. On a page it is a form, everywhere else the text that it is."""

    def _ipython_display_(self) -> None:
        QuestionForm(self).show()


class QuestionForm:
    """The form behind `check`, which can be answered from Python.

    Parameters
    ----------
    asked : Feedback
        The question that waits.

    Attributes
    ----------
    widget : QuestionWidget
        What the page shows.
    """

    def __init__(self, asked: Feedback) -> None:
        # Imported here: who only answers in code need not wait for it.
        from track2lib.widgets.live import QuestionWidget

        self._question = find(asked.about)
        self._first = asked
        self._handle: Any = None
        self.widget = QuestionWidget(asked=_for_the_page(self._question, asked))
        self.widget.on_msg(self._hear)

    def show(self) -> None:
        """Show the question as it is stored, and below it the form, which takes its place."""
        from IPython.display import display

        # An output of its own: it is there whatever becomes of the form.
        self._handle = display(stored(self._first), raw=True, display_id=True)
        shown, _ = self.widget._repr_mimebundle_() or ({}, {})
        display(shown | LIVE, raw=True)

    def answer(self, given: list[str]) -> Feedback:
        """Check what was chosen or typed, and keep it beside the question.

        Parameters
        ----------
        given : list of str
            Values of options, or what stands in the field.

        Returns
        -------
        Feedback
            As `check` gives it.
        """
        said = self._check(given)
        if self._handle is not None:
            self._handle.update(stored(said), raw=True)
        return said

    def _check(self, given: list[str]) -> Feedback:
        """Read what was given in the way of the question."""
        asked = self._question
        if not any(word.strip() for word in given):
            return self._slip("Nothing is chosen or written yet.")
        if asked.read_as() == "set" and asked.shown_options():
            return exercises.check(asked.id, given)
        if asked.kind != "table":
            return exercises.check(asked.id, *given)
        from IPython.core.getipython import get_ipython

        # A name and no code: a page is no place from which to run what somebody sent.
        shell, name = get_ipython(), given[0].strip(" \t\n'\"`")
        if not name.isidentifier():
            return self._slip(
                "The field takes a name and no code. Name your table in a cell of your own, as in "
                "`mine = ...`, run that cell, and write `mine` here."
            )
        if shell is None or name not in shell.user_ns:
            return self._slip(f"There is no table {quote(name)} in this notebook yet.")
        return exercises.check(asked.id, shell.user_ns[name])

    def _slip(self, what: str) -> Feedback:
        return Feedback("form", self._question.id, what, question=self._first.question)

    def _in_the_form(self, said: Feedback) -> Feedback:
        """Say what to do next by the buttons; the question stands above."""
        asked = self._question
        show = COMPARE.get(asked.kind, SHOW)
        words = {
            "hint": f"This is the last hint. Now you can press **{show}**.",
            "noted": f"When you have looked, press **{show}**.",
            "form": f"The answer here is {_wanted(asked)}.",
        }
        then = words.get(said.status, "Try once more, or press **Hint**.") if said.then else ""
        return replace(said, question="", then=then)

    def _hear(self, _: Any, content: dict[str, Any], __: Any) -> None:
        """Do what was asked for on the page, and send the words for it."""
        if not isinstance(content, dict):  # no page of ours has sent it
            return
        if "answer" in content:
            sent = content["answer"] if isinstance(content["answer"], list) else []
            said = self._in_the_form(self.answer([w for w in sent if isinstance(w, str)]))
            # The reason of a guess waits for the look at the chart, and no longer.
            is_guessed = self._question.kind == "guess" and said.status == "noted"
            self.widget.send({"said": said._repr_html_(), "last": is_guessed})
        elif "hint" in content:
            said = self._in_the_form(exercises.hint(self._question.id))
            step, _, total = said.detail.partition(" of ")
            self.widget.send({"helped": said._repr_html_(), "last": step == total})
        elif "solution" in content:
            self.widget.send({"helped": exercises.solution(self._question.id)._repr_html_()})


def _wanted(asked: Question) -> str:
    """Say what is to be chosen or written."""
    key = " and ".join(f"`{name}`" for name in asked.key_columns())
    return WANTED.get(asked.read_as(), "one of the options").format(key=key)


def _for_the_page(question: Question, asked: Feedback) -> dict[str, Any]:
    """Give the words of a form, and how it is answered."""
    before = earlier(question.id)
    options = question.shown_options()
    kind = question.read_as()
    answer = before.answer if before else ""
    chosen = [word for word in (answer.split(", ") if options else [answer]) if word]
    # Above the options, not among them: what is said of all of them.
    prompt = question.prompt + (
        "\n\nThis is a guess: it is not judged." * (question.kind == "guess")
    )
    return {
        "id": question.id,
        "title": asked.title,
        "prompt": as_html(prompt),
        "options": [
            {"value": str(one.value), "html": as_html(f"`{one.value}` {one.text}")}
            for one in options
        ],
        "several": kind == "set",
        "long": kind == "reflect",
        "label": "" if options else FIELDS[kind],
        "answer": chosen,
        "before": as_html(exercises.told_before(question)),
        "compare": COMPARE.get(question.kind, SHOW),
    }
