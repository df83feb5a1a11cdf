"""Steps that break a package, and what is then to be said."""

import csv
import io
from pathlib import Path

import pytest
from hand_written import fill

import track2lib
from track2lib.records.problem import DataError


def put(key, column, cell, file=None):
    """Make a step that writes a cell, in the first row that begins with these cells."""
    start = key.split("/")

    def step(folder, own):
        path = folder / (file or own)
        heading, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        found = next(row for row in rows if row[: len(start)] == start)
        assert found[heading.index(column)] != cell
        found[heading.index(column)] = cell
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([heading, *rows])

    return step


def add(row, file=None):
    """Make a step that adds a row at the end of a file: its cells by column, or the line itself."""

    def step(folder, own):
        path = folder / (file or own)
        if isinstance(row, dict):
            fill(folder, path.stem, row)
        else:
            path.write_text(path.read_text(encoding="utf-8") + f"{row}\n", encoding="utf-8")

    return step


def drop(start, file=None):
    """Make a step that takes out the lines that begin so."""

    def step(folder, own):
        path = folder / (file or own)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(start)]
        assert kept != lines
        path.write_text("".join(kept), encoding="utf-8")

    return step


def rewrite(change):
    """Make a step that changes the bytes of the file."""
    return lambda folder, own: (folder / own).write_bytes(change((folder / own).read_bytes()))


def evidence(table, key):
    """Give a row of evidence that bears a whole row, by a passage of a founding document."""
    return {
        "table": table,
        "key": key,
        "passage_id": "dimaggio2010-organizers-5.2",
        "voice": "author",
        "status": "stated",
    }


def meeting(date):
    """Make the steps that add a meeting."""
    row = {"meeting_id": "m1", "dialogue_id": "una-sipri", "title": "Meeting", "kind": "meeting"}
    return [
        add(row | {"date": date, "place_id": "stockholm"}, "meetings.csv"),
        add(evidence("meetings", "m1"), "evidence.csv"),
    ]


def row_of(folder, file, start):
    """Count the row that begins so, or the last; leave a number or a dash alone."""
    if start == "-" or isinstance(start, int):
        return start
    lines = (folder / file).read_bytes().decode("utf-8", "replace").splitlines()
    if start == "last":
        return len(lines)
    (found,) = [number for number, line in enumerate(lines, start=1) if line.startswith(start)]
    return found


def see_fault(folder, fault, *, alone=False):
    """See that a fault is one message for its file, or the only one at all, and that nothing loads."""
    file, steps, (start, column, problem), remedy = fault
    for step in steps:
        step(folder, file)
    row = row_of(folder, file, start)
    found = track2lib.validate(folder)
    if not alone:
        found = found[found["file"] == file]
    assert found.values.tolist() == [[file, row, column, problem, remedy, "error"]]
    table = "dialogues" if file == "datapackage.json" else Path(file).stem
    with pytest.raises(DataError) as refusal:
        track2lib.load(table, data=folder)
    assert refusal.value.problems["file"].unique().tolist() == [file]
    message = str(refusal.value)
    assert message.endswith(f": {problem} {remedy}")
    place = message.removesuffix(f": {problem} {remedy}").split(", ", maxsplit=2)
    shown = [file, f"row {row}", f"column {column}"]
    assert place == [part for part in shown if not part.endswith(" -")]
