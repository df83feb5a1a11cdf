"""Tables and series that are nearly what a function takes, each with one thing that is not right."""

import warnings
from decimal import Decimal

import numpy as np
import pandas as pd
from nonsense import judged, unlike
from sound_calls import called

from track2lib.lessons.feedback import Feedback

# Ways to spoil a column; each gives the column anew.
CELLS = {
    "all missing": lambda own: own.mask(own.notna() | own.isna(), None).astype(object),
    "all NA": lambda own: pd.Series([pd.NA] * len(own), own.index),
    "all NaN": lambda own: pd.Series([np.nan] * len(own), own.index),
    "all NaT": lambda own: pd.Series([pd.NaT] * len(own), own.index),
    "one missing": lambda own: _first(own, None),
    "one NaN": lambda own: _first(own, np.nan),
    "one NA": lambda own: _first(own, pd.NA),
    "one infinite": lambda own: _first(own, np.inf),
    "one far below 0": lambda own: _first(own, -1e300),
    "one minus 1": lambda own: _first(own, -1),
    "one as large as none": lambda own: _first(own, 10**400),
    "one as text": lambda own: _first(own, "0.5"),
    "one in words": lambda own: _first(own, "many"),
    "one of several words": lambda own: _first(own, "{many, words}"),
    "one empty": lambda own: _first(own, ""),
    "one of spaces": lambda own: _first(own, "  "),
    "one a list": lambda own: _first(own, ["a", "b"]),
    "one an object": lambda own: _first(own, {"a": 1}),
    "one a table": lambda own: _first(own, pd.DataFrame({"a": [1]})),
    "one bytes": lambda own: _first(own, b"seen"),
    "one yes": lambda own: _first(own, True),
    "one a day": lambda own: _first(own, pd.Timestamp(2002, 5, 1)),
    "one a period": lambda own: _first(own, pd.Period("2002", "Y")),
    "one complex": lambda own: _first(own, 1j),
    "one no text": lambda own: _first(own, "Nor\x02dic\ud800"),
    "one with a zero byte": lambda own: _first(own, "nor\0dic"),
    "words": lambda own: pd.Series(["many"] * len(own), own.index),
    "numbers": lambda own: pd.Series(range(len(own)), own.index),
    "halves": lambda own: pd.Series(0.5, own.index),
    "yes and no": lambda own: pd.Series([True, False] * len(own), dtype=object)[
        : len(own)
    ].set_axis(own.index),
    "days": lambda own: pd.Series(pd.Timestamp(2002, 5, 1), own.index),
    "spans": lambda own: pd.Series(pd.Timedelta(days=1), own.index),
    "complex numbers": lambda own: pd.Series(1j, own.index),
    "as text": lambda own: own.astype(str),
}
# Ways to spoil the table as a whole.
ROWS = {
    "no rows": lambda table: table.head(0),
    "one row": lambda table: table.head(1),
    "the first row doubled": lambda table: pd.concat([table.head(1), table]),
    "all rows doubled": lambda table: pd.concat([table, table]),
    "a column twice": lambda table: pd.concat([table, table.iloc[:, :1]], axis=1),
    "all columns twice": lambda table: pd.concat([table, table], axis=1),
    "columns of two levels": lambda table: pd.concat({"own": table}, axis=1),
    "turned": lambda table: table.T,
    "columns by number": lambda table: table.set_axis(range(table.shape[1]), axis=1),
    "an empty row": lambda table: pd.concat([table, pd.DataFrame([{}], index=["more"])]),
    "no columns": lambda table: table.loc[:, []],
}


class Own(pd.DataFrame):
    """A table of somebody's own kind, as some libraries have one."""

    @property
    def _constructor(self):
        return Own


def _each(right, change):
    """Change each column of a kind."""
    return lambda table: table.assign(
        **{name: change(table[name]) for name in table if right(table[name])}
    )


def _is_text(own):
    return str(own.dtype) in {"str", "string"}


def _is_day(own):
    return own.dtype.kind == "M"


def _is_number(own):
    return pd.api.types.is_numeric_dtype(own) and not pd.api.types.is_bool_dtype(own)


def _decimals(own):
    return pd.Series(
        [None if pd.isna(cell) else Decimal(repr(float(cell))) for cell in own], own.index
    )


def _headed(columns):
    """Give a table other headings, that read the same."""
    return lambda table: table.set_axis(columns(table.columns), axis=1)


# What changes nothing of what a table says.
SAME = {
    "one label for all rows": lambda table: table.set_axis(["a"] * len(table)),
    "labels of two levels": lambda table: table.set_axis(
        pd.MultiIndex.from_product([["a"], range(len(table))])
    ),
    "labels that are missing": lambda table: table.set_axis([np.nan] * len(table)),
    "labels as days": lambda table: table.set_axis(pd.date_range("2002", periods=len(table))),
    "cells as objects": lambda table: table.astype(object),
    "types of pandas": lambda table: table.convert_dtypes(),
    "categories": lambda table: table.astype("category"),
    "another column": lambda table: table.assign(more=[{}] * len(table)),
    "a column of a number": lambda table: table.assign(**{"other": 1}).rename(columns={"other": 7}),
    "columns turned": lambda table: table[table.columns[::-1]],
    "a table of one's own kind": Own,
    "labels turned": lambda table: table.set_axis(range(len(table))[::-1]),
    "labels by the name of a column": lambda table: table.rename_axis(table.columns[0]),
    "labels that may not be repeated": lambda table: table.set_flags(allows_duplicate_labels=False),
    "categories that do not occur": _each(
        _is_text, lambda own: own.astype("category").cat.add_categories(["never"])
    ),
    "text of Python": _each(_is_text, lambda own: own.astype("string[python]")),
    "missing as NaN": _each(_is_text, lambda own: own.astype(object).where(own.notna(), np.nan)),
    "days in seconds": _each(_is_day, lambda own: own.astype("datetime64[s]")),
    "days of a place": _each(_is_day, lambda own: own.dt.tz_localize("Asia/Tehran")),
    "days of Python": _each(_is_day, lambda own: own.dt.date),
    "numbers as decimals": _each(_is_number, _decimals),
    "numbers with gaps": _each(_is_number, lambda own: own.astype("Sparse[float64]")),
    "headings with a name": _headed(lambda columns: columns.rename("what")),
    "headings as categories": _headed(pd.CategoricalIndex),
    "columns of odd types": lambda table: table.assign(
        more=pd.period_range("2001", periods=len(table), freq="Y"),
        other=1j,
        bytes=[b"a"] * len(table),
    ),
}
# The same of a series by year: of its values as above, and of its years.
YEARS = {
    "no values": lambda own: own.head(0),
    "one value": lambda own: own.head(1),
    "a gap": lambda own: own.drop(own.index[5]),
    "a year twice": lambda own: pd.concat([own, own.head(1)]),
    "years as text": lambda own: own.set_axis(own.index.astype(str)),
    "one year as text": lambda own: own.set_axis([str(own.index[0]), *own.index[1:]]),
    "years as fractions": lambda own: own.set_axis(own.index + 0.5),
    "years as days": lambda own: own.set_axis(pd.to_datetime(own.index.astype(str))),
    "years as periods": lambda own: own.set_axis(pd.PeriodIndex(own.index.astype(str), freq="Y")),
    "years missing": lambda own: own.set_axis([pd.NA] * len(own)),
    "one year missing": lambda own: own.set_axis(pd.Index([pd.NA, *own.index[1:]], dtype="Int64")),
    "one year far away": lambda own: pd.concat([own, pd.Series([1.0], [10**15])]),
    "numbers from 0": lambda own: own.reset_index(drop=True),
    "yes and no as years": lambda own: own.head(2).set_axis([False, True]),
    "two levels": lambda own: own.set_axis(pd.MultiIndex.from_product([["a"], own.index])),
    "all alike": lambda own: own * 0 + 5,
    "too large": lambda own: own * 1e300,
    "too small": lambda own: own * 1e-300,
}
SAME_YEARS = {
    "turned": lambda own: own[::-1],
    "objects": lambda own: own.astype(object),
    "types of pandas": lambda own: own.convert_dtypes(),
    "categories": lambda own: own.astype("category"),
    "years of pandas": lambda own: own.set_axis(own.index.astype("Int64")),
    "years without a sign": lambda own: own.set_axis(own.index.astype("uint16")),
    "years in few bits": lambda own: own.set_axis(own.index.astype("int16")),
    "no name": lambda own: own.rename(None),
    "years by another name": lambda own: own.rename_axis("a"),
}


def _first(own, cell):
    """Put a cell of any kind in the place of the first."""
    cells = [*own.astype(object)]
    return pd.Series([cell, *cells[1:]], own.index, dtype=object)


def with_column(table, column, spoil):
    """Spoil one column of a table, and leave the rest."""
    made = table.copy()
    made[column] = spoil(table[column])
    return made


def wrong_with(name, part, made, fine=frozenset()):
    """Give what is wrong with each call, by what it was given; what is fine is to be taken."""
    wrong = {}
    for kind, table in made.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fault, result = judged(lambda table=table: called(name, **{part: table}))
        graded = isinstance(result, Feedback) and result.status != "right"
        if said := fault or unlike(None if graded else result, fine=kind in fine):
            wrong[kind] = said
    return wrong
