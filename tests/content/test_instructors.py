"""What instructors are given: a plan for each lesson, whose minutes add up and whose questions are the lesson's."""

import itertools
import json
import re
from pathlib import Path

import pytest

import track2lib as t2
from track2lib.lessons.question import lessons
from track2lib.records.provenance import labels
from track2lib.records.snapshot import open_records

TOP = Path(__file__).parents[2]
FOLDER = TOP / "docs" / "instructors"
LESSONS = {path.name[:2]: path for path in sorted((TOP / "notebooks").glob("*.ipynb"))}
PLANS = {path.name[:2]: path for path in sorted(FOLDER.glob("[0-9]*.md"))}
PARTS = [
    "50 minutes",
    "75 minutes",
    "On the board",
    "Questions to talk about",
    "Misreadings to expect",
    "For those who finish first",
    "Without laptops",
    "Rubric",
]


def prose(lesson: str) -> str:
    """Give the Markdown of a lesson, one cell after the other."""
    cells = json.loads(LESSONS[lesson].read_text("utf-8"))["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def part(plan: str, name: str) -> str:
    """Give what stands under a heading of a plan."""
    text = PLANS[plan].read_text("utf-8")
    return re.split(r"^## ", text.partition(f"\n## {name}\n")[2], flags=re.M)[0]


def plain(text: str) -> str:
    """Give words without marks and ends of lines."""
    return " ".join(text.replace("*", "").split())


def test_each_lesson_has_a_plan_of_its_name():
    """A plan is called as its lesson is, and none is left over."""
    assert {plan.stem for plan in PLANS.values()} == {path.stem for path in LESSONS.values()}


@pytest.mark.parametrize("plan", PLANS)
def test_plan_has_every_part(plan):
    """Whoever opens a plan finds the same parts in the same order."""
    heads = re.findall(r"^## (.+)$", PLANS[plan].read_text("utf-8"), re.M)
    assert [head for head in heads if head in PARTS] == PARTS


@pytest.mark.parametrize("minutes", [50, 75])
@pytest.mark.parametrize("plan", PLANS)
def test_minutes_add_up(plan, minutes):
    """Each row begins where the one before it ends, from 0 to the last minute; something can be cut."""
    rows = re.findall(r"^\| (\d+)-(\d+) \|(.*)\|$", part(plan, f"{minutes} minutes"), re.M)
    times = [(int(begin), int(end)) for begin, end, _ in rows]
    assert times[0][0] == 0
    assert times[-1][1] == minutes
    assert all(one[1] == other[0] for one, other in itertools.pairwise(times))
    assert any(re.search(r"\|\s*1\s*$", words) for _, _, words in rows)


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_before_class_needs_python(plan):
    """Where a lesson is run or shown to a class, the plan says how to do it with the site alone."""
    text = PLANS[plan].read_text("utf-8")
    before = text.partition("**Before class:**")[2].partition("\n## ")[0]
    assert before
    if re.search(r"JupyterLab|\bprojec", before):
        assert "the site" in before


def test_readings_are_called_by_author_year_and_title():
    """Before each key of a source stand its label and its title, in part: nobody needs Python to know the text."""
    text = (FOLDER / "README.md").read_text("utf-8")
    titles = t2.load("sources").set_index("source_id")["title"]
    named = labels(open_records())
    keys = [key for key in re.findall(r"`(\w+)`", text) if key in named]
    assert len(keys) > 20
    for key in keys:
        (title,) = re.findall(rf"{re.escape(named[key])}, \*([^*]+)\* \(`{key}`\)", text)
        assert title in titles[key]


@pytest.mark.parametrize("plan", PLANS)
def test_questions_are_those_of_the_lesson(plan):
    """Every question to talk about stands in the plan in the lesson's words, with what good answers touch."""
    asked = prose(plan).partition("## To talk about")[2].partition("\n## ")[0]
    asked = [plain(one) for one in re.findall(r"^\d+\. (.+(?:\n   .+)*)", asked, re.M)]
    told = re.findall(
        r"^\d+\. \*\*([^*]+)\*\*\s*\n((?:   .+\n)+)", part(plan, "Questions to talk about"), re.M
    )
    assert [plain(question) for question, _ in told] == asked
    assert asked
    assert all(len(answer.split()) >= 20 for _, answer in told)


@pytest.mark.parametrize("plan", PLANS)
def test_outcomes_lead_to_questions_that_exist(plan):
    """What a student can do at the end is tied to questions of this lesson, and to lines of the rubric."""
    text = PLANS[plan].read_text("utf-8")
    known = {question.id for question in lessons()[plan]}
    assert set(re.findall(r"\bq\d+-\d+\b", text)) <= known
    lines = re.findall(r"^\| \*\*(.+?)\*\* \|", part(plan, "Rubric"), re.M)
    outcomes = text.partition("**At the end, a student can**")[2].partition("**Before class")[0]
    named = re.findall(r"rubric: ([^);]+)", outcomes)
    assert named
    assert {line.strip() for some in named for line in some.split(",")} <= {*lines, "all lines"}
