"""Where meetings took place, on a map, as far as a town is named."""

from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.mercator import HEIGHT, POLAR, WIDTH, mercator, projection
from track2lib.charts.grammar.pieces import KEYS
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import join, source_note, tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.lines import inserted, letters
from track2lib.page.theme import INK, SIDE_COLOURS
from track2lib.records.related import follow, look_up, sources_of

__all__ = ["venue_map"]

START = 'load("meetings")'
# Circles that can be told apart on one map.
MOST = 400
BORDERS = Path(__file__).parent / "maps" / "countries-110m.json"
# Towns of one count that a title can name one by one.
NAMED = 4
# Sources of positions that a caption can name, and texts of a town that a tooltip can show.
FEW, SHOWN = 6, 40
# Pixels of the legend, across and down.
LEGEND = 70, 75
# Pixels of the largest circle.
AREA = 700


def venue_map(meetings: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw a circle for each town in which meetings of the table took place.

    The area of a circle is the number of rows. The map is cut to the towns. Rows whose place is a
    country, a region or not stated cannot be drawn; the caption counts them.

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
    # A place can be a country or "not stated". The point at which somebody has put it is no town.
    drawn = rows[(rows["precision"] == "city") & (rows["latitude"].abs() <= POLAR)]
    drawn = drawn.dropna(subset="longitude")
    if drawn.empty:
        raise ValueError(
            f"No row names a town whose position is known and not beyond {POLAR} degrees of latitude, "
            "where this map ends, so there is nothing to draw."
        )
    towns = _towns(drawn)
    check_table(towns, [], START, most=MOST, what="towns", instead="Choose some of them first.")
    cut = projection(towns)
    towns = _named(towns, cut)
    said = join(towns["place"] + " " + towns["rows"].astype(str))
    layers = _ground(cut), *_marks(towns, cut)
    return finish(
        layered(*layers, width=WIDTH, height=HEIGHT),
        title=title or _headline(rows),
        subtitle="The area of a circle is the number of rows. The seat of an organizer is not a venue.",
        caption=f"{source_note(meetings)} Not on the map: {_missing(rows, drawn)}. {_unnamed(towns)}Outlines: Natural Earth, public domain; no position is taken on borders. Positions: {_positions(meetings, drawn)}.",
        description=f"Map of towns with the number of rows: {said}. Not on the map: {_missing(rows, drawn)}.",
    )


def _missing(rows: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """Count the rows that cannot be drawn, and say why."""
    unplaced = rows.drop(drawn.index)
    if unplaced.empty:
        return f"none of {len(rows)} rows"
    towns = unplaced[unplaced["precision"] == "city"]
    polar = int((towns["latitude"].abs() > POLAR).sum())
    unknown = len(towns) - polar
    why = ["name no town"] * (len(towns) < len(unplaced))
    why += [f"name a town whose position is not given ({unknown})"] * bool(unknown)
    why += [
        f"name a town beyond {POLAR} degrees of latitude, where this map ends ({polar})"
    ] * bool(polar)
    return f"{len(unplaced)} of {len(rows)} rows, which {' or '.join(why)}"


def _unnamed(towns: pd.DataFrame) -> str:
    """Say that most towns stand without their name, where that is so."""
    count = int((towns["side"] == "").sum())
    if count * 2 <= len(towns):
        return ""
    return f"For {count} of {len(towns)} towns there was no room for the name; the mark has it. "


def _positions(table: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """Name who gives the positions, with the terms that have to be named."""
    places = look_up(table, "places").set_index("place_id")["sources"]
    given = places[places.index.isin(drawn["place_id"])]
    try:
        # A place has more sources than its position has.
        facts = look_up(table, "evidence").query("table == 'places' and field == 'latitude'")
        sources = look_up(table, "passages").set_index("passage_id")["source_id"]
        own = facts.set_index("key")["passage_id"].map(sources)
        given = own[own.index.isin(given.index)].combine_first(given)
        terms = look_up(table, "sources").set_index("source_id")["terms"].dropna().to_dict()
    except LookupError:  # a package of one's own says it by the row
        terms = {}
    known = sources_of(given.to_frame("sources").__finalize__(table))
    said = {
        f"{source.label}{', ' * (key in terms)}{terms.get(key, '')}"
        for key, source in known.items()
    }
    if len(said) > FEW:
        return f"{len(said)} documents, which the table of places names"
    return "; ".join(sorted(said))


def _ground(cut: dict[str, Any]) -> alt.Chart:
    """Draw the outlines of countries, below all that is said and without a voice of their own."""
    form = alt.TopoDataFormat(type="topojson", feature="countries")
    outlines = alt.Chart(alt.InlineData(values=BORDERS.read_text("utf-8"), format=form))
    return outlines.mark_geoshape(
        fill="#F0F1F3", stroke="#C9CDD2", strokeWidth=0.6, clip=True, aria=False
    ).project(**cut)


def _marks(towns: pd.DataFrame, cut: dict[str, Any]) -> list[alt.Chart]:
    """Draw a circle for each town, and the name at the side where there is room for it."""
    base = alt.Chart(towns).project(**cut)
    base = base.encode(longitude=alt.Longitude("longitude:Q"), latitude=alt.Latitude("latitude:Q"))
    most = int(towns["rows"].max())
    tips = {"place": "Town", "rows:Q": "Rows", "dialogues": "Dialogues", "cited": "Says who"}
    steps = sorted({1, max(1, most // 2), most})
    size = alt.Size(
        "rows:Q",
        title="Rows",
        scale=alt.Scale(range=[0, AREA], domain=[0, most]),
        legend=alt.Legend(orient="bottom-left", values=steps, format="d"),
    )
    circles = base.mark_circle(
        fill=SIDE_COLOURS["third party"], fillOpacity=0.65, stroke=INK, strokeWidth=1
    ).encode(size=size, tooltip=tooltips(tips), description=aloud(tooltips(tips)))
    bold: dict[str, Any] = {"fontSize": 12, "fontWeight": "bold"}
    right, left = (
        base.transform_filter(f"datum.side == '{side}'").encode(text=alt.Text("place:N"))
        for side in ("right", "left")
    )
    return [
        circles,
        right.mark_text(align="left", dx=alt.ExprRef("datum.radius + 4"), **bold),
        left.mark_text(align="right", dx=alt.ExprRef("-datum.radius - 4"), **bold),
    ]


def _towns(drawn: pd.DataFrame) -> pd.DataFrame:
    """Count the rows of each town, most first."""
    named = "dialogue" if "dialogue" in drawn else "place"
    # Of a place that is told apart by its key, the name is its own.
    towns = drawn.groupby(["place", "latitude", "longitude"], as_index=False).agg(
        rows=("place_id", "size"),
        dialogues=(named, _first_ones),
        cited=("cited", _first_ones),
    )
    return towns.sort_values(["rows", "place"], ascending=[False, True], ignore_index=True)


def _first_ones(texts: pd.Series) -> str:
    """Join texts, each once; of many the first, and how many more there are."""
    every = list(dict.fromkeys(texts.dropna()))
    more = f"; and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return "; ".join(every[:SHOWN]) + more


def _named(towns: pd.DataFrame, cut: dict[str, Any]) -> pd.DataFrame:
    """Write the names of towns, largest first, at the right or left where there is room."""
    x, y = (cut["scale"] * part for part in mercator(towns))
    x = x + cut["translate"][0]
    # Vega reads a size as an area, so that the radius goes by its root.
    radii = np.sqrt(AREA * towns["rows"] / towns["rows"].max() / np.pi)
    circles = list(zip(y, x - radii, x + radii, strict=True))
    # A name may cross a small circle, not a large one, and no other name.
    taken = [circle for circle, r in zip(circles, radii, strict=True) if r > radii.max() / 3]
    # Nor does one stand below the legend, in the lower left corner.
    wide, high = LEGEND
    down = cut["translate"][1]  # heights go up here, and pages count downwards
    taken += [(down - line, 0, wide) for line in range(HEIGHT - high, HEIGHT, 14)]
    sides = []
    for place, own in zip(towns["place"], circles, strict=True):
        at, left, right = own
        # Pixels of a name in bold type of 12, and of the gap before it.
        room = 8 + 7 * letters(place)
        side = ""  # where there is no room on either side, the tooltip alone has the name
        for name, start, end in (("right", right, right + room), ("left", left - room, left)):
            others = [span for span in taken if span != own]
            clear = all(abs(at - up) > 14 or end < a or b < start for up, a, b in others)
            if clear and start >= 0 and end <= WIDTH:
                side = name
                taken.append((at, start, end))
                break
        sides.append(side)
    return towns.assign(radius=radii.round(2), side=sides)


def _headline(rows: pd.DataFrame) -> str:
    """Name the town with the most rows, or those that have as many; none leads alone then."""
    # Towns whose position is not known count too, or another would seem to lead.
    counts = rows.loc[rows["precision"] == "city", "place"].value_counts()
    most = counts.max()
    top = sorted(counts[counts == most].index)
    if len(top) > NAMED:
        return f"{len(top)} towns are named in {most} of {len(rows)} rows each"
    if len(top) > 1:
        return f"{join(map(inserted, top))} are named in {most} of {len(rows)} rows each"
    lead = ", more than any other town" * (len(counts) > 1)
    return f"{inserted(top[0])} is named in {most} of {len(rows)} rows{lead}"
