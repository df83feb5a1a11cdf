"""Handing in: one file with what a reader has done, for whoever teaches."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from track2lib.charts.grammar.words import join
from track2lib.impact.rubric import COLUMNS as OF_CODES
from track2lib.lessons.feedback import Feedback, is_blank
from track2lib.lessons.question import Question, lessons
from track2lib.lessons.sentences import is_a_sentence
from track2lib.reader.attempts import Attempt, read_attempts
from track2lib.reader.coder_name import coder_name
from track2lib.reader.hand_ins import codings_files, save_hand_in
from track2lib.reader.lines import lines_in
from track2lib.reader.notes import read_notes
from track2lib.records.asked import a_switch, a_text, one_of
from track2lib.teaching.form import ALL, CODE, NOTE, Line, written

__all__ = ["hand_in", "lines_of"]

ABOUT = "your hand-in"
LONGEST = 200  # letters of a name


def hand_in(name: Any = ..., *, lesson: str | None = None, notes: bool = True) -> Feedback:
    """Write what you have done into one file, which you then give to whoever teaches.

    The file lies in your notes folder and opens in a spreadsheet. It holds your last answer to each
    question, how often you tried, what is solved, and your sentences; your notes; and your codes of
    cases. No time of day is in it. When you hand in again, the file before is kept as a copy.

    Parameters
    ----------
    name : str
        Your name, as your teacher knows it, in letters of any script. Without one, or with `...`,
        nothing is written.
    lesson : str, optional
        Number of a lesson, such as "07", to hand in its questions alone. Notes and codes belong to
        no lesson and come along. By default all lessons.
    notes : bool, default True
        Whether your notes are to be in the file.

    Returns
    -------
    Feedback
        What was written and where, and which questions are not answered yet.

    Raises
    ------
    LookupError
        If there is no such lesson.
    TypeError, ValueError
        If the name is no text or holds a character that no file can hold, or `notes` is neither
        True nor False.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.hand_in(...).status
    'waiting'
    """
    known = lessons()
    if lesson is not None:
        one_of(lesson, [*known], "lesson")
    a_switch(notes, "notes")
    if is_blank(name):
        body = "In `t2.hand_in(...)` put your name in place of the three dots, in quotes."
        return Feedback("waiting", ABOUT, body)
    a_text(name, "name", "Ana", longest=LONGEST)
    if not (typed := coder_name(name)):
        raise ValueError(f"name is {name!r}, and has no letter in it. Write a name, such as 'Ana'.")
    asked = known if lesson is None else {lesson: known[lesson]}
    try:
        attempts, damaged = read_attempts()
        lines = lines_of(asked, attempts, read_notes() if notes else [], codings_files())
        saved = save_hand_in(
            typed, lesson or "", lambda own, n: written(typed, lesson or ALL, own, n, lines)
        )
    except (OSError, RuntimeError) as error:
        body = f"Nothing was written, for your notes folder cannot be used: {error}"
        return Feedback("not yet", ABOUT, body)
    said = [_said(saved.path, saved.kept, lines, is_new=saved.is_new), _open(asked, attempts)]
    if damaged:
        said.append(f"Lines of your progress that cannot be read, and are not in it: {damaged}.")
    return Feedback("noted", ABOUT, "\n\n".join(filter(None, said)))


def lines_of(
    asked: Mapping[str, Sequence[Question]],
    attempts: Mapping[str, Attempt],
    notes: Sequence[str],
    codings: Mapping[str, bytes],
) -> list[Line]:
    """Give the rows of a hand-in.

    Parameters
    ----------
    asked : mapping of str to sequence of Question
        The questions of each lesson.
    attempts : mapping of str to Attempt
        What was done, by question.
    notes : sequence of str
        Paragraphs.
    codings : mapping of str to bytes
        Files of coders, by their names.

    Returns
    -------
    list of dict
        A row for each question, note and code; a question that was not tried has no attempt.
    """
    lines = [
        _answer(lesson, question, attempts.get(question.id))
        for lesson, questions in asked.items()
        for question in questions
    ]
    lines += [
        {"kind": NOTE, "item": str(number), "answer": text}
        for number, text in enumerate(notes, start=1)
    ]
    for file, content in codings.items():
        for row in lines_in(content, OF_CODES, len(OF_CODES) - 1).rows:
            own = dict(zip(OF_CODES, row, strict=True))
            # One that is open, or was taken back, has neither.
            if own["code"] or own["reason"]:
                lines.append({"kind": CODE, "item": file, **own})
    return lines


def _answer(lesson: str, asked: Question, done: Attempt | None) -> Line:
    """Write one question with what was done."""
    line = {"kind": asked.kind, "lesson": lesson, "item": asked.id, "question": asked.prompt}
    line["version"] = asked.version()
    if done is None:
        return line | {"attempts": "0"}
    at = {} if done.solved_at is None else {"solved_at": str(done.solved_at)}
    tried = {"attempts": str(done.attempts), "solved": str(done.solved), "answer": done.answer}
    return line | tried | at


def _said(path: Path, kept: str, lines: Sequence[Line], *, is_new: bool) -> str:
    """Say in one sentence what was written where, and what becomes of it."""
    answers = [line for line in lines if line["kind"] not in (NOTE, CODE)]
    sentences = [line for line in answers if line["kind"] == "reflect"]
    counts = (
        ("answer", sum(line["attempts"] != "0" for line in answers if line not in sentences)),
        ("sentence", sum(is_a_sentence(line.get("answer", "")) for line in sentences)),
        ("note", sum(line["kind"] == NOTE for line in lines)),
        ("code", sum(line["kind"] == CODE for line in lines)),
    )
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for word, n in counts if n]
    holds = f"your {join(parts)}" if parts else "no answer yet"
    place = f"`{_from_home(path)}`"
    if not is_new:
        return f"Nothing has changed since you handed in: {place} has {holds}."
    copy = f" The one before is kept beside it, as `{kept}`." if kept else ""
    return (
        f"{place} now has {holds}, how often you tried and what is solved, and no time of day."
        f"{copy}\n\nNothing is sent anywhere: give this file to your teacher. To hand in again, run "
        "the cell again."
    )


def _from_home(path: Path) -> str:
    """Name a file as a reader finds it, without the name of an account where that can be left out."""
    with suppress(RuntimeError, ValueError):  # no home is known, or the folder is elsewhere
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    return str(path)


def _open(asked: Mapping[str, Sequence[Question]], attempts: Mapping[str, Attempt]) -> str:
    """Say which questions are not answered yet, and which sentences are none."""
    lacking, unbegun, short = list[str](), list[str](), list[str]()
    for lesson, questions in asked.items():
        own = [question.id for question in questions if question.id not in attempts]
        if len(own) == len(questions) and len(asked) > 1:
            unbegun.append(lesson)
        else:
            lacking += own
        short += [
            question.id
            for question in questions
            if question.kind == "reflect"
            and question.id in attempts
            and not is_a_sentence(attempts[question.id].answer)
        ]
    said = [f"Not answered yet: {', '.join(lacking)}."] if lacking else []
    if unbegun:
        said.append(f"Lessons not begun: {', '.join(unbegun)}.")
    if short:
        said.append(f"No sentence yet, so that it will not count: {', '.join(short)}.")
    return "\n\n".join(said)
