"""The charts that a lesson holds already: found again, instead of being drawn anew.

A stored lesson has the outputs of its charts, and `.charts.json` beside it says of which
specification each is the output. So a chart that nobody has changed costs no compiler, which takes
half a second to start and a hundred megabytes in the kernel of every reader.

Nothing here is trusted further than it can be checked: an index of another version, an output that
was edited, a file that is missing or broken, and the chart is drawn as if there were no store.
"""

import functools
import hashlib
import importlib.metadata
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from track2lib.page.nulls import with_nulls

__all__ = ["INDEX", "VEGA_MIME", "always_anew", "digest", "drawn_with", "find", "key_of"]

INDEX = ".charts.json"  # hidden: a reader has no use for it in the list of files
VEGA_MIME = "application/vnd.vega.v5+json"
# What decides how a specification comes out, and under which key, besides the compiler.
OWN_MODULES = (
    "clean.py",
    "dark.py",
    "fonts.py",
    "links.py",
    "nulls.py",
    "renderer.py",
    "sentence.py",
    "silence.py",
    "sizes.py",
    "still.py",
    "stored_charts.py",
    "theme.py",
    "uncompiled.py",
)

Output = tuple[dict[str, Any], dict[str, Any]]


def always_anew() -> bool:
    """Say whether nothing may be taken from the store, as in tests: they would test the store."""
    return os.environ.get("TRACK2_COMPILE") == "always"


def find(spec: dict[str, Any], options: dict[str, Any]) -> Output | None:
    """Give the stored output of a chart in a lesson of the working directory, or nothing.

    Jupyter starts a kernel in the folder of its notebook, so the index of a lesson is found in any
    copy of the folder, and for a reader's own copies in the folder above. Where a class has its
    lessons without outputs, the environment variable `TRACK2_LESSONS` names a folder that has them.
    """
    if always_anew():
        return None
    key = key_of(spec, options)
    return next(filter(None, (_look_up(folder, key) for folder in _folders())), None)


def _folders() -> Iterator[Path]:
    """Give the folders in which an index may be."""
    if named := os.environ.get("TRACK2_LESSONS"):
        yield Path(named)
    here = Path.cwd()
    yield here if (here / INDEX).exists() else here.parent


def key_of(spec: dict[str, Any], options: dict[str, Any]) -> str:
    """Give the name under which the output of a specification is kept.

    In whatever order Altair has put the parts: the compiler sorts them first of all, too.
    """
    text = json.dumps([spec, options], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def digest(data: dict[str, Any], metadata: dict[str, Any]) -> str:
    """Give a hash of an output that is the same however the notebook's file is laid out."""
    text = json.dumps([_joined(data), metadata], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@functools.cache
def drawn_with() -> str:
    """Name what turns a specification into an output: the compiler, if there is one, and our modules."""
    # As text, because git may give the files other ends of line on another system.
    own = "".join(Path(__file__).with_name(name).read_text("utf-8") for name in OWN_MODULES)
    renderer = f"renderer {hashlib.sha256(own.encode()).hexdigest()[:16]}"
    try:
        return f"vl-convert {importlib.metadata.version('vl-convert-python')}, {renderer}"
    except importlib.metadata.PackageNotFoundError:
        return renderer


def _look_up(folder: Path, key: str) -> Output | None:
    """Give the output that the index of a folder has for a key, if it is the one it was."""
    try:
        index = _index(*_state(folder / INDEX))
        # Where there is no compiler, whatever the lesson was drawn with is the best there is.
        if not index["drawn_with"].endswith(drawn_with()):
            return None
        for lesson, charts in index["lessons"].items():
            for chart in charts:
                if chart["key"] == key:
                    outputs = _charts(*_state(folder / lesson))
                    data, metadata = outputs[chart["cell"], chart["output"]]
                    if digest(data, metadata) == chart["digest"]:
                        return with_nulls(data), metadata
    # The files are the reader's: they may be half written, merged by hand, or something else.
    except Exception:
        return None
    return None


def _state(path: Path) -> tuple[Path, int, int]:
    """Give a file with what changes when it is saved: the lesson may be, while its kernel runs."""
    stat = path.stat()
    return path, stat.st_mtime_ns, stat.st_size


@functools.lru_cache(maxsize=1)
def _index(path: Path, _mtime: int, _size: int) -> Any:
    return json.loads(path.read_text("utf-8"))


@functools.lru_cache(maxsize=1)
def _charts(path: Path, _mtime: int, _size: int) -> dict[tuple[str, int], Output]:
    """Give the charts of a lesson by cell and number of output; the rest is not kept in memory."""
    return {
        (cell["id"], number): (_joined(output["data"]), output["metadata"])
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        for number, output in enumerate(cell.get("outputs", []))
        if VEGA_MIME in output.get("data", {})
    }


def _joined(data: dict[str, Any]) -> dict[str, Any]:
    """Join texts, which a notebook's file has as lists of lines."""
    return {
        mime: "".join(value) if isinstance(value, list) else value for mime, value in data.items()
    }
