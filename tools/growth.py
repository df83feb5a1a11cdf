"""How seconds and memory grow with the rows of a package of one's own, beside a floor.

The floor reads the same filled tables with pandas: text as ``string``, coordinates as numbers, and
each date as a first and a last day, in columns and never row by row, as a user of pandas would who
has read how these dates are written: one regular expression for both ends, `to_datetime` for each,
and the end of the year or month for a last day that names no day. It checks nothing, and it gives
the bounds that `load` gives, which is looked at before anything is timed.

Each size runs in processes of its own, after a small package has been read once by either, so
that no import and no first call is counted. Seconds are those of the processor, of which a busy
machine takes none away. Memory is what a process needs in all.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import many_cases
import measuring
import pandas as pd

import track2lib

__all__ = ["SIZES", "report"]

Step = Callable[[Path], Any]

SIZES = (1_000, 10_000, 100_000)
AIM = 3.0  # what is aimed at for checking and loading together, in times of the floor
AT = 10_000
DATE = r"\d\d[\dX]{2}(?:-\d\d){0,2}"
ENDS = (
    rf"^\[?(?P<first>{DATE})?[~?]?(?P<between>(?:\.\.)?/|\.\.)?(?:\.\.|(?P<last>{DATE}))?[~?]?\]?$"
)


def floor(place: Path) -> dict[str, pd.DataFrame]:
    """Read and parse the filled tables with pandas alone."""
    tables = {}
    for name in many_cases.FILLED:
        numbers = {"latitude": "float64", "longitude": "float64"} if name == "places" else {}
        table = pd.read_csv(place / f"{name}.csv", dtype="string")
        table = table.astype(numbers)
        for column in {"date", "dates"} & {*table.columns}:
            first, last = both_ends(table[column])
            table[f"{column}_earliest"], table[f"{column}_latest"] = first, last
        tables[name] = table
    return tables


def both_ends(dates: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Give the first and the last day of dates in the forms of this package."""
    ends = dates.str.extract(ENDS)
    first, last = ends["first"], ends["last"].fillna(ends["first"].mask(ends["between"].notna()))
    seasons = dates[dates.str.fullmatch(r"\d{4}-2[1-3]", na=False)]
    first.update(seasons.str[:5] + seasons.str[5:].map({"21": "03", "22": "06", "23": "09"}))
    last.update(seasons.str[:5] + seasons.str[5:].map({"21": "05", "22": "08", "23": "11"}))
    first, last = first.str.replace("X", "0"), last.str.replace("X", "9")
    earliest, latest = (pd.to_datetime(end, format="ISO8601") for end in (first, last))
    length = last.str.len()
    latest = latest.mask(length == 4, latest + pd.offsets.YearEnd(0))
    latest = latest.mask(length == 7, latest + pd.offsets.MonthEnd(0))
    return earliest, latest


def loaded(place: Path) -> dict[str, pd.DataFrame]:
    """Load the filled tables."""
    return {name: track2lib.load(name, data=place) for name in many_cases.FILLED}


def checked(place: Path) -> None:
    """Check the package, in which nothing is wrong."""
    found = track2lib.validate(place)
    assert found.empty, found.head()


def meetings(place: Path) -> pd.DataFrame:
    """Give the largest table, which is loaded already."""
    return track2lib.load("meetings", data=place)


# What is timed, each in the state in which the one before it has left the process.
FLOOR: dict[str, Step] = {"floor": floor}
LIBRARY: dict[str, Step] = {
    "validate": checked,
    "load": loaded,
    "count_per_year": lambda place: track2lib.count_per_year(meetings(place)),
    "per_year": lambda place: track2lib.per_year(meetings(place)).to_dict(),
    "venue_map": lambda place: track2lib.venue_map(meetings(place)).to_dict(),
}


def timed(steps: dict[str, Step], place: Path, small: Path) -> dict[str, float]:
    """Give the seconds of each step in this process."""
    for step in steps.values():
        step(small)
    seconds = {}
    for name, step in steps.items():
        start = time.process_time()
        step(place)
        seconds[name] = time.process_time() - start
    return seconds


def see_same_bounds(place: Path) -> None:
    """See that the floor reads dates as the library does."""
    ours, theirs = loaded(place), floor(place)
    for name, column in (("dialogues", "dates"), ("meetings", "date")):
        for end in (f"{column}_earliest", f"{column}_latest"):
            one, other = (tables[name][end].astype("datetime64[s]") for tables in (ours, theirs))
            pd.testing.assert_series_equal(one, other, check_names=False)


def report(runs: int) -> None:
    """Print seconds and megabytes of each size, the least of some runs, and times of the floor."""
    heads = ["meetings", *FLOOR, *LIBRARY, "MB", "floor", "checked and loaded"]
    print("  ".join(f"{head:>8}" for head in heads))
    with tempfile.TemporaryDirectory() as folder:
        small = many_cases.write(Path(folder, "small"), 100)
        for size in SIZES:
            place = many_cases.write(Path(folder, str(size)), size)
            see_same_bounds(place)
            # In turns, so that a busy moment of the machine does not fall on one of them alone.
            pairs = [[_child(part, place, small) for part in PARTS] for _ in range(runs)]
            floors, ours = ([pair[part] for pair in pairs] for part in (0, 1))
            least = {name: min(run[name] for run in floors) for name in floors[0]}
            least_own = {name: min(run[name] for run in ours) for name in ours[0]}
            ratio = (least_own["validate"] + least_own["load"]) / least["floor"]
            numbers = [f"{size:8,}", f"{least['floor']:8.3f}"]
            numbers += [f"{least_own[name]:{max(len(name), 8)}.3f}" for name in LIBRARY]
            numbers += [f"{least_own['MB']:8.0f}", f"{least['MB']:8.0f}", f"{ratio:8.2f} times"]
            over = size == AT and ratio > AIM
            print("  ".join(numbers) + "  OVER THE AIM" * over, flush=True)
    print(
        f"\nAim: at {AT:,} meetings {AIM:g} times the floor, and no growth beyond that of the rows."
    )


def _child(part: str, place: Path, small: Path) -> dict[str, float]:
    """Time the steps of one part in a process of its own; its peak is there as ``MB``."""
    command = [sys.executable, __file__, part, str(place), str(small)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


PARTS = {"floor": FLOOR, "library": LIBRARY}

if __name__ == "__main__":
    print(
        json.dumps(timed(PARTS[sys.argv[1]], *map(Path, sys.argv[2:])) | {"MB": measuring.peak()})
    )
