"""The id of a cell, which it keeps for life.

Where a class pulls a corrected lesson over one that a student has run, git merges two files line by
line. What belongs to one cell stays together only if no other cell ever bears its id; numbers by
position would move on with every cell that is inserted.
"""

from __future__ import annotations

import ast
import hashlib
import io
import json
import subprocess
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

# A reader writes into these calls, so nothing of ours that may be corrected stands beside them.
ANSWERS = {"check", "note"}


def committed(path: Path) -> list[dict[str, Any]]:
    """Give the cells of a lesson as git has them; none where there is no git or no such file."""
    command = ["git", "-C", str(path.resolve().parent), "show", f"HEAD:./{path.name}"]
    try:
        text = subprocess.run(command, capture_output=True, check=True).stdout
        cells: list[dict[str, Any]] = json.loads(text)["cells"]
    except (OSError, subprocess.CalledProcessError, ValueError, KeyError):
        return []
    return cells


def stored(path: Path) -> list[dict[str, Any]]:
    """Give the cells as the file has them: nbformat gives new ids to some when it reads."""
    cells: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    return cells


def settle(
    cells: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]], before: Sequence[Any]
) -> None:
    """Give each cell the id that its file has for it, or had; one to cells that have none."""
    for cell, own in zip(cells, found, strict=True):
        cell["id"] = own.get("id")
    had = dict(_changed(cells, before))
    taken = set(had.values())
    for place, cell in enumerate(cells):
        kept = had.get(place, cell["id"])
        if not kept or (kept in taken and place not in had):
            kept = _new(cell, taken | {other["id"] for other in cells})
        cell["id"] = kept
        taken.add(kept)


def problems(cells: Sequence[dict[str, Any]], before: Sequence[Any]) -> list[str]:
    """Say which ids are missing, borne by two, or not those that the cells had."""
    missing = [f"cell {place} has no id" for place, c in enumerate(cells) if not c.get("id")]
    count = Counter(cell["id"] for cell in cells if cell.get("id"))
    twice = [f"{count[name]} cells have the id {name}" for name in count if count[name] > 1]
    changed = [
        f"cell {cells[place]['id']} is the one that had the id {name}"
        for place, name in _changed(cells, before)
        if cells[place].get("id")
    ]
    return missing + twice + changed


def mixed(cell: dict[str, Any]) -> bool:
    """Say whether the place for an answer holds more than calls into which it is written.

    Of a cell that teacher and student both change, git keeps one; a correction would never arrive.
    """
    source = _source(cell)
    if cell["cell_type"] != "code" or not any(f".{name}(" in source for name in ANSWERS):
        return False
    try:
        tree = ast.parse(source)
    except SyntaxError:  # with a command to IPython, say
        return True
    if not any(_is_answer(node) for node in ast.walk(tree)):
        return False
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    remarks = any(token.type == tokenize.COMMENT for token in tokens)
    whole = all(isinstance(node, ast.Expr) and _is_answer(node.value) for node in tree.body)
    return remarks or not whole


def _is_answer(node: ast.AST) -> bool:
    """Say whether this is a call that a reader completes."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in ANSWERS


def _changed(
    cells: Sequence[dict[str, Any]], before: Sequence[dict[str, Any]]
) -> Iterator[tuple[int, str]]:
    """Give the place of each cell that is as it was but for its id, and the id that it had."""
    had = defaultdict(list)
    for cell in before:
        had[cell["cell_type"], _source(cell)].append(cell.get("id"))
    now = defaultdict(list)
    for place, cell in enumerate(cells):
        now[cell["cell_type"], _source(cell)].append(place)
    for what, places in now.items():
        have = [cells[place].get("id") for place in places]
        lost = [name for name in had[what] if name and name not in have]
        others = [place for place in places if cells[place].get("id") not in had[what]]
        yield from zip(others, lost, strict=False)


def _source(cell: dict[str, Any]) -> str:
    """Give the text of a cell, which a file has as a list of lines."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _new(cell: dict[str, Any], taken: set[str]) -> str:
    """Give an id that no cell has, the same at every try."""
    number = 0
    while True:
        text = f"{cell['cell_type']} {number} {_source(cell)}"
        name = hashlib.sha256(text.encode()).hexdigest()[:8]
        if name not in taken:
            return name
        number += 1
