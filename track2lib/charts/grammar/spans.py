"""Pieces of time in rows, before the bands of the periods."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.asides import SIZE, aside_words, asides, broken
from track2lib.charts.grammar.bands import Across, bands
from track2lib.charts.grammar.borders import borders
from track2lib.charts.grammar.periods import named_periods, shared_note
from track2lib.charts.grammar.pieces import OTHERS
from track2lib.charts.grammar.tiers import PADDING, in_tiers, named, tier_marks
from track2lib.charts.grammar.time_axis import reach
from track2lib.charts.grammar.time_marks import ends_of, time_marks
from track2lib.charts.grammar.words import filled, tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.theme import NEUTRAL

__all__ = ["PAGE", "in_spans"]

# Pixels of the page, of the widest plot, of one that leaves its words no more room, of a step from
# one to the other, and of half the name of a year at the end of the axis.
PAGE, WIDEST, LEAST, STEP, YEAR = 802, 640, 300, 20, 16
# The year of a chart in which nothing has a date, no source has one, and there are no periods.
EMPTY = 2000
# A dataset holds what is drawn and no more.
FIELDS = ["row", "label", "when", "era", "cited", "colour", "kind", "start", "end"]
TIPS = {"label": "What", "when": "When", "era": "Period", "cited": "Says who"}


def in_spans(
    pieces: pd.DataFrame, eras: pd.DataFrame, *, caption: str, **frame: str
) -> alt.VConcatChart:
    """Draw pieces of time, those of one label in one row, in the frame of every chart.

    Parameters
    ----------
    pieces : pandas.DataFrame
        What `pieces_of` gives, with a ``label``, a ``colour`` and what is ``beside`` a bar; the rows
        stand in the order of the table.
    eras : pandas.DataFrame
        The periods, as `periods_of` gives them; there may be none. They are shown as far as the rows
        reach, and do not stretch the page.
    caption : str
        What is said below; a year that belongs to two of the periods is added to it.
    **frame : str
        Title, subtitle and description, for `finish`.

    Returns
    -------
    altair.VConcatChart
        The chart in its frame.
    """
    first, last = _frame(pieces, eras)
    pieces = _in_rows(pieces)
    rows, widest = named(pieces)
    across, words = _fitted(pieces, first, last, widest + PADDING)
    tiers = in_tiers(rows, words["words"])
    # A first period may have no beginning that is known, and a last one no end.
    begun = ~(eras["dates_earliest"] >= pd.Timestamp(last))
    shown = eras[begun & ~(eras["dates_latest"] < pd.Timestamp(first))]
    drawn = pieces[FIELDS].assign(era=named_periods(pieces["era"], eras))
    known = drawn.dropna(subset="start").groupby("row")
    drawn = drawn.assign(
        at=drawn["row"].map(tiers.rows["at"]),
        narrow=drawn["row"].isin([key for key, own in known if ends_of(own, across)[2]]),
        # Of the marks of one row, the first speaks for it.
        speaks=~drawn["row"].duplicated(),
    ).join(words[["words", "day", "shift", "align", "shade"]], on="row")
    tips = filled(TIPS, drawn)
    base = alt.Chart(drawn).encode(
        description=aloud(tooltips(tips), only="datum.speaks && !isValid(datum.start)"),
        tooltip=tooltips(tips),
    )
    chart = layered(
        *bands(shown, across),
        *borders(shown, across, tiers.height, words.join(tiers.rows["at"]), SIZE),
        *time_marks(drawn, across, bar=tiers.bar, tips=tips),
        *aside_words(base, across),
        *tier_marks(tiers, widest + PADDING, across.width),
        width=across.width,
        height=tiers.height,
    )
    return finish(chart, width=PAGE, caption=f"{caption} {shared_note(shown)}".strip(), **frame)


def _in_rows(pieces: pd.DataFrame) -> pd.DataFrame:
    """Give each piece its row, what another source says one of its own, and the words beside it."""
    other = pieces["kind"].isin(OTHERS)
    number = pieces["kind"].eq("other").groupby(pieces["label"]).cumsum()
    row = pieces["label"].where(~other, pieces["label"] + " / " + number.astype(str))
    undated = pieces["kind"].eq("none")
    return pieces.assign(
        row=row,
        other=other,
        said=pieces["words"].where(other | undated, pieces["beside"]),
        colour=pieces["colour"].mask(other, NEUTRAL),
    )


def _fitted(
    pieces: pd.DataFrame, first: str, last: str, margin: int
) -> tuple[Across, pd.DataFrame]:
    """Give the widest plot in which and beside which words have room, and where they stand."""
    widest = max(LEAST, min(WIDEST, PAGE - margin - YEAR))
    pages = [
        Across(first, last, width, (-margin, max(width, PAGE - margin)))
        for width in range(widest, LEAST - 1, -STEP)
    ]
    found = [(across, asides(pieces, across)) for across in pages]
    # The first of those in which the fewest words have to be broken.
    return min(found, key=lambda one: broken(one[1]))


def _frame(pieces: pd.DataFrame, eras: pd.DataFrame) -> tuple[str, str]:
    """Give the first and the last day of the chart: nothing is drawn outside."""
    days = pieces[["start", "end"]].stack().dropna()
    if len(days):
        return reach(days)
    # Where nothing has a date, the periods are shown, and the years in which sources were written.
    written = [int(year) for year in pieces["written"].dropna()]
    years = [*eras["dates_earliest"].dropna().dt.year] or written
    first, last = min(years, default=EMPTY), max([*years, *written], default=EMPTY)
    return f"{first - 1:04}-01-01", f"{last + 1:04}-07-01"
