"""How far the end of a tracing depends on each number behind it."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.ranges import broken_line, in_ranges, named_rows
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import is_our_own, tooltips
from track2lib.impact.charts.tracing_rows import label, said
from track2lib.impact.charts.tracing_words import question_of
from track2lib.impact.tracing import NOT_THERE
from track2lib.page.frame import finish
from track2lib.page.lines import LINE, inserted
from track2lib.page.theme import INK, PAPER

__all__ = ["sensitivity_chart"]

# Pixels: of the page, of the scale from 0 to 1, and of the words behind a bar.
PAGE, PLOT, SAID = 860, 400, 106
ALL = "all numbers at once"
# Rows that can be read one below the other.
MOST = 60
SCALE: dict[str, Any] = {"domain": [0, 1], "nice": False, "range": [0, PLOT]}


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
        A bar for each number from what harms the hypothesis to what favors it, the longest first,
        and a ring for the end without it; above them the bar of all numbers at once.

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
    end, doubt = float(found.attrs["posterior"]), found.attrs["doubt"]
    rows = _rows(found[needed], found.attrs.get(NOT_THERE, []))
    low, high = rows[["low", "high"]].iloc[0]
    asked = question_of(found.attrs.get("hypothesis_id", ""), found.attrs.get("data"))
    return finish(
        _drawn(rows, end).properties(width=PLOT + SAID, height=alt.Step(2 * LINE + 8)),
        title=title or f"{inserted(asked)}\n{_headline(said(low), said(high), doubt)}",
        subtitle=f"Broken line: as it stands, {said(end)}. Bar: if this is off by up to {doubt:g}. Ring: if this is left out.",
        caption=f"Source: the chances given with each clue, which are {'our own' if is_our_own(found) else 'a'} judgment.",
        description=(
            f"{f'{asked} ' * bool(asked)}The tracing ends at {said(end)}. "
            + " ".join(f"{row.what.rstrip('.')}: {row.said}." for row in rows.itertuples())
        ),
        width=PAGE,
    )


def _headline(low: str, high: str, doubt: float) -> str:
    """Say from where to where the end lies, or that it hardly moves."""
    lies = f"{low} (all against) to {high} (all for)" if low != high else f"{low} either way"
    return f"Every number off by up to {doubt:g}: final probability {lies}"


def _rows(found: pd.DataFrame, gone: list[str]) -> pd.DataFrame:
    """Put all numbers at once first, then those on which the end depends most; name each apart."""
    rows = found.round(6)
    rows["observed"] = rows["what"].isin(gone).map({True: NOT_THERE, False: ""})
    # Two clues that are worded alike are two, each with a row of its own.
    number = rows.groupby("what").cumcount() + 1
    rows["what"] = rows["what"].where(number == 1, rows["what"] + " (" + number.astype(str) + ")")
    rows["all"] = rows["what"] == ALL
    rows["right"] = rows[["high", "without"]].max(axis=1)
    rows["length"] = (rows["high"] - rows["low"]).round(6)
    rows = rows.sort_values(["all", "length"], ascending=False, kind="stable", ignore_index=True)
    rows["said"] = [
        " to ".join(dict.fromkeys([said(low), said(high)]))
        for low, high in rows[["low", "high"]].itertuples(index=False)
    ]
    return rows


def _drawn(rows: pd.DataFrame, end: float) -> alt.LayerChart:
    """Draw a bar for each number, that of all in black, over a line at the end as it stands."""
    # By their place, since a name that was cut may be that of another, too.
    named = rows[["what", "observed"]].itertuples(index=False)
    names = {name: label(name[0].upper() + name[1:], observed) for name, observed in named}
    told = {"low:Q": "Wrong one way", "high:Q": "Wrong the other way", "without:Q": "Left out"}
    base = alt.Chart(rows).encode(
        y=named_rows("what:N", names, grid=False, sort=list(names)),
        tooltip=tooltips({"what": "If this is wrong"} | told, number=".2f"),
    )
    scale = alt.Scale(**SCALE)
    thick = 12
    every = base.transform_filter("datum.all").mark_rule(color=INK, strokeWidth=thick)
    # On the one bar that is as dark as the line, the line goes on as a light tick.
    tick = every.mark_tick(color=PAPER, opacity=1, thickness=2, size=thick)
    look: dict[str, Any] = {"align": "left", "dx": 10}
    look["fontWeight"] = alt.ExprRef("datum.all ? 'bold' : 'normal'")
    # Twice: first as a ground on which lines of the grid, and that of the end, do not show through.
    ground = {"stroke": PAPER, "strokeWidth": 7, "strokeJoin": "round"}
    words = [
        base.mark_text(**look | behind).encode(
            x=alt.X("right:Q", scale=scale), text=alt.Text("said:N")
        )
        for behind in (ground, {})
    ]
    return in_ranges(
        base,
        broken_line({"x": end}, SCALE, color=INK, strokeDash=[5, 4]),
        every.encode(x=alt.X("low:Q", scale=scale), x2=alt.X2("high")),
        tick.encode(x=alt.X(datum=end, scale=scale)),
        *words,
        ends=("low", "high"),
        dot="without",
        titles={"low": "Final probability"},
        scale=SCALE,
        thick=thick,
        look={"size": 45, "fill": PAPER, "stroke": INK},
        # All numbers at once cannot be left out, so that row has no ring.
        only="isValid(datum.without)",
    )
