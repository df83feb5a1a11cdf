"""Dates cut into what is certain, possible and open, as each source gives them."""

from contextlib import suppress
from typing import Any

import pandas as pd

from track2lib.charts.grammar.bearing import places_of_dates
from track2lib.charts.grammar.words import join, years_of_writing
from track2lib.records import dates
from track2lib.records.disputes import differ
from track2lib.records.related import look_up, lost, sources_of

__all__ = ["KEYS", "OTHERS", "in_time_order", "iso", "open_note", "pieces_of"]

# A meeting names its dialogue too, so that its own key comes first.
KEYS = ("meeting_id", "event_id", "dialogue_id")
# What another source says: a span of time, and a day after which something goes on.
OTHERS = ("other", "other goes on")
# Years of writing that can be named one by one.
FEW = 3
# A kind of piece, its first day, the day after its last, and words; None where there is none. Of
# what another source says, who says so, in which year, and its date come last.
Piece = tuple[Any, ...]
# A first day, and the day after the last.
Days = tuple[str, str]


def in_time_order(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Sort by the first day that is known; then comes what is only said to go on, then what has no date."""
    # "By early 2008" has no first day, and is put where its last day falls.
    known = table[f"{column}_earliest"].fillna(table[f"{column}_latest"])
    keys = pd.DataFrame({"undated": table[column].isna().array, "known": known.array})
    return table.iloc[keys.sort_values(["undated", "known"]).index]


def pieces_of(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Give a row for each piece of each date, and the year in which its source was written.

    What a piece is stands in ``kind``: time that is ``certain`` or ``possible``; a day after which
    something ``goes on``, or one that it is ``not after``; time that an ``other`` source gives, and a
    day after which it ``other goes on``; or ``none``. No two rows may have the same label in their
    index.
    """
    facts = _facts(rows, column)
    written = _written(rows, column, facts)
    cut = map(_cut, rows[column], rows["date_words"], written)
    pieces = dict(zip(rows.index, cut, strict=True))
    for place, key in _keys(rows[differ(rows, column)]).items():
        others = facts[(facts["key"] == key) & (facts["value"] != rows.at[place, column])]
        pieces[place] += _others(others)
    # As numbers with parts, which can be missing.
    years = pd.Series(written, rows.index, dtype="float64")
    cited = places_of_dates(rows, column)
    found = rows.assign(written=years, cited=cited, piece=list(pieces.values())).explode("piece")
    found[["kind", "start", "end", "words"]] = [piece[:4] for piece in found["piece"]]
    # What another source says stands where the row says when, and who where it says who.
    others = found["kind"].isin(OTHERS)
    if others.any():
        found.loc[others, "when"] = "another source: " + found.loc[others, "words"]
        names = ["cited", "written", column]
        said = pd.DataFrame([piece[4:] for piece in found["piece"][others]], columns=names)
        for name in names:
            found.loc[others, name] = said[name].to_numpy()
    return found.drop(columns="piece")


def open_note(pieces: pd.DataFrame, column: str) -> str:
    """Say what a triangle means where things go on: as of which years their sources say so."""
    triangles = pieces["kind"].isin(["goes on", "other goes on", "not after"])
    # "2008 or later" names a first day, and does not say that anything goes on.
    going = triangles & pieces["kind"].ne("not after") & pieces[column].str.endswith(("..", "..}"))
    if not going.any():
        return ""
    years = pieces.loc[going, "written"]
    known = [str(int(year)) for year in sorted(years.dropna().unique())]
    when, lacking = f", in {join(known)}".replace(" and ", " or "), ""
    if not known:
        when = ", in a year that is not given"
    elif len(known) > FEW:
        when = ""
    elif years.isna().any():
        lacking = "; of some that year is not given"
    which = "Triangle" if going.sum() == triangles.sum() else "Some triangles"
    return f"{which}: going on when its source was written{when}{lacking}."


def _facts(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Give what sources say of the dates of these rows, as far as there is more than one."""
    facts = pd.DataFrame(columns=["key", "field", "value", "sources"])
    if "contested" in rows:
        with suppress(LookupError):  # a package of one's own says it by the row
            sources = look_up(rows, "passages").set_index("passage_id")["source_id"]
            facts = look_up(rows, "evidence")
            facts = facts.assign(sources=facts["passage_id"].map(sources))
    # A key of a package that is lost may be one of ours as well, and mean another thing.
    own = (facts["field"] == column) & facts["key"].isin(_keys(rows[~lost(rows)]))
    return facts[own].dropna(subset="value")


def _written(rows: pd.DataFrame, column: str, facts: pd.DataFrame) -> list[int | None]:
    """Give for each row the year in which the latest source of its date was written."""
    years = years_of_writing(rows)
    if len(set(years)) == 1 or facts.empty:
        return years
    # A row cites the sources of all its cells; those of the date alone are in the evidence.
    found = facts.assign(year=years_of_writing(facts)).dropna(subset="year")
    latest = found.groupby(["key", "value"])["year"].max().to_dict()
    cells = zip(_keys(rows), rows[column], years, strict=True)
    return [int(latest[key, text]) if (key, text) in latest else year for key, text, year in cells]


def _others(told: pd.DataFrame) -> list[Piece]:
    """Give the dates of other sources, with what each says and who says so.

    An end that is open is drawn to the year of writing, a beginning that is not stated as a day.
    """
    found = list[Piece]()
    for value, own in told.groupby("value", sort=False):
        year = max((year for year in years_of_writing(own) if year), default=None)
        text = str(value)
        earliest, latest, _ = dates.bounds(text.replace("/..", f"/{year}") if year else text)
        days = iso(earliest or latest), iso(latest or earliest, after=1)
        who = "; ".join(source.label for source in sources_of(own).values())
        told = dates.in_words(text), who, year, text
        found.append(("other", *days, *told))
        if text.endswith("/.."):
            found.append(("other goes on", days[1], None, *told))
    return found


def _keys(rows: pd.DataFrame) -> pd.Series:
    """Give the keys of the rows, by which the evidence names them."""
    return next(rows[name] for name in KEYS if name in rows)


def _cut(text: Any, words: Any, as_of: int | None) -> list[Piece]:
    """Cut a date into what is certain, possible and open: kind, start, end and words of each."""
    if pd.isna(text):
        return [("none", None, None, "no date given" if pd.isna(words) else f"no date: {words}")]
    begin, slash, end = text.partition("/")
    if not slash:
        earliest, latest, _ = dates.bounds(text)
        if earliest is None or latest is None:
            kind = "not after" if earliest is None else "goes on"
            said = dates.in_words(text) if pd.isna(words) else words
            return [(kind, iso(latest or earliest), None, said)]
        # One of several dates does not lie between them.
        whole = dates.members(text)
        ends = [(iso(a), iso(b, after=1)) for a, b in sorted(whole, key=str) if a and b]
        return [("possible", *days, "") for days in _joined(ends)]
    # What is open is known to go on until the year of writing, if there is one.
    until = (str(as_of) if as_of else None) if end == ".." else end
    start, stop = None if begin == ".." else _whole(begin), _whole(until) if until else None
    if start and stop and end == ".." and stop[1] <= start[0]:  # written before it was to begin
        stop = None
    if not start and not stop:
        return [("none", None, None, dates.in_words(text))]
    found = _between(start, stop, soft=dates.is_soft(text))
    if as_of:
        found = [part for piece in found for part in _until_written(piece, f"{as_of + 1:04}-01-01")]
    found = _in_one(found)
    return [*found, ("goes on", found[-1][2], None, "")] if end == ".." else found


def _in_one(pieces: list[Piece]) -> list[Piece]:
    """Join what is possible where one piece ends as the next begins: a line there would mean nothing."""
    found = list[Piece]()
    for kind, start, end, words in pieces:
        if found and kind == found[-1][0] == "possible" and found[-1][2] == start:
            start = found.pop()[1]
        found.append((kind, start, end, words))
    return found


def _joined(spans: list[Days]) -> list[Days]:
    """Join spans of days, in order, that touch each other."""
    found: list[Days] = []
    for first, after in spans:
        if found and first <= found[-1][1]:
            first, after = found[-1][0], max(after, found.pop()[1])
        found.append((first, after))
    return found


def _until_written(piece: Piece, after: str) -> list[Piece]:
    """Cut what is certain where its source was written: of later days it tells a plan."""
    kind, start, end, words = piece
    if kind != "certain" or not start or not end or end <= after:
        return [piece]
    planned = ("possible", max(start, after), end, words)
    return [(kind, start, after, words), planned] if start < after else [planned]


def _between(start: Days | None, stop: Days | None, *, soft: bool) -> list[Piece]:
    """Cut what lies between a beginning and an end, each of which is a span of days of its own."""
    # A year as an end leaves open on which of its days it was.
    if not start or not stop:
        known = start or stop or (None, None)
        return [("possible", *known, "" if start else "beginning not stated")]
    if stop[0] < start[1]:
        # Where both may lie on one day, all of it is possible, and nothing before or after.
        return [("possible", start[0], stop[1], "")]
    found: list[Piece] = [("possible", *start, ""), ("possible", *stop, "")]
    if start[1] < stop[0]:
        # With an end that is approximate or in doubt, the middle is not vouched for either.
        found.insert(1, ("possible" if soft else "certain", start[1], stop[0], ""))
    return found


def _whole(text: str) -> Days:
    """Give the span of a date, up to the day after its last."""
    earliest, latest, _ = dates.bounds(text)
    if earliest is None or latest is None:
        raise ValueError(f"{text!r} has no bounds, so that it cannot be the end of a span.")
    return iso(earliest), iso(latest, after=1)


def iso(day: pd.Timestamp, *, after: int = 0) -> str:
    """Write a day, or one so many days after it, as Vega reads it."""
    # Not by a format, which leaves out the nought of the year 0628.
    return (day + pd.Timedelta(days=after)).date().isoformat()
