"""A guess is asked before its answer can be seen, and the answer is hidden until a reader asks for it."""

import lessons
import pytest
from commands import ROOT

from track2lib.lessons import question

GUESSES = [a.id for asked in question.lessons().values() for a in asked if a.kind == "guess"]
# The cells that answer each, in their order.
ANSWERED = {
    "q0-4": ["c30", "c35"],
    "q1-5": ["c23"],
    "q2-4": ["c21"],
    "q6-2": ["c13", "c15", "c16"],
    "q7-1": ["c07"],
    "q8-5": ["c26"],
    # Three bets are placed before the years are shown.
    "q9-2": ["c20"],
    "q9-3": ["c20"],
    "q9-4": ["c20"],
    "q10-2": ["c11"],
    "q11-6": ["c34"],
    "q12-2": ["c09"],
    "q13-1": ["c05"],
}
# What answers a bet that only the text asks for.
BETS = {"07": ["c14"], "11": ["c23", "c59"]}
LESSONS = {p.name[:2]: lessons.read(p) for p in sorted((ROOT / "notebooks").glob("*.ipynb"))}


def lesson_of(guess):
    """Give the lesson in which a question is asked."""
    return LESSONS[f"{int(guess[1:].partition('-')[0]):02}"]


def test_it_is_known_what_answers_each_guess():
    """Whoever adds a guess says here which cells answer it."""
    assert list(ANSWERED) == GUESSES


@pytest.mark.parametrize("guess", GUESSES)
def test_guess_stands_before_its_answer_which_is_hidden(guess):
    """What answers comes later, hidden; the first thing to be run after the guess is of it."""
    cells = lesson_of(guess).cells
    (asked,) = [n for n, cell in enumerate(cells) if f'check("{guess}"' in cell.source]
    later = [cell for cell in cells[asked + 1 :] if cell.cell_type == "code" and cell.outputs]
    # Another guess answers none.
    later = [cell for cell in later if not any(f'check("{one}"' in cell.source for one in GUESSES)]
    assert later[0].id == ANSWERED[guess][0]
    hidden = [cell.id for cell in later if cell.metadata.get("jupyter") == lessons.HIDDEN]
    assert hidden[: len(ANSWERED[guess])] == ANSWERED[guess]
    # Nobody would look for what is not to be seen.
    between = cells[asked + 1 : cells.index(later[0])]
    assert "hidden until then" in " ".join(cell.source for cell in between)


@pytest.mark.parametrize("number", LESSONS)
def test_nothing_else_is_hidden(number):
    """In a lesson everything can be seen, save what answers a guess or a bet."""
    hidden = {cell.id for cell in LESSONS[number].cells if "jupyter" in cell.metadata}
    guesses = [guess for guess in GUESSES if lesson_of(guess) is LESSONS[number]]
    guessed = {name for guess in guesses for name in ANSWERED[guess]}
    assert hidden == guessed | {*BETS.get(number, [])}


@pytest.mark.parametrize(
    ("number", "name"), [(n, name) for n, names in BETS.items() for name in names]
)
def test_bet_stands_right_above_its_answer(number, name):
    """The words before it ask for the bet, and say that what comes is hidden until then."""
    cells = LESSONS[number].cells
    (place,) = [n for n, cell in enumerate(cells) if cell.id == name]
    assert "**Before you read on:**" in cells[place - 1].source
    assert "hidden until then" in cells[place - 1].source


def test_dates_of_the_nine_are_not_printed_before_they_are_guessed():
    """Lesson 00 asks what dates its text gives; the table of the nine rows shows none above it."""
    cells = lesson_of("q0-4").cells
    above = cells[: [cell.id for cell in cells].index("c33")]
    shown = [cell.source for cell in above if "named" in cell.source and cell.outputs]
    assert shown
    assert not any("dates" in source for source in shown)
