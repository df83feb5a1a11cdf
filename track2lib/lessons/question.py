"""The questions of the lessons: one TOML file for each lesson, read here."""

import difflib
import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Self

import pandas as pd

from track2lib.lessons import references

__all__ = [
    "FOLDER",
    "Option",
    "Question",
    "find",
    "joined_keys",
    "lesson_files",
    "lessons",
    "titles",
]

SHOWN = 40  # letters of a name: no question has so long a one
FOLDER = Path(__file__).with_name("questions")


@dataclass(frozen=True)
class Option:
    """One answer that a teacher foresaw: right, or wrong for a reason."""

    value: str | float
    text: str = ""
    why: str = ""
    right: bool = False


@dataclass(frozen=True)
class Question:
    """One question, with the fields of its file; CONTRIBUTING.md says what they mean."""

    id: str
    kind: str
    minutes: int
    prompt: str
    hints: list[str]
    solution: str
    passages: list[str]
    form: str = ""
    options: tuple[Option, ...] = ()
    otherwise: str = ""
    answer: float | None = None
    tolerance: float = 0
    table: str = ""
    scope: Literal["all", "founding"] = "founding"
    query: str = ""
    key: str = ""
    columns: list[str] = field(default_factory=list)
    called: str = ""
    empty: str = ""

    @classmethod
    def from_file(cls, raw: dict[str, Any]) -> Self:
        """Make a question of what stands in its file."""
        options = tuple(Option(**option) for option in raw.get("options", []))
        return cls(**{**raw, "options": options})

    def rows(self) -> pd.DataFrame:
        """Give the rows that are the right answer, from the data as they are now."""
        # Never written down: it would be wrong as soon as a row of the data is corrected.
        frame = references.table(self.table, scope=self.scope)
        # The engine is named because pandas takes another one wherever numexpr is installed.
        return frame.query(self.query, engine="python") if self.query else frame

    def key_columns(self) -> list[str]:
        """Give the columns that tell rows apart."""
        return self.key.replace(",", " ").split()

    def read_as(self) -> str:
        """Give the kind as which an answer is read: a guess is read as a choice or a number."""
        if self.kind == "guess":
            return "choice" if self.options else "number"
        return self.kind

    def has_letters(self) -> bool:
        """Tell whether the options are single letters."""
        return all(len(str(option.value)) == 1 for option in self.options)

    def shown_options(self) -> tuple[Option, ...]:
        """Give the options to choose from; others are wrong answers that a teacher foresaw."""
        chosen = self.kind in {"choice", "set", "guess"} and all(o.text for o in self.options)
        return self.options if chosen else ()

    def version(self) -> str:
        """Give a short word that changes with what is asked and what counts as right."""
        options = [(str(o.value), o.text, o.right) for o in self.options]
        judged = (
            self.answer,
            self.tolerance,
            self.table,
            self.scope,
            self.query,
            self.key,
            self.columns,
        )
        asked = repr((self.kind, self.prompt, options, judged))
        # With a letter in front, or a spreadsheet might take it for a number.
        return f"v{hashlib.sha256(asked.encode()).hexdigest()[:6]}"

    def right(self) -> list[str]:
        """Give the right answer as words: options, a number, or the keys of the right rows."""
        if self.read_as() == "number":
            # Without the point that a whole number has once it is a float: 14 and not 14.0.
            return [f"{len(self.rows()) if self.answer is None else self.answer:g}"]
        if self.kind == "table":
            return joined_keys(self.rows(), self.key_columns())
        return [str(option.value) for option in self.options if option.right]


def joined_keys(rows: pd.DataFrame, columns: list[str]) -> list[str]:
    """Write the key of each row as one word, in which two tables can be compared."""
    return [" / ".join(map(str, key)) for key in rows[columns].itertuples(index=False)]


def lessons() -> dict[str, list[Question]]:
    """Read every question.

    Returns
    -------
    dict of str to list of Question
        The questions of each lesson in their order; the keys are "00", "01" and so on.

    Examples
    --------
    >>> [question.id for question in lessons()["00"]][:2]
    ['q0-1', 'q0-2']
    """
    return {file.stem: _read(file) for file in lesson_files(FOLDER)}


def titles() -> dict[str, str]:
    """Read what the lessons are called.

    Returns
    -------
    dict of str to str
        The title of each lesson; its number where its file gives none.

    Examples
    --------
    >>> titles()["00"]
    'Start here'
    """
    files = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in lesson_files(FOLDER)}
    return {lesson: raw.get("title", f"Lesson {lesson}") for lesson, raw in files.items()}


def find(question: str) -> Question:
    """Find one question.

    Parameters
    ----------
    question : str
        Its name, such as "q1-3" for the third question of lesson 01.

    Returns
    -------
    Question
        The question.

    Raises
    ------
    LookupError
        If it is no name, or there is none of that name; the message gives the nearest and those of
        its lesson.

    Examples
    --------
    >>> find("q0-1").minutes > 0
    True
    """
    if not isinstance(question, str):
        kind = type(question).__name__
        raise LookupError(
            f"A question is asked for by its name in quotes, such as 'q1-3', and not by a value of "
            f"type {kind}."
        )
    files = lesson_files(FOLDER)
    name = question.strip().lower()[:SHOWN]
    lesson = name.removeprefix("q").partition("-")[0].zfill(2)
    # The file of its lesson first: all together take ten times as long. Nothing is kept in
    # memory, so a teacher who writes questions sees each change at once.
    own = [file for file in files if file.stem == lesson]
    for among in (own, files):
        known = {asked.id: asked for file in among for asked in _read(file)}
        if name in known:
            return known[name]
    # Another question of the same lesson is nearer than one whose name merely looks alike. One is
    # named in any case, however far it is: its name shows how names are written.
    same = [other for other in known if other.split("-")[0] == name.split("-")[0]]
    nearest = difflib.get_close_matches(name, same or known, n=1, cutoff=0)[0]
    lesson = nearest.split("-")[0]
    there = ", ".join(other for other in known if other.split("-")[0] == lesson)
    raise LookupError(
        f"There is no question {question[:SHOWN]!r}. Did you mean {nearest!r}? "
        f"Lesson {int(lesson[1:]):02} has {there}."
    )


def lesson_files(folder: Path) -> list[Path]:
    """Give the file of each lesson in a folder, such as ``07.toml``, in the order of the lessons."""
    # Not by a pattern, which would find nothing wrong in a folder that is not there.
    return sorted(file for file in folder.iterdir() if file.suffix == ".toml")


def _read(file: Path) -> list[Question]:
    """Read the questions of one lesson, in their order."""
    raws = tomllib.loads(file.read_text("utf-8"))["question"]
    return [Question.from_file(raw) for raw in raws]
