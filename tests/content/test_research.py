"""What researchers are told: each figure of the lessons by one line, and a worked example that holds."""

import json
import re
from pathlib import Path

import pytest

import track2lib
from track2lib import impact
from track2lib.page.stored_charts import VEGA_MIME
from track2lib.records.snapshot import open_records

TOP = Path(__file__).parents[2]
PAGE = (TOP / "docs" / "research.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.S)
FIGURES = re.findall(r"^# ([0-9 and]+): .+\n(.+)$", PAGE.partition("## Figures")[2], re.M)
LESSONS = sorted((TOP / "notebooks").glob("*.ipynb"))
NAMES = {"t2": track2lib, "impact": impact}
# What lesson 13 draws of a case that it enters itself, in a folder that is thrown away.
INVENTED = "Lumo and Tarvo"


def stored(lesson: str) -> dict[str, str]:
    """Give the descriptions of the charts that a lesson stores, by their cell."""
    [path] = [path for path in LESSONS if path.name.startswith(lesson)]
    return {
        cell["id"]: output["data"][VEGA_MIME]["description"]
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        for output in cell.get("outputs", [])
        if VEGA_MIME in output.get("data", {})
        and INVENTED not in output["data"][VEGA_MIME]["description"]
    }


@pytest.mark.parametrize(("lessons", "line"), FIGURES, ids=[line for _, line in FIGURES])
def test_line_draws_a_figure_of_its_lesson(lessons, line):
    """The line by itself gives a chart whose words are those of one that the lesson stores."""
    drawn = eval(line, dict(NAMES)).to_dict()["description"]
    for lesson in lessons.split(" and "):
        assert drawn in stored(lesson).values()


def test_each_figure_has_a_line():
    """No chart of a lesson is missing from the page."""
    told = {lesson for lessons, _ in FIGURES for lesson in lessons.split(" and ")}
    assert told == {path.name[:2] for path in LESSONS if stored(path.name[:2])}
    for path in LESSONS:
        lesson = path.name[:2]
        lines = [line for lessons, line in FIGURES if lesson in lessons.split(" and ")]
        assert len(lines) == len(set(stored(lesson).values())), lesson


def test_example_of_a_fact_is_in_the_data():
    """The four rows that the page shows are rows of the data."""
    records = open_records()
    assert "zocalo2013" in records.keys("sources")
    assert "zocalo2013-0" in records.keys("passages")
    columns = ("table", "key", "field", "passage_id")
    told = ("accounts", "dimaggio-list", "standing", "zocalo2013-0")
    assert told in records.rows("evidence", *columns)


def test_calls_of_the_page_run():
    """What stands under Cite can be typed as it stands."""
    exec(BLOCKS[0], {})
