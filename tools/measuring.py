"""What a program or a notebook costs: seconds and peak memory, beside those of a floor."""

from __future__ import annotations

import contextlib
import copy
import io
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from traitlets.config import Config

Measure = Callable[[], tuple[float, float]]
# The peak of this process alone: what getrusage gives begins with that of the process it came from.
PEAK = """
import pathlib, re, resource
status = pathlib.Path("/proc/self/status")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if status.exists():
    peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]
print(f"peak {peak}")
"""


@dataclass(frozen=True)
class Row:
    """What is measured, what it is measured by, and the most of it: times and memory."""

    name: str
    measure: Measure
    by: str
    floor: Measure
    aim: tuple[float, float] | None = None


def report(rows: Sequence[Row], runs: int) -> None:
    """Print each row beside its floor: the least seconds and the median peak of the runs."""
    heads = ["seconds", "floor", "ratio", "MB", "floor", "ratio"]
    print(f"{'':36}{''.join(f'{head:>8}' for head in heads)}  measured by")
    for row in rows:
        # In turns, so that a busy moment of the machine does not fall on one of them alone.
        pairs = [(row.floor(), row.measure()) for _ in range(runs)]
        (floor, floor_peak), (seconds, peak) = map(_summary, zip(*pairs, strict=True))
        times, sizes = seconds / floor, peak / floor_peak
        numbers = f"{seconds:8.2f}{floor:8.2f}{times:8.2f}"
        # No memory of what runs in this process, which has done other things before.
        numbers += f"{peak:8.0f}{floor_peak:8.0f}{sizes:8.2f}" if peak > 0 else f"{'-':>8}" * 3
        over = row.aim and (times > row.aim[0] or sizes > row.aim[1])
        print(f"{row.name:36}{numbers}  {row.by}{'  OVER THE AIM' if over else ''}", flush=True)


def _summary(found: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Give the least seconds, since other programs only add to them, and the median peak."""
    return min(seconds for seconds, _ in found), statistics.median(peak for _, peak in found)


def script(code: str, tree: Path) -> tuple[float, float]:
    """Run a program with the library of a tree; give its seconds, with Python's own start."""
    command = [sys.executable, "-c", code + PEAK]
    start = time.perf_counter()
    # A program given by -c imports from its working directory before anything that is installed.
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tree)
    return time.perf_counter() - start, _peak(done.stdout)


def repeated(code: str) -> tuple[float, float]:
    """Run code in this process after a first time; give its seconds, and no memory."""
    program = compile(code, "benchmark", "exec")
    exec(program, {})
    start = time.perf_counter()
    exec(program, {})
    return time.perf_counter() - start, math.nan


def kernel(notebook: Any, folder: Path) -> tuple[float, float]:
    """Execute a notebook; give the seconds from kernel start to the last cell."""
    measured = nbformat.v4.new_code_cell(PEAK)
    notebook = copy.deepcopy(notebook)
    with tempfile.TemporaryDirectory() as reader:
        client = nbclient.NotebookClient(
            notebook,
            timeout=300,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
            config=Config({"KernelManager": {"transport_encryption": "auto"}}),
        )
        start = time.perf_counter()
        with client.setup_kernel(env=os.environ | {"TRACK2_FOLDER": reader}):
            for index, cell in enumerate(notebook.cells):
                client.execute_cell(cell, index)
            seconds = time.perf_counter() - start
            notebook.cells.append(measured)
            client.execute_cell(measured, len(notebook.cells) - 1)
    return seconds, _peak(measured.outputs[0].text)


def peak() -> float:
    """Give the peak memory of this process so far, in megabytes."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(PEAK, {})
    return _peak(printed.getvalue())


def cells(sources: Sequence[str]) -> Any:
    """Make a notebook of code cells."""
    new = nbformat.v4
    return new.new_notebook(cells=[new.new_code_cell(source) for source in sources])


def _peak(text: str) -> float:
    """Read megabytes from what `PEAK` prints, the last of the output."""
    found = re.search(r"peak (\d+)\s*$", text)
    assert found, text
    # Kilobytes, save on macOS, where they are bytes.
    return int(found[1]) / (1024**2 if sys.platform == "darwin" else 1024)
