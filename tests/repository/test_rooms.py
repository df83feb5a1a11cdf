"""The rooms of the library: imports run down only, and each module has its test."""

import re
import shutil
from pathlib import Path

import pytest
from rooms import LIBRARY, arrows, floors

ROOT = LIBRARY.parent
# From the top floor down; a room may import from those below its own floor.
HOUSE = [
    {"teaching", "widgets"},
    {"impact"},
    {"charts", "lab", "lessons"},
    {"page", "reader", "sources"},
    {"records"},
]


def test_imports_run_down_only():
    """Each room stands on the floor that the design gives it, and imports only from below."""
    standing = floors(arrows(LIBRARY))
    for floor, rooms in enumerate(reversed(HOUSE), start=1):
        assert {room for room, on in standing.items() if on == floor} == rooms


def test_the_table_of_rooms_is_the_tree():
    """What CONTRIBUTING.md says of each folder's imports is what its modules import."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)/` \|.*\| ([^|]*) ?\|$", text, flags=re.MULTILINE)
    assert {room: set(re.findall(r"\w+", told)) for room, told in rows} == arrows(LIBRARY)


@pytest.mark.parametrize(
    "line",
    ["from track2lib.widgets.controls import interact", "from track2lib import impact"],
)
def test_an_arrow_that_runs_back_is_seen(tmp_path, line):
    """An import from a higher floor leaves rooms without a floor of their own."""
    copy = Path(shutil.copytree(LIBRARY, tmp_path / "track2lib"))
    with (copy / "records" / "scope.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert "records" not in floors(arrows(copy))


def test_each_module_has_its_test():
    """Beside the tests that several modules share, each module has a file of its own."""
    lacking = []
    for path in sorted(LIBRARY.rglob("*.py")):
        name = path.relative_to(LIBRARY)
        test = ROOT / "tests" / "library" / name.with_name(f"test_{name.name}")
        if path.name != "__init__.py" and not test.exists():
            lacking.append(str(name))
    assert lacking == []
