"""Which decisions of a table can be compared: codes as text or numbers, and coders who are two."""

import math
import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd

from track2lib.impact.rubric import CODES, UNIT
from track2lib.records.asked import a_table, members
from track2lib.records.asked_numbers import is_number
from track2lib.records.look_alikes import look_alikes
from track2lib.records.no_text import fault_of_text
from track2lib.records.problem import in_short, warn

__all__ = ["Codes", "ask_about", "listed_codes", "spelled", "usable"]

Codes = Sequence[str] | Sequence[float]
ROOM = 400  # letters of all codes in a message
LARGEST = 1e15  # up to which a whole number of a column with a gap is still the same number


def usable(frame: pd.DataFrame, codes: Codes = tuple(CODES)) -> pd.DataFrame:
    """Keep the decisions of a table of codings, or say why they cannot be compared.

    Parameters
    ----------
    frame : pandas.DataFrame
        Codings; a decision without a code is left out.
    codes : sequence of str or of numbers
        The codes that may occur. Numbers are compared as numbers, be they in the codes or in the
        table: 1.0, as pandas reads a column with a gap, is 1.

    Returns
    -------
    pandas.DataFrame
        Coder, case, contribution and code of each decision, as text; codes as `spelled` gives them.

    Raises
    ------
    TypeError
        If it is no table, or the codes are no list.
    ValueError
        If a column is missing or holds neither text nor numbers, a code is not listed, a coder or
        a unit is empty, a decision stands twice, or fewer than two have coded.

    Warns
    -----
    track2lib.DataWarning
        If the names of two coders look alike.
    """
    decision = ["coder", *UNIT]
    a_table(frame, "impact.load_codings()", "codings")
    codes = listed_codes(codes, "codes")
    missing = [column for column in (*decision, "code") if column not in frame]
    if missing:
        raise ValueError(f"The codings lack the column {missing[0]!r}. Start from load_codings().")
    # Keys and names may be numbers as well, of which pandas makes 1.0 in a column with a gap.
    told = {column: _labels(frame[column]).map(_text, na_action="ignore") for column in decision}
    found = told | {"code": _as_listed(_labels(frame["code"]), codes)}
    given = pd.DataFrame(found, index=frame.index, dtype="string")
    # An empty code is a decision that is open, or was taken back.
    given = given[given["code"].notna()].assign(coder=lambda rows: rows["coder"].str.strip())
    for column in decision:
        empty = given[column].isna() | (given[column].str.strip() == "")
        if empty.any():
            raise ValueError(f"{empty.sum()} decisions have no {column}. Fill it, or drop them.")
    again = given.duplicated(decision)
    if again.any():
        twice = given.loc[again, decision].iloc[0].tolist()
        raise ValueError(f"{twice[0]!r} has coded {twice[1]} / {twice[2]} twice. Keep one of them.")
    if given["coder"].nunique() < 2:
        one = f"only {given['coder'].iloc[0]!r}" if len(given) else "nobody"
        raise ValueError(f"Agreement needs two coders or more, and {one} has coded here.")
    ask_about(given["coder"])
    return given


def spelled(codes: Codes) -> list[str]:
    """Write codes as text; a whole number has no decimals.

    Parameters
    ----------
    codes : sequence of str or of numbers
        The codes.

    Returns
    -------
    list of str
        Their texts, in the same order.

    Raises
    ------
    TypeError
        If they are no list.
    ValueError
        If some are text and some are numbers, or one is neither.

    Examples
    --------
    >>> spelled([1, 2.0, 2.5]), spelled(["no", "yes"])
    (['1', '2', '2.5'], ['no', 'yes'])
    """
    return [_text(code) for code in listed_codes(codes, "codes")]


def listed_codes(codes: Any, name: str) -> list[Any]:
    """Give codes as a list, be they read from whatever there is, or refuse what is none.

    Raises
    ------
    TypeError
        If they are no list.
    ValueError
        If some are text and some are numbers, or one is neither.

    Examples
    --------
    >>> listed_codes(range(3), "codes")
    [0, 1, 2]
    """
    found = members(codes, name, "['no', 'yes']")
    if not all(isinstance(code, str) for code in found) and not all(map(_is_number, found)):
        raise ValueError("The codes must be all text or all numbers, such as codes=[1, 2, 3].")
    return found


def ask_about(names: pd.Series, what: str = "coders", one: str = "person") -> None:
    """Ask about names that look alike, of which one might be counted as two.

    Parameters
    ----------
    names : pandas.Series
        The coder of each decision, or what else is told apart by its name.
    what, one : str
        What those are that have these names, and what two of them might be.
    """
    for group in look_alikes(names.dropna()):
        listed = " and ".join(map(repr, group))
        lost = "nobody's agreement is measured with that person's own"
        if one != "person":
            lost = f"what is said of one {one} is not compared"
        warn(
            f"The {what} {listed} look alike, and count as {len(group)}. If they are one {one}, "
            f"give one name to all of them, or {lost}."
        )


def _as_listed(cells: pd.Series, codes: Codes) -> pd.Series:
    """Give each code as it is spelled in the list, and nothing for one that is empty."""
    texts = spelled(codes)
    numeric = all(map(_is_number, codes))
    numbers: dict[float, str] = {}
    for text in texts:
        number = _number(text)
        # Of texts such as "1" and "01" a number in the table would not say which it is.
        if number is not None and numbers.setdefault(number, text) != text:
            numbers[number] = ""

    def listed(cell: Any) -> str | None:
        if pd.isna(cell) or not str(cell).strip():
            return None
        if not isinstance(cell, str) or numeric:
            number = cell if _is_number(cell) else _number(str(cell))
            if number is not None and numbers.get(number):
                return numbers[number]
        return _text(cell)

    # Once for each code that occurs: a table may have thousands of rows, and few codes.
    found = cells.map({cell: listed(cell) for cell in cells.unique()})
    unknown = sorted({code for code in found.dropna() if code not in texts})
    if unknown:
        number = _number(unknown[0])
        near = number is not None and numbers.get(number)
        hint = f" To compare numbers, name them as numbers: codes=[{near}, ...]." if near else ""
        every = textwrap.shorten(", ".join(texts), ROOM)
        raise ValueError(f"{unknown[0]!r} is no code. The codes are: {every}.{hint}")
    return found


def _is_number(code: Any) -> bool:
    """Tell whether a code is a number; yes and no are words."""
    # Compared before all else: Python writes no whole number of thousands of figures.
    return is_number(code) and abs(code) <= LARGEST


def _labels(column: pd.Series) -> pd.Series:
    """Give the cells of a column one by one, each of them text, a number, yes or no, or missing."""
    cells = column.astype(object)
    for row, cell in cells.items():
        if isinstance(cell, str) and (fault := fault_of_text(cell)):
            raise ValueError(f"The column {column.name}, row {row}: {' '.join(fault)}")
        missing = pd.api.types.is_scalar(cell) and pd.isna(cell)
        if not (missing or isinstance(cell, str) or _is_truth(cell) or _is_number(cell)):
            raise ValueError(
                f"The column {column.name} holds {in_short(cell)} in row {row}, where a text or a "
                "number is to stand."
            )
    return cells


def _is_truth(code: Any) -> bool:
    return type(code).__name__ in ("bool", "bool_")


def _number(text: str) -> float | None:
    """Read a text as a number, if it is one."""
    try:
        number = float(text) if "_" not in text else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _text(code: Any) -> str:
    """Write one code."""
    if _is_number(code) and float(code).is_integer():
        return str(int(code))
    return str(code)
