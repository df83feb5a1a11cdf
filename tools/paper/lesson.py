"""What a lesson is made of, read from its notebook: by headings, kinds of cells and tags."""

import ast
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat

from paper.markup import cells_in, items_in, tokens
from paper.pictures import Picture, picture
from track2lib.lessons.question import Question, find
from track2lib.page.stored_charts import VEGA_MIME

__all__ = ["Asked", "Chart", "Lesson", "Meanings", "Part", "Said", "read"]

QUESTION = "**The question of this lesson:**"
NUMBERED = re.compile(r"(\d+)\. (.+)")
MINUTES = re.compile(r" \((\d+) minutes?\b[^)]*\)$")
# A sentence or more in bold is a thought to remember; a word or two in bold is a term or a label.
THOUGHT = re.compile(r"\*\*([A-Z][^*]*[.?!])\*\*")
SHORTEST = 7  # words of a thought that can be understood alone
# What may be a term: words in bold, and words that lead to the glossary.
MARKED = re.compile(r"\*\*([^*]+?)[.,;:]?\*\*|\[([^\]]+)\]\([^)]*glossary\.md")
# An item of a list that tells what a word means, by which something is sorted.
MEANS = re.compile(r"\*\*[^*]+(?::\*\*|\*\*:) ")
BEGINS = re.compile(r"\*\*(?:Predict first|Your turn)\.\*\* *")


@dataclass(frozen=True)
class Part:
    """A part of a lesson, or a sitting of a long one, in which case it has no number."""

    title: str
    number: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Said:
    """A thought to remember."""

    thought: str


@dataclass(frozen=True)
class Meanings:
    """Words to sort by, each in bold with what it means."""

    items: list[str]


@dataclass(frozen=True)
class Chart:
    """A chart; `hidden` until a guess is made, one `for_handout` has that tag."""

    cell: str
    hidden: bool
    for_handout: bool
    vega: dict[str, Any] = field(repr=False)
    alt: str

    @cached_property
    def drawn(self) -> Picture:
        """Give its picture."""
        return picture(self.vega, self.alt)


@dataclass(frozen=True)
class Asked:
    """A question, with the line that leads to it."""

    question: Question
    lead: str = ""


Step = Part | Said | Meanings | Chart | Asked


@dataclass
class Lesson:
    """A lesson: what stands before its parts, the parts step by step, and what stands behind."""

    name: str
    title: str = ""
    question: str = ""
    goals: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    talk: list[str] = field(default_factory=list)
    keep: list[str] = field(default_factory=list)
    rubric: list[list[str]] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)

    @property
    def questions(self) -> list[Question]:
        """Give its questions in order."""
        return [step.question for step in self.steps if isinstance(step, Asked)]

    @property
    def charts(self) -> list[Chart]:
        """Give its charts in order."""
        return [step for step in self.steps if isinstance(step, Chart)]


def read(path: Path) -> Lesson:
    """Read a lesson as it is stored, outputs and all.

    Parameters
    ----------
    path : Path
        The notebook.

    Returns
    -------
    Lesson
        What it is made of.

    Raises
    ------
    ValueError
        If it lacks something that every lesson has; the message says what.
    """
    lesson, section, before = Lesson(path.stem), "", ""
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            section = _read_text(lesson, cell.source, section)
            before = cell.source
        elif cell.cell_type == "code":
            lesson.steps += _asked(cell.source, before)
            lesson.steps += _charts(cell, lesson.questions[-1:])
    _complete(lesson)
    return lesson


def _complete(lesson: Lesson) -> None:
    """Refuse a lesson that lacks what slides and handouts are made of."""
    needed = {
        "a title": lesson.title,
        f"a paragraph that begins with {QUESTION!r}": lesson.question,
        "a list of what one can do after it, in its first cell": lesson.goals,
        "a heading with a number, such as '## 1. A part (5 minutes)'": any(
            isinstance(step, Part) for step in lesson.steps
        ),
        "a question": lesson.questions,
        "a chart with its output": lesson.charts,
        "a list below '## To talk about'": lesson.talk,
        "a list below '## What to keep'": lesson.keep,
    }
    if missing := [name for name, there in needed.items() if not there]:
        raise ValueError(f"The lesson {lesson.name}.ipynb lacks {', '.join(missing)}.")


def _read_text(lesson: Lesson, source: str, section: str) -> str:
    """Take from a cell of text what is needed of it; give the section in which it ends."""
    stream = tokens(source)
    for place, token in enumerate(stream):
        inner = stream[place + 1].content if place + 1 < len(stream) else ""
        if token.type == "heading_open":
            section = _read_heading(lesson, int(token.tag[1:]), inner)
        elif token.type == "paragraph_open" and token.level == 0:
            if inner.startswith(QUESTION):
                question = inner.removeprefix(QUESTION).strip()
                lesson.question = question[:1].upper() + question[1:]
            elif section == "part":
                lesson.steps += _thoughts(inner)
        elif token.type == "paragraph_open" and token.level == 2:
            kept = {"start": lesson.goals, "talk": lesson.talk, "keep": lesson.keep}.get(section)
            if kept is not None:
                kept.append(inner)
            elif section == "part":
                lesson.steps += _thoughts(inner)
        elif token.type == "bullet_list_open" and section == "part":
            items = items_in(stream[place:])
            if all(map(MEANS.match, items)):
                lesson.steps.append(Meanings(items))
        elif token.type == "table_open":
            rows = [[cell.content for cell in row] for row in cells_in(stream[place:])]
            if rows[0][0] == "" and all(name.isdigit() for name in rows[0][1:]):
                lesson.rubric = rows
    lesson.marked |= {
        (bold or linked).strip("*").lower() for bold, linked in MARKED.findall(source)
    }
    return section


def _read_heading(lesson: Lesson, level: int, words: str) -> str:
    """Note a heading, and give what follows it."""
    if level == 1 and not lesson.title:
        lesson.title = words
        return "start"
    if words in ("To talk about", "What to keep"):
        return "talk" if words == "To talk about" else "keep"
    minutes = MINUTES.search(words)
    title = MINUTES.sub("", words)
    numbered = NUMBERED.fullmatch(title)
    if numbered and level == 2:
        length = int(minutes[1]) if minutes else None
        lesson.steps.append(Part(numbered[2], int(numbered[1]), length))
        return "part"
    if level == 1:
        lesson.steps.append(Part(title))
        return "part"
    return "part" if level > 2 else "other"


def _thoughts(paragraph: str) -> list[Said]:
    """Give the thoughts to remember of a paragraph."""
    return [Said(found) for found in THOUGHT.findall(paragraph) if len(found.split()) >= SHORTEST]


def _asked(source: str, before: str) -> list[Asked]:
    """Give the question that a cell asks, with the line that leads to it."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = [
        call.args[0].value
        for call in calls
        if ast.unparse(call.func).endswith("check")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    last = before.strip().rpartition("\n\n")[2]
    lead = BEGINS.sub("", last) if BEGINS.match(last) else ""
    return [Asked(find(str(name)), lead) for name in names]


def _charts(cell: Any, last: list[Question]) -> list[Chart]:
    """Give the charts that a cell has shown, behind the question that was asked last, if any was."""
    tags = cell.metadata.get("tags", [])
    # A bet that only the text asks for has no slide on which to wait.
    hidden = "answer" in tags and any(question.kind == "guess" for question in last)
    return [
        Chart(
            cell.id,
            hidden,
            "handout" in tags,
            output.data[VEGA_MIME],
            output.data["text/plain"],
        )
        for output in cell.outputs
        if VEGA_MIME in output.get("data", {})
    ]
