"""How far the end of a tracing hangs on each number behind it."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.ranges import broken_line, in_ranges, named_rows
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import is_our_own, tooltips
from track2lib.page.frame import finish
from track2lib.page.lines import LINE, wrap
from track2lib.page.theme import INK

__all__ = ["sensitivity_chart"]

WORDS, PLOT = 350, 380
ALL = "all numbers at once"
# Rows that can be read one below the other.
MOST = 60
SCALE: dict[str, Any] = {"domain": [0, 1], "nice": False}


def sensitivity_chart(found: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw where the tracing would end if a number behind it were wrong.

    Parameters
    ----------
    found : pandas.DataFrame
        What ``impact.sensitivity()`` gives.
    title : str, optional
        What is to be seen. By default from where to where the end lies if all numbers are off.

    Returns
    -------
    altair.VConcatChart
        A bar for each number from what harms the hypothesis to what favors it, and a ring for
        the end without it.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, or a row or a column is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> clues = t2.load("clues").query("hypothesis_id == 'paper-read'")
    >>> chart = t2.impact.sensitivity_chart(t2.impact.sensitivity(clues))
    >>> "all numbers at once" in chart.description
    True
    """
    needed = ["what", "without", "low", "high"]
    found = check_table(
        found,
        needed,
        "impact.sensitivity()",
        title=title,
        numbers=["low", "high"],
        gaps=["without"],
        filled=["what"],
        most=MOST,
        instead="Trace fewer clues.",
    )
    # A table that was cut or put together anew says no longer where the tracing itself ended.
    ends = found["what"].eq(ALL)
    if "posterior" not in found.attrs or not ends.iloc[-1] or ends.sum() > 1:
        raise ValueError(
            "Rows are missing, or are those of several tracings. Draw all that impact.sensitivity() gives."
        )
    end = float(found.attrs["posterior"])
    rows = found[needed].round(6)
    # Two clues that are worded alike are two, each with a row of its own.
    number = rows.groupby("what").cumcount() + 1
    rows["what"] = rows["what"].where(number == 1, rows["what"] + " (" + number.astype(str) + ")")
    names = {name: wrap(name, WORDS, 12) for name in rows["what"]}
    said = {"low:Q": "Wrong one way", "high:Q": "Wrong the other way", "without:Q": "Left out"}
    base = alt.Chart(rows).encode(
        y=named_rows("what:N", names, grid=False, sort=list(names)),
        tooltip=tooltips({"what": "If this is wrong"} | said, number=".2f"),
    )
    ranges = in_ranges(
        base,
        broken_line({"x": end}, SCALE, color=INK, strokeDash=[5, 4]),
        ends=("low", "high"),
        dot="without",
        titles={"low": "Probability at the end"},
        scale=SCALE,
        thick=8,
        look={"size": 90, "fill": "white", "stroke": INK},
        # All numbers at once cannot be left out, so the last row has no ring.
        only="isValid(datum.without)",
    )
    low, high = rows[["low", "high"]].iloc[-1]
    return finish(
        ranges.properties(width=PLOT, height=alt.Step(LINE * max(map(len, names.values())) + 12)),
        title=title
        or f"If all numbers are off at once, the end lies anywhere from {low:.2f} to {high:.2f}",
        subtitle=f"Broken line: the end as it stands, {end:.2f}. Bar: if this were wrong by {found.attrs['doubt']:g} either way. Ring: if it were left out.",
        caption=f"Source: the chances given with each clue, which are {'our own' if is_our_own(found) else 'a'} judgment.",
        description=(
            f"The tracing ends at {end:.2f}. "
            + " ".join(
                f"{row.what.rstrip('.')}: from {row.low:.2f} to {row.high:.2f}."
                for row in rows.itertuples()
            )
        ),
        width=WORDS + PLOT,
    )
