"""Every way to put one question to the series, with its answer."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cells import check_order
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, source_note, tooltips
from track2lib.impact.charts.choices import (
    headline,
    headlines,
    is_chosen,
    lists,
    name_width,
    rows_of_dots,
    tally,
)
from track2lib.impact.charts.curve import curve
from track2lib.page.frame import finish

__all__ = ["specification_curve"]

# Pixels of the page, and of the largest dot, which takes so much of its column.
PAGE, DOT, TAKEN = 804, 11, 0.95
MOST = 120  # more cannot be told apart
START = "impact.all_specifications()"
CHOICES = {
    "measure": "Measure",
    "at": "First year after",
    "compares": "Compares",
    "netting": "Netting",
}
NUMBERS = {
    "estimate": "Change",
    "low": "Usual interval, low end",
    "high": "Usual interval, high end",
    "wide_low": "Wide interval, low end",
    "wide_high": "Wide interval, high end",
}
NO_EFFECT = "None of these shows what track II did or did not do."


def specification_curve(table: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the change in each measure, at each break, in each way, from the lowest to the highest.

    Parameters
    ----------
    table : pandas.DataFrame
        What ``impact.all_specifications()`` gives.
    title : str, optional
        What is to be seen. By default how many estimates there are, and on which side of zero they
        lie; it follows the lists.

    Returns
    -------
    altair.VConcatChart
        The estimates with their wide intervals, the choices behind each below, and lists that pick
        some of them out.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, a column is missing, one way stands twice, or there are more than can
        be read.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.specification_curve(t2.impact.all_specifications())
    >>> "54 estimates" in chart.description
    True
    """
    table = check_table(
        table,
        [*CHOICES, "window", *NUMBERS],
        START,
        title=title,
        numbers=["at", "window", *NUMBERS],
        filled=CHOICES,
        once=[*CHOICES, "window"],
        most=MOST,
        what="specifications",
        instead="Choose fewer measures, breaks or windows.",
    )
    for low, high in (("low", "high"), ("wide_low", "wide_high")):
        check_order(table, [low, "estimate", high], START)
    choices, rows = _choices(table), _rows(table)
    base = alt.Chart(rows).transform_calculate(chosen=is_chosen(choices))
    names = {field: table[field].astype(str).unique().tolist() for field in choices}
    left = name_width({head: names[field] for field, head in choices.items()})
    width = PAGE - left
    large = min(DOT, TAKEN * width / len(rows))
    dots = [
        rows_of_dots(base, field, head, names[field], left=left, large=large)
        for field, head in choices.items()
    ]
    tips = [
        *tooltips(choices | {"netting": CHOICES["netting"]}),
        *tooltips({f"{field}:Q": name for field, name in NUMBERS.items()}, number=".2f"),
        *tooltips({"cited": "Says who"}),
    ]
    # Handed over as they are: add_params() would copy every panel once more.
    panels: list[Any] = [curve(base, tips, left=left, width=width, large=large), *dots]
    for panel in panels:
        panel.width = width
    said = headline(*tally(rows), of=len(rows))
    return finish(
        alt.vconcat(
            *panels, spacing=4, resolve={"scale": {"x": "shared"}}, params=lists(choices, rows)
        ),
        title=title or said,
        moving="" if title else headlines(rows, [*choices]),
        subtitle=(
            "Dot: change of the official relationship at a year. "
            "Line: its wide 95 % interval; thick if it excludes zero."
        ),
        caption=(f"{source_note(table)} {NO_EFFECT}"),
        description=(
            f"{counted(len(rows), 'estimate', 'estimates')} of how far the official relationship changed "
            f"at a year, with lists that pick some out. Of all: {said}. {_sure(rows)}. {NO_EFFECT}"
        ),
        width=PAGE,
    )


def _choices(table: pd.DataFrame) -> dict[str, str]:
    """Give the choices that need marks: not one that was never made, or that the measure settles."""
    settled = table.groupby("measure")["netting"].nunique().max() == 1
    chosen = {field: head for field, head in CHOICES.items() if field != "netting" or not settled}
    return chosen | ({"window": "Years"} if table["window"].nunique() > 1 else {})


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    """Put the estimates into their order, and tell whose interval is on one side of zero."""
    # Of equal estimates the first in the table stays first, so that a stored output stays the same.
    columns = [*CHOICES, "window", *NUMBERS, *table.columns.intersection(["cited"])]
    rows = table[columns].sort_values("estimate", kind="stable", ignore_index=True)
    rows[[*NUMBERS]] = rows[[*NUMBERS]].astype(float).round(4)
    # As text, which the lists compare with.
    rows[["at", "window"]] = rows[["at", "window"]].astype(str)
    rows["rank"] = range(1, len(rows) + 1)
    rows["sure"] = (rows["wide_low"] > 0) | (rows["wide_high"] < 0)
    return rows


def _sure(rows: pd.DataFrame) -> str:
    """Count the intervals of both kinds that lie on one side of zero."""
    parts = []
    for name, low, high in (("usual", "low", "high"), ("wide", "wide_low", "wide_high")):
        down, up = int((rows[high] < 0).sum()), int((rows[low] > 0).sum())
        said = counted(down, "excludes", "exclude")
        parts.append(f"by the {name} interval {said} 0 downward and {up} upward")
    return "; ".join(parts).capitalize()
