"""Where meetings took place, on a map, as far as a town is named."""

import altair as alt
import numpy as np
import pandas as pd

from track2lib.charts.grammar.frames import ALONE, TALL, WIDTH, Panel, panels_of
from track2lib.charts.grammar.map_marks import ground, heads, marks, with_places
from track2lib.charts.grammar.map_words import (
    elsewhere,
    headline,
    leading,
    missing,
    positions,
)
from track2lib.charts.grammar.mercator import POLAR
from track2lib.charts.grammar.naming import LINE, SIZE
from track2lib.charts.grammar.pieces import KEYS
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, join, kind_of, some, source_note, tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.lines import wrap
from track2lib.records.related import follow, look_up

__all__ = ["venue_map"]

START = 'load("meetings")'
# Circles that can be told apart on one map.
MOST = 400
# Texts of a town that a tooltip can show, and towns that there is room to name in words.
SHOWN, LISTED = 40, 4
# Lines of words below a frame.
BELOW = 3
COUNTRIES = ("country", "countries")
# Pixels of the largest circle.
AREA = 600


def venue_map(meetings: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw a circle for each town in which meetings of the table took place.

    The area of a circle is the number of rows. The map is cut to the towns; where they lie too close
    to be named, parts of it are drawn once more and larger, each in a frame. Rows whose place is a
    country, a region or not stated cannot be drawn; the caption counts them, and names towns where
    dialogues are said to have met and no meeting of the table did.

    Parameters
    ----------
    meetings : pandas.DataFrame
        Rows of ``load("meetings")``, or of ``load("dialogue_venues")`` for a circle by dialogues.
    title : str, optional
        What is to be seen. By default a sentence that names the town with the most rows.

    Returns
    -------
    altair.VConcatChart
        The chart.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many towns to be told apart, none with a town whose position
        is known, a row that stands twice, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> "Tehran" in t2.venue_map(t2.load("meetings")).description
    True
    """
    meetings = check_table(meetings, ["place_id", "cited"], START, title=title)
    # A link has no key of its own, and is told apart by both of its ends.
    own = next((key for key in KEYS if key in meetings), "")
    check_table(meetings, [], START, once=[own, "place_id", "cited"])
    position = {"latitude": "latitude", "longitude": "longitude"}
    rows = follow(meetings, "place_id", "places", place="name", precision="precision", **position)
    # Events have places and belong to no dialogue; their tooltip names the town again.
    if "dialogue_id" in rows:
        rows = follow(rows, "dialogue_id", "dialogues", dialogue="name")
    rows["country"] = rows["place_id"].map(_countries(meetings))
    # A place can be a country or "not stated". The point at which somebody has put it is no town.
    drawn = rows[(rows["precision"] == "city") & (rows["latitude"].abs() <= POLAR)]
    drawn = drawn.dropna(subset="longitude")
    if drawn.empty:
        raise ValueError(
            f"No row names a town whose position is known and not beyond {POLAR} degrees of latitude, "
            "where this map ends, so there is nothing to draw."
        )
    towns = _towns(drawn)
    lead = towns["place"].isin(leading(rows))
    # Where the town of the title cannot be drawn, none stands back.
    towns["lead"] = lead | (not lead.any())
    check_table(towns, [], START, most=MOST, what="towns", instead="Choose some of them first.")
    panels = panels_of(towns)
    towns = with_places(towns, panels)
    kind = kind_of(rows)
    said = join(towns["place"] + " " + towns["rows"].astype(str))
    tips = {"place": "Town", "rows:Q": kind[1].capitalize(), "dialogues": "Dialogues"}
    layers = ground(towns, panels) + marks(towns, tooltips(tips | {"cited": "Says who"}))
    height = ALONE
    if framed := panels[1:]:
        below = _below(towns, framed)
        layers += heads(framed, _heads(towns, framed, kind), below)
        height = TALL - LINE * (BELOW - max(map(len, below)))
    also = _also(towns.iloc[panels[0].towns], "Without room for the name")
    left = f"Not on the map: {missing(rows, drawn)}."
    away = elsewhere(meetings)
    return finish(
        layered(*layers, width=WIDTH, height=height),
        title=title or headline(rows),
        subtitle=f"The larger the circle, the more {kind[1]}: the number behind a name, if there are several.",
        caption=f"{source_note(meetings)} {left} {also}{away}Borders: Natural Earth, no position taken. Positions: {positions(meetings, drawn)}.",
        description=f"Map of towns with the number of {kind[1]}: {said}. {left} {away}".strip(),
        width=WIDTH,
    )


def _countries(table: pd.DataFrame) -> pd.Series:
    """Give the country of each place, where the table of places says it."""
    places = look_up(table, "places").set_index("place_id")
    return places["country"] if "country" in places else pd.Series(dtype="string")


def _towns(drawn: pd.DataFrame) -> pd.DataFrame:
    """Count the rows of each town, most first."""
    named = "dialogue" if "dialogue" in drawn else "place"
    # Of a place that is told apart by its key, the name is its own.
    towns = drawn.groupby(["place", "latitude", "longitude"], as_index=False).agg(
        rows=("place_id", "size"),
        dialogues=(named, _first_ones),
        cited=("cited", _first_ones),
        country=("country", "first"),
    )
    towns = towns.sort_values(["rows", "place"], ascending=[False, True], ignore_index=True)
    # Vega reads a size as an area, so that the radius goes by its root.
    radii = np.sqrt(AREA * towns["rows"] / towns["rows"].max() / np.pi)
    count = (" " + towns["rows"].astype(str)).where(towns["rows"] > 1, "")
    return towns.assign(radius=radii.clip(lower=3).round(2), text=towns["place"] + count)


def _first_ones(texts: pd.Series) -> str:
    """Join texts, each once; of many the first, and how many more there are."""
    every = list(dict.fromkeys(texts.dropna()))
    more = f"; and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return "; ".join(every[:SHOWN]) + more


def _heads(towns: pd.DataFrame, panels: list[Panel], kind: tuple[str, str]) -> list[str]:
    """Say above each frame how much it holds."""
    parts = [towns.iloc[panel.towns] for panel in panels]
    return [
        f"{counted(int(own['rows'].sum()), *kind)} in {counted(len(own), 'town', 'towns')}"
        for own in parts
    ]


def _below(towns: pd.DataFrame, panels: list[Panel]) -> list[list[str]]:
    """Name the countries in each frame, those with most rows first, and towns without a name in it."""
    said = []
    for panel in panels:
        own = towns.iloc[panel.towns]
        rows = own.groupby("country")["rows"].sum().sort_values(ascending=False, kind="stable")
        # As many names as there is room for, and the others counted.
        for most in range(max(len(rows), LISTED), -1, -1):
            countries = some(rows.index, most) if most else counted(len(rows), *COUNTRIES)
            words = f"{countries}. " * bool(len(rows)) + _also(own, "Also", min(most, LISTED))
            lines = wrap(words, int(panel.cut.width * 0.93), SIZE)
            if len(lines) <= BELOW:
                break
        said.append(lines)
    return said


def _also(towns: pd.DataFrame, start: str, most: int = LISTED) -> str:
    """Name the towns for whose names there is no room on a map."""
    unnamed = towns.loc[towns["name"].isna(), "text"]
    if unnamed.empty:
        return ""
    told = some(unnamed, most) if most else counted(len(unnamed), "more town", "more towns")
    return f"{start}: {told}. "
