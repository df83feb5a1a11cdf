"""Measure the library beside a floor: python tools/benchmark.py [-n RUNS] [--against REV].

The floor of a lesson is a kernel that imports pandas and altair and draws as many plain charts as
the lesson, through Altair's own default renderer. A lesson is read in its folder, as a reader has
it, so its charts come from the lesson; "a new chart" is one that must be compiled.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import chart_index
import growth
import nbformat
from measuring import Row, cells, kernel, repeated, report, script

ROOT = Path(__file__).parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
AIM = (1.3, 1.4)  # what is aimed at, in times of the floor: seconds, memory
# A lesson of four sittings, which computes more than it draws.
OWN = {"11-impact-lab": (3.0, 1.7)}

IMPORT_PANDAS = "import pandas"
LOAD_A_TABLE = "import track2lib\ntrack2lib.load('dialogues')"
LOAD_ALL = """
import json, pathlib, track2lib
about = pathlib.Path(track2lib.__file__).parents[1] / "data" / "datapackage.json"
for table in json.loads(about.read_text("utf-8"))["resources"]:
    track2lib.load(table["name"])
"""
IMPORTS = "import altair as alt\nimport pandas as pd"
PLAIN_CHART = (
    "table = pd.DataFrame({'year': range(1997, 2011), 'n': range(14)})\n"
    "alt.Chart(table).mark_bar().encode(x='year:O', y='n:Q')"
)
NEW_CHART = [
    "import track2lib as t2\nt2.enable_charts()",
    "t2.timeline(t2.load('dialogues', scope='founding'), title='A title of my own')",
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


def lessons() -> Iterator[Row]:
    """Give a row for each lesson, and one for a chart that no lesson holds."""
    for path in LESSONS:
        stored = nbformat.reads(path.read_text("utf-8"), 4)
        measure = functools.partial(kernel, stored, path.parent)
        count = len(chart_index.outputs(stored))
        yield Row(path.stem, measure, *plain(count), OWN.get(path.stem, AIM))
    yield Row("a new chart", functools.partial(kernel, cells(NEW_CHART), ROOT), *plain(1))


def plain(count: int) -> tuple[str, functools.partial[tuple[float, float]]]:
    """Give the floor of a lesson with so many charts."""
    floor = cells([IMPORTS] + [PLAIN_CHART] * count)
    name = f"{count} plain chart{'' if count == 1 else 's'}"
    return name, functools.partial(kernel, floor, ROOT)


def tables(own: str, before: Path | None) -> Iterator[Row]:
    """Give the rows for reading and checking: our data, and a package at `own`."""

    def run(code: str, tree: Path = ROOT) -> functools.partial[tuple[float, float]]:
        return functools.partial(script, code, tree)

    floor = "import pandas", run(IMPORT_PANDAS)
    yield Row("import track2lib, load a table", run(LOAD_A_TABLE), *floor)
    folders = {"our data": str(ROOT / "data"), "5,000 meetings of one's own": own}
    for name, folder in folders.items():
        read = "the same with pandas", run(READ.format(folder))
        if folder != own:
            yield Row("load every table", run(LOAD_ALL), *read)
        yield Row(f"validate {name}", run(CHECK.format(folder)), *read)
    if before:
        old = "the same before", run(LOAD_ALL, before)
        yield Row("load every table", run(LOAD_ALL), *old)


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
        written = [dict(zip(columns[name], line.split(","), strict=True)) for line in lines]
        filled = [",".join(row.get(column, "") for column in heading) for row in written]
        path.write_text("\n".join([",".join(heading), *filled, ""]), "utf-8")
    return str(place)


@contextlib.contextmanager
def tree_of(revision: str | None) -> Iterator[Path | None]:
    """Check out a revision for as long as it is needed, if one is asked for."""
    if revision is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def coverage() -> None:
    """Print how often the intervals of the impact lab hold the truth, good or bad."""
    from track2lib import impact

    print("How often intervals of 95 % hold the truth, 2,000 draws a line\n")
    for name, tried in {
        "means, 8 years against 8": impact.interval_coverage(),
        "lines, 8 years against 8": impact.interval_coverage(trend=True),
        "agreement, 8 cases, 5 contributions": impact.agreement_coverage(alpha=0.8),
        "agreement, 8 cases, 1 contribution": impact.agreement_coverage(contributions=1, alpha=0.8),
        "the same, with one code 13 times in 16": impact.agreement_coverage(
            contributions=1, alpha=0.8, shares=[13, 3]
        ),
    }.items():
        print(f"{name}\n{tried.round(3).to_string(index=False)}\n")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("-n", "--runs", type=int, default=3, help="runs of each (default 3)")
    parser.add_argument(
        "--against", metavar="REV", help="a git revision that loads every table too"
    )
    options = parser.parse_args()
    print(f"Least seconds and median peak of {options.runs} runs, each in turn with its floor.\n")
    with tempfile.TemporaryDirectory() as place, tree_of(options.against) as before:
        report(list(tables(own_cases(f"{place}/cases", 5000), before)), options.runs)
    print(
        "\nA package of one's own by its meetings: seconds and peak memory, see tools/growth.py.\n"
    )
    growth.report(options.runs)
    print()
    draw = "the same random numbers", functools.partial(repeated, DRAW)
    simulate = functools.partial(repeated, SIMULATE)
    report([Row("simulate 1,000,000 dialogues", simulate, *draw)], max(options.runs, 5))
    print()
    report(list(lessons()), options.runs)
    print(f"\nAim: {AIM[0]:g} times the seconds and {AIM[1]:g} times the memory of the floor;")
    for name, (most, size) in OWN.items():
        print(f"{name}, four sittings: {most:g} times the seconds, {size:g} times the memory.")
    print()
    coverage()


if __name__ == "__main__":
    main()
