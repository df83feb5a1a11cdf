"""Cells of a chart of risks: how each bearer's risk of a kind is told, and the words about it."""

import pandas as pd

from track2lib.charts.grammar.words import counted, each_once, join

__all__ = ["TOLD", "cells_of", "described", "headline", "stated"]

# How a risk is told, from what is told as a fact to what is only feared.
TOLD = ("happened", "charged", "possible", "feared")


def cells_of(risks: pd.DataFrame) -> pd.DataFrame:
    """Give a row for each way in which a cell is told, and one for a cell of which nothing is said.

    Parameters
    ----------
    risks : pandas.DataFrame
        Rows of risks.

    Returns
    -------
    pandas.DataFrame
        ``risk`` and its ``row`` from the top, ``bearer``, ``told_as`` (missing where nothing is said),
        its ``place`` among those of the cell, ``count`` and ``several`` (the count, if above one), ``by``
        from whom, ``accused`` by a charge, ``statements``, ``cited``.

    Examples
    --------
    >>> row = {"risk": ["law", "law"], "bearer": ["guests", "hosts"], "told_as": ["feared", "possible"]}
    >>> words = {"from_whom": None, "accused": None, "statement": "So.", "cited": "Doe 2001"}
    >>> cells = cells_of(pd.DataFrame(row | words))
    >>> cells[["bearer", "told_as", "count"]].to_numpy().tolist()
    [['guests', 'feared', 1], ['hosts', 'possible', 1]]
    """
    found = []
    for row, risk in enumerate(risks["risk"].unique()):
        for bearer in risks["bearer"].unique():
            own = risks[(risks["risk"] == risk) & (risks["bearer"] == bearer)]
            words = [word for word in TOLD if (own["told_as"] == word).any()]
            for place, word in enumerate(words or [None]):
                mine = own[own["told_as"] == word]
                several = str(len(mine)) if len(mine) > 1 else ""
                by, accused = (join(mine[of].dropna().unique()) for of in ("from_whom", "accused"))
                said = " ".join(mine["statement"])
                told = (word, place, len(mine), several, by, accused, said)
                found.append((risk, row, bearer, *told, each_once(mine["cited"])))
    columns = ["risk", "row", "bearer", "told_as", "place", "count", "several", "by", "accused"]
    return pd.DataFrame(found, columns=[*columns, "statements", "cited"])


def stated(cells: pd.DataFrame) -> dict[str, int]:
    """Count for each bearer the kinds of risk of which something is said.

    Examples
    --------
    >>> cells = pd.DataFrame({"bearer": ["guests", "hosts"], "risk": "law", "told_as": ["feared", None]})
    >>> stated(cells)
    {'guests': 1, 'hosts': 0}
    """
    return {
        str(bearer): int(own.loc[own["told_as"].notna(), "risk"].nunique())
        for bearer, own in cells.groupby("bearer", sort=False)
    }


def headline(cells: pd.DataFrame) -> str:
    """Say in how many cells a risk is stated, and that the others are silent.

    Examples
    --------
    >>> cells = pd.DataFrame({"bearer": ["guests", "hosts"], "risk": "law", "told_as": ["feared", None]})
    >>> headline(cells)
    'A risk is stated in 1 of 2 cells; of the other one nothing is said, which is not "none"'
    """
    whole = len(cells.drop_duplicates(["risk", "bearer"]))
    told = sum(stated(cells).values())
    if told == whole:
        return f"A risk is stated in {'each of ' * (whole > 1)}{counted(whole, 'cell', 'cells')}"
    silent = "one" if whole - told == 1 else whole - told
    return f'A risk is stated in {told} of {whole} cells; of the other {silent} nothing is said, which is not "none"'


def described(cells: pd.DataFrame) -> str:
    """Say of each kind of risk who bears it and how it is told, and of whom nothing is said."""
    parts = []
    for risk, own in cells.groupby("risk", sort=False):
        told = own[own["told_as"].notna()]
        each = [
            f"{bearer} {' and '.join(_each(cell))}"
            for bearer, cell in told.groupby("bearer", sort=False)
        ]
        silent = own.loc[own["told_as"].isna(), "bearer"]
        nothing = f"; nothing is said of {join(silent)}" if len(silent) else ""
        parts.append(f"{risk}: {', '.join(each)}{nothing}.")
    return f"Who bears which kind of risk, and how it is told. {' '.join(parts)}"


def _each(cell: pd.DataFrame) -> list[str]:
    """Say each way in which a cell is told: by how many rows, if several, and who is accused."""
    found = []
    for row in cell.itertuples():
        more = "; ".join(filter(None, [row.several, row.accused and f"accused: {row.accused}"]))
        found.append(f"{row.told_as} ({more})" if more else str(row.told_as))
    return found
