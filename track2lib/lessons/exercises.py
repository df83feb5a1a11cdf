"""Feedback on the questions of the lessons: check an answer, ask for a hint, see the solution."""

from collections import Counter
from typing import Any

from track2lib.lessons import references
from track2lib.lessons.feedback import Feedback, is_blank, quote
from track2lib.lessons.given import FormError, in_words
from track2lib.lessons.grading import grade
from track2lib.lessons.progress import earlier, record
from track2lib.lessons.question import Question, find
from track2lib.lessons.question_text import form_of, how_to_answer, question_text
from track2lib.lessons.reading import read

__all__ = ["check", "hint", "solution", "told_before"]

# Counted in memory, not on disk: a lesson run from the top gives the same hints each time.
_hints_given: Counter[str] = Counter()


def check(question: str, answer: Any = ..., *more: Any) -> Feedback:
    """Check an answer, or give the question that waits for one; `track2lib.check` says how."""
    asked = find(question)
    if _is_waiting(answer):
        return _waiting(asked)
    try:
        # Whoever forgets the list means several answers where several may be right.
        given = read(asked, [answer, *more] if more else answer)
    except FormError as problem:
        # A slip of the hand is no attempt, so it is not recorded.
        then = f"The answer here is {form_of(asked)}."
        return Feedback("form", asked.id, str(problem), question=question_text(asked), then=then)
    status, body = grade(asked, given)
    words = in_words(asked, given)
    parts, then = [body], ""
    if asked.kind == "guess":
        # The reason waits: read before the chart, it would take the looking away.
        then = f'When you have looked, read the reason: `t2.solution("{asked.id}")`.'
    elif status in {"right", "noted"}:
        parts += [asked.solution, _rests_on(asked)]
    else:
        # What to read again and not what is right: to find it there is the exercise.
        parts.append(_read_again(asked))
        then = f'Try once more, or ask for a hint: `t2.hint("{asked.id}")`.'
    # A table is not kept: it is there again when its cell is run.
    kept = "" if asked.kind == "table" else ", ".join(words)
    parts.append(record(asked.id, solved=status in {"right", "noted"}, answer=kept))
    body = "\n\n".join(filter(None, parts))
    return Feedback(status, asked.id, body, question=question_text(asked, words), then=then)


def told_before(asked: Question) -> str:
    """Say what the reader did with a question before; nothing where there was nothing."""
    before = earlier(asked.id)
    if before is None:
        return ""
    solved = "solved" if before.solved else "tried"
    given = f"; your last answer was {quote(before.answer)}" if before.answer else ""
    return f"You have {solved} this question before{given}."


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
    then = ""
    if step == total:
        # A reflection has no right answer to see.
        lead = "To compare" if asked.kind == "reflect" else "To see the answer"
        then = f'This is the last hint. {lead}: `t2.solution("{asked.id}")`.'
    return Feedback("hint", asked.id, asked.hints[step - 1], f"{step} of {total}", then=then)


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
    body = "\n\n".join(filter(None, [key, asked.solution, _rests_on(asked)]))
    return Feedback("solution", asked.id, body)


def _waiting(asked: Question) -> Feedback:
    """Show a question that waits for its answer, and what was answered before."""
    said = "\n\n".join(filter(None, [told_before(asked), how_to_answer(asked)]))
    minutes = f"({asked.minutes} min)"
    return Feedback("waiting", asked.id, said, minutes, question_text(asked))


def _is_waiting(answer: Any) -> bool:
    """Tell whether there is no answer yet."""
    # Whoever writes a list around the dots, or empties it, has not answered yet either.
    if isinstance(answer, list | tuple | set):
        return all(part is ... for part in answer)
    return is_blank(answer)


def _rests_on(asked: Question) -> str:
    """Say which passages bear the answer."""
    where = references.places(asked.passages)
    return f"It rests on: {where}" if where else ""


def _read_again(asked: Question) -> str:
    """Say where to look; what stands there would often be the answer itself."""
    # What a table lacks is a condition; the passages of its right rows would name these rows.
    if asked.kind == "table":
        return ""
    found = references.read_whole()
    where = references.places([passage for passage in asked.passages if passage in found])
    return f"Look again at: {where}" if where else ""
