"""Who bears which risk, and of whom nothing is said."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.looks import looks
from track2lib.charts.grammar.risk_cells import TOLD, cells_of, described, headline, stated
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import is_our_own, source_note, tooltips
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE, isolated, wrap
from track2lib.page.theme import GRID, MUTED, PAPER, TOLD_COLOURS

__all__ = ["compare_risks"]

START = 'load("risks")'
# Bearers that can be read side by side, and kinds of risk below each other.
BEARERS, KINDS = 6, 10
# Pixels: of the page, of names before the rows, of a column at most, from one mark of a cell to the
# next at most, and of a mark.
PAGE, NAMES, WIDE, NEXT, MARK = 800, 150, 170, 34, 130
# What stands in a cell of which nothing is said.
SILENT = "not stated"
SHAPES = dict(zip(TOLD, ["circle", "diamond", "triangle-up", "circle"], strict=True))
# What is feared, and of which no case was seen, is hollow.
FILLS = TOLD_COLOURS | {"feared": PAPER}


def compare_risks(risks: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw who bears which kind of risk, as sources tell it, and where they say nothing.

    Parameters
    ----------
    risks : pandas.DataFrame
        Rows of ``load("risks")``: up to 6 bearers and 10 kinds of risk.
    title : str, optional
        What is to be seen. By default in how many cells a risk is stated.

    Returns
    -------
    altair.VConcatChart
        A row for each kind of risk and a column for each bearer; a mark for each way in which a risk is
        told, with the number of rows where several tell it so.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, a word for how it is told that is none, too many bearers or kinds to
        be read, a row that stands twice, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.compare_risks(t2.load("risks"))
    >>> "nothing is said" in chart.description
    True
    """
    needed = ["risk", "bearer", "told_as", "statement"]
    advice = "Choose some of them first."
    risks = check_table(
        risks,
        [*needed, "from_whom", "accused", "cited"],
        START,
        title=title,
        filled=needed,
        most=BEARERS,
        what="bearers",
        key="bearer",
        instead=advice,
    )
    once = ["risk_id", *needed]
    check_table(
        risks, [], START, once=once, most=KINDS, what="kinds of risk", key="risk", instead=advice
    )
    check_words(risks["told_as"], [*TOLD], START)
    cells = cells_of(risks)
    bearers = risks["bearer"].unique().tolist()
    step = min(WIDE, (PAGE - NAMES) // len(bearers))
    names = dict(enumerate(wrap(kind, NAMES, 13) for kind in risks["risk"].unique()))
    high = max(LINE * max(map(len, names.values())) + 8, 34)
    sorted_by = " Kinds of risk and of bearers are our sorting." if is_our_own(risks) else ""
    return finish(
        _drawn(cells, bearers, names, step).properties(
            width=step * len(bearers), height=alt.Step(high)
        ),
        title=title or headline(cells),
        subtitle="How each risk is told. Charged: the bearer is accused, or somebody else. Possible: a law or an "
        "author says that it can happen. Feared: no case was seen. A number: several rows tell it so.",
        caption=f"{source_note(risks)}{sorted_by} Not stated: nothing was seen, which does not say that there is no such risk.",
        description=described(cells),
        width=PAGE - 20,
    )


def _drawn(
    cells: pd.DataFrame, bearers: list[str], names: dict[int, list[str]], step: int
) -> Layered:
    """Draw the marks of each cell, or that nothing is stated, and above them the bearers."""
    columns = alt.Scale(type="band", padding=0, domain=bearers)
    down = alt.Y(
        "row:O",
        title=None,
        scale=alt.Scale(type="band", padding=0, domain=[*names]),
        axis=rows_axis(names, grid=False),
    )

    def across(pixels: float) -> alt.X:
        return alt.X("bearer:N", axis=None, scale=columns, bandPosition=pixels / step)

    told = cells[cells["told_as"].notna()]
    tips = tooltips(
        {"risk": "Risk", "bearer": "Borne by", "told_as": "Told as", "by": "From"}
        | {"accused": "Accused", "statements": "What is said", "cited": "Says who"}
    )
    heads = {name: wrap(name, step - 10, 13, bold=True) for name in bearers}
    high = LINE * (max(map(len, heads.values())) + 1)
    base = alt.Chart(told).encode(y=down)
    apart = min(NEXT, (step - 4) // (told["place"].max() + 1))
    shown = looks(
        "told_as",
        shapes=SHAPES,
        fills=FILLS,
        outlines=TOLD_COLOURS,
        size=MARK,
        above=high + 18,
    )
    marks, words = [], []
    # Marks of one cell stand side by side: each has its place in a layer of its own.
    for place in sorted(told["place"].unique().tolist()):
        of_place = base.transform_filter(f"datum.place == {place}")
        at = 9 + apart * place
        marks.append(
            of_place.mark_point(opacity=1, size=MARK).encode(
                x=across(at), tooltip=tips, description=aloud(tips), **shown
            )
        )
        words.append(
            of_place.mark_text(align="left", baseline="middle").encode(
                x=across(at + 9), text=alt.Text("several:N")
            )
        )
    silent = cells.loc[cells["told_as"].isna(), ["risk", "row", "bearer"]].assign(told_as=SILENT)
    gaps = tooltips({"risk": "Risk", "bearer": "Borne by", "told_as": "Told as"})
    counts = stated(cells)
    top = pd.DataFrame(
        [
            (name, "\n".join(isolated(heads[name], alone=True)), f"{counts[name]} of {len(names)}")
            for name in bearers
        ],
        columns=["bearer", "name", "count"],
    )
    above = alt.Chart(top).encode(x=across(2), y=alt.YValue(0))
    look: dict[str, Any] = {"align": "left", "baseline": "bottom", "lineBreak": "\n"}
    # The first line of several stands where one alone would.
    foot = alt.ExprRef(f"{-LINE - 10} - {LINE} * (length(split(datum.name, '\\n')) - 1)")
    return layered(
        alt.Chart(cells[["row"]].drop_duplicates())
        .mark_rule(color=GRID)
        .encode(y=alt.Y("row:O", bandPosition=1)),
        *marks,
        *words,
        alt.Chart(silent)
        .mark_text(align="left", baseline="middle", color=MUTED)
        .encode(
            y=down, x=across(2), text=alt.Text("told_as:N"), tooltip=gaps, description=aloud(gaps)
        ),
        above.mark_text(**look, lineHeight=LINE, dy=foot, fontWeight="bold").encode(
            text=alt.Text("name:N")
        ),
        above.mark_text(**look, dy=-8, color=MUTED).encode(text=alt.Text("count:N")),
    )
