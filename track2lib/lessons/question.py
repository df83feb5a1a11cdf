"""The questions of the lessons: one TOML file for each lesson, read here."""

import difflib
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Literal

import pandas as pd

__all__ = ["FOLDER", "Option", "Question", "find", "lessons"]

FOLDER = files(__package__) / "questions"


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

    def rows(self) -> pd.DataFrame:
        """Give the rows that are the right answer, from the data as they are now."""
        from track2lib.records.loading import load

        frame: pd.DataFrame = load(self.table, scope=self.scope)
        # The engine is named because pandas takes another one wherever numexpr is installed.
        return frame.query(self.query, engine="python") if self.query else frame

    def key_columns(self) -> list[str]:
        """Give the columns that tell rows apart."""
        return self.key.replace(",", " ").split()

    def has_letters(self) -> bool:
        """Tell whether the options are single letters."""
        return all(len(str(option.value)) == 1 for option in self.options)

    def right(self) -> list[str]:
        """Give the right answer as words: options, a number, or the keys of the right rows."""
        if self.kind == "number" or (self.kind == "guess" and not self.options):
            return [f"{len(self.rows()) if self.answer is None else self.answer:g}"]
        if self.kind == "table":
            keys = self.rows()[self.key_columns()]
            return [" / ".join(map(str, row)) for row in keys.itertuples(index=False)]
        return [str(option.value) for option in self.options if option.right]


def _question(raw: dict[str, Any]) -> Question:
    options = tuple(Option(**option) for option in raw.get("options", []))
    return Question(**{**raw, "options": options})


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
    # Read anew each time: it takes a few milliseconds, and a teacher sees each change at once.
    texts = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir() if "toml" in file.name}
    return {
        name.removesuffix(".toml"): [_question(raw) for raw in tomllib.loads(text)["question"]]
        for name, text in sorted(texts.items())
    }


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
        If there is none of that name; the message gives the nearest and those of its lesson.

    Examples
    --------
    >>> find("q0-1").minutes > 0
    True
    """
    known = {asked.id: asked for questions in lessons().values() for asked in questions}
    name = str(question).strip().lower()
    if name in known:
        return known[name]
    # Another question of the same lesson is nearer than one whose name merely looks alike.
    same = [other for other in known if other.split("-")[0] == name.split("-")[0]]
    nearest = difflib.get_close_matches(name, same or known, n=1, cutoff=0)[0]
    lesson = nearest.split("-")[0]
    there = ", ".join(other for other in known if other.split("-")[0] == lesson)
    raise LookupError(
        f"There is no question {question!r}. Did you mean {nearest!r}? "
        f"Lesson {int(lesson[1:]):02} has {there}."
    )
