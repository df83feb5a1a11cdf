"""A table that is nearly right is refused by its chart in one clear sentence, or drawn as it says."""

import pandas as pd
import pytest
from nearly_right import CELLS, ROWS, SAME, with_column, wrong_with
from sound_calls import SOUND, called

# What each column can hold after all, by the kind of its cells: names that must be there, texts that
# may be missing, words of a list, keys that lead elsewhere, days, dates, numbers with and without
# gaps, and yes and no.
MISSING = {"all missing", "one NA"}
EMPTY = {"one empty"}
NAME = {"words"}
TEXT = NAME | MISSING | EMPTY
# Words of a list, keys that lead elsewhere, and what tells the rows apart, of which each has its own.
WORD = KEY = APART = set()
# A first day after the last is refused.
FIRST = MISSING | {"one a day"}
DAY = FIRST | {"days"}
DATE = MISSING | EMPTY
MINUS, COUNTED = {"one minus 1"}, {"numbers"}
NUMBER = MINUS | COUNTED
YES = MISSING
OPEN = {"one NA", "one empty"}
CHARTS = {
    "active_in_year": (
        "dialogues",
        {
            "dialogue_id": NAME,
            "name": NAME,
            "dates": DATE,
            "dates_earliest": MISSING,
            "dates_latest": DAY,
            "cited": TEXT,
        },
    ),
    "compare_cases": (
        "dialogues",
        {
            "dialogue_id": NAME,
            "name": NAME,
            "case": TEXT,
            "track": TEXT,
            "dates": DATE,
            "dates_earliest": MISSING,
            "dates_latest": DAY,
            "date_words": TEXT,
            "cited": TEXT,
        },
    ),
    "compare_definitions": (
        "readings",
        {
            "definition_id": NAME,
            "dialogue_id": APART,
            "verdict": WORD,
            "reason": NAME,
            "cited": TEXT,
        },
    ),
    "compare_groups": (
        "traits",
        {"group_id": NAME, "kind": NAME, "trait": NAME, "share": TEXT, "cited": TEXT},
    ),
    "compare_risks": (
        "risks",
        {
            "risk": NAME,
            "bearer": NAME,
            "from_whom": TEXT,
            "told_as": WORD,
            "accused": TEXT,
            "statement": NAME,
            "cited": TEXT,
        },
    ),
    "events_by_era": (
        "events",
        {
            "title": NAME,
            "date": DATE,
            "date_words": TEXT,
            "date_earliest": FIRST,
            "date_latest": DAY,
            "era": OPEN,
            "told_in": TEXT,
            "cited": TEXT,
        },
    ),
    "left_open": (
        "since",
        {
            "construct_id": set(),
            "title": NAME,
            "date": DATE,
            "date_earliest": FIRST,
            "date_latest": MISSING,
            "speaks": WORD,
            "sure": WORD,
            "reason": TEXT,
            "cited": TEXT,
        },
    ),
    "impact.coverage_chart": (
        "tried",
        {"interval": APART, "leaning": NUMBER, "coverage": set(), "error": COUNTED},
    ),
    "impact.disagreement_chart": (
        "codings",
        {
            "coder": MINUS | COUNTED,
            "dialogue_id": NAME | MINUS,
            "construct_id": MINUS,
            "code": OPEN,
        },
    ),
    "impact.ideas_chart": (
        "sheets",
        {
            "observer": set(),
            "room": NAME,
            "idea": set(),
            "audience": set(),
            "fate": OPEN,
            "cited": TEXT | {"dropped"},
        },
    ),
    "impact.placebo_chart": (
        "ranked",
        {
            "year": NUMBER,
            "estimate": NUMBER,
            "rank": set(),
            "smallest": set(),
            "asked": set(),
        },
    ),
    "impact.sensitivity_chart": (
        "found",
        {"what": APART, "without": MISSING, "low": set(), "high": set()},
    ),
    "impact.simulation_chart": (
        "worlds",
        {
            "world": NUMBER,
            "reader": APART,
            "estimate": {"one NA"},
            "low": MISSING | MINUS,
            "high": MISSING,
            "truth": set(),
        },
    ),
    "impact.specification_curve": (
        "table",
        {
            "measure": NAME,
            "at": NUMBER,
            "compares": APART,
            "window": NUMBER,
            "estimate": MINUS,
            "low": MINUS,
            "wide_high": COUNTED,
        },
    ),
    "impact.stages_chart": (
        "sheets",
        {
            "observer": set(),
            "room": NAME,
            "minute": MINUS,
            "stage": OPEN,
            "cited": TEXT | {"dropped"},
        },
    ),
    "impact.tracing_chart": (
        "traced",
        {"clue": NAME, "observed": WORD, "test": NAME, "ratio": set(), "posterior": set()},
    ),
    "organizers": ("links", {"dialogue_id": NAME, "org_id": KEY, "role": NAME, "cited": TEXT}),
    "per_year": (
        "table",
        {
            "date_earliest": FIRST,
            "date_latest": DAY,
            "sources": TEXT,
            "cited": TEXT,
        },
    ),
    "timeline": (
        "table",
        {
            "title": NAME,
            "date": DATE,
            "date_earliest": FIRST,
            "date_latest": DAY,
            "date_words": TEXT,
            "era": TEXT,
            "cited": TEXT,
        },
    ),
    "topics": ("links", {"dialogue_id": KEY, "topic_id": KEY, "cited": TEXT}),
    "venue_map": ("meetings", {"place_id": {"one NA", "one empty"}, "cited": TEXT}),
    "venues": ("links", {"dialogue_id": NAME, "place_id": KEY, "share": TEXT, "cited": TEXT}),
    "voices": (
        "accounts",
        {
            "theme": NAME,
            "side": TEXT,
            "standing": TEXT,
            "voice": NAME,
            "charge": YES,
            "account": NAME,
            "date": DATE,
            "date_earliest": DAY,
            "sources": TEXT,
            "cited": TEXT,
        },
    ),
}
# The same charts of other tables.
AGAIN = {"timeline: dialogues": "table", "topics: counted": "links"}
PARTS = {name: part for name, (part, _) in CHARTS.items()} | AGAIN
# Where so many charts are drawn, one of each kind is tried: the others end in the same line of
# `sound_cells`, whose own tests see all of them.
ALIKE = {
    *("all NA", "all NaN", "all NaT", "one missing", "one NaN", "one of spaces", "as text"),
    *("one as text", "one in words", "one of several words", "one with a zero byte"),
    *("one no text", "halves", "yes and no", "one yes", "one a list", "one a table", "one bytes"),
    *("one a period", "one complex", "complex numbers", "spans"),
}
# One row is a table as well, but where it is compared with others or has no date; two clues may be
# worded alike, and rows without a date are counted.
FINE_ROWS = {name: {"one row"} for name in PARTS} | {
    "impact.sensitivity_chart": {"the first row doubled"},
    "impact.disagreement_chart": {"an empty row"},
    "impact.placebo_chart": set(),
    "per_year": {"an empty row"},
}


def table_of(name):
    """Give the table that a chart is given where nothing is wrong."""
    return SOUND[name]()[PARTS[name]]


@pytest.mark.parametrize(
    ("name", "column"), [(name, column) for name in CHARTS for column in CHARTS[name][1]]
)
def test_a_column_that_is_not_right_is_told(name, column):
    """Dropped, empty, of another kind, or with one such cell: a sentence, or what is right."""
    table, fine = table_of(name), CHARTS[name][1][column]
    made = {
        kind: with_column(table, column, spoil)
        for kind, spoil in CELLS.items()
        if kind not in ALIKE
    }
    made["dropped"] = table.drop(columns=column)
    wrong = wrong_with(name, PARTS[name], made, fine)
    assert wrong == {}, pd.Series(wrong).to_string()


@pytest.mark.parametrize("name", PARTS)
def test_rows_that_are_not_right_are_told(name):
    """None, one, doubled, or under other headings."""
    made = {kind: spoil(table_of(name)) for kind, spoil in ROWS.items()}
    wrong = wrong_with(name, PARTS[name], made, FINE_ROWS[name])
    assert wrong == {}, pd.Series(wrong).to_string()


# Several at a time, since each of them changes nothing.
CHANGES = [
    ["one label for all rows", "cells as objects", "another column", "a column of a number"],
    ["labels of two levels", "categories", "columns turned"],
    ["labels that are missing", "types of pandas", "a table of one's own kind"],
    ["labels turned", "categories that do not occur", "days in seconds", "numbers as decimals"],
    ["text of Python", "days of a place", "numbers with gaps", "headings as categories"],
    ["labels by the name of a column", "missing as NaN", "days of Python", "headings with a name"],
    ["columns of odd types", "labels that may not be repeated"],
]


@pytest.mark.parametrize("name", PARTS)
def test_what_says_the_same_gives_the_same_chart(name):
    """Other labels, another order, other types of pandas: the same chart, to the last digit."""
    right = called(name).to_dict(validate=False)
    for changes in CHANGES:
        table = table_of(name)
        for change in changes:
            attrs, table = table.attrs, SAME[change](table)
            table.attrs = attrs
        chart = called(name, **{PARTS[name]: table})
        assert chart.to_dict(validate=False) == right, changes
