"""What is said beside a map: its finding, what is not on it and why, and whose its positions are."""

import pandas as pd

from track2lib.charts.grammar.mercator import POLAR
from track2lib.charts.grammar.words import counted, join, kind_of, some
from track2lib.page.lines import inserted
from track2lib.records.related import follow, look_up, sources_of

__all__ = ["elsewhere", "headline", "leading", "missing", "positions"]

# Towns of one count that a title can name one by one.
NAMED = 4
# Sources of positions that a caption can name.
SOURCES = 6
# Towns that it names for which no meeting stands.
VENUES = 2


def leading(rows: pd.DataFrame) -> list[str]:
    """Give the towns with the most rows, of which the title speaks."""
    counts = _counts(rows)
    return sorted(counts.index[counts == counts.max()])


def _counts(rows: pd.DataFrame) -> pd.Series:
    """Count the rows of each town."""
    # Towns whose position is not known count too, or another would seem to lead.
    return rows.loc[rows["precision"] == "city", "place"].value_counts()


def headline(rows: pd.DataFrame) -> str:
    """Name the town with the most rows, or those that have as many; none leads alone then."""
    counts, most, top = _counts(rows), int(_counts(rows).max()), leading(rows)
    of = f"{most} of {counted(len(rows), *kind_of(rows))}"
    if len(top) > NAMED:
        return f"{len(top)} towns are named for {of} each"
    if len(top) > 1:
        return f"{join(map(inserted, top))} are named for {of} each"
    lead = ", more than any other town" * (len(counts) > 1)
    return f"{inserted(top[0])} is named for {of}{lead}"


def missing(rows: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """Count the rows that cannot be drawn, and say why."""
    unplaced = rows.drop(drawn.index)
    of = counted(len(rows), *kind_of(rows))
    if unplaced.empty:
        return f"none of {of}"
    towns = unplaced["precision"] == "city"
    polar = towns & (unplaced["latitude"].abs() > POLAR)
    nowhere = unplaced["place"].isna()
    parts = {
        "without a place": nowhere,
        "without a town": ~towns & ~nowhere,
        "without a position": towns & ~polar,
        f"beyond {POLAR} degrees of latitude, where this map ends": polar,
    }
    said = []
    for why, which in parts.items():
        if which.any():
            vague = which is parts["without a town"]
            names = _vague(unplaced[which]) if vague else some(_counted(unplaced[which]), NAMED)
            said.append(f"{which.sum()} {why}{f' ({names})' * bool(names)}")
    return f"{len(unplaced)} of {of}, {', '.join(said)}"


def _vague(rows: pd.DataFrame) -> str:
    """Name the country or place with most of some rows, and how many the others have together."""
    counts = _by_place(rows)
    if counts.empty:
        return ""
    rest = int(counts.iloc[1:].sum())
    others = f", {'another' if len(counts) == 2 else 'others'} {rest}" * bool(rest)
    return f"{inserted(counts.index[0])} {counts.iloc[0]}{others}"


def _by_place(rows: pd.DataFrame) -> pd.Series:
    """Count rows by their place, a country by its own name."""
    named = rows["country"].where(rows["precision"] == "country").fillna(rows["place"])
    return named.dropna().value_counts()


def _counted(rows: pd.DataFrame) -> list[str]:
    """Name the places of rows, with how many rows each has."""
    counts = _by_place(rows)
    return [f"{place} {count}" if count > 1 else place for place, count in counts.items()]


def elsewhere(meetings: pd.DataFrame) -> str:
    """Name the towns in which dialogues are said to have met, and for which no meeting stands here.

    Where only some meetings are drawn, those of their dialogues alone.
    """
    if not {"meeting_id", "dialogue_id"} <= {*meetings}:
        return ""
    try:
        venues = look_up(meetings, "dialogue_venues")
        every = look_up(meetings, "meetings")
    except LookupError:  # a package of one's own may have none
        return ""
    if len(meetings) < len(every):
        venues = venues[venues["dialogue_id"].isin(meetings["dialogue_id"])]
    venues = venues[~venues["place_id"].isin(meetings["place_id"])]
    if venues.empty:
        return ""
    venues = follow(venues, "place_id", "places", place="name", precision="precision")
    towns = venues.loc[venues["precision"] == "city", "place"].drop_duplicates()
    if towns.empty:
        return ""
    if len(towns) > NAMED:
        first = join(map(inserted, towns[:VENUES]))
        lead = f"{len(towns)} more towns, such as {first}, are named as venues"
    else:
        lead = f"{some(towns)} {'is' if len(towns) == 1 else 'are'} named as {'a venue' if len(towns) == 1 else 'venues'}"
    return f"{lead} without a recorded meeting. "


def positions(table: pd.DataFrame, drawn: pd.DataFrame) -> str:
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
    if len(said) > SOURCES:
        return f"{len(said)} documents, which the table of places names"
    return "; ".join(sorted(said))
