"""How an answer compares with the right one: a verdict, and a reason that names no right answer."""

import math
from collections import Counter
from collections.abc import Callable
from typing import Any

import pandas as pd

from track2lib.lessons.feedback import quote
from track2lib.lessons.given import folded, in_words
from track2lib.lessons.question import Question
from track2lib.lessons.reasons import columns_of, why_narrow, why_not_number, why_not_rows
from track2lib.lessons.rows import keys_of

__all__ = ["grade"]

LONG = 10  # letters of a number that is not given to its last digit


def grade(asked: Question, given: Any) -> tuple[str, str]:
    """Compare an answer with the right one.

    Parameters
    ----------
    asked : Question
        The question.
    given : object
        An answer as `read` gives it.

    Returns
    -------
    tuple of str and str
        "right", "partly", "not yet" or "noted"; and the reason, in Markdown.
    """
    if asked.kind == "guess":
        return "noted", f"You guess {quote(in_words(asked, given)[0])}. Now look below and see."
    if asked.kind == "reflect":
        return "noted", "There is no right or wrong here. Compare what you wrote with this:"
    graders: dict[str, Callable[[Question, Any], tuple[str, str]]]
    graders = {"choice": _choice, "set": _set, "number": _number, "table": _table}
    return graders[asked.kind](asked, given)


def _choice(asked: Question, given: str) -> tuple[str, str]:
    """Judge one option."""
    (option,) = [option for option in asked.options if str(option.value) == given]
    return ("right", "") if option.right else ("not yet", f"`{given}`: {option.why}")


def _number(asked: Question, given: float) -> tuple[str, str]:
    """Judge a number."""
    right = float(asked.right()[0])
    # What a reader has computed may differ from the key in the last digits that a float has.
    if math.isclose(given, right, rel_tol=1e-9, abs_tol=asked.tolerance):
        return "right", ""
    reasons = [
        option.why
        for option in asked.options
        if math.isclose(given, float(option.value), abs_tol=asked.tolerance)
    ]
    reasons.append(why_not_number(asked, given))
    if 0 < right < 1 < given:
        reasons.append("A share or a probability is never above 1; 50 per cent are 0.5.")
    reason = next(filter(None, [*reasons, asked.otherwise]))
    shown = in_words(asked, given)[0]
    return "not yet", f"`{shown if len(shown) < LONG else f'{given:.4g}'}`: {reason}"


def _set(asked: Question, given: list[str]) -> tuple[str, str]:
    """Judge several options."""
    status, lines, wrong, is_short = _compare(given, asked.right())
    foreseen = {folded(option.value): option.why for option in asked.options}
    reasons = [
        f"- {quote(word)}: {foreseen[folded(word)]}" for word in wrong if folded(word) in foreseen
    ]
    if others := [word for word in wrong if folded(word) not in foreseen]:
        reasons.append(f"- {', '.join(map(quote, others[:3]))}{_more(others)}: {_no_option(asked)}")
    lines.insert(1, "\n".join(reasons))
    if is_short and asked.shown_options():
        lines.append(asked.otherwise)
    return status, "\n\n".join(filter(None, lines))


def _table(asked: Question, given: pd.DataFrame) -> tuple[str, str]:
    """Judge a table or a column by its rows, and by its columns where exactly these are wanted."""
    if given.empty:
        return "not yet", _no_row(asked)
    keys = keys_of(asked, given)
    status, lines, wrong, is_short = _compare(keys, asked.right())
    if wrong:
        lines[1:1] = why_not_rows(asked, wrong)
    elif is_short:
        lines.append(why_narrow(asked, keys))
    if asked.columns:
        # The right columns are counted, not named: to find them is the task.
        if extra := [quote(name) for name in given.columns if name not in asked.columns]:
            lines.append(f"Columns too many: {', '.join(extra)}.")
        if lost := set(asked.columns) - set(given.columns):
            lines.append(f"Columns missing: {len(lost)}.")
        if len(lines) > 0 and status == "right":
            status, lines = "partly", ["The rows are right; the columns are not yet.", *lines]
    return status, "\n\n".join(filter(None, lines))


def _no_option(asked: Question) -> str:
    """Say of a word that it is no option."""
    if not asked.shown_options():
        return asked.otherwise
    ends = f", which are `{asked.options[0].value}` to `{asked.options[-1].value}`"
    return f"none of the options{ends * asked.has_letters()}."


def _no_row(asked: Question) -> str:
    """Tell whoever found nothing where the slip may be."""
    if asked.empty:
        return asked.empty
    if "isna()" in asked.query:
        return "No row meets your condition. An empty cell holds no word: ask with `.isna()`."
    table, known = asked.called or asked.table, asked.rows().columns
    names = [name for name in columns_of(asked.query) if name in known]
    values = [f'`{table}["{name}"].unique()`' for name in names]
    if not values:
        return "Your table has no rows."
    return (
        "No row meets your condition. Compare spelling and capitals with the values in the "
        f"column{'s' if len(values) > 1 else ''}: {' and '.join(values)}."
    )


def _compare(given: list[str], key: list[str]) -> tuple[str, list[str], list[str], bool]:
    """Compare words or rows with the right ones: a verdict, lines, what is wrong, is any missing."""
    # Counted, because a merge or a concat may double rows that are right one by one.
    spelled = {folded(word): word for word in given}
    have, want = Counter(map(folded, given)), Counter(map(folded, key))
    right, extra, missing = have & want, have - want, want - have
    if not extra and not missing:
        return "right", [], [], False
    score = f"Right so far: {right.total()} of {have.total()}."
    if not missing:
        score = f"All {want.total()} are there, and {extra.total()} too many."
    lines = [score]
    if twice := sum(extra[word] for word in want):
        lines.append(f"There more often than they should be: {twice}.")
    if missing:
        lines.append(f"Still missing: {missing.total()}.")
    wrong = [spelled[word] for word in extra if word not in want]
    return ("partly" if right else "not yet"), lines, wrong, bool(missing)


def _more(words: list[str]) -> str:
    return f" and {len(words) - 3} more" if len(words) > 3 else ""
