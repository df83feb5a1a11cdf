"""What of a chart is read aloud: marks that have words of their own, and nothing else that is drawn.

Vega gives each mark and each axis a label made of all that places it on the page: the day at which
an arrow stands, pixels, colours, the ends of a scale. No source gives any of these.
"""

from collections.abc import Iterator
from typing import Any

import altair as alt

__all__ = ["LEGENDS", "moving_title", "named_groups", "parts", "silenced"]

INNER = ("layer", "concat", "hconcat", "vconcat")
AXES = ("x", "y")
# The words of a title that moves, in a compiled chart.
TITLE = "title_as_it_is_now"
# Where a mark that is not seen takes no room of its own.
WITHIN = {
    "x": {"value": 20},
    "y": {"value": 20},
    "fontSize": {"value": 1},
    "fill": {"value": "transparent"},
}
LEGENDS = ("color", "fill", "stroke", "opacity", "shape", "size", "strokeDash", "strokeWidth")
# Channels with a value of their own and no scale have neither axis nor legend.
SCALED = (alt.FieldChannelMixin, alt.DatumChannelMixin)


def silenced(chart: Any) -> Any:
    """Give a copy of a chart in which no mark is read aloud that has no words, and no axis or legend.

    Words are those of the channel ``description``. What is given is left as it was.
    """
    copied = chart.copy(deep=False)
    for name in INNER:
        if isinstance(charts := _own(copied, name), list):
            copied[name] = [silenced(one) for one in charts]
    if (inner := _own(copied, "spec")) is not None:
        copied.spec = silenced(inner)
    encoding = _own(copied, "encoding")
    if encoding is not None:
        copied.encoding = encoding = encoding.copy(deep=False)
        for names, guide, kind in ((AXES, "axis", alt.Axis), (LEGENDS, "legend", alt.Legend)):
            for name in names:
                if isinstance(channel := _own(encoding, name), SCALED):
                    encoding[name] = _without(channel, guide, kind)
    mark = _own(copied, "mark")
    if mark is not None and (encoding is None or _own(encoding, "description") is None):
        about: dict[str, Any] = {"type": mark} if isinstance(mark, str) else mark._kwds
        copied.mark = alt.MarkDef(**{**about, "aria": False})
    return copied


def named_groups(vega: dict[str, Any]) -> None:
    """Name the groups of marks of a compiled chart, in place, where nobody has.

    A group without a name is called by all that is in it, so that every mark is read once more.
    """
    for mark in vega.get("marks", []):
        if mark.get("aria") is not False:
            mark.setdefault("description", "Chart" if mark.get("type") == "group" else "Marks")
            named_groups(mark)


def moving_title(vega: dict[str, Any]) -> None:
    """Let the title of a compiled chart be heard as it is seen, in place, if controls move it.

    Vega names a title when it first draws it, and keeps that name when the words change; the name of
    a mark it brings up to date. So a mark that is not seen says title and subtitle.
    """
    title: Any = vega.get("title")
    text = title.get("text") if isinstance(title, dict) else None
    if not (isinstance(text, dict) and "signal" in text):
        return
    # Its expression may be long, so it stands there once.
    vega["signals"] = [*vega.get("signals", []), {"name": TITLE, "update": text["signal"]}]
    title.update(text={"signal": TITLE}, aria=False)
    # Lines are said one after the other, and an empty one is not.
    said_now = f"trim(join(isArray({TITLE}) ? {TITLE} : [{TITLE}], ' '))"
    words: list[tuple[str, dict[str, Any]]] = [("title", {"signal": said_now})]
    below = title.get("subtitle")
    if isinstance(below, list):
        below = " ".join(below)
    if isinstance(below, str) and below:
        words.append(("subtitle", {"value": below}))
    told = [
        {
            "type": "text",
            "description": kind.capitalize(),
            "encode": {
                "update": {"description": said, "ariaRoleDescription": {"value": kind}, **WITHIN},
            },
        }
        for kind, said in words
    ]
    vega["marks"] = [*told, *vega.get("marks", [])]


def parts(chart: Any) -> Iterator[Any]:
    """Go through a chart and the charts that it is made of, outermost first."""
    yield chart
    if (inner := _own(chart, "spec")) is not None:
        yield from parts(inner)
    for name in INNER:
        for part in _own(chart, name) or []:
            yield from parts(part)


def _own(thing: Any, name: str) -> Any:
    """Give what a part of a chart was given by this name, or nothing."""
    given = thing._get(name) if isinstance(thing, alt.SchemaBase) else None
    return None if given is alt.Undefined else given


def _without(channel: Any, guide: str, kind: type) -> Any:
    """Give a channel whose axis or legend is silent, if it has one.

    One that has a description is silent too: Vega does not read it, but the ends of the scale.
    """
    given = channel._get(guide)
    if given is None or (guide == "legend" and channel._get("scale") is None):
        return channel
    made = kind(**(given if isinstance(given, dict) else getattr(given, "_kwds", {})))
    made["aria"] = False
    copied = channel.copy(deep=False)
    copied[guide] = made
    return copied
