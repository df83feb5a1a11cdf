"""The lessons that the tests print: one quickly, all of them where CI is set."""

import dataclasses
import functools
import os

import pytest
from commands import ROOT
from paper import __main__ as paper
from paper.lesson import Asked, read
from printed_pages import Printed

PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CHOSEN = PATHS if os.environ.get("CI") else [path for path in PATHS if path.name[:2] == "01"]
every_lesson = pytest.mark.parametrize("name", [path.stem for path in CHOSEN])


@functools.cache
def lesson(name):
    """Read a lesson once for all tests."""
    return read(ROOT / "notebooks" / f"{name}.ipynb")


@functools.cache
def slides_of(name):
    """Print the slides of a lesson once."""
    return Printed(dict(paper.print_slides(lesson(name)))[name])


@functools.cache
def handouts_of(name):
    """Print the handout of a lesson and the instructor's copy once."""
    files = dict(paper.print_handouts(lesson(name)))
    return Printed(files[name]), Printed(files[f"{name}-instructor"])


def without_answers(given):
    """Give a lesson whose questions have lost their answers, and are otherwise the same."""
    steps = [
        dataclasses.replace(step, question=_unanswered(step.question))
        if isinstance(step, Asked)
        else step
        for step in given.steps
    ]
    return dataclasses.replace(given, steps=steps)


def _unanswered(question):
    options = tuple(dataclasses.replace(option, right=False, why="") for option in question.options)
    return dataclasses.replace(
        question, options=options, solution="", hints=[], otherwise="", answer=None, query=""
    )
