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
NAME = {"one no text", "words"}
TEXT = NAME | MISSING | EMPTY
WORD = KEY = set()
DAY = MISSING | {"one a day", "days"}
DATE = MISSING | EMPTY
NUMBER = {"one minus 1", "one yes", "numbers", "halves", "yes and no"}
GAP = NUMBER | MISSING
YES = MISSING | {"one yes", "yes and no"}
ANY = NAME | NUMBER
OPEN = {"one NA", "one empty"}
DATED = {"date_earliest": DAY, "date_latest": DAY}
CHARTS = {
    "active_in_year": (
        "dialogues",
        {
            "dialogue_id": NAME,
            "name": NAME,
            "dates": DATE,
            "dates_earliest": DAY,
            "dates_latest": DAY,
            "cited": TEXT,
        },
    ),
    "compare_definitions": (
        "readings",
        {
            "definition_id": NAME,
            "dialogue_id": NAME,
            "verdict": WORD,
            "reason": NAME,
            "cited": TEXT,
        },
    ),
    "compare_groups": (
        "traits",
        {"group_id": NAME, "kind": NAME, "trait": NAME, "share": TEXT, "cited": TEXT},
    ),
    "events_by_era": (
        "events",
        {
            "title": NAME,
            "date": DATE,
            "date_words": TEXT,
            **DATED,
            "era": OPEN,
            "told_in": TEXT,
            "cited": TEXT,
        },
    ),
    "impact.coverage_chart": (
        "tried",
        {"interval": NAME, "leaning": NUMBER, "coverage": NUMBER, "error": NUMBER},
    ),
    "impact.disagreement_chart": (
        "codings",
        {"coder": ANY, "dialogue_id": ANY, "construct_id": ANY, "code": OPEN},
    ),
    "impact.placebo_chart": (
        "ranked",
        {
            "year": NUMBER,
            "estimate": NUMBER,
            "rank": {"one yes"},
            "smallest": set(),
            "asked": set(),
        },
    ),
    "impact.sensitivity_chart": (
        "found",
        {"what": NAME, "without": GAP, "low": NUMBER, "high": NUMBER},
    ),
    "impact.simulation_chart": (
        "worlds",
        {
            "world": NUMBER,
            "reader": NAME,
            "estimate": GAP,
            "low": GAP,
            "high": GAP,
            "truth": {"halves"},
        },
    ),
    "impact.specification_curve": (
        "table",
        {
            "measure": NAME,
            "at": NUMBER,
            "compares": NAME,
            "window": NUMBER,
            "estimate": {"one minus 1", "one yes", "yes and no"},
            "low": {"one minus 1"},
            "wide_high": {"one yes", "numbers"},
        },
    ),
    "impact.tracing_chart": (
        "traced",
        # A ratio of 1 at the start is what another start would have.
        {"clue": NAME, "observed": WORD, "test": NAME, "ratio": {"one yes"}, "posterior": set()},
    ),
    "organizers": ("links", {"dialogue_id": NAME, "org_id": KEY, "role": NAME, "cited": TEXT}),
    "per_year": ("table", {**DATED, "sources": TEXT, "cited": TEXT}),
    "timeline": (
        "table",
        {"title": NAME, "date": DATE, **DATED, "date_words": TEXT, "era": TEXT, "cited": TEXT},
    ),
    "topics": ("links", {"dialogue_id": KEY, "topic_id": KEY, "cited": TEXT}),
    "venue_map": ("meetings", {"place_id": {"one NA", "one empty"}, "cited": TEXT}),
    "venues": ("links", {"dialogue_id": NAME, "place_id": KEY, "share": TEXT, "cited": TEXT}),
    "voices": (
        "accounts",
        {
            "theme": NAME,
            "side": TEXT,
            "standing": NAME,
            "voice": NAME,
            "charge": YES,
            "account": NAME,
            "date_earliest": DAY,
            "sources": TEXT,
            "cited": TEXT,
        },
    ),
}
# The same charts of other tables.
AGAIN = {"timeline: dialogues": "table", "topics: counted": "links"}
PARTS = {name: part for name, (part, _) in CHARTS.items()} | AGAIN
# Where so many charts are drawn, what is taken alike is tried once; the tests of `sound_cells` see all of it.
ALIKE = {
    *("all NA", "all NaN", "all NaT", "one missing", "one NaN", "one of spaces", "as text"),
    *("one as text", "one in words", "one of several words", "one with a zero byte"),
    *("one no text", "halves", "yes and no"),
}
# One row is a table as well. Two clues may be worded alike, and rows without a date are counted.
FINE_ROWS = {
    "impact.sensitivity_chart": {"the first row doubled"},
    "impact.disagreement_chart": {"an empty row"},
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
    fine = {"one row"} | FINE_ROWS.get(name, set())
    wrong = wrong_with(name, PARTS[name], made, fine)
    assert wrong == {}, pd.Series(wrong).to_string()


# Several at a time, since each of them changes nothing.
CHANGES = [
    ["one label for all rows", "cells as objects", "another column", "a column of a number"],
    ["labels of two levels", "categories", "columns turned"],
    ["labels that are missing", "types of pandas"],
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
