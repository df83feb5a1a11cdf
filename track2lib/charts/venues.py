"""Where they met, and how exactly it is known."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, listing, source_note
from track2lib.records.disputes import differ
from track2lib.records.related import follow, sources_of

__all__ = ["venues"]

START = 'load("dialogue_venues")'
# From what is known exactly to what is not known.
PRECISION = ["city", "region", "country", "not stated"]
# How a source words its share of the meetings: nowhere does one give a number for a city.
SHARES = {
    "most": "most of its meetings",
    "the rest": "its other meetings",
    "one of two places named": "some of its meetings",
}


def venues(links: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw a strip for each place, with the dialogues that met there.

    A full mark is a city that the source names. A ring is a place that it leaves wholly or partly
    open, such as "Europe".

    Parameters
    ----------
    links : pandas.DataFrame
        Rows of ``load("dialogue_venues")``.
    title : str, optional
        What is to be seen. By default a sentence that counts cities and places left open.

    Returns
    -------
    altair.VConcatChart
        The chart: a strip for each place, cities first.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many places to be read, a row without a name, that stands
        twice or that has lost its package, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.venues(t2.load("dialogue_venues", scope="founding"))
    >>> "Europe, city not stated" in chart.description
    True
    """
    needed = ["dialogue_id", "place_id", "share", "cited"]
    advice = "Choose some of them first, or use venue_map()."
    links = check_table(
        links,
        needed,
        START,
        title=title,
        filled=needed[:2],
        once=[*needed[:2], "cited"],
        most=40,
        what="places",
        key="place_id",
        instead=advice,
    )
    rows = follow(links, "place_id", "places", place="name", precision="precision")
    rows = follow(rows, "dialogue_id", "dialogues", dialogue="name")
    rows["words"] = rows["share"].map(SHARES).fillna("how many of its meetings: not stated")
    rows["words"] += differ(links, "share").map({True: "; sources differ", False: ""})
    rows["precision"] = rows["precision"].fillna(PRECISION[-1])
    rows = rows.sort_values("precision", key=lambda p: p.map(PRECISION.index), kind="stable")
    # A column for the first dialogue of each place, one for the second, and so on.
    rows["place_in_strip"] = rows.groupby("place").cumcount()
    fields = ["place", "precision", "dialogue", "words", "place_in_strip", "cited"]
    return in_columns(
        rows[fields],
        column="place_in_strip",
        row="place",
        step=360,
        name="dialogue",
        note="words",
        ring="datum.precision != 'city'",
        tooltip={"place": "Place", "dialogue": "Dialogue", "words": "Meetings"},
        title=title or _headline(rows, len(sources_of(links))),
        subtitle="Full: a city that is named. Broken ring: a place that is left open.",
        caption=f"{source_note(links)} How many meetings a place has had is not in the table. The seat of an organizer is not a venue.",
        description=f"Places of meetings. {listing(rows['dialogue'] + ' (' + rows['words'] + ')', rows['place'])}.",
    )


def _headline(rows: pd.DataFrame, sources: int) -> str:
    """Count the cities, and the places that are left open; of none it is not said that there is none."""
    city = rows["precision"] == "city"
    cities, others = (rows.loc[which, "place"].nunique() for which in (city, ~city))
    who, names, leaves = (
        ("The sources", "name", "leave") if sources > 1 else ("The source", "names", "leaves")
    )
    named = f"{names} {counted(cities, 'city', 'cities') if cities else 'no city'}"
    left = f" and {leaves} {counted(others, 'place', 'places')} open"
    return f"{who} {named}{left * bool(others)}"
