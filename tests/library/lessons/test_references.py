"""The one door between the lessons and the rest of the project."""

import ast
from pathlib import Path

import pytest

from track2lib import lessons

ROOM = Path(lessons.__file__).parent
OPEN = ("track2lib.lessons", "track2lib.reader")


@pytest.mark.parametrize("module", sorted(ROOM.glob("*.py")), ids=lambda module: module.stem)
def test_lessons_could_live_alone(module: Path) -> None:
    """Beside the reader's files a lesson reaches the project through one module, and no other."""
    reached = {
        node.module
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("track2lib")
    }
    beyond = {name for name in reached if not name.startswith(OPEN)}
    if module.stem == "references":
        assert beyond == {"track2lib.records", "track2lib.sources"}
    else:
        assert beyond == set()
