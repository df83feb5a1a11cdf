"""One room of the library alone writes to the reader's folder."""

import ast
from pathlib import Path

import pytest

import track2lib

LIBRARY = Path(track2lib.__file__).parent
MODULES = sorted(LIBRARY.rglob("*.py"))
OUTSIDE = [module for module in MODULES if module.parent.name != "reader"]
# The reader names the place where these write, or it is gone as soon as it has been read.
ELSEWHERE = {"records/own_cases.py", "sources/exporting.py", "widgets/upload.py"}
ELSEWHERE |= {
    "impact/codebook.py",
    "teaching/book_files.py",
    "records/asked.py",
    "lab/files.py",
    "page/fonts.py",
}
# Not `rename` and `replace`, which tables and texts have as well.
WRITE = {"mkdir", "rmdir", "symlink_to", "touch", "unlink", "write_bytes", "write_text"}


def name_of(module: Path) -> str:
    """Give the path of a module inside the library."""
    return module.relative_to(LIBRARY).as_posix()


def nodes(module: Path) -> list[ast.AST]:
    """Take a module apart."""
    return list(ast.walk(ast.parse(module.read_text("utf-8"))))


def writes(node: ast.AST) -> bool:
    """Tell whether a call makes, changes or takes away a file."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
        return False
    called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
    if called != "open":
        return called in WRITE
    given = [*node.args, *(word.value for word in node.keywords if word.arg == "mode")]
    modes = {one.value for one in given if isinstance(one, ast.Constant)}
    return any(isinstance(mode, str) and set(mode) & set("wax+") for mode in modes)


@pytest.mark.parametrize("module", OUTSIDE, ids=name_of)
def test_where_the_folder_is_one_room_knows(module: Path) -> None:
    """No other room asks where the folder is, or for the functions that write files there."""
    assert not {"TRACK2_FOLDER", "track2-notes"} & set(module.read_text("utf-8").split('"'))
    sources = [node.module for node in nodes(module) if isinstance(node, ast.ImportFrom)]
    assert "track2lib.reader.files" not in sources
    assert "track2lib.reader" not in sources


def test_no_other_room_writes_unasked() -> None:
    """Files are written by the reader's room, and where somebody says where to."""
    assert {name_of(one) for one in OUTSIDE if any(map(writes, nodes(one)))} <= ELSEWHERE
    assert any(map(writes, nodes(LIBRARY / "reader" / "files.py")))
