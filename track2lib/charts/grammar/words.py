"""The words of every chart: its sources, its dates, its lists and its tooltips."""

from collections.abc import Iterable

import altair as alt
import pandas as pd

from track2lib.page.lines import inserted
from track2lib.page.theme import ERA_COLOURS, NEUTRAL
from track2lib.records.eras import period_of
from track2lib.records.related import sources_of

__all__ = [
    "as_of",
    "counted",
    "each_once",
    "era_colour",
    "filled",
    "in_order",
    "is_our_own",
    "join",
    "kind_of",
    "listing",
    "some",
    "source_note",
    "tooltips",
    "years_of_writing",
]

# More sources than these are counted in a caption and not named; the marks name their own.
NAMED = 6
# Years of writing that a caption can name one by one.
FEW = 3
# Things that a caption can name one by one.
SHOWN = 4
# What the rows of a table are, by the key that it has.
KINDS = {
    "meeting_id": ("meeting", "meetings"),
    "event_id": ("event", "events"),
    "account_id": ("account", "accounts"),
}
ROWS = ("row", "rows")


def era_colour(era: str) -> str:
    """Give the colour of an era; grey for what falls in neither or fits both.

    Examples
    --------
    >>> era_colour("khatami") == era_colour("khatami at the latest")
    True
    """
    return ERA_COLOURS.get(period_of(str(era)), NEUTRAL)


def kind_of(table: pd.DataFrame) -> tuple[str, str]:
    """Say what a row of a table is, and what several are.

    Examples
    --------
    >>> kind_of(pd.DataFrame({"meeting_id": ["m1"]})), kind_of(pd.DataFrame())
    (('meeting', 'meetings'), ('row', 'rows'))
    """
    return next((words for key, words in KINDS.items() if key in table), ROWS)


def source_note(table: pd.DataFrame) -> str:
    """Name the sources of a table for a caption.

    Examples
    --------
    >>> source_note(pd.DataFrame({"cited": ["RAND 2007, para. 5", "DiMaggio 2010, Overview, para. 1"]}))
    'Source: DiMaggio 2010; RAND 2007.'
    """
    names = sorted({source.label for source in sources_of(table).values()} - {""})
    if not names:  # as of a series that a reader has typed
        return "Source: not stated."
    if len(names) > NAMED:
        return f'Sources: {len(names)} documents, each named in the column "cited" of the rows.'
    names[-1] = names[-1].removesuffix(".")
    return f"Source: {'; '.join(map(inserted, names))}."


def is_our_own(table: pd.DataFrame) -> bool:
    """Tell whether a table is the project's own, so that judgments in it are ours.

    Examples
    --------
    >>> import track2lib as t2
    >>> is_our_own(t2.load("readings")), is_our_own(pd.DataFrame())
    (True, False)
    """
    # A table that was loaded says which package it is from, and none if it is the project's.
    return table.attrs.get("data", "") is None


def years_of_writing(table: pd.DataFrame) -> list[int | None]:
    """Give for each row the year of its latest source, as of which is open what it leaves open.

    None stands where no source of the row has a year: then nobody can say as of when.

    Examples
    --------
    >>> years_of_writing(pd.DataFrame({"cited": ["RAND 2007, para. 5", "Interview 1987"]}))
    [2007, None]
    """
    known = {key: source.year for key, source in sources_of(table).items()}
    column = table["sources" if "sources" in table else "cited"]
    latest = {
        cell: max((year for key in cell.split("; ") if (year := known[key])), default=None)
        for cell in column.dropna().unique()
    }
    return [None if pd.isna(cell) else latest[cell] for cell in column]


def as_of(years: Iterable[int | None]) -> str:
    """Say as of when is open what sources of these years leave open.

    Examples
    --------
    >>> as_of([2015, 2019, 2015]), as_of([None])
    ('as of 2015 and 2019', 'as of a year of writing that is not given')
    """
    given = [int(year) if year and pd.notna(year) else None for year in years]
    known = sorted({year for year in given if year})
    if not known:
        return "as of a year of writing that is not given"
    if len(known) > FEW:
        return "as of when its latest source was written"
    lacking = ", and in part of a year that is not given" if None in given else ""
    return f"as of {join(map(str, known))}{lacking}"


def join(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> join(["Geneva", "Vienna", "Stockholm"])
    'Geneva, Vienna and Stockholm'
    """
    # Nothing at all is joined to an empty text, as in a description of a column without rows.
    *others, last = [*words] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def some(names: Iterable[str], most: int = SHOWN) -> str:
    """Name a few of some things, and count the others.

    Examples
    --------
    >>> some(["Bonn", "Oslo"]), some(["a", "b", "c", "d"], 2)
    ('Bonn and Oslo', 'a, b and 2 more')
    """
    every = [*map(inserted, names)]
    more = [f"{len(every) - most} more"] * (len(every) > most)
    shown = every[: most if more else len(every)] + more
    # Names with a comma in them are kept apart by something stronger.
    return "; ".join(shown) if any("," in name for name in every) else join(shown)


def in_order(values: Iterable[str], known: Iterable[str]) -> list[str]:
    """Give each value once: those that are known in their order, then others as they first occur.

    Examples
    --------
    >>> in_order(["Indian", "American", "Indian"], ["Iranian", "American"])
    ['American', 'Indian']
    """
    found = dict.fromkeys(value for value in values if pd.notna(value))
    first = [value for value in known if value in found]
    return [*first, *(value for value in found if value not in first)]


def counted(count: int, one: str, more: str) -> str:
    """Say a number with what follows it.

    Examples
    --------
    >>> counted(1, "city is", "cities are"), counted(0, "city is", "cities are")
    ('1 city is', '0 cities are')
    """
    return f"{count} {one if count == 1 else more}"


def each_once(texts: Iterable[str], between: str = "; ") -> str:
    """Join texts in the order in which they first occur; what is missing is left out.

    Examples
    --------
    >>> each_once(["RAND", "DiMaggio", "RAND"])
    'RAND; DiMaggio'
    """
    return between.join(dict.fromkeys(text for text in texts if pd.notna(text)))


def listing(texts: pd.Series, by: pd.Series, order: Iterable[str] = ()) -> str:
    """List texts group by group, for a description.

    Examples
    --------
    >>> listing(pd.Series(["Geneva", "Vienna", "Bonn"]), pd.Series(["2001", "2001", "2002"]))
    '2001: Geneva and Vienna; 2002: Bonn'
    """
    groups = {str(group): join(own) for group, own in texts.groupby(by, sort=False)}
    named = [group for group in order if group in groups] or groups
    return "; ".join(f"{group}: {groups[group]}" for group in named)


def filled(titles: dict[str, str], rows: pd.DataFrame) -> dict[str, str]:
    """Leave out of what a tooltip tells what no row has, such as periods where a package has none.

    Examples
    --------
    >>> filled({"name": "What", "era": "Period"}, pd.DataFrame({"name": ["Talks"], "era": [None]}))
    {'name': 'What'}
    """
    return {field: title for field, title in titles.items() if rows[field].notna().any()}


def tooltips(titles: dict[str, str], *, number: str = "") -> list[alt.Tooltip]:
    """Give what a tooltip shows: fields, and what it calls them.

    A field is taken as a name if it has no type of Altair's, such as ``share:Q``, behind it;
    `number` is the format of quantities.

    Examples
    --------
    >>> [tip.to_dict() for tip in tooltips({"share:Q": "Share"}, number=".1%")]
    [{'field': 'share', 'format': '.1%', 'title': 'Share', 'type': 'quantitative'}]
    """
    typed = {field if ":" in field else f"{field}:N": title for field, title in titles.items()}
    # An empty format is not the same as none: it would be written into the chart.
    shown = number or alt.Undefined
    return [
        alt.Tooltip(field, title=title, format=shown if field.endswith(":Q") else alt.Undefined)
        for field, title in typed.items()
    ]
