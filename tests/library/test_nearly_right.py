"""A table that is nearly right is refused in one clear sentence, or gives what is right of it."""

import pandas as pd
import pytest
from nearly_right import CELLS, ROWS, SAME, SAME_YEARS, YEARS, with_column, wrong_with
from nonsense import judged
from sound_calls import SOUND, called

# The part of each function that is a table, and the columns that it needs.
DECISION = ["coder", "dialogue_id", "construct_id", "code"]
CLUE = ["clue", "observed", "if_true", "if_false"]
TABLES = {
    "check: table": ("answer", ["org_id"]),
    "count_per_year": ("table", ["date_earliest", "date_latest", "date", "sources"]),
    "impact.agreement": ("codings", DECISION),
    "impact.sensitivity": ("clues", CLUE),
    "impact.trace": ("clues", CLUE),
    "show": ("table", ["topic_id"]),
}
SERIES = ["impact.estimate_change", "impact.permutation_test", "impact.placebo"]
# What is right of it after all. A text or a number can be the name of a coder, a case, a document.
NAMES = {"one minus 1", "one as text", "one in words", "one of several words", "one yes", "as text"}
WORDS = {"one as text", "one in words", "one of several words", "as text"}
# What says nothing is left out, as the functions tell.
OPEN = {"one missing", "one NaN", "one NA", "one empty", "one of spaces", "as text"}
ONE_BOUND = {
    "one a day",
    "all missing",
    "all NA",
    "all NaN",
    "all NaT",
    "one missing",
    "one NaN",
    "one NA",
}
NUMBERS = {"one minus 1", "one yes", "numbers", "yes and no"}
ALL = {*CELLS, *ROWS, "dropped"}
TEXTS = {
    *("all missing", "all NA", "all NaN", "all NaT", "one missing", "one NaN", "one NA"),
    *("one empty", "one of spaces", "one no text", "one with a zero byte"),
    *("words", "as text", "one as text", "one in words"),
}
FINE = {
    # Rows without their keys are known by their names.
    ("check: table", "org_id"): {"as text", "dropped"},
    ("check: table", "rows"): {"a column twice", "all columns twice"},
    ("count_per_year", "date_earliest"): ONE_BOUND,
    ("count_per_year", "date_latest"): ONE_BOUND,
    ("count_per_year", "date"): TEXTS | {"dropped"},
    ("count_per_year", "sources"): TEXTS | {"one of several words"},
    # What is counted are rows, as they stand there.
    ("count_per_year", "rows"): {"the first row doubled", "all rows doubled", "an empty row"},
    ("impact.agreement", "coder"): NAMES | {"numbers"},
    ("impact.agreement", "dialogue_id"): NAMES,
    ("impact.agreement", "construct_id"): NAMES,
    ("impact.agreement", "code"): OPEN,
    ("impact.agreement", "rows"): {"an empty row"},
    ("impact.estimate_change", "values"): NUMBERS | {"a gap"},  # which is outside the window
    ("impact.permutation_test", "values"): NUMBERS,
    ("impact.placebo", "values"): NUMBERS,
    ("impact.trace", "clue"): WORDS | {"words"},
    ("impact.trace", "observed"): {"as text"},
    ("impact.trace", "if_true"): {"halves"},
    ("impact.trace", "if_false"): {"halves"},
    ("impact.trace", "rows"): {"one row"},
    # Whatever it holds, a table can be shown.
    ("show", "topic_id"): ALL,
    ("show", "rows"): ALL - {"a column twice", "all columns twice"},
}
FINE |= {
    ("impact.sensitivity", of): fine for (name, of), fine in FINE.items() if name.endswith("trace")
}


def spoiled(name, column):
    """Spoil a column of the table that a function is given, in each way; at last, drop it."""
    part, _ = TABLES[name]
    table = SOUND[name]()[part]
    made = {kind: with_column(table, column, spoil) for kind, spoil in CELLS.items()}
    return part, made | {"dropped": table.drop(columns=column)}


@pytest.mark.parametrize(
    ("name", "column"),
    [(name, column) for name, (_, needed) in TABLES.items() for column in needed],
)
def test_a_column_that_is_not_right_is_told(name, column):
    """Dropped, empty, of another kind, or with one such cell: a sentence, or what is right."""
    part, made = spoiled(name, column)
    wrong = wrong_with(name, part, made, FINE.get((name, column), set()))
    assert wrong == {}, pd.Series(wrong).to_string()


@pytest.mark.parametrize("name", TABLES)
def test_rows_that_are_not_right_are_told(name):
    """None, one, doubled, or under other headings."""
    part, _ = TABLES[name]
    table = SOUND[name]()[part]
    made = {kind: spoil(table) for kind, spoil in ROWS.items()}
    wrong = wrong_with(name, part, made, FINE.get((name, "rows"), set()))
    assert wrong == {}, pd.Series(wrong).to_string()


@pytest.mark.parametrize("name", SERIES)
def test_a_series_that_is_not_right_is_told(name):
    """Of its values and of its years."""
    values = SOUND[name]()["values"]
    made = {kind: spoil(values) for kind, spoil in (CELLS | YEARS).items()}
    wrong = wrong_with(name, "values", made, FINE.get((name, "values"), set()))
    assert wrong == {}, pd.Series(wrong).to_string()


# What is shown is the table itself.
SHOWN = {"show"}


def seen(result):
    """Give what a result says, whatever its rows are called and its columns are made of."""
    if isinstance(result, pd.DataFrame):
        cells = result.drop(columns=["more", "other", "bytes", 7], errors="ignore")
        cells = cells.astype(object).where(cells.notna(), None)
        return {name: [str(cell) for cell in cells[name]] for name in sorted(cells)}
    return [*map(str, result)] if isinstance(result, pd.Series) else result


@pytest.mark.parametrize("name", [*TABLES, *SERIES])
def test_what_says_the_same_gives_the_same(name):
    """Other labels, another order, other types of pandas: the same result."""
    part = TABLES.get(name, ("values",))[0]
    table = SOUND[name]()[part]
    right = seen(called(name)) if name not in SHOWN else None
    made = {
        kind: change(table) for kind, change in (SAME if name in TABLES else SAME_YEARS).items()
    }
    wrong = {}
    for kind, changed in made.items():
        fault, result = judged(lambda changed=changed: called(name, **{part: changed}))
        if fault or (name not in SHOWN and seen(result) != right):
            wrong[kind] = fault or "gives something else"
    assert wrong == {}, pd.Series(wrong).to_string()
