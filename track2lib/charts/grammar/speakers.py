"""The title of accounts: who brings charges, how many speak of each side, and who is not heard."""

import pandas as pd

from track2lib.charts.grammar.words import counted, in_order, join
from track2lib.page.lines import inserted
from track2lib.page.theme import SIDE_COLOURS
from track2lib.records.related import look_up, lost

__all__ = ["NO_STANDING", "UNSTATED", "WHO", "capital", "headline", "unheard"]

# An account whose side nobody states stands in a group, for it would be lost without one.
UNSTATED = "side not stated"
# Who has been there, and speaks seldom: a table that has some says where none does.
PARTICIPANT = "participant"
# How a title names whoever brings a charge; any other standing is quoted as it is written.
WHO = {
    "state": "the state",
    "press near the state": "press near the state",
    "reformist": "reformists",
    "independent": "independents",
    "exile": "exiles",
    "government": "a government",
    "organizer or funder": "organizers or funders",
    "participant": "participants",
    "scholar": "scholars",
    "press": "the press",
    "advocacy group": "an advocacy group",
}
NO_STANDING = "standing not stated"
# Themes that a title can name.
TOLD = 3


def headline(rows: pd.DataFrame, silent: list[str]) -> str:
    """Say on what, who brings charges, or else who speaks; and who is not heard.

    Parameters
    ----------
    rows : pandas.DataFrame
        Accounts, each with a ``theme``, a ``side``, a ``standing`` and a ``voice``, and whether it is a
        ``charge``.
    silent : list of str
        What `unheard` gives.

    Returns
    -------
    str
        The title of their chart.

    Examples
    --------
    >>> own = {"theme": "a raid", "side": "Bosnian", "standing": "press", "voice": "A daily"}
    >>> headline(pd.DataFrame([own | {"charge": True}]), ["participant"])
    'A raid: 1 account is a charge by the press; no participant is heard'
    """
    found = f"{capital(_themes(rows['theme']))}: {_charges(rows)}"
    named = join(f"no {one}" for one in silent)
    # "No one of this kind and no one of that" is one in number, as each "no" is.
    return f"{found}; {named} is heard" if silent else found


def _charges(rows: pd.DataFrame) -> str:
    """Count the charges, and say who brings them if all are of one standing; or say who speaks."""
    charges = rows[rows["charge"]]
    if charges.empty:
        return _counts(rows, in_order(rows["side"], SIDE_COLOURS))
    are = "is a charge" if len(charges) == 1 else "are charges"
    of = f"{len(charges)} of {len(rows)} accounts"
    if len(charges) == len(rows):
        of = counted(len(rows), "account", "accounts")
    first = f"{of} {are}"
    standings = charges["standing"].unique()
    if len(standings) > 1 or charges["side"].nunique() > 1:  # each row has its own
        return first
    return f"{first} by {WHO.get(standings[0], _quoted(standings[0]))}"


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


def _quoted(standing: str) -> str:
    """Name those of a standing that has no words of ours."""
    if standing == NO_STANDING:
        return "voices of no stated standing"
    return f"'{inserted(standing)}'"


def unheard(accounts: pd.DataFrame) -> list[str]:
    """Name the sides that the package has and these rows have not; and participants, if none speaks.

    Of rows whose package is lost nobody can say who is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> unheard(t2.load("accounts").query("theme == 'the paper of 2003'"))
    ['Iranian voice', 'participant']
    """
    if lost(accounts).any():
        return []
    every = look_up(accounts, "accounts")
    heard = set(accounts["side"].dropna())
    sides = [side for side in in_order(every["side"], SIDE_COLOURS) if side not in heard]
    told = {PARTICIPANT} & set(every["standing"].dropna())
    silent = told - set(accounts["standing"].dropna())
    voices = [f"{inserted(side)} voice".replace("party voice", "party") for side in sides]
    return [*voices, *silent]


def _themes(themes: pd.Series) -> str:
    """Name the theme of the rows, or two of them; more are counted."""
    every = [*map(inserted, dict.fromkeys(themes))]
    return join(every) if len(every) < TOLD else f"{len(every)} themes"


def capital(name: str) -> str:
    """Begin a name with a capital, and leave the others that it has.

    Examples
    --------
    >>> capital("director of the IPIS")
    'Director of the IPIS'
    """
    return name[:1].upper() + name[1:]
