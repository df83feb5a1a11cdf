"""What the text of a lesson cites stands in the references that its last cells print."""

import json
import re
from pathlib import Path

import pytest
from citing import PACKAGE, citations

from track2lib.records.provenance import labels

LESSONS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
KEYS = {label: key for key, label in labels(PACKAGE).items()}
# A label may begin with another: "Kelman 2003" and "Kelman 2003b".
LONGEST_FIRST = sorted(KEYS, key=len, reverse=True)


def sources_of(cells: list[dict], kind: str) -> list[str]:
    """Give the text of the cells of a kind."""
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]


def source_cited(citation: str) -> str:
    """Give the key of the source that a citation names, before the place in it."""
    return next(
        KEYS[label]
        for label in LONGEST_FIRST
        if citation == label or citation.startswith(f"{label},")
    )


@pytest.mark.parametrize("lesson", LESSONS[6:], ids=lambda path: path.stem)
def test_whatever_is_cited_stands_in_the_references(lesson: Path) -> None:
    """The cell of references prints every source that the text names in brackets."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    (printed,) = (text for text in sources_of(cells, "code") if "t2.cite(source)" in text)
    cited = {source_cited(one) for text in sources_of(cells, "markdown") for one in citations(text)}
    assert len(cited) > 5
    assert sorted(cited - {*re.findall(r"\w+", printed)}) == []
