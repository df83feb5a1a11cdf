"""Feedback on the questions of the lessons: check an answer, ask for a hint, see the solution."""

from collections import Counter
from typing import Any

from track2lib.progress import record
from track2lib.questions import Question, find
from track2lib.questions.feedback import Feedback
from track2lib.questions.grading import FormError, grade

__all__ = ["check", "hint", "solution"]

# Counted in memory, not on disk: a lesson run from the top gives the same hints each time.
_hints_given: Counter[str] = Counter()


def check(question: str, answer: Any = ...) -> Feedback:
    """Check an answer and give the reason.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    answer : object
        The answer. Without one, or with `...`, the question is shown and nothing is recorded.

    Returns
    -------
    Feedback
        Right, partly right or not yet, with the reason, but not with the right answer.

    Raises
    ------
    LookupError
        If there is no such question.

    Examples
    --------
    >>> check("q0-1", ...).status
    'waiting'
    """
    asked = find(question)
    if _is_waiting(answer):
        return Feedback("waiting", asked.id, _prompt(asked), f"({asked.minutes} min)")
    try:
        status, body = grade(asked, answer)
    except FormError as problem:
        return Feedback("form", asked.id, f"{problem} The answer here is {_form(asked)}.")
    parts = [body]
    if status in {"right", "noted"}:
        parts += [asked.solution, _sources(asked, "It rests on")]
    else:
        parts.append(_sources(asked, "Read again"))
        parts.append(f'Try once more, or ask for a hint: `t2.hint("{asked.id}")`.')
    parts.append(record(asked.id, solved=status in {"right", "noted"}))
    return Feedback(status, asked.id, "\n\n".join(filter(None, parts)))


def hint(question: str) -> Feedback:
    """Give the next hint; after the last one, the last again.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".

    Returns
    -------
    Feedback
        The hint, with its number.

    Raises
    ------
    LookupError
        If there is no such question.

    Examples
    --------
    >>> hint("q0-1").status
    'hint'
    """
    asked = find(question)
    total = len(asked.hints)
    step = _hints_given[asked.id] = min(_hints_given[asked.id] + 1, total)
    body = asked.hints[step - 1]
    if step == total:
        body += f'\n\nThis is the last hint. To see the answer: `t2.solution("{asked.id}")`.'
    return Feedback("hint", asked.id, body, f"{step} of {total}")


def solution(question: str) -> Feedback:
    """Give the right answer and the reason for it.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".

    Returns
    -------
    Feedback
        The answer, its reason and the passages that it rests on.

    Raises
    ------
    LookupError
        If there is no such question.

    Examples
    --------
    >>> solution("q0-1").status
    'solution'
    """
    asked = find(question)
    key = ""
    if asked.kind == "table":
        # Only where the teacher gives no code: what the key itself is computed from.
        if "```" not in asked.solution:
            query = f".query({asked.query!r})" if asked.query else ""
            key = f'```\nt2.load("{asked.table}", scope="{asked.scope}"){query}\n```'
    elif asked.kind != "reflect":
        texts = {str(option.value): option.text for option in asked.options}
        answers = [f"`{word}` {texts.get(word, '')}".strip() for word in asked.right()]
        key = f"The answer: {', '.join(answers)}"
    return Feedback(
        "solution",
        asked.id,
        "\n\n".join(filter(None, [key, asked.solution, _sources(asked, "It rests on")])),
    )


def _is_waiting(answer: Any) -> bool:
    if isinstance(answer, str):
        return answer.strip() in {"", "...", "…"}
    if isinstance(answer, list | tuple | set):
        return all(part is ... for part in answer)
    return answer is ...


def _prompt(asked: Question) -> str:
    parts = [asked.prompt.strip()]
    if asked.kind in {"choice", "set"} and all(option.text for option in asked.options):
        parts.append("\n".join(f"- `{option.value}` {option.text}" for option in asked.options))
    parts.append(
        f'In `t2.check("{asked.id}", ...)` put your answer in place of the three dots: '
        f"{_form(asked)}. Then run the cell."
    )
    return "\n\n".join(parts)


def _form(asked: Question) -> str:
    if asked.form:
        return asked.form.strip().rstrip(".")
    if asked.kind == "choice":
        return f'one letter in quotes, from "a" to "{asked.options[-1].value}"'
    if asked.kind == "table":
        kept = " and ".join(f"`{name}`" for name in asked.key_columns())
        return f"a table, by its name without quotes, that still has the column {kept}"
    return {
        "set": 'a list of words in quotes, like `["this", "that"]`',
        "number": "a number, without quotes",
        "reflect": "a sentence or more in your own words, in quotes",
    }[asked.kind]


def _sources(asked: Question, lead: str) -> str:
    from track2lib.provenance import locator

    places = "; ".join(locator(passage) for passage in asked.passages)
    return f"{lead}: {places}" if places else ""
