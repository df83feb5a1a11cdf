"""Accounts of one thing side by side: who says what, and from where."""

import textwrap

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cards import in_cards, laid_out
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import (
    counted,
    each_once,
    in_order,
    join,
    listing,
    some,
    source_note,
)
from track2lib.page.lines import inserted
from track2lib.page.theme import INK, SIDE_COLOURS
from track2lib.records.dates import in_words
from track2lib.records.related import look_up, lost

__all__ = ["voices"]

# An account whose side nobody states has a column, for it would be lost without one.
UNSTATED = "side not stated"
# Who has been there, and speaks seldom: a table that has some says where none does.
PARTICIPANT = "participant"
# Letters of an account that has no short form, and speakers that a caption can name.
SHORT, NAMED = 70, 6
# What a card needs of its account.
SHOWN = ["side", "head", "note", "said", "account", "original", "theme", "colour", "shape", "cited"]
SHOWN += ["first"]


def voices(accounts: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw accounts in a column for each side: who speaks, from where, when, and what in one line.

    A diamond is a charge that the voice brings against somebody. The whole account stands in the
    tooltip, and so does the title of its source as that prints it. Of a dozen accounts each has room;
    of more, as many as do are drawn, and the speakers of the others are named.

    Parameters
    ----------
    accounts : pandas.DataFrame
        Rows of ``load("accounts")``, of one theme or a few, up to 24.
    title : str, optional
        What is to be seen. By default a sentence about who brings charges, and who is not heard.

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
    needed = ["theme", "side", "standing", "voice", "date", "charge", "account", "date_earliest"]
    # A table of one's own may have no short accounts.
    needed += ["sources", "cited"]
    needed += ["gist"] * (isinstance(accounts, pd.DataFrame) and "gist" in accounts)
    advice = "Choose those of one theme first."
    accounts = check_table(
        accounts,
        needed,
        'load("accounts")',
        title=title,
        filled=["theme", "voice", "account"],
        once=["account_id", "voice", "account"],
        most=24,
        what="accounts",
        instead=advice,
    )
    rows = _rows(accounts)
    # A side that is not heard has no column; the title says so.
    sides = sorted(in_order(rows["side"], SIDE_COLOURS), key=lambda side: side == UNSTATED)
    drawn = laid_out(rows[SHOWN], "side", sides)
    themes = each_once(rows["theme"])
    # A title begins with a capital letter, if the theme has such letters.
    about = each_once(map(inserted, rows["theme"]))
    about = f"{about[0].upper()}{about[1:]}"
    left = rows.drop(drawn.index)
    more = f"Without room here: {some(left['voice'], NAMED)}. " if len(left) else ""
    said = rows["head"] + " (" + rows["note"] + "): " + rows["account"]
    return in_cards(
        drawn,
        "side",
        {side: _head(side, rows, drawn) for side in sides},
        {"head": "Voice", "note": "Standing and date", "theme": "On", "account": "Account"}
        | {"original": "Title of the source"},
        title=title or f"{about}: {_headline(rows, accounts)}",
        subtitle="Circle: an account. Diamond: a charge that the voice brings. In order of time, undated last.",
        caption=f"{source_note(accounts)} {more}In our words and short; the whole account stands in the table. It is its speaker's: that it stands here does not make it so.",
        description=f"Accounts on {themes}. {listing(said, rows['side'], sides)}",
    )


def _rows(accounts: pd.DataFrame) -> pd.DataFrame:
    """Give each account what its card shows, in order of time."""
    rows = accounts.sort_values("date_earliest", kind="stable", na_position="last")
    rows["side"] = rows["side"].str.strip().fillna(UNSTATED)
    given = rows["gist"] if "gist" in rows else pd.Series(pd.NA, rows.index, dtype="string")
    whole = rows["account"].map(lambda text: textwrap.shorten(text, SHORT, placeholder="…"))
    when = rows["date"].map(in_words, na_action="ignore").fillna("no date given")
    return rows.assign(
        # A voice may have capitals of its own within, which capitalize() would take from it.
        head=rows["voice"].str[:1].str.upper() + rows["voice"].str[1:],
        note=rows["standing"].fillna("standing not stated") + ", " + when,
        said=given.fillna(whole),
        original=_originals(rows),
        colour=[SIDE_COLOURS.get(side, INK) for side in rows["side"]],
        # Where nobody has said whether it is a charge, it is not drawn as one.
        first=rows["charge"].fillna(False),
        shape=rows["charge"].map({True: "diamond", False: "circle"}).fillna("circle"),
    )


def _head(side: str, rows: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """Say above a column how many accounts its side has, and whether not all of them are there."""
    every, shown = (int((table["side"] == side).sum()) for table in (rows, drawn))
    name = f"{side[:1].upper()}{side[1:]}"
    return f"{name}: {every}" if every == shown else f"{name}: {shown} of {every}"


def _headline(rows: pd.DataFrame, accounts: pd.DataFrame) -> str:
    """Say from which sides charges come, or who speaks; then who is not heard."""
    sides = in_order(rows["side"], SIDE_COLOURS)
    charges = rows.loc[rows["shape"] == "diamond", "side"]
    first = _counts(rows, sides)
    if len(charges):
        are = "is a charge" if len(charges) == 1 else "are charges"
        named = join(_from(side) for side in sides if side in set(charges))
        count = counted(len(rows), "account", "accounts")
        first = f"{len(charges)} of {count} {are}, from {named}"
    return "; ".join([first, *_unheard(accounts)])


def _from(side: str) -> str:
    """Say from where something comes: a side by its name, and whoever is no side as one of several."""
    return f"a {side}" if side in (UNSTATED, "third party") else f"the {inserted(side)} side"


def _unheard(accounts: pd.DataFrame) -> list[str]:
    """Name the sides that the package has and these rows have not; and participants, if none speaks."""
    if lost(accounts).any():
        return []
    every = look_up(accounts, "accounts")
    heard = set(accounts["side"].dropna())
    sides = [side for side in in_order(every["side"], SIDE_COLOURS) if side not in heard]
    missing = [f"no {inserted(side)} voice".replace("party voice", "party") for side in sides]
    told = {PARTICIPANT} & set(every["standing"].dropna())
    missing += [f"no {own}" for own in told - set(accounts["standing"].dropna())]
    return [f"{join(missing)} {'are' if len(missing) > 1 else 'is'} heard"] if missing else []


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
    """Give the title of a source that is not in English as it is printed, and in English; or nothing."""
    try:
        sources = look_up(rows, "sources").set_index("source_id")
    except LookupError:  # a package of one's own names sources and does not list them
        return pd.Series("", index=rows.index)
    if "title_en" not in sources:
        return pd.Series("", index=rows.index)
    # A title that has a translation beside it is one in another language.
    foreign = sources["title"].map(inserted, na_action="ignore") + " (" + sources["title_en"] + ")"
    # One title is room enough: that of the source which stands first.
    first = rows["sources"].str.split("; ").str[0].map(foreign).astype("string")
    # A source of a package that is lost may have a key of ours.
    return first.mask(lost(rows)).fillna("")
