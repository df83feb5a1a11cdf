"""Cells for which several sources give a value, written by hand."""

import pandas as pd
from hand_written import DIALOGUE, fill

import track2lib

TABLES = ("sources", "passages", "evidence", "eras", "people", "organizations", "places")
# Key, date, founding, primary: each source gives what a test says, in this order.
SOURCES = {
    "first": ("2001", "true", "false"),
    "second": ("2012-05", "false", "true"),
    "third": ("2009", "false", "true"),
    "undated": ("", "false", "false"),
}


def bear(folder, table, key, source, field="", value=""):
    """Write a row of evidence."""
    place = {"table": table, "key": key, "field": field, "passage_id": f"{source}-1"}
    fill(folder, "evidence", place | {"value": value, "voice": "author", "status": "stated"})


def dialogue(folder, column, also=(), **given):
    """Write a dialogue, and for one of its cells what each source gives; the first one is shown."""
    cells = {column: next(iter(given.values())), "dialogue_id": "d1"} | dict(also)
    fill(folder, "dialogues", DIALOGUE | cells)
    for source, value in given.items():
        bear(folder, "dialogues", "d1", source)
        bear(folder, "dialogues", "d1", source, column, value)


def periods(folder):
    """Write the two presidencies, as one source gives them."""
    for key, dates in (("khatami", "1997/2005"), ("ahmadinejad", "2005/..")):
        fill(folder, "people", {"person_id": key, "name": key.title(), "role": "President."})
        fill(folder, "eras", {"era_id": key, "name": key, "president": key, "dates": dates})
        for table in ("people", "eras"):
            bear(folder, table, key, "first")


def count(folder, **given):
    """Write a count, and for its bounds and words what each source gives."""
    columns = ("minimum", "maximum", "as_stated")
    first = dict(zip(columns, next(iter(given.values())), strict=True))
    row = {"count_id": "c1", "table": "sources", "key": "first", "unit": "meetings"}
    fill(folder, "counts", row | first)
    for source, values in given.items():
        bear(folder, "counts", "c1", source)
        for column, value in zip(columns, values, strict=True):
            bear(folder, "counts", "c1", source, column, value)


def cells(folder, table, *columns, **how):
    """Load the one row of a table, and give some of its cells, None for an empty one."""
    assert track2lib.validate(folder).values.tolist() == []
    row = track2lib.load(table, data=folder, **how).iloc[0]
    return [None if pd.isna(row[column]) else row[column] for column in columns]
