"""Cases side by side: a panel for each, and how much is on record of it."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.dates_as_said import said_dates
from track2lib.charts.grammar.panel_marks import panel_marks
from track2lib.charts.grammar.panels import PAGE, laid_out
from track2lib.charts.grammar.pieces import OTHERS, in_time_order, open_note, pieces_of
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import (
    counted,
    each_once,
    join,
    source_note,
)
from track2lib.page.frame import finish
from track2lib.page.lines import inserted
from track2lib.records.asked import one_of
from track2lib.records.related import sources_of

__all__ = ["compare_cases"]

START = 'load("dialogues")'
# What has no case, or no kind, stands behind all that have one.
UNSAID = "not stated"
# Dialogues that have room for a bar each.
MOST = 400
# Cases that a title can name.
FEW = 3


def compare_cases(
    dialogues: pd.DataFrame, *, by: str = "case", kinds: str = "track", title: str | None = None
) -> alt.VConcatChart:
    """Draw small multiples: a panel for each case, with the same years and the same kinds in each.

    A bar is a dialogue: full where the source vouches for the time, pale where it may lie, with a
    triangle where an end is open. What has no year is counted at the right. Above each panel stands how
    many dialogues it has, and how many documents they rest on, so that a panel with little in it is
    taken for a thin record and not for few talks.

    Parameters
    ----------
    dialogues : pandas.DataFrame
        Rows of ``load("dialogues")``, of as many cases as have room: about six, or more where there are
        few kinds.
    by : str, default "case"
        Column of the cases: any column of words, such as one of your own.
    kinds : str, default "track"
        Column of the kinds, which divide each panel in the same way, such as ``"form"``.
    title : str, optional
        What is to be seen. By default of which case most is on record, and of which least.

    Returns
    -------
    altair.VConcatChart
        The chart: panels in the order of how many dialogues they have.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many cases or kinds to be read, a row that stands twice, or lacks a
        column.
    LookupError
        If there is no column of the name that `by` or `kinds` gives.

    Examples
    --------
    >>> import track2lib as t2
    >>> talks = t2.load("dialogues").query("region in ['South Asia', 'Middle East']")
    >>> "South Asia: " in t2.compare_cases(talks, by="region").description
    True
    """
    needed = [
        "dialogue_id",
        "name",
        "dates",
        "dates_earliest",
        "dates_latest",
        "date_words",
        "cited",
    ]
    table = check_table(
        dialogues,
        needed,
        START,
        title=title,
        filled=needed[:2],
        once=["dialogue_id", "name", "cited"],
        most=MOST,
        what="dialogues",
        instead="Choose some of them first, such as with query().",
    )
    for name in (by, kinds):
        one_of(name, [*table.columns], "column")
    table = check_table(table, [by, kinds], START)
    rows = in_time_order(table, "dates").assign(
        panel=_said(table[by]),
        lane=_said(table[kinds]),
        when=said_dates(table["dates"], table["date_words"]).fillna("no date given"),
    )
    pieces = pieces_of(rows, "dates")
    differ = pieces.loc[pieces["kind"].eq("other")].index.nunique()
    # What is only said to go on names no year: that of its source is not its own.
    own = pieces[["dates_earliest", "dates_latest"]].notna().any(axis=1)
    pieces = pieces[own & ~pieces["kind"].isin([*OTHERS, "none"])]
    apart = rows[~rows.index.isin(pieces.index)]
    record = _record(rows, apart)
    notes = [
        source_note(rows),
        open_note(pieces, "dates"),
        f"Of {counted(differ, 'dialogue', 'dialogues')} another source gives other dates."
        * bool(differ),
        "A thin panel is a thin record, and does not mean few talks.",
    ]
    return finish(
        panel_marks(laid_out(pieces, _undated(apart), _notes(record), _in_order(rows["lane"]))),
        title=title or _headline(record),
        subtitle=_key(pieces, apart),
        caption=" ".join(note for note in notes if note),
        description=_describe(rows, record),
        width=PAGE,
    )


def _said(cells: pd.Series) -> pd.Series:
    """Give the words of a column, with some for what is empty."""
    words = cells.astype("string").str.strip()
    return words.mask(words.isna() | words.eq("").fillna(False), UNSAID)


def _in_order(values: pd.Series) -> list[str]:
    """Give each value once, the most frequent first, and last what is not stated."""
    count = values.value_counts()
    # Of two that are equally frequent, the first in the alphabet, whatever the order of the rows.
    order = sorted(count.index, key=lambda value: (value == UNSAID, -count[value], value))
    return [str(value) for value in order]


def _record(rows: pd.DataFrame, apart: pd.DataFrame) -> pd.DataFrame:
    """Count by case the dialogues, those without a year, and the documents that they rest on."""
    panels = _in_order(rows["panel"])
    return pd.DataFrame(
        [
            (
                int((rows["panel"] == panel).sum()),
                int((apart["panel"] == panel).sum()),
                len(sources_of(rows[rows["panel"] == panel])),
            )
            for panel in panels
        ],
        index=panels,
        columns=["dialogues", "undated", "documents"],
    )


def _notes(record: pd.DataFrame) -> dict[str, str]:
    """Say what is known of each case, below its name."""
    return {
        str(panel): f"{counted(row.dialogues, 'dialogue', 'dialogues')}"
        + f", {row.undated} without a year" * bool(row.undated)
        + f"; {counted(row.documents, 'document', 'documents')}"
        for panel, row in zip(record.index, record.itertuples(), strict=True)
    }


def _undated(apart: pd.DataFrame) -> pd.DataFrame:
    """Count by case and kind what has no year, with its names and who says so."""
    return pd.DataFrame(
        [
            {
                "panel": panel,
                "lane": lane,
                "said": f"+{len(own)}",
                "names": join(own["name"]),
                "cited": each_once(own["cited"]),
            }
            for (panel, lane), own in apart.groupby(["panel", "lane"], sort=False)
        ],
        columns=["panel", "lane", "said", "names", "cited"],
    )


def _headline(record: pd.DataFrame) -> str:
    """Say of which case most is on record, and of which least."""
    named = record[record.index != UNSAID]
    count = (named if len(named) else record)["dialogues"]
    most, least = int(count.max()), int(count.min())
    if len(count) == 1:
        return f"{inserted(str(count.index[0]))}: {counted(most, 'dialogue is', 'dialogues are')} on record"
    if most == least:
        return f"Of each of {len(count)} cases, {counted(most, 'dialogue is', 'dialogues are')} on record"
    first, last = (
        join(f"of {name}" for name in _few(count.index[count == number]))
        for number in (most, least)
    )
    each = " each" * (sum(count == least) > 1)
    return f"Most is on record {first} ({counted(most, 'dialogue', 'dialogues')}), least {last} ({least}{each})"


def _few(names: pd.Index) -> list[str]:
    """Name a few cases, and count the others."""
    shown = [inserted(str(name)) for name in names[:FEW]]
    return shown + [f"{len(names) - FEW} more"] * (len(names) > FEW)


def _key(pieces: pd.DataFrame, apart: pd.DataFrame) -> str:
    """Say how to read the marks that are drawn."""
    drawn = {*pieces["kind"]}
    return (
        "A bar: a dialogue."
        + " Full: vouched for." * ("certain" in drawn)
        + " Faint: may lie there." * ("possible" in drawn)
        + " Triangle: open." * (not drawn.isdisjoint(("goes on", "not after")))
        + " Number with +: has no year." * bool(len(apart))
        + "\nThe same years and kinds in each panel."
    )


def _describe(rows: pd.DataFrame, record: pd.DataFrame) -> str:
    """List the dialogues case by case, with their dates."""
    told = [
        f"{panel}: {note}. {join(own['name'] + ' (' + own['when'] + ')')}."
        for panel, note in _notes(record).items()
        for own in [rows[rows["panel"] == panel]]
    ]
    return (
        f"Small multiples of {counted(len(record), 'case', 'cases')}, with {counted(len(rows), 'dialogue', 'dialogues')}. "
        f"{' '.join(told)} A thin panel is a thin record, and does not mean few talks."
    )
