"""What a newcomer finds by name: in `help`, and in the rooms."""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import track2lib
from track2lib import impact

PACKAGES = [track2lib, impact]
LIBRARY = Path(track2lib.__file__).parent
ROOMS = sorted(file.parent.relative_to(LIBRARY.parent) for file in LIBRARY.rglob("*/__init__.py"))
# What takes long to import, and who only loads a table needs none of.
SLOW = {"pandas", "altair", "ipywidgets", "IPython", "frictionless", "edtf", "markdown_it"}


def run(code: str) -> str:
    """Run a program in a fresh Python, and give what it prints."""
    env = {**os.environ, "PAGER": "cat", "PYTHONPATH": str(LIBRARY.parent)}
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=env, check=True
    )
    return made.stdout


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_no_submodule_hides_a_name(package: ModuleType) -> None:
    """No module beside a package has a name that the package gives out, whatever is imported first."""
    here = Path(package.__file__ or "").parent
    beside = {path.stem for path in here.glob("*.py")}
    beside |= {path.parent.name for path in here.glob("*/__init__.py")}
    rooms_given_out = {
        name for name in package.__all__ if isinstance(getattr(package, name), ModuleType)
    }
    assert beside & set(package.__all__) == rooms_given_out


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_every_room_can_be_imported(room: Path) -> None:
    """A room is a module with a line that says what is in it, and no function took its name."""
    name = ".".join(room.parts)
    module = import_module(name)
    assert isinstance(module, ModuleType)
    assert module.__name__ == name
    assert (module.__doc__ or "").strip()


def test_every_public_name_stands_in_help() -> None:
    """The text on top of `help` lists each name once, and none that is not there."""
    # Names stand at the left, with commas between; two spaces or more part them from the words.
    lines = re.findall(
        r"^ *((?:\w+, )*\w+)  ", track2lib.__doc__.partition("All of them:")[2], re.M
    )
    assert sorted(", ".join(lines).split(", ")) == sorted(track2lib.__all__)
    used = re.findall(r"t2\.(\w+)", track2lib.__doc__)
    assert set(used) <= set(track2lib.__all__)


def test_help_says_where_to_go_first() -> None:
    """The first lines of `help` lead to a table, a chart, a source, a question and the lab."""
    shown = run("import track2lib; help(track2lib)").splitlines()
    top = "\n".join(shown[: shown.index("DESCRIPTION") + 14])
    for name in ("load", "show", "timeline", "evidence", "cite", "check", "validate", "impact"):
        assert f"t2.{name}" in top


def test_importing_waits_for_nothing() -> None:
    """The package and its list of names are there before anything that takes long to import."""
    loaded = run("import sys, track2lib; dir(track2lib); print(*sys.modules)").split()
    assert SLOW & set(loaded) == set()
