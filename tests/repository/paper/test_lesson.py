"""A lesson is read by its headings, kinds of cells and tags."""

import itertools

import nbformat
import pytest
from commands import ROOT
from lessons_on_paper import PATHS, lesson
from paper.lesson import Asked, Chart, Meanings, Part, Said, read

from track2lib.lessons.question import lessons as question_files


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_question_of_a_lesson_is_found(path):
    """All questions of its file are there, in order, with goals, talk and what to keep."""
    found = lesson(path.stem)
    assert [q.id for q in found.questions] == [q.id for q in question_files()[path.stem[:2]]]
    assert found.question.endswith("?")
    assert len(found.goals) >= 3
    assert len(found.talk) >= 3
    assert len(found.keep) >= 3


def test_steps_of_a_lesson():
    """Parts with their minutes, thoughts, questions and charts come in the order of the cells."""
    steps = lesson("01-definitions").steps
    kinds = "".join(type(step).__name__[0] for step in steps)
    assert kinds == "PAPAPSAPAPACSAPA"
    assert steps[0] == Part("Before you read", 1, 3)
    assert steps[11].hidden
    assert steps[12] == Said("The facts did not change; the question did.")
    assert steps[3].lead == "Test the two on a case."


def test_table_of_points_is_found_by_its_head():
    """A table whose columns are numbers is the rubric, and another table is none."""
    assert lesson("05-measuring-impact").rubric[0] == ["", "0", "1", "2"]
    assert len(lesson("11-impact-lab").rubric) == 8
    assert lesson("01-definitions").rubric == []


def test_words_to_sort_by_are_found():
    """A list in a part whose items all begin with a word in bold and a colon is one; no other list is."""
    (boxes,) = (s for s in lesson("05-measuring-impact").steps if isinstance(s, Meanings))
    words = [item.split("**")[1] for item in boxes.items]
    assert words == ["documented", "asserted", "denied", "nothing found", "not observable"]
    # This one has lists, of which the words in bold are sentences.
    assert not any(isinstance(s, Meanings) for s in lesson("06-reading-the-sources").steps)


def test_sittings_are_parts_without_a_number():
    """The long lesson has four; its title is none of them."""
    parts = [s for s in lesson("11-impact-lab").steps if isinstance(s, Part) and s.number is None]
    assert [part.title.partition(":")[0] for part in parts] == [
        f"{which} sitting" for which in ("First", "Second", "Third", "Fourth")
    ]


def test_charts_that_answer_a_guess_are_hidden():
    """They follow a guess, in every lesson that has some; a heading may stand between."""
    for path in PATHS:
        steps = [step for step in lesson(path.stem).steps if not isinstance(step, Part)]
        for before, step in itertools.pairwise(steps):
            if isinstance(step, Chart) and step.hidden and not isinstance(before, Chart):
                assert isinstance(before, Asked), step.cell
                assert before.question.kind == "guess", step.cell


def test_what_a_lesson_lacks_is_named(tmp_path):
    """Without a heading of its talk, the message says which one is missing, and of which lesson."""
    notebook = nbformat.read(ROOT / "notebooks/01-definitions.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace("## To talk about", "## Talk")
    nbformat.write(notebook, tmp_path / "01-definitions.ipynb")
    with pytest.raises(ValueError, match=r"01-definitions.ipynb lacks a list below '## To talk"):
        read(tmp_path / "01-definitions.ipynb")
