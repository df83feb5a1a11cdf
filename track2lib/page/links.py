"""Links in a chart: an address of the web, of a paper or of a mailbox, and nothing that would run."""

import re
from typing import Any

__all__ = ["LINK", "only_links"]

LINK = re.compile(r"\s*(?:https?://|doi:|mailto:)\S", re.IGNORECASE)


def only_links(spec: dict[str, Any]) -> dict[str, Any]:
    """Give a specification in which only links lead anywhere.

    Parameters
    ----------
    spec : dict
        A specification of Vega-Lite or of Vega.

    Returns
    -------
    dict
        The same one where every link is one. Any other is left out: the engine would refuse the
        chart, and the next one after it.

    Examples
    --------
    >>> only_links({"mark": {"type": "point", "href": "javascript:alert(1)"}})
    {'mark': {'type': 'point'}}
    """
    fields: set[str] = set()
    _collect(spec, fields)
    made: dict[str, Any] = _without(spec, fields)
    return made if made != spec else spec


def _collect(part: Any, fields: set[str]) -> None:
    """Collect the columns whose cells are taken for links."""
    if isinstance(part, dict):
        link = part.get("href")
        for one in link if isinstance(link, list) else [link]:
            if isinstance(one, dict):
                conditions = one.get("condition", [])
                for own in [one, *(conditions if isinstance(conditions, list) else [conditions])]:
                    if isinstance(own, dict) and isinstance(own.get("field"), str):
                        # A point or a bracket in a name is written behind a backslash.
                        fields.add(own["field"].replace("\\", ""))
        part = part.values()
    elif not isinstance(part, list):
        return
    for own in part:
        _collect(own, fields)


def _without(part: Any, fields: set[str], *, inside: bool = False) -> Any:
    """Leave out what is no link, in cells and where a link stands by itself."""
    if isinstance(part, list):
        return [_without(own, fields, inside=inside) for own in part]
    if not isinstance(part, dict):
        return part
    made = {}
    for name, own in part.items():
        is_link = name == "href" or name in fields or (inside and name == "value")
        if is_link and isinstance(own, str) and not LINK.match(own):
            continue
        made[name] = _without(
            own, fields, inside=name == "href" or (inside and name == "condition")
        )
    return made
