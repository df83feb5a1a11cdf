"""What survives of a workshop's ideas on the way home, audience by audience."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.looks import looks
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import tooltips
from track2lib.impact.charts.ideas_rows import Counts, heard, rows_of, survivors, tally
from track2lib.impact.charts.ideas_words import caption, described, headline, key_of
from track2lib.impact.charts.stages_rows import bold
from track2lib.impact.sheet_kinds import FATES
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE, isolated, wrap
from track2lib.page.theme import FATE_COLOURS, GRID, MUTED, PAPER

__all__ = ["ideas_chart"]

START = "impact.load_sheets(kind='ideas')"
# Audiences that can be read side by side, and pixels for the rows below each other.
AUDIENCES, HIGH = 6, 530
# Pixels: of the page, of names before the rows, of a column at most, and from one mark of a cell to the next
# at most; below so many, marks are small.
PAGE, NAMES, WIDE, NEXT, CLOSE = 800, 170, 170, 36, 32
MARK, SMALL = 150, 64
TOLD = {"idea": "Idea", "room": "Room", "audience": "Audience", "fate": "Fate", "by": "Heard by"}
CROSS = "M-.8,-.6L-.6,-.8L0,-.2L.6,-.8L.8,-.6L.2,0L.8,.6L.6,.8L0,.2L-.6,.8L-.8,.6L-.2,0Z"
SHAPES = dict(zip(FATES, ["circle", "diamond", CROSS, "circle"], strict=True))
# What was not heard is hollow.
FILLS = FATE_COLOURS | {FATES[-1]: PAPER}


def ideas_chart(sheets: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw what became of each idea before each audience at home, as observers heard it.

    Parameters
    ----------
    sheets : pandas.DataFrame
        Observers' sheets of ideas, as ``impact.load_sheets(kind="ideas")`` gives them.
    title : str, optional
        What is to be seen. By default how many ideas survive before each audience, and on how many
        reports observers differ.

    Returns
    -------
    altair.VConcatChart
        A row for each idea of a room, a column for each audience; where observers differ, a mark for
        each fate with their number.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, a fate that is none, an idea and audience twice for one observer, or more
        ideas or audiences than can be read.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.ideas_chart(t2.impact.load_sheets(kind="ideas"))
    >>> "survive" in chart.description
    True
    """
    needed = ["observer", "room", "idea", "audience"]
    sheets = check_table(
        sheets,
        [*needed, "fate"],
        START,
        title=title,
        filled=needed,
        once=needed,
        most=AUDIENCES,
        what="audiences",
        key="audience",
        instead="Choose some of them first.",
    )
    check_words(sheets["fate"].dropna(), [*FATES], START)
    found = heard(sheets)
    if found.empty:
        raise ValueError("No idea has a fate, so that there is nothing to draw.")
    names, places, rooms = rows_of(sheets)
    lines = {row: wrap(name, NAMES, 13) for row, name in names.items()}
    high = max(LINE * max(map(len, lines.values())) + 8, 34)
    if len(names) > HIGH // high:
        raise ValueError(
            f"There are {len(names)} rows of ideas and rooms, and up to {HIGH // high} can be read. Choose "
            "some of them, such as with query('room == \"A\"')."
        )
    counts = tally(found)
    step = min(WIDE, (PAGE - NAMES) // len(counts))
    return finish(
        _drawn(found.merge(places), counts, lines, rooms, step).properties(
            width=step * len(counts),
            height=alt.Step(high),
        ),
        title=title or headline(found, counts),
        subtitle=key_of(found, places),
        caption=caption(sheets),
        description=described(found, counts),
        width=PAGE - 20,
    )


def _drawn(
    found: pd.DataFrame,
    counts: Counts,
    lines: dict[int, list[str]],
    rooms: list[int],
    step: int,
) -> Layered:
    """Draw the marks of each cell, beside them what was heard, and above them the audiences."""
    columns = alt.Scale(type="band", padding=0, domain=[*counts])
    down = alt.Y(
        "row:O",
        title=None,
        scale=alt.Scale(type="band", padding=0, domain=[*lines]),
        axis=rows_axis(lines, grid=False, labelFontWeight=bold(rooms)),
    )
    heads = {name: wrap(name, step - 12, 13, bold=True) for name in counts}
    kept = {name: wrap(f"{survivors(*own)} survive", step - 6, 13) for name, own in counts.items()}
    below = LINE * max(map(len, kept.values()))
    high = LINE * max(map(len, heads.values())) + below

    def across(pixels: float = 0) -> alt.X:
        return alt.X("audience:N", axis=None, scale=columns, bandPosition=pixels / step)

    told = TOLD | ({"cited": "Says who"} if found["cited"].any() else {})
    tips = tooltips(told)
    base = alt.Chart(found).encode(y=down)
    # Marks of one cell stand side by side: each has its place in a layer of its own.
    shown = looks(
        "fate", shapes=SHAPES, fills=FILLS, outlines=FATE_COLOURS, size=MARK, above=high + 18
    )
    marks, words = [], []
    apart = min(NEXT, (step - 6) // (found["place"].max() + 1))
    mark = MARK if apart >= CLOSE else SMALL
    for place in sorted(found["place"].unique().tolist()):
        of_place = base.transform_filter(f"datum.place == {place}")
        at = 10 + apart * place
        marks.append(
            of_place.mark_point(opacity=1, size=mark).encode(
                x=across(at), tooltip=tips, description=aloud(tips), **shown
            )
        )
        words.append(
            of_place.mark_text(align="left", baseline="middle", limit=step - at).encode(
                x=across(at + mark**0.5), text="said:N"
            )
        )
    top = pd.DataFrame(
        [
            (name, "\n".join(isolated(heads[name], alone=True)), "\n".join(kept[name]))
            for name in counts
        ],
        columns=["audience", "name", "kept"],
    )
    above = alt.Chart(top).encode(x=across(2), y=alt.value(0))
    look: dict[str, Any] = {"align": "left", "baseline": "bottom", "lineBreak": "\n"}
    look["lineHeight"] = LINE

    def at_foot(field: str, foot: int) -> alt.ExprRef:
        # The first line of several stands where one alone would.
        return alt.ExprRef(f"{-foot} - {LINE} * (length(split(datum.{field}, '\\n')) - 1)")

    return layered(
        alt.Chart(found).mark_rule(color=GRID).encode(y=alt.Y("row:O", bandPosition=1)),
        *marks,
        *words,
        above.mark_text(**look, dy=at_foot("name", below + 10), fontWeight="bold").encode(
            text="name:N"
        ),
        above.mark_text(**look, dy=at_foot("kept", 8), color=MUTED).encode(text="kept:N"),
    )
