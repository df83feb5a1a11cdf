"""Accounts of one thing side by side: who says what, and from where."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import (
    counted,
    each_once,
    in_order,
    join,
    listing,
    source_note,
)
from track2lib.page.lines import inserted
from track2lib.page.theme import INK, SIDE_COLOURS
from track2lib.records.related import look_up, lost

__all__ = ["voices"]

# An account whose side nobody states has a column, for it would be lost without one.
UNSTATED = "side not stated"


def voices(accounts: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw accounts in a column for each side, each with its voice, its standing and its source.

    A diamond is a charge that the voice brings against somebody. A title in another script stands
    as its source prints it.

    Parameters
    ----------
    accounts : pandas.DataFrame
        Rows of ``load("accounts")``, of one theme or a few, up to 24.
    title : str, optional
        What is to be seen. By default a sentence that counts the accounts of each side.

    Returns
    -------
    altair.VConcatChart
        The chart: a column for each side, in order of time.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many to be read, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.voices(t2.load("accounts").query("theme == 'the list of 2010'"))
    >>> "Iranian" in chart.description
    True
    """
    needed = ["theme", "side", "standing", "voice", "charge", "account", "date_earliest"]
    needed += ["sources", "cited"]
    advice = "Choose those of one theme first."
    filled = ["theme", "standing", "voice", "account"]
    accounts = check_table(
        accounts,
        needed,
        'load("accounts")',
        title=title,
        filled=filled,
        once=["account_id", "voice", "account"],
        most=24,
        what="accounts",
        instead=advice,
    )
    rows = accounts.sort_values("date_earliest", kind="stable", na_position="last")
    rows["side"] = rows["side"].str.strip().fillna(UNSTATED)
    # A voice may have capitals of its own within, which capitalize() would take from it.
    voice = rows["voice"].str[:1].str.upper() + rows["voice"].str[1:]
    rows = rows.assign(
        head=voice + " (" + rows["standing"] + ")",
        original=_originals(rows),
        colour=[SIDE_COLOURS.get(side, INK) for side in rows["side"]],
        # Where nobody has said whether it is a charge, it is not drawn as one.
        shape=rows["charge"].map({True: "diamond", False: "circle"}).fillna("circle"),
        setting="all",  # columns are filled setting by setting, and here there is one
    )
    # A side that is not heard has no column; the title counts those that are.
    sides = sorted(in_order(rows["side"], SIDE_COLOURS), key=lambda side: side == UNSTATED)
    fields = ["side", "head", "account", "original", "theme", "colour", "shape", "setting", "cited"]
    themes = each_once(rows["theme"])
    # A title begins with a capital letter, if the theme has such letters.
    about = each_once(map(inserted, rows["theme"]))
    return in_columns(
        rows[fields],
        column="side",
        order=sides,
        step=770 // len(sides),
        name="head",
        note="account",
        original="original",
        tooltip={"head": "Voice", "theme": "On"},
        title=title or f"{about[0].upper()}{about[1:]}: {_counts(rows, sides)}",
        subtitle="Circle: an account. Diamond: a charge that the voice brings. In order of time, undated last.",
        caption=f"{source_note(accounts)} An account is its speaker's; that it stands here does not make it so.",
        description=f"Accounts on {themes}. {listing(rows['head'] + ': ' + rows['account'], rows['side'], sides)}",
    )


def _counts(rows: pd.DataFrame, sides: list[str]) -> str:
    """Count the accounts of each side, and those whose side nobody states."""
    # Before a noun, a "third party" is written with a hyphen; other names of sides are left alone.
    called = {"third party": "third-party"}
    count = rows["side"].value_counts()
    stated = [side for side in sides if side != UNSTATED]
    named = [f"{count[side]} {inserted(called.get(side, side))}" for side in stated]
    # Who speaks twice is one voice, and then the accounts are counted.
    one = "account" if rows.duplicated(["side", "voice"]).any() else "voice"
    unstated = int(count.get(UNSTATED, 0))
    if not named:
        return f"{counted(unstated, one, f'{one}s')}, {UNSTATED}"
    more = f"; {unstated} more, {UNSTATED}" * bool(unstated)
    return f"{join(named)} {one}{'s' * int(len(rows) - unstated != 1)}{more}"


def _originals(rows: pd.DataFrame) -> pd.Series:
    """Give the title of a source that is not in English, as it is printed, or nothing."""
    try:
        sources = look_up(rows, "sources").set_index("source_id")
    except LookupError:  # a package of one's own names sources and does not list them
        return pd.Series("", index=rows.index)
    if "title_en" not in sources:
        return pd.Series("", index=rows.index)
    # A title that has a translation beside it is one in another language.
    foreign = sources["title"].where(sources["title_en"].notna())
    # One title is room enough: that of the source which stands first.
    first = rows["sources"].str.split("; ").str[0].map(foreign).astype("string")
    # A source of a package that is lost may have a key of ours.
    return first.mask(lost(rows)).fillna("")
