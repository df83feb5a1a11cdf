"""Have classes come to a real JupyterHub at once, and measure what each student waits for.

    python -m hub [--students 1 5 10 20] [--builds NAME ...]

The hub listens on the loopback. Students are no browsers: they log in, have nbgitpuller fetch the
course, open their copy of lesson 00, run its cells in a kernel, code a case and hand in, over HTTP
and a websocket. It needs Linux, npm's configurable-http-proxy, and about ten minutes on two cores.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hub import builds
from hub.memory import Look
from hub.running import Build, attend
from hub.student import Student

BEFORE = "33bd42c"
MAKERS: dict[str, Callable[[Path], Build]] = {
    "before": lambda place: builds.before(place, BEFORE),
    "unforked": lambda place: builds.after(place, prefork=False),
    "after": lambda place: builds.after(place, prefork=True),
    "peer": builds.peer,
}
HEADS = [
    "server",
    "slowest",
    "1st chart",
    "whole",
    "work each",
    "MB each",
    "server",
    "kernel",
    "failed",
]


def main() -> int:
    """Run the command line; the result is the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--proxy", default="configurable-http-proxy", help="the program")
    parser.add_argument("--students", nargs="+", type=int, default=[1, 5, 10, 20])
    parser.add_argument("--builds", nargs="+", choices=MAKERS, default=list(MAKERS))
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="track2-builds-") as folder:
        compared = [MAKERS[name](Path(folder, name)) for name in options.builds]
        for build in compared:
            attend(build, 1, [options.proxy])  # the disk's first reading is no student's wait
        print(f"{'students':28}{''.join(f'{head:>10}' for head in HEADS)}")
        for number in options.students:
            for build in compared:  # in turns: a busy moment of the machine is none of one alone
                print(f"{number:3}  {build.name:23}", end="")
                failed += report(*attend(build, number, [options.proxy]))
    print("Seconds from the login: until the server answers (median, slowest), to the first chart")
    print(
        "and to the hand-in of the last; of a processor, for each. Megabytes at the peak: proportional,"
    )
    print("in all, which has a share of the process that others are forked from, and of each kind.")
    return int(failed > 0)


def report(students: Sequence[Student], look: Look) -> int:
    """Print what a class saw, and below it why students failed; give how many did."""
    number = len(students)
    answered = [one.steps["server"] for one in students if "server" in one.steps] or [float("nan")]
    times = [statistics.median(answered), max(answered)]
    for step in ("chart", "handed in"):
        times.append(max(one.steps.get(step, float("nan")) for one in students))
    failed = [one for one in students if one.failures]
    sizes = [part / number for part in (look.total, look.servers, look.kernels)]
    times.append(look.seconds / number)
    columns = [*(f"{time:10.1f}" for time in times), *(f"{size:10.0f}" for size in sizes)]
    print(f"{''.join(columns)}{len(failed):10}", flush=True)
    for reason in sorted({reason for one in failed for reason in one.failures})[:5]:
        print(f"{'':10}{reason}")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
