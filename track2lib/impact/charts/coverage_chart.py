"""How often intervals that promise 95 % hold the truth."""

from itertools import product
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.ranges import broken_line, in_ranges, per_cent, words_beside
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import join, some, tooltips
from track2lib.page.frame import finish
from track2lib.page.lines import LINE, inserted, isolated, letters, names_axis, wrap
from track2lib.page.theme import INK, MUTED, PAPER

__all__ = ["coverage_chart"]

START, ADVICE = "impact.interval_coverage()", "Choose some of the intervals or settings first."
# Rows that can be read one below the other.
MOST = 60
PROMISED = 0.95
# Pixels: of the plot, with the words at its left, of all rows if they are not crowded, and between groups.
WIDTH, PAGE, TALL, GAP = 520, 724, 380, 14
# Pixels from row to row, at least and at most; of a letter; from the plot to words at its left and at
# its right; of the longest name.
LEAST, STEP, LETTER, BESIDE, SLACK, LONGEST = 15, 22, 7.2, 14, 36, 200
# The figures of the intervals that the title names.
WEIGHT = alt.ExprRef("datum.named ? 'bold' : 'normal'")
# What the two studies vary.
SETTINGS = {"leaning": "Autocorrelation", "cases": "Cases"}
GLOSS = {"leaning": " Autocorrelation: how far a year resembles the one before."}


def coverage_chart(tried: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the share of imagined data for which each interval holds the truth.

    Parameters
    ----------
    tried : pandas.DataFrame
        What ``impact.interval_coverage()`` or ``impact.agreement_coverage()`` gives.
    title : str, optional
        What is to be seen. By default which intervals keep their promise, in which settings.

    Returns
    -------
    altair.VConcatChart
        A row for each interval, a mark for each setting, and the promise as a line.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, a column is missing, a cell is no number, or a setting stands twice,
        as in rows of two studies.

    Examples
    --------
    >>> import track2lib as t2
    >>> tried = t2.impact.interval_coverage(draws=500)
    >>> "promises" in t2.impact.coverage_chart(tried).description
    True
    """
    tried, field = _checked(tried, title)
    name = SETTINGS[field]
    rows = _rows(tried, field)
    said = {"interval": "Interval", "setting": name, "said": "Holds the truth"}
    height = int(rows["bottom"].max())
    down = alt.Scale(domain=[height, 0], nice=False, zero=False)
    base = alt.Chart(rows).encode(
        y=alt.Y("at:Q", title=None, axis=_axis(rows), scale=down),
        tooltip=tooltips(said | {"doubt": "Standard error"}),
    )
    # From 0 on, what matters would be crowded at the right: how far each stays below its promise.
    scale: dict[str, Any] = {"domain": [min(0.4, rows["least"].min()), 1], "zero": False}
    look: dict[str, Any] = {"color": INK, "strokeDash": [6, 4], "strokeWidth": 1.5}
    line = broken_line(
        {"promise": PROMISED, "head": f"promised: {PROMISED * 100:.0f} %"}, scale, **look
    )
    left = BESIDE + _columns(rows, name)
    width = min(WIDTH, PAGE - left)
    ranges = in_ranges(
        base,
        line,
        words_beside(base, "said", width + SLACK, color=INK, fontWeight=WEIGHT),
        *_heads(line, [(-left, "Interval"), (-BESIDE, name), (width + SLACK, "Kept")]),
        _names(rows, -left, down),
        ends=("least", "most"),
        dot="coverage",
        titles={"coverage": "Share of intervals that hold the truth"},
        scale=scale,
        thick=5,
        look={
            "size": 90,
            "stroke": INK,
            "fill": alt.ExprRef(f"datum.most < {PROMISED} ? '{INK}' : '{PAPER}'"),
        },
        shares=True,
    )
    return finish(
        ranges.properties(width=width, height=height),
        title=title or _headline(rows),
        subtitle=(
            "Full: clearly below 95 %. Hollow: not. Bar: what the number of draws leaves open."
            + GLOSS.get(field, "")
            + _lacking(rows)
        ),
        caption="Source: imagined data whose truth is known.",
        description=(
            "Share of intervals that hold the truth, of each kind that promises 95 percent. "
            + join(
                f"{row.interval}, {name.lower()} {row.setting}: {row.said}"
                for row in rows.itertuples()
            )
            + "."
        ),
        width=left + width,
    )


def _columns(rows: pd.DataFrame, name: str) -> int:
    """Give the pixels of names and settings side by side, and of the heads above them."""
    wide = [max(map(letters, words)) for words in (rows["lines"].explode(), rows["setting"])]
    return BESIDE + round(LETTER * max(sum(wide), letters("Interval" + name)))


def _axis(rows: pd.DataFrame) -> alt.Axis:
    """Write the setting of each row beside it."""
    texts = {row.at: [row.setting] for row in rows.itertuples()}
    # Vega would leave out what is more than the usual number of ticks, or near to another.
    whole: dict[str, Any] = {"values": [*texts], "tickCount": len(texts), "labelOverlap": False}
    return names_axis(texts, **whole, ticks=False, domain=False, labelPadding=BESIDE)


def _heads(line: alt.Chart, heads: list[tuple[float, str]]) -> list[alt.Chart]:
    """Write above each column, so many pixels from the left, what is in it; and of the line, what it is."""
    look: dict[str, Any] = {"baseline": "bottom", "color": MUTED}
    above = alt.value(-BESIDE / 2)
    texts = [
        alt.Chart(pd.DataFrame({"head": [head]}))
        .mark_text(align="right" if at == -BESIDE else "left", **look)
        .encode(x=alt.value(at), y=above, text=alt.Text("head:N"))
        for at, head in heads
    ]
    promise = line.mark_text(align="center", fontWeight="bold", **look | {"color": INK})
    return [*texts, promise.encode(y=above, text=alt.Text("head:N"))]


def _names(rows: pd.DataFrame, at: float, down: alt.Scale) -> alt.Chart:
    """Write the name of each group at its first row, and lines below it if it is long."""
    own = rows.drop_duplicates("interval")[["interval", "at"]]
    own = own.assign(
        name=["\n".join(isolated(one, alone=True)) for one in rows.loc[own.index, "lines"]]
    )
    names = alt.Chart(own).mark_text(
        align="left", baseline="middle", fontWeight="bold", lineBreak="\n", lineHeight=LINE
    )
    return names.encode(x=alt.value(at), y=alt.Y("at:Q", scale=down), text=alt.Text("name:N"))


def _kept(rows: pd.DataFrame) -> pd.DataFrame:
    """Count for each interval the settings, and those in which it keeps its promise."""
    kept = rows["most"] >= PROMISED
    return kept.groupby(rows["interval"], sort=False).agg(["sum", "size"])


def _headline(rows: pd.DataFrame) -> str:
    """Say which intervals keep their promise in every setting, if any."""
    settings, kept = rows["setting"].nunique(), _kept(rows)
    names, below = [*map(_called, kept.index)], "clearly below its 95 %"
    every = (kept["sum"] == kept["size"]).all()
    if len(names) == 1:
        who = names[0].replace("t", "T", 1)
        if every or settings == 1:
            return f"{who} {'does not fall' if every else 'falls'} {below}"
        return f"{who} keeps its 95 % in {kept['sum'].iloc[0]} of {settings} settings"
    if every:
        return f"No interval falls {below}"
    # Where it was not tried, it has kept nothing.
    good = kept["sum"] == settings
    where = " in every setting" if settings > 1 else ""
    if good.sum() > 1:
        return f"{good.sum()} of {len(names)} intervals keep their 95 %{where}: {join(kept.index[good])}"
    who = "No interval" if not good.any() else f"Only {names[int(good.argmax())]}"
    return f"{who} keeps its 95 %{where}"


def _called(name: str) -> str:
    """Call an interval by its name, as a sentence does."""
    return f'the interval "{inserted(name)}"' if " " in name else f"the {inserted(name)} interval"


def _lacking(rows: pd.DataFrame) -> str:
    """Name the settings in which an interval was not tried, and others were."""
    tried = {*zip(rows["interval"], rows["setting"], strict=True)}
    every = product(rows["interval"].unique(), rows["setting"].unique())
    lacking = [f"{name} at {setting}" for name, setting in every if (name, setting) not in tried]
    return f" Not tried: {some(lacking)}." if lacking else ""


def _checked(tried: Any, title: Any) -> tuple[pd.DataFrame, str]:
    """Give the table of one study and the column of what it varies, or refuse it."""
    numbers = ["coverage", "error"]
    tried = check_table(tried, ["interval", *numbers], START, title=title, numbers=numbers)
    field = "leaning" if "leaning" in tried else "cases"
    if {*SETTINGS} <= {*tried}:
        raise ValueError(
            "These are rows of two studies, which vary two things. Draw each by itself."
        )
    tried = check_table(
        tried,
        ["interval", field],
        START,
        numbers=["leaning"],
        filled=["interval", field],
        once=["interval", field],
        most=MOST,
        instead=ADVICE,
    )
    return tried, field


def _rows(tried: pd.DataFrame, field: str) -> pd.DataFrame:
    """Give each share the span that the number of draws leaves open, its words and its place."""
    # Two standard errors either way. A share is called too low only where that is below the promise.
    share, error = tried["coverage"], tried["error"]
    rows = tried.assign(
        setting=tried[field].astype(str),
        least=(share - 2 * error).clip(lower=0),
        most=(share + 2 * error).clip(upper=1),
        said=[per_cent(own, 1) for own in share],
        doubt=[per_cent(own, 1) for own in error],
    )
    rows = rows.sort_values(
        ["interval", "setting"], key=lambda own: own.map({x: n for n, x in enumerate(own.unique())})
    )
    groups = rows.groupby("interval", sort=False)
    rows["lines"] = rows["interval"].map(lambda name: wrap(name, LONGEST, 13, bold=True))
    step = min(max((TALL - GAP * (len(groups) - 1)) / len(rows), LEAST), STEP)
    # A long name of a group with few rows needs more than these.
    heights = (groups.size() * step).clip(lower=groups["lines"].first().str.len() * LINE)
    tops = (heights + GAP).cumsum() - heights - GAP
    rows["at"] = (rows["interval"].map(tops) + (groups.cumcount() + 0.5) * step).astype(int)
    rows["bottom"] = rows["interval"].map(tops + heights).astype(int)
    good = _kept(rows)["sum"] == rows["setting"].nunique()
    rows["named"] = rows["interval"].map(good) & (not good.all())
    shown = ["interval", "setting", "coverage", "error", "least", "most", "said", "doubt"]
    shown += ["lines", "at", "bottom", "named"]
    # Last digits may differ from machine to machine, and a stored output must not.
    return rows[shown].round(6)
