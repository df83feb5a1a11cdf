"""A question as a page shows it that runs no Python: its options answer when they are opened."""

from track2lib.lessons.feedback import STATUS, as_html
from track2lib.lessons.question import Option, Question

__all__ = ["asked"]

# What only the live lesson does, by the kind of a question.
NEEDS = {
    "choice": "which keeps your answer and counts it",
    "set": "which judges your choice and says what is missing",
    "guess": "which keeps your guess and sets it beside what is so",
    "number": "which checks your number and says what it counts",
    "table": "which takes your table and finds the rows that do not fit",
    "reflect": "which keeps your sentences for you and for whoever teaches",
}


def asked(question: Question, live: str) -> str:
    """Give the question with its hints and its reason, each behind a line to open.

    Parameters
    ----------
    question : Question
        A question of a lesson.
    live : str
        Address of the page that says how a lesson is run.

    Returns
    -------
    str
        HTML. A choice says of each option, once it is opened, whether it is right and why.
    """
    words = "minute" if question.minutes == 1 else "minutes"
    parts = [
        f'<p class="t2-kind">Your turn: {question.id} ({question.minutes} {words})</p>',
        as_html(question.prompt),
        _options(question),
        *(_opens(f"Hint {place}", as_html(hint)) for place, hint in enumerate(question.hints, 1)),
        _opens("The answer, and why", f"{_right(question)}{as_html(question.solution)}"),
        f'<p class="t2-live">To answer it, run the lesson, {NEEDS[question.kind]}: '
        f'<a href="{live}">how to run it</a>.</p>',
    ]
    inner = "\n".join(filter(None, parts))
    return f'<div class="t2-question" role="group" aria-label="Question {question.id}">\n{inner}\n</div>'


def _options(question: Question) -> str:
    """List the options; those of a choice open."""
    shown = question.shown_options()
    if not shown:
        return ""
    opens = question.kind == "choice"
    lines = [_option(one, question.solution) if opens else _plain(one) for one in shown]
    first = f"<p>{'Open the one that you would choose.' if opens else 'Choose, then open the answer below.'}</p>"
    return f'{first}<ul class="t2-options">{"".join(lines)}</ul>'


def _option(option: Option, solution: str) -> str:
    symbol, words, _ = STATUS["right" if option.right else "not yet"]
    said = as_html(f"**{symbol} {words}.** {solution if option.right else option.why}")
    return f"<li>{_opens(_named(option), said)}</li>"


def _plain(option: Option) -> str:
    return f"<li>{_named(option)}</li>"


def _named(option: Option) -> str:
    """Give the letter of an option and its words, without the paragraph around them."""
    return _inline(f"`{option.value}` {option.text}")


def _right(question: Question) -> str:
    """Name the right options, or the number, where the reason alone may not."""
    if question.read_as() == "number":
        return f"<p>Right: {question.right()[0]}.</p>"
    right = [_inline(f"`{one.value}`") for one in question.shown_options() if one.right]
    return f"<p>Right: {', '.join(right)}.</p>" if right else ""


def _opens(line: str, inner: str) -> str:
    return f"<details><summary>{line}</summary>{inner}</details>"


def _inline(text: str) -> str:
    return as_html(text).strip().removeprefix("<p>").removesuffix("</p>")
