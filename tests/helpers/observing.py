"""Sheets of observers, as a class hands them in."""

import csv

from track2lib.impact.sheet_kinds import IDEAS, STAGES


def write_sheet(path, *rows, kind=STAGES, head=None):
    """Write a sheet: rows of cells below the heading of its kind, or below another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head or kind.columns, *rows])
    return path


def talk(observer, *stages, room="A", start=0):
    """Give the rows of an observer: a stage every five minutes, and none where it is empty."""
    return [(observer, room, start + 5 * n, stage, "") for n, stage in enumerate(stages)]


def write_ideas(path, *rows):
    """Write a sheet of ideas."""
    return write_sheet(path, *rows, kind=IDEAS)
