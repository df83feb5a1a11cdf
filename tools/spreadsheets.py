"""Fill a workbook in the real LibreOffice, save it in each form, and take it back.

Then the files of a folder are opened and saved with the program's own settings, as whoever does not
look would do: of each cell that is something else then, is it told that it is?

Needs LibreOffice Calc and its Python (on Debian: ``libreoffice-calc`` and ``python3-uno``), so it
is no part of the tests: ``python tools/spreadsheets.py``. It ends with 77 where these are missing.
"""

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import track2lib as t2
from track2lib.records.snapshot import open_records

PORT, LETTERS = 2083, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# What a program that is left to itself makes something else of: a day, a month, a number, a word.
ROWS = {
    "sources": [
        {"source_id": "007", "authors": "ناشناس", "short_name": "ناشناس", "title": "گفت‌وگو"}
        | {"date": "2006-12-11", "language": "fa"},
    ],
    "dialogues": [
        {"dialogue_id": "1e5", "name": "گفت‌وگوی آب", "case": "India and Pakistan", "grain": "one"}
        | {"dates": "2005-05", "topics_open": "true", "summary": "Fünf Gespräche, ½ davon geheim."}
        | {"date_words": "5-10", "source": "007, pp. 5-10; Writer 2015, p. 1.10"},
        {"dialogue_id": "d2", "name": "May talks", "case": "elsewhere", "grain": "several"}
        | {"dates": "2002/..", "summary": "1/2", "source": "Writer 2015"},
    ],
    "places": [
        {"place_id": "wien", "name": "Wien", "precision": "city", "latitude": "48.2085"}
        | {"longitude": "16.3721", "source": "Writer 2015"},
    ],
    "meetings": [
        {"meeting_id": "m-1", "dialogue_id": "1e5", "title": "10/12", "date": "2005-05"}
        | {"place_id": "wien", "kind": "meeting", "source": "Writer 2015, p. 12-05"},
    ],
    "counts": [
        {"count_id": "c1", "table": "dialogues", "key": "1e5", "unit": "participants"}
        | {"minimum": "5", "maximum": "10", "as_stated": "5-10", "source": "Writer 2015"},
    ],
}
XLSX = {"FilterName": "Calc MS Excel 2007 XML"}
ODS = {"FilterName": "calc8"}
# Comma, quotation mark, UTF-8, cells as shown, every sheet in a file of its own.
CSV = {
    "FilterName": "Text - txt - csv (StarCalc)",
    "FilterOptions": "44,34,76,1,,0,false,true,false,false,false,-1",
}


def main() -> int:
    """Do it, and say what came back."""
    office, python = shutil.which("soffice"), Path("/usr/bin/python3")
    if not office or subprocess.run([python, "-c", "import uno"], capture_output=True).returncode:
        print("LibreOffice Calc or its Python is not installed")
        return 77
    with tempfile.TemporaryDirectory() as place:
        same = [*taken_back(Path(place), office, python)]
        return int(not all([*same, is_told(Path(place), office)]))


def taken_back(place: Path, office: str, python: Path) -> Iterator[bool]:
    """Fill and save a workbook, and compare each form with what was typed."""
    book = t2.start_dataset(place / "typed.xlsx")
    expected = open_records(book)
    cells = [
        (name, f"{LETTERS[expected.columns(name).index(column)]}{line}", text)
        for name, rows in ROWS.items()
        for line, row in enumerate(rows, start=2)
        for column, text in row.items()
    ]
    forms = {"saved.xlsx": XLSX, "saved.ods": ODS, "saved.csv": CSV}
    saved = [{"path": str(place / name), "settings": own} for name, own in forms.items()]
    files = [{"path": str(book), "cells": cells, "saved": saved}]
    # A profile of its own, so that nobody's open documents are touched.
    arguments = [
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
    ]
    listening = f"--accept=socket,host=127.0.0.1,port={PORT};urp;"
    with subprocess.Popen([office, *arguments, listening]) as program:
        task = json.dumps({"port": PORT, "files": files})
        typing = Path(__file__).with_name("office_typing.py")
        subprocess.run([python, typing], input=task, text=True, check=True)
        program.wait()
    folder = place / "folder"
    t2.start_dataset(folder, tables=expected.names)
    for name in expected.names:
        shutil.copyfile(place / f"saved-{name}.csv", folder / f"{name}.csv")
    for form in (place / "saved.xlsx", place / "saved.ods", folder):
        yield is_same(form)


def is_same(form: Path) -> bool:
    """Say whether a form holds what was typed, cell by cell, and whether it is sound."""
    records, changed = open_records(form), []
    for name, rows in ROWS.items():
        for line, row in enumerate(rows):
            for column, text in row.items():
                found = records.cells(name)[column][line]
                if found != text:
                    changed.append(f"{name}, row {line + 2}, {column}: {text!r} is now {found!r}")
    problems = t2.validate(form)
    print(f"{form.name}: {len(changed)} cells changed, {len(problems)} problems")
    csv.writer(sys.stdout).writerows([[line] for line in changed])
    if len(problems):
        print(problems.to_string())
    return not changed and problems.empty


def is_told(place: Path, office: str) -> bool:
    """Say whether `validate` tells of each cell that is changed where nobody looks."""
    typed, saved = t2.start_dataset(place / "files"), place / "unseen"
    for name, rows in ROWS.items():
        with (typed / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
            columns = open_records(typed).columns(name)
            csv.DictWriter(file, columns, restval="", lineterminator="\n").writerows(rows)
    assert t2.validate(typed).empty
    shutil.copytree(typed, saved)
    files = [str(typed / f"{name}.csv") for name in ROWS]
    options = [f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless"]
    subprocess.run([office, *options, "--convert-to", "csv", "--outdir", saved, *files], check=True)
    problems = t2.validate(saved)
    told = {(file, str(row), column) for file, row, column in problems.iloc[:, :3].values}
    silent = 0
    for name, rows in ROWS.items():
        with (saved / f"{name}.csv").open(encoding="utf-8", errors="replace", newline="") as file:
            found = list(csv.DictReader(file))
        for line, row in enumerate(rows):
            for column, text in row.items():
                if found[line][column] != text:
                    is_here = (f"{name}.csv", str(line + 2), column) in told
                    # A key that is changed wherever it stands leads to the same rows as before.
                    is_key = column == "key" or column.endswith("_id")
                    silent += not (is_here or is_key)
                    said = "told" if is_here else "a key" if is_key else "SILENT"
                    print(
                        f"{said}: {name}, row {line + 2}, {column}: {text!r} is now {found[line][column]!r}"
                    )
    print(problems.to_string())
    return not silent


if __name__ == "__main__":
    sys.exit(main())
