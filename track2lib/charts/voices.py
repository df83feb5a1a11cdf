"""Accounts of one thing side by side: who says what, and from where."""

import textwrap

import altair as alt
import pandas as pd

from track2lib.charts.grammar.list_layout import laid_out
from track2lib.charts.grammar.listed import in_list
from track2lib.charts.grammar.speakers import NO_STANDING, UNSTATED, capital, headline, unheard
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import (
    counted,
    each_once,
    in_order,
    is_our_own,
    listing,
    some,
    source_note,
)
from track2lib.page.lines import inserted
from track2lib.page.theme import INK, SIDE_COLOURS
from track2lib.records.dates import in_words
from track2lib.records.related import look_up, lost

__all__ = ["voices"]

# What is not heard stands in a group of its own.
UNHEARD = "Not heard"
# Letters of an account that has no short form, and speakers that a caption can name.
SHORT, NAMED = 70, 4
# What a row of the list needs of its account.
SHOWN = ["side", "head", "note", "when", "said", "account", "original", "theme", "colour", "shape"]
SHOWN += ["kind", "standing", "cited", "first"]
FORMS = {
    "diamond": "Large diamond: a charge.",
    "circle": "Circle: any other account.",
    "ring": "Broken ring: nobody heard.",
}


def voices(accounts: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """List accounts side by side: who speaks, from where, when, and what in one line.

    A large diamond is a charge that the voice brings against somebody. A broken ring stands for a side
    that none of the accounts is from, and for participants if none of them speaks. The whole account
    stands in the tooltip, and so does the title of its source as that prints it. Of ten accounts each
    has room; of more, as many as do are drawn, and the speakers of the others are named.

    Parameters
    ----------
    accounts : pandas.DataFrame
        Rows of ``load("accounts")``, of one theme or a few, up to 24.
    title : str, optional
        What is to be seen. By default a sentence about who brings charges, and who is not heard.

    Returns
    -------
    altair.VConcatChart
        The chart: a group of lines for each side, in order of time.

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
    rows, silent = _rows(accounts), unheard(accounts)
    # A side that is not heard has no group; it stands in the last one.
    sides = sorted(in_order(rows["side"], SIDE_COLOURS), key=lambda side: side == UNSTATED)
    every = rows["side"].value_counts()
    drawn, groups = laid_out(
        pd.concat([rows[SHOWN], _rings(silent)], ignore_index=True),
        "side",
        [*sides, UNHEARD],
        lambda side, shown: _label(side, shown, every.get(side)),
    )
    themes = each_once(rows["theme"])
    left = rows.reset_index(drop=True).drop(drawn.index, errors="ignore")
    more = f"Without room here: {some(left['voice'], NAMED)}. " if len(left) else ""
    whose = "our words" if is_our_own(accounts) else "short"
    told = (
        rows["head"] + " (" + rows["standing"] + ", " + rows["when"] + "; " + rows["kind"] + "): "
    )
    forms = " ".join(words for form, words in FORMS.items() if form in set(drawn["shape"]))
    if not rows["charge"].any():
        forms = forms.replace("any other", "an")
    return in_list(
        drawn,
        groups,
        ["Side", "Who speaks", "Standing, date", f"What they say, in {whose}"],
        {"side": "Side", "head": "Voice", "standing": "Standing", "when": "Date", "kind": "Kind"}
        | {"theme": "On", "account": "Account", "original": "Title of the source"},
        title=title or headline(rows, silent),
        subtitle=f"{forms} On each side in order of time.",
        caption=f"{source_note(accounts)} {more}The whole account stands in the table. Each is its speaker's: that it stands here does not make it true.",
        description=f"Accounts on {themes}. {listing(told + rows['account'], rows['side'], sides)}",
    )


def _rows(accounts: pd.DataFrame) -> pd.DataFrame:
    """Give each account what its line shows, in order of time."""
    rows = accounts.sort_values("date_earliest", kind="stable", na_position="last")
    rows["side"] = rows["side"].str.strip().fillna(UNSTATED)
    rows["standing"] = rows["standing"].fillna(NO_STANDING)
    # Where nobody has said whether it is a charge, it is not drawn as one.
    charge = rows["charge"] = rows["charge"].fillna(False).astype(bool)
    given = rows["gist"] if "gist" in rows else pd.Series(pd.NA, rows.index, dtype="string")
    whole = rows["account"].map(lambda text: textwrap.shorten(text, SHORT, placeholder="…"))
    return rows.assign(
        # A voice may have capitals of its own within, which capitalize() would take from it.
        head=rows["voice"].map(capital),
        note=("Charge (" + rows["standing"] + ")").where(charge, rows["standing"]),
        when=rows["date"].map(in_words, na_action="ignore").fillna("no date given"),
        said=given.fillna(whole),
        original=_originals(rows),
        colour=[SIDE_COLOURS.get(side, INK) for side in rows["side"]],
        first=charge,
        shape=charge.map({True: "diamond", False: "circle"}),
        kind=charge.map({True: "a charge", False: "an account"}),
    )


def _rings(silent: list[str]) -> pd.DataFrame:
    """Give those who are not heard a line each, which has room before any account."""
    given = {"side": UNHEARD, "note": "nobody", "shape": "ring", "first": True}
    several = [capital(f"{one}s".replace("partys", "parties")) for one in silent]
    made = [dict.fromkeys(SHOWN, "") | given | {"head": name} for name in several]
    return pd.DataFrame(made, columns=SHOWN)


def _label(side: str, shown: int, every: int | None) -> str:
    """Say beside a group how many accounts its side has, and whether not all of them are there."""
    if every is None:
        return side
    count = counted(every, "account", "accounts") if every == shown else f"{shown} of {every}"
    return f"{inserted(capital(side))}\n{count}"


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
