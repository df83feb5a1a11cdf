"""Why rows or a number of rows are not the right ones, found out from the data themselves."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

import pandas as pd

from track2lib.lessons import references
from track2lib.lessons.feedback import quote
from track2lib.lessons.question import Question, joined_keys

__all__ = ["columns_of", "conditions", "why_narrow", "why_not_number", "why_not_rows"]

# Of one kind, and kinds: a table in which every row is wrong would bury the reason.
FEW_ROWS, FEW_REASONS = 3, 4
BEYOND = "only sources beyond the founding documents bear it"
SO_MANY = "So many rows there are"
Scope = Literal["all", "founding"]
OTHER: dict[Scope, Scope] = {"all": "founding", "founding": "all"}


def conditions(query: str) -> list[str]:
    """Take a query apart into the conditions that must all hold.

    Examples
    --------
    >>> conditions("side == 'in and out' and year > 1990")
    ["side == 'in and out'", 'year > 1990']
    """
    try:
        tree = ast.parse(query, mode="eval").body
    except SyntaxError:  # pandas knows a little more than Python
        return [query] if query else []
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        return [ast.unparse(part) for part in tree.values]
    return [query]


def columns_of(condition: str) -> list[str]:
    """Give the names that a condition has outside of quotes, in their order: columns, as a rule.

    Examples
    --------
    >>> columns_of("side == 'in' and year.isna()")
    ['side', 'year']
    """
    try:
        tree = ast.parse(condition, mode="eval")
    except SyntaxError:
        return []
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return [*dict.fromkeys(node.id for node in sorted(names, key=lambda node: node.col_offset))]


def why_not_rows(asked: Question, wrong: Iterable[str]) -> list[str]:
    """Say of wrong rows what keeps each out: its own values, or that other sources bear it.

    Parameters
    ----------
    asked : Question
        The question.
    wrong : iterable of str
        Keys of rows, as `keys_of` gives them.

    Returns
    -------
    list of str
        Lines of Markdown; the last says that the scope was forgotten, where it was.
    """
    own, other = _Rows(asked, asked.scope), _Rows(asked, OTHER[asked.scope])
    foreseen = {str(option.value): option.why for option in asked.options}
    wrong = [*wrong]
    # Rows that the founding documents do not bear tell that the scope was forgotten.
    is_beyond = asked.scope == "founding" and any(
        key in other.at and key not in own.at for key in wrong
    )
    rows: dict[str, list[str]] = defaultdict(list)
    for key in wrong:
        reason = foreseen.get(key) or own.fault(key)
        if is_beyond and key in other.at and key not in foreseen:
            fault = other.fault(key)
            if not reason:
                reason = f"{fault}, and {BEYOND}" if fault else f"the condition holds, but {BEYOND}"
            elif fault != reason:
                reason += " in the founding documents"
        rows[reason or f"there is no such row in `{asked.table}`"].append(key)
    lines = []
    most = sorted(rows.items(), key=lambda one: -len(one[1]))
    for reason, keys in most[:FEW_REASONS]:
        more = f" and {len(keys) - FEW_ROWS} more" if len(keys) > FEW_ROWS else ""
        lines.append(f"- {', '.join(map(quote, keys[:FEW_ROWS]))}{more}: {reason.rstrip('.')}.")
    if left := sum(len(keys) for _, keys in most[FEW_REASONS:]):
        lines.append(f"- and {left} more, for other reasons.")
    return ["\n".join(lines), *[_forgotten(asked)] * is_beyond]


def why_narrow(asked: Question, keys: list[str]) -> str:
    """Say why rows are missing where all that are given are right.

    Parameters
    ----------
    asked : Question
        The question.
    keys : list of str
        Keys of the rows that a reader has handed in.

    Returns
    -------
    str
        A sentence; it names no row, and no value that is missing.
    """
    own, founding = asked.rows(), _Rows(asked, "founding")
    if asked.scope == "all" and {*keys} == founding.right:
        return _forgotten(asked)
    mine = own[[key in {*keys} for key in joined_keys(own, asked.key_columns())]]
    for column in filter(own.columns.__contains__, columns_of(asked.query)):
        values = [*mine[column].dropna().unique()]
        # One value of several that the question names is easily taken for all.
        if len(values) == 1 < own[column].nunique() <= FEW_ROWS:
            return f"In your rows `{column}` is always {quote(values[0])}. The question wants more."
    return "All that you gave is right; the condition holds for more rows."


def why_not_number(asked: Question, value: float) -> str:
    """Say which other count of the same table a number is; nothing where it is none.

    Parameters
    ----------
    asked : Question
        A question about the number of rows of a table.
    value : float
        What a reader gave.

    Returns
    -------
    str
        A sentence or two.
    """
    if not asked.table:
        return ""
    own, other = _Rows(asked, asked.scope), _Rows(asked, OTHER[asked.scope])
    parts = conditions(asked.query)
    counts: list[tuple[int, str]] = [(len(other.met), _forgotten(asked, SO_MANY))] * bool(
        len(other.frame)
    )
    for part in parts if len(parts) > 1 else []:
        named = " and ".join(f"`{name}`" for name in columns_of(part))
        said = f"So many rows meet the condition on {named} alone. Others must hold as well."
        counts.append((len(own.meeting[part]), said))
    if parts:
        counts.append((len(own.frame), "So many rows the whole table has, without a condition."))
        counts.append((len(other.frame), f"No condition was set. {_forgotten(asked, SO_MANY)}"))
    else:
        counts.append((own.frame.shape[1], "That is the number of columns. Rows are asked for."))
        counts.append((own.frame.size, "That is the number of cells: rows times columns."))
    return next((said for count, said in counts if count == value), "")


class _Rows:
    """A table in one scope, and which of its rows the question asks for."""

    def __init__(self, asked: Question, scope: Scope) -> None:
        self.asked = asked
        self.meeting: dict[str, set[Any]] = {}
        try:
            self.frame = references.table(asked.table, scope=scope)
            for part in conditions(asked.query):
                self.meeting[part] = {*self.frame.query(part, engine="python").index}
        # A table or a column that the founding documents do not fill.
        except (LookupError, NameError):
            self.frame = pd.DataFrame(columns=asked.key_columns())
        self.met = {*self.frame.index}.intersection(*self.meeting.values())
        # A number of rows has no key.
        keys = joined_keys(self.frame, asked.key_columns()) if asked.key else []
        self.at = dict(zip(keys, self.frame.index, strict=False))
        self.right = {key for key, row in self.at.items() if row in self.met}

    def fault(self, key: str) -> str:
        """Say which values of a row keep it out; nothing where none does, or the row is not there."""
        if key not in self.at:
            return ""
        row, keys = self.at[key], self.asked.key_columns()
        failed = [part for part, met in self.meeting.items() if row not in met]
        columns = dict.fromkeys(name for part in failed for name in columns_of(part))
        # The key names the row and says nothing of it.
        said = [
            f"its `{name}` is {_word(self.frame.at[row, name])}"
            for name in columns
            if [name] != keys and name in self.frame
        ]
        return " and ".join(said) or (self.asked.otherwise if failed else "")


def _word(value: Any) -> str:
    """Write a cell: what it holds, or that it is empty."""
    if pd.isna(value):
        return "empty"
    return quote(int(value) if isinstance(value, float) and value.is_integer() else value)


def _forgotten(asked: Question, seen: str = "It looks as if the table was loaded") -> str:
    """Say that a table seems to have been loaded with other sources than the question asks for."""
    if asked.scope == "founding":
        return (
            f"{seen} with every source. The question asks what the founding documents bear: "
            f'`t2.load("{asked.table}", scope="founding")`.'
        )
    return (
        f"{seen} with the founding documents only. Here all the data are open: leave `scope` out, "
        f'`t2.load("{asked.table}")`.'
    )
