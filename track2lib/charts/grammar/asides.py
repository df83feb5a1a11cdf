"""When something was, in words beside its bar: behind it, before it, or in it, on the same ground."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.time_axis import along, down
from track2lib.charts.grammar.time_marks import ends_of
from track2lib.charts.grammar.widths import pixels
from track2lib.page.lines import LINE, in_lines, isolated
from track2lib.page.theme import MUTED, PAPER

__all__ = ["SIZE", "aside_words", "asides", "broken"]

# Size of the words, and pixels from them to the mark and to the edge of the plot.
SIZE, APART, EDGE = 13, 8, 6
# Letters of a line that is never made shorter.
FEWEST = 10
# Pixels of words that may be broken into lines: for their sake no plot is made narrower.
WIDE = 230


def asides(pieces: pd.DataFrame, across: Across) -> pd.DataFrame:
    """Give for each row its words in lines, and the day and the side at which they stand.

    Parameters
    ----------
    pieces : pandas.DataFrame
        With ``row`` and ``said``, and the first and last day of each piece.
    across : Across
        Where days lie; words stay within the edges of its page, and to the right of the names.

    Returns
    -------
    pandas.DataFrame
        By row: ``words``, ``day``, ``shift`` in pixels, ``align``, their ``shade``, pixels of all in a
        line in ``wide``, and whether they stand in ``one`` line, or even so reach ``over`` the page.
    """
    return pd.DataFrame(
        [_aside(own, across) for _, own in pieces.groupby("row", sort=False)],
        index=pieces["row"].drop_duplicates(),
    )


def broken(found: pd.DataFrame) -> tuple[int, int]:
    """Count the rows whose words leave the page, and those whose words have no room in a line.

    Of the latter, those that are too long for any do not count.
    """
    return int(found["over"].sum()), int((~found["one"] & (found["wide"] <= WIDE)).sum())


def _aside(own: pd.DataFrame, across: Across) -> dict[str, Any]:
    """Place the words of one row."""
    said = str(own["said"].iloc[0])
    wide, right = pixels(said, SIZE), across.edges[1]
    known, shade = own[own["start"].notna()], MUTED
    if known.empty:  # there is no mark, and the whole row
        day, at, align, room = across.first, float(EDGE), "left", float(right - EDGE)
    else:
        left, last, _ = ends_of(known, across)
        day, behind, before = min(known["start"]), right - last - APART, left - APART - EDGE
        full, plot = _full(known, across), across.width - last - APART
        if plot >= wide:
            at, align, room = last + APART, "left", plot
        elif before >= wide:
            at, align, room = left - APART, "right", before
        elif full[1] - full[0] >= wide + 2 * APART:
            at, align, room, shade = full[0] + APART, "left", float(wide), PAPER
        elif _in_two(said, int(plot)):
            at, align, room = last + APART, "left", plot
        # Nowhere on the ground of the plot, but on the page.
        elif behind >= min(wide, before):
            at, align, room = last + APART, "left", behind
        else:
            at, align, room = left - APART, "right", before
    lines = [said] if wide <= room else _broken(said, int(room))
    return {
        "words": "\n".join(isolated(lines, alone=True)),
        "day": day,
        "shift": round(at - across.at(day), 1),
        "align": align,
        "shade": shade,
        "wide": wide,
        "one": len(lines) == 1 or (len(lines) == 2 and at + room <= across.width),
        "over": max(pixels(line, SIZE) for line in lines) > room,
    }


def _full(own: pd.DataFrame, across: Across) -> tuple[float, float]:
    """Give the first and the last pixel of what is vouched for; twice the same if nothing is."""
    sure = own[own["kind"] == "certain"]
    return (across.at(min(sure["start"])), across.at(max(sure["end"]))) if len(sure) else (0, 0)


def _in_two(said: str, room: int) -> bool:
    """Tell whether words have room in two lines of so many pixels."""
    lines = _broken(said, room)
    return len(lines) == 2 and all(pixels(line, SIZE) <= room for line in lines)


def _broken(said: str, room: int) -> list[str]:
    """Break words into lines of so many pixels."""
    tries = (in_lines(said, most) for most in range(max(room // 4, FEWEST), FEWEST, -1))
    fitting = (lines for lines in tries if all(pixels(line, SIZE) <= room for line in lines))
    return next(fitting, in_lines(said, FEWEST))


def aside_words(base: alt.Chart, across: Across) -> list[alt.Chart]:
    """Write the words of the pieces that speak for their rows; those without a mark are told aloud."""
    look: dict[str, Any] = {
        "baseline": "middle",
        "fontSize": SIZE,
        "color": alt.ExprRef("datum.shade"),
        "lineBreak": "\n",
        "lineHeight": LINE,
        "align": alt.ExprRef("datum.align"),
        "dx": alt.ExprRef("datum.shift"),
        # Vega sets the first line at the middle of the row, however many there are.
        "dy": alt.ExprRef(f"-{LINE / 2} * (length(split(datum.words, '\\n')) - 1)"),
        "fontStyle": alt.ExprRef("isValid(datum.start) ? 'normal' : 'italic'"),
    }
    words = base.transform_filter("datum.speaks").mark_text(**look)
    return [words.encode(x=along("day", across), y=down("at"), text=alt.Text("words:N"))]
