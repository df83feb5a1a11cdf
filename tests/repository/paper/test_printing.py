"""The same lesson gives the same bytes, with fonts that come along, and the command says what it takes."""

import os
import subprocess
import sys

import pytest
import typst
from commands import ROOT
from lessons_on_paper import lesson
from paper.__main__ import print_handouts
from paper.printing import COLOURS, printed
from printed_pages import Printed

from track2lib.page import theme

HEAD = (
    '#import "house.typ": *\n#set document(title: "A page")\n#set text(font: faces)\n= A page\n\n'
)


def test_same_lesson_gives_the_same_bytes():
    """No hour and no chance is in a PDF."""
    given = lesson("01-definitions")
    first = dict(print_handouts(given))
    assert dict(print_handouts(given)) == first
    assert {Printed(pdf).created[:10] for pdf in first.values()} == {"D:20260101"}


def test_persian_has_letters():
    """It is set in the font that comes along, so that no machine needs one."""
    assert "گفتگو" in Printed(printed(f"{HEAD}گفتگو", {})).words[0]


def test_picture_without_words_is_refused():
    """PDF/UA asks for them, so none can be forgotten."""
    step = next(step for step in lesson("01-definitions").charts)
    with pytest.raises(typst.TypstError, match="alt"):
        printed(f'{HEAD}#image("chart.png")', {"chart.png": step.drawn.png})


def test_colours_are_those_of_the_charts():
    """The theme has them, and paper has no other."""
    known = {theme.PAPER, *theme.ON_DARK}
    assert set(COLOURS.values()) <= known
    for template in (ROOT / "tools" / "paper").glob("*.typ"):
        assert "rgb(" not in template.read_text("utf-8"), template.name


def test_unknown_lesson_is_told():
    """The message names those that there are."""
    command = [sys.executable, "-m", "paper", "slides", "99"]
    path = os.pathsep.join([str(ROOT / "tools"), str(ROOT)])
    done = subprocess.run(
        command, text=True, capture_output=True, check=False, env=os.environ | {"PYTHONPATH": path}
    )
    assert done.returncode == 2
    assert "There is no lesson 99. There are: 00, 01" in done.stderr
