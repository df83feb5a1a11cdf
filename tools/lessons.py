"""Write lessons back with their outputs, the same bytes every time, or say what is not so.

    python tools/lessons.py run [PATH ...]     execute in place, then bring into normal form,
                                               and list the charts in .charts.json beside it
    python tools/lessons.py check [PATH ...]   no kernel: is the file in that form?

A PATH is a notebook or a folder of notebooks; without one, it is notebooks/.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cell_ids
import chart_index
import nbclient
import nbformat
from traitlets.config import Config

from track2lib.page import fonts

FOLDER = Path(__file__).parents[1] / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    # What the exports go by. JupyterLab adds the version of the kernel, which is not the same for all.
    "language_info": {
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}
CHART = "application/vnd.vega.v5+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
# Without it, a kernel complains on the terminal about its own loopback connection.
QUIET = {"KernelManager": {"transport_encryption": "auto"}}
# nbval compares nothing in such a cell. A cell that must have one is listed as "file.ipynb:c07".
UNCOMPARED = re.compile(r"NBVAL_|nbval-(ignore-output|skip)")
ALLOWED: frozenset[str] = frozenset()
# What answers a guess that stands above it is hidden in JupyterLab until its cell is run.
ANSWER = "answer"
HIDDEN = {"outputs_hidden": True}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the result is the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("command", choices=["run", "check"])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--redraw", action="store_true", help="also replace stills of equal charts")
    options = parser.parse_intermixed_args(arguments)
    wrong = 0
    for path in find(options.paths or [FOLDER]):
        try:
            if options.command == "run":
                run(path, redraw=options.redraw)
            found = problems(path)
        except nbclient.exceptions.CellExecutionError as error:
            found = [f"a cell fails, the file is left as it was\n{error}"]
        wrong += len(found)
        print(*(f"{path}: {problem}" for problem in found or ["ok"]), sep="\n")
    return int(wrong > 0)


def find(paths: Sequence[Path]) -> list[Path]:
    """Give the notebooks that are meant by files and folders."""
    return [
        n for path in paths for n in (sorted(path.glob("*.ipynb")) if path.is_dir() else [path])
    ]


def run(path: Path, *, redraw: bool = False) -> None:
    """Execute a notebook and write it back in normal form."""
    old = read(path)
    cell_ids.settle(old.cells, cell_ids.stored(path), cell_ids.committed(path))
    new = copy.deepcopy(old)
    with tempfile.TemporaryDirectory() as folder:
        # So that a still is the same on every machine. Settings that name no folder at all would not
        # do: then vl-convert searches the usual ones.
        only_ours = Path(folder, "fonts.conf")
        only_ours.write_text(fonts.settings(machine=False), "utf-8")
        settings = {
            "TZ": "UTC",
            "PYTHONHASHSEED": "0",
            "TRACK2_FOLDER": f"{folder}/reader",
            "IPYTHONDIR": f"{folder}/ipython",
            "FONTCONFIG_FILE": str(only_ours),
            # A chart that is taken from the lesson would be compared with itself.
            "TRACK2_COMPILE": "always",
        }
        nbclient.NotebookClient(
            new,
            timeout=300,
            kernel_name="python3",
            resources={"metadata": {"path": str(path.parent)}},
            record_timing=False,
            store_widget_state=False,
            coalesce_streams=True,
            config=Config(QUIET),
        ).execute(env=os.environ | settings)
    keys = chart_index.take_keys(new)
    normalise(new)
    if not redraw:
        keep_stills(old, new)
    path.write_text(written(new), encoding="utf-8", newline="\n")
    chart_index.write(path, new, keys)


def read(path: Path) -> Any:
    """Read a notebook."""
    text = path.read_text(encoding="utf-8")
    return nbformat.reads(text, as_version=4)


def written(notebook: Any) -> str:
    """Give the text of a notebook's file."""
    return nbformat.writes(notebook) + "\n"


def normalise(notebook: Any) -> None:
    """Keep what a reader or a test uses, and fix the rest."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = METADATA
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = {"tags": tags} if tags else {}
        if ANSWER in (tags or []):
            cell.metadata["jupyter"] = dict(HIDDEN)
        for output in cell.get("outputs", []):
            if "execution_count" in output:
                output.execution_count = cell.execution_count
            if "data" in output:
                output.data.pop(WIDGET, None)
                output.metadata.pop("track2", None)
            # An error of the library is its message, in lines that fit. Of others, the frames name
            # files of this machine; without any text some viewers show an empty box.
            if output.output_type == "error" and not _is_short(output):
                output.traceback = [f"{output.ename}: {output.evalue}"]


def _is_short(error: Any) -> bool:
    """Tell whether an error is shown as `enable_lesson` shows those of the library."""
    return bool(error.traceback) and error.traceback[0].startswith(f"{error.ename} in line ")


def keep_stills(old: Any, new: Any) -> None:
    """Take over the stored picture of every chart that is unchanged.

    The same chart may be another file where the library that packs pictures is another.
    """
    before = {
        json.dumps(o.data[CHART], sort_keys=True): o for o in charts(old) if "image/png" in o.data
    }
    for output in charts(new):
        if same := before.get(json.dumps(output.data[CHART], sort_keys=True)):
            output.data["image/png"] = same.data["image/png"]
            output.metadata["image/png"] = same.metadata["image/png"]


def charts(notebook: Any) -> list[Any]:
    """Give every output that is a chart."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output for output in outputs if CHART in output.get("data", {})]


def problems(path: Path) -> list[str]:
    """Say what keeps a stored notebook from its normal form."""
    notebook = read(path)
    found = cell_ids.problems(cell_ids.stored(path), cell_ids.committed(path))
    count = 0
    for cell in notebook.cells:
        name = cell.get("id", "without id")
        where = f"cell {name}"
        if cell.cell_type != "code":
            continue
        if cell_ids.mixed(cell):
            found.append(f"{where} is a place for an answer, and holds more; make two cells of it")
        tags = cell.metadata.get("tags", [])
        skipped = UNCOMPARED.search(" ".join([cell.source, *tags]))
        if skipped and f"{path.name}:{name}" not in ALLOWED:
            found.append(f"{where} asks not to be compared, and ALLOWED does not list it")
        count += 1
        if not cell.source.strip():
            found.append(f"{where} is an empty code cell")
        if cell.execution_count != count:
            found.append(f"{where} is cleared or out of order: {cell.execution_count}, not {count}")
        for output in cell.outputs:
            if output.output_type == "error" and "raises-exception" not in tags:
                found.append(f"{where} stores an error without the tag raises-exception")
            if output.get("name") == "stderr":
                found.append(f"{where} stores a warning: {output.text.strip()[:200]}")
    form = copy.deepcopy(notebook)
    normalise(form)
    if form.metadata != notebook.metadata:
        found.append("the notebook's metadata are not the fixed ones")
    for number, (cell, right) in enumerate(zip(notebook.cells, form.cells, strict=True)):
        parts = [key for key in {*cell, *right} if cell.get(key) != right.get(key)]
        if parts:
            found.append(f"cell {number} is not in normal form: {', '.join(sorted(parts))}")
    if not found and path.read_text(encoding="utf-8") != written(form):
        found.append("the file is written in another layout")
    found += chart_index.problems(path, notebook)
    return [*found, "mend it with: nox -s lessons"] if found else []


if __name__ == "__main__":
    sys.exit(main())
