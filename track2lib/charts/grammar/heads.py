"""The heads of columns: their names, which end at one height, and how much stands below each."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.layout import LARGE
from track2lib.page.lines import LINE, lines_of, names_axis, wrap

__all__ = ["APART", "across", "heads"]

# Pixels between two heads.
APART = 24


Heads = dict[Any, dict[Any, list[str]]]


def heads(
    rows: pd.DataFrame,
    column: str,
    columns: tuple[Any, ...],
    step: int,
    *,
    tally: bool,
    headed: Mapping[tuple[Any, Any], str] = MappingProxyType({}),
) -> Heads:
    """Give for each setting the lines above each column, which end at one height.

    Parameters
    ----------
    rows : pandas.DataFrame
        The marks, each in a ``setting`` if they are counted.
    column : str
        The field that says where a mark stands.
    columns : tuple
        The columns from left to right.
    step : int
        Pixels from column to column.
    tally : bool
        Whether the marks of each column are counted behind its name.
    headed : mapping of tuple to str, optional
        What stands there for a name, by setting and name.

    Returns
    -------
    dict
        The lines of each name by setting; where nothing is counted, there is one.
    """
    parts = rows.groupby("setting", sort=False)[column] if tally else [("", rows[column])]
    said = {
        setting: {
            name: f"{headed.get((setting, name), name)}{f': {(own == name).sum()}' * tally}"
            for name in columns
        }
        for setting, own in parts
    }
    return {
        setting: {name: wrap(text, step - APART, LARGE, bold=True) for name, text in own.items()}
        for setting, own in said.items()
    }


def across(column: str, names: Heads, step: int, *, beside: bool) -> alt.X:
    """Put the columns side by side, each below its name if it has one."""
    first, *others = names.values()
    columns = [*first]
    said = lines_of(first)
    if others:
        each = ", ".join(f"{json.dumps(str(name))}: {lines_of(own)}" for name, own in names.items())
        said = f"{{{each}}}[setting]"
    axis = names_axis(
        first,
        orient="top",
        grid=not beside,
        labelAlign="left" if beside else "center",
        labelAngle=0,
        labelFontWeight="bold",
        labelOffset=4 - step / 2 if beside else 0,
        # The first line is set so far above the marks that the last one stands right above them.
        labelPadding=alt.ExprRef(f"{LINE} * length({said}) - 6"),
    )
    axis.labelExpr = said
    return alt.X(
        f"{column}:N",
        title=None,
        scale=alt.Scale(type="band", domain=columns, padding=0),
        axis=axis if isinstance(columns[0], str) else None,
        bandPosition=0 if beside else 0.5,
    )
