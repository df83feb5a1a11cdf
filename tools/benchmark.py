"""Measure what the library adds to a bare start, as ratios: python tools/benchmark.py [-n RUNS].

The floor of a lesson is a kernel that imports pandas and altair and draws one plain chart through
the same renderer. Each number is the best of the runs, which take turns, so that a busy moment of
the machine does not fall on one of them alone.
"""

from __future__ import annotations

import argparse
import copy
import functools
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from traitlets.config import Config

LESSONS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
TIME, MEMORY = 2.0, 1.3  # what is aimed at, in times of the floor
# A lesson of four sittings has aims of its own.
OWN = {"11-impact-lab": (7.0, 1.8)}

IMPORT_PANDAS = "import pandas"
LOAD_A_TABLE = "import track2lib\ntrack2lib.load('dialogues')"
PLAIN_CHART = [
    "import altair as alt\nimport pandas as pd\nfrom track2lib.renderer import render\n"
    "alt.renderers.register('bare', render)\nalt.renderers.enable('bare')",
    "table = pd.DataFrame({'year': range(1997, 2011), 'n': range(14)})\n"
    "alt.Chart(table).mark_bar().encode(x='year:O', y='n:Q')",
]
FIRST_CHART = [
    "import track2lib as t2\nt2.enable_charts()",
    "t2.timeline(t2.load('dialogues', scope='founding'))",
]
# A million imagined dialogues, and drawing the same random numbers alone, in the same chunks.
DRAW = """
import numpy
for seed in numpy.random.SeedSequence(1).spawn(20):
    rng, shape = numpy.random.default_rng(seed), (50, 1000)
    rng.standard_normal(shape), rng.standard_normal(shape)
    rng.standard_exponential(shape), rng.random(shape)
"""
SIMULATE = "import track2lib.impact as lab\nlab.simulate(1000, worlds=1000, lag=2)"
# Reading the files of a package with pandas, and checking the same files.
READ = "import pathlib, pandas\nfor f in pathlib.Path({0!r}).glob('*.csv'): pandas.read_csv(f, dtype='str')"
CHECK = "import track2lib\nassert track2lib.validate({0!r}).empty"
# The peak of this process alone: what getrusage gives begins with that of the process it came from.
PEAK = """
import pathlib, re, resource
status = pathlib.Path("/proc/self/status")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if status.exists():
    peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]
print(f"peak {peak}")
"""

Measure = Callable[[], tuple[float, float]]


def script(code: str) -> tuple[float, float]:
    """Run a program; give its seconds, with Python's own start, and its peak in megabytes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    seconds = time.perf_counter() - start
    done = subprocess.run([sys.executable, "-c", code + PEAK], check=True, capture_output=True)
    return seconds, _peak(done.stdout.decode())


def repeated(code: str) -> tuple[float, float]:
    """Run code in this process after a first time; give its seconds, and no memory."""
    program = compile(code, "benchmark", "exec")
    exec(program, {})
    start = time.perf_counter()
    exec(program, {})
    return time.perf_counter() - start, math.nan


def kernel(notebook: Any, folder: Path) -> tuple[float, float]:
    """Execute a notebook; give the seconds from kernel start to the last cell, and its peak."""
    measured = nbformat.v4.new_code_cell(PEAK)  # type: ignore[no-untyped-call]
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


def _peak(text: str) -> float:
    found = re.search(r"peak (\d+)", text)
    assert found, text
    # Kilobytes, save on macOS, where they are bytes.
    return int(found[1]) / (1024**2 if sys.platform == "darwin" else 1024)


def own_cases(folder: str, count: int) -> str:
    """Write a package of a reader's own, with so many meetings."""
    import track2lib

    place = track2lib.start_dataset(folder)
    rows = {
        "dialogues": ["d1,A dialogue,elsewhere,one,1990/2010,What it was.,Author 2012"],
        "meetings": [
            f"m{n},d1,Meeting {n},{1990 + n % 20}-{n % 12 + 1:02}-{n % 28 + 1:02},meeting,Author 2012"
            for n in range(count)
        ],
    }
    columns = {
        "dialogues": ["dialogue_id", "name", "case", "grain", "dates", "summary", "source"],
        "meetings": ["meeting_id", "dialogue_id", "title", "date", "kind", "source"],
    }
    for name, lines in rows.items():
        path = place / f"{name}.csv"
        heading = path.read_text("utf-8").strip().split(",")
        cells = [dict(zip(columns[name], line.split(","), strict=True)) for line in lines]
        filled = [",".join(row.get(column, "") for column in heading) for row in cells]
        path.write_text("\n".join([",".join(heading), *filled, ""]), "utf-8")
    return str(place)


def cells(sources: Sequence[str]) -> Any:
    """Make a notebook of code cells."""
    new = nbformat.v4
    return new.new_notebook(  # type: ignore[no-untyped-call]
        cells=[new.new_code_cell(source) for source in sources]  # type: ignore[no-untyped-call]
    )


def best(measures: dict[str, Measure], runs: int) -> dict[str, tuple[float, float]]:
    """Take turns, and give the least seconds and the median peak of each."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in measures}
    for _ in range(runs):
        for name, measure in measures.items():
            found[name].append(measure())
    return {
        name: (min(s for s, _ in pairs), statistics.median(m for _, m in pairs))
        for name, pairs in found.items()
    }


def report(results: dict[str, tuple[float, float]], aims: tuple[float, float] | None) -> None:
    """Print a table of which the first line is the floor."""
    floor_time, floor_memory = next(iter(results.values()))
    print(f"{'':46}{'seconds':>9}{'ratio':>7}{'MB':>8}{'ratio':>7}")
    for name, (seconds, memory) in results.items():
        times, sizes = seconds / floor_time, memory / floor_memory
        most = OWN.get(name, aims)
        over = "  over the aim" if most and (times > most[0] or sizes > most[1]) else ""
        print(f"{name:46}{seconds:9.2f}{times:7.2f}{memory:8.0f}{sizes:7.2f}{over}")


def coverage() -> None:
    """Print how often the intervals of the impact lab hold the truth, good or bad."""
    from track2lib import impact

    print("How often intervals of 95 % hold the truth, 2,000 draws a line\n")
    for name, tried in {
        "means, 8 years against 8": impact.interval_coverage(),
        "lines, 8 years against 8": impact.interval_coverage(trend=True),
        "agreement, 8 cases, 5 contributions": impact.agreement_coverage(alpha=0.8),
        "agreement, 8 cases, 1 contribution": impact.agreement_coverage(contributions=1, alpha=0.8),
    }.items():
        print(f"{name}\n{tried.round(3).to_string(index=False)}\n")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("-n", "--runs", type=int, default=3, help="runs of each (default 3)")
    runs = parser.parse_args().runs
    here = Path.cwd()
    imports: dict[str, Measure] = {
        "import pandas": lambda: script(IMPORT_PANDAS),
        "import track2lib, load a table": lambda: script(LOAD_A_TABLE),
    }
    notebooks = {"kernel with one plain chart": (cells(PLAIN_CHART), here)}
    notebooks["first chart of track2lib"] = (cells(FIRST_CHART), here)
    for path in LESSONS:
        stored = nbformat.reads(path.read_text("utf-8"), 4)  # type: ignore[no-untyped-call]
        notebooks[path.stem] = (stored, path.parent)
    kernels: dict[str, Measure] = {
        name: functools.partial(kernel, book, folder) for name, (book, folder) in notebooks.items()
    }
    print(f"Best of {runs}; the first line of each table is what the others are measured by.\n")
    report(best(imports, runs), None)
    print()
    with tempfile.TemporaryDirectory() as place:
        folders = {"our data": str(LESSONS[0].parents[1] / "data")}
        folders["5,000 meetings of one's own"] = own_cases(f"{place}/cases", 5000)
        for name, folder in folders.items():
            checks: dict[str, Measure] = {
                f"read with pandas: {name}": functools.partial(script, READ.format(folder)),
                f"validate: {name}": functools.partial(script, CHECK.format(folder)),
            }
            report(best(checks, runs), None)
            print()
    draws: dict[str, Measure] = {
        "draw random numbers: 1,000,000 dialogues": functools.partial(repeated, DRAW),
        "simulate 1,000,000 dialogues": functools.partial(repeated, SIMULATE),
    }
    report(best(draws, max(runs, 5)), None)
    print()
    coverage()
    report(best(kernels, runs), (TIME, MEMORY))
    print(f"\nAim: a lesson within {TIME:g} times the time and {MEMORY:g} times the memory;")
    for name, (most, size) in OWN.items():
        print(f"{name}, four sittings: {most:g} times the time, {size:g} times the memory.")


if __name__ == "__main__":
    main()
