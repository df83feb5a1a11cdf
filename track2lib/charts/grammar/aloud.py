"""What a mark says to those who hear it: the words of its tooltip and those beside it."""

import json
from collections.abc import Iterable

import altair as alt

__all__ = ["aloud"]


def aloud(
    tips: Iterable[alt.Tooltip], *, besides: Iterable[str] = (), only: str = ""
) -> alt.DescriptionValue:
    """Give the words of a mark: what its tooltip tells, and what is written beside it.

    A mark that is given no words by this is silent, in the frame of every chart.

    Parameters
    ----------
    tips : iterable of altair.Tooltip
        What the tooltip of the mark tells; the last one, who says so, stays the last.
    besides : iterable of str, optional
        Fields of words that stand beside the mark, or above its column.
    only : str, optional
        Vega expression: true for the marks that speak, where several are drawn for one row.

    Returns
    -------
    altair.DescriptionValue
        The channel ``description`` of the mark.

    Examples
    --------
    >>> tips = [alt.Tooltip("town:N", title="Town"), alt.Tooltip("cited:N", title="Says who")]
    >>> "Town: " in aloud(tips).to_dict()["value"]["expr"]
    True
    """
    *told, last = [_part(*_read(tip)) for tip in tips]
    parts = [*told, *(_part(field, "", "") for field in besides), last]
    words = f"slice({'+'.join(parts)},2)"
    return alt.DescriptionValue(alt.ExprRef(f"{only}?{words}:null" if only else words))


def _read(tip: alt.Tooltip) -> tuple[str, str, str]:
    """Give the field, the title and the format of a line of a tooltip."""
    field, _, _ = str(tip["shorthand"]).partition(":")
    title, number = tip._get("title", ""), tip._get("format", "")
    return field, str(title), str(number)


def _part(field: str, title: str, number: str) -> str:
    """Write a field with what it is called; of what is missing, nothing is said."""
    own = f"datum[{json.dumps(field)}]"
    # A name that is broken into lines is one name.
    value = f"format({own},'{number}')" if number else own
    said = json.dumps(f"; {title}: " if title else "; ")
    return f"(isValid({own})&&{own}!==''?{said}+{value}:'')"
