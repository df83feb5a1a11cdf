"""Rows that rest on a founding document."""

import track2lib


def rows(table, /, **values):
    """Give the rows of a table that rest on a founding document and hold these values."""
    frame = track2lib.load(table, scope="founding")
    for column, value in values.items():
        frame = frame[frame[column] == value]
    return frame


def row(table, /, **values):
    """Give the one row of a table that holds these values, with None for an empty cell."""
    found = rows(table, **values)
    assert len(found) == 1
    return found.astype(object).where(found.notna(), None).iloc[0]


def evidence(table, key, field=None):
    """Give what a row rests on in the founding documents."""
    return track2lib.evidence(table, key, field, scope="founding")
