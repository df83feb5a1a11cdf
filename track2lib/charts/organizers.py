"""Who organizes what, and with whom."""

from functools import partial

import altair as alt
import pandas as pd

from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, each_once, in_order, listing, source_note
from track2lib.page.theme import INK, NEUTRAL, SIDE_COLOURS
from track2lib.records.related import follow

__all__ = ["organizers"]

START = 'load("dialogue_organizations")'
# An organizer whose side no source states has a column, for a gap would hide that it took part.
UNSTATED = "side not stated"
# In this order the columns stand; those of other countries follow, and the last one comes last.
COLOURS = {
    "Iranian": SIDE_COLOURS["Iranian"],
    "American": SIDE_COLOURS["American"],
    # Neither of the two countries, like any third party.
    "European partner": SIDE_COLOURS["third party"],
    "third party": SIDE_COLOURS["third party"],
}
# Roles of those who take part in an effort, and are not called its organizers.
OTHERS = ("partner", "funder")


def organizers(links: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw who organizes which dialogue, a column for each side.

    Parameters
    ----------
    links : pandas.DataFrame
        Rows of ``load("dialogue_organizations")``.
    title : str, optional
        What is to be seen. By default a sentence that counts the dialogues with organizers of
        more than one side.

    Returns
    -------
    altair.VConcatChart
        The chart: a row for each dialogue, a column for each side.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many dialogues to be read, a row without a name, that stands
        twice or that has lost its package, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.organizers(t2.load("dialogue_organizations", scope="founding"))
    >>> "UNA-USA (convener)" in chart.description
    True
    """
    needed = ["dialogue_id", "org_id", "role", "cited"]
    advice = "Choose some of them first."
    links = check_table(
        links,
        needed,
        START,
        title=title,
        filled=needed[:3],
        once=needed,
        most=40,
        what="dialogues",
        key="dialogue_id",
        instead=advice,
    )
    cells = _cells(links)
    # Who is of no side that is stated may be of the same side as the others.
    stated = cells["side"].where(cells["side"] != UNSTATED)
    several = stated.groupby(cells["dialogue"], sort=False).nunique().gt(1)
    columns = sorted(in_order(cells["side"], COLOURS), key=lambda side: side == UNSTATED)
    first = cells["side"].map(columns.index).groupby(cells["dialogue"]).min()
    # Those that the title counts come first, and the others by the first column with a mark.
    places = first - several * len(columns)
    cells = cells.sort_values("dialogue", key=lambda name: name.map(places), kind="stable")
    others = [f"{role}s" for role in OTHERS if cells["role"].str.contains(role).any()]
    who = " or".join(", ".join(["organizers", *others]).rsplit(",", 1))
    efforts = counted(len(several), "effort", "efforts")
    listed = listing(cells["names"] + " (" + cells["role"] + ")", cells["dialogue"])
    return in_columns(
        cells,
        column="side",
        order=columns,
        row="dialogue",
        strong={*several.index[several]},
        step=150,
        name="names",
        note="role",
        tooltip={"dialogue": "Dialogue", "side": "Side", "full": "Organizations", "role": "Role"},
        title=title
        or f"For {several.sum()} of {efforts} the source names {who} of more than one side",
        caption=f"{source_note(links)} An empty cell means that the source names nobody there, not that nobody was.",
        description=f"Organizers of {counted(len(several), 'track II effort', 'track II efforts')}, by side; {counted(several.sum(), 'names', 'name')} more than one side. {listed}.",
    )


def _cells(links: pd.DataFrame) -> pd.DataFrame:
    """Bring together who organizes a dialogue for one side, each name and role once."""
    rows = follow(links, "dialogue_id", "dialogues", dialogue="name")
    rows = follow(rows, "org_id", "organizations", side="side", names="short_name", full="name")
    rows["side"] = rows["side"].fillna(UNSTATED)
    # Two organizers of one side share a cell, as they would in a table on paper.
    between = {"names": ", ", "full": "; ", "role": ", ", "cited": "; "}
    cells = rows.groupby(["dialogue", "side"], sort=False, as_index=False).agg(
        {field: partial(each_once, between=words) for field, words in between.items()}
    )
    colours = COLOURS | {UNSTATED: NEUTRAL}
    return cells.assign(colour=[colours.get(side, INK) for side in cells["side"]])
