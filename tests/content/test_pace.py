"""The pace of a lesson: nobody reads for long without something to do."""

import json
import re
from pathlib import Path

import pytest

LESSONS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
MOST_WORDS = 400
# A question, a note, a form to fill in or a control to move.
LIVE = re.compile(r"\bt2\.(check|note|code_cases|interact)\(")
LEADS = "Your turn|Your first question|Predict first|Before you read on|Before you begin|On paper"
# Where the words begin that ask a reader to do something; a talk in class is one, too.
TASK = re.compile(rf"\*\*(?:{LEADS})\b|\*On paper:\*|^## To talk about", re.MULTILINE)
# The target of a link and the rule below the head of a table are not read.
UNREAD = re.compile(r"(?<=\])\([^)]*\)|^[|: -]+$", re.MULTILINE)
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def stretches(cells: list[dict]) -> list[tuple[int, str]]:
    """Give the words between two tasks, and how the words begin: to the last task of the lesson."""
    text = ""
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            text += "\n\n" + TASK.sub(lambda task: "\0" + task.group().lstrip("*#"), source)
        elif LIVE.search(source):
            text += "\n\n\0"
    read = [UNREAD.sub("", part) for part in text.split("\0")[:-1]]
    return [(len(WORD.findall(part)), part.strip()[:60]) for part in read]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_nobody_reads_for_long_without_something_to_do(lesson: Path) -> None:
    """Between two tasks stand at most 400 words, those of the first task counted."""
    found = stretches(json.loads(lesson.read_text(encoding="utf-8"))["cells"])
    assert len(found) > 5
    assert [stretch for stretch in found if stretch[0] > MOST_WORDS] == []


def test_words_are_counted_from_one_task_to_the_next() -> None:
    """Tables, links and emphasis count as they are read; code and what is behind a link do not."""
    cells = [
        {"cell_type": "markdown", "source": ["One *two* [three](four/five.md).\n\n| six |\n|---|"]},
        {"cell_type": "code", "source": ["seven = 8"]},
        {"cell_type": "markdown", "source": ["nine\n\n**On paper:** ten\n\neleven"]},
        {"cell_type": "code", "source": ['t2.check("q0-1")']},
        {"cell_type": "markdown", "source": ["a sum"]},
    ]
    assert [words for words, _ in stretches(cells)] == [5, 4]
