"""What a chart says to a reader who does not see it: its own words, or its marks and fields."""

import json
from collections.abc import Iterator
from typing import Any

__all__ = ["describe", "parts_of", "read_aloud", "title_of"]


def describe(spec: dict[str, Any]) -> str:
    """Give the description of a Vega-Lite specification, or else of the charts it is made of."""
    if own := spec.get("description"):
        return str(own)
    parts = [part["description"] for part in parts_of(spec) if part.get("description")]
    if parts:
        return " ".join(map(_sentence, parts))
    return _drawn_with(spec)


def read_aloud(spec: dict[str, Any], description: str) -> str:
    """Give the one line that stands for a chart: its title, then its description."""
    return " ".join(f"Chart: {_sentence(title_of(spec))} {description}".split())


def title_of(spec: dict[str, Any]) -> str:
    """Give the words of the outermost title of a chart; of one that moves, those at first."""
    return next((title for part in parts_of(spec) if (title := _text(part.get("title")))), "")


def _drawn_with(spec: dict[str, Any]) -> str:
    """Name marks and fields, for a chart of which nobody has said what it shows."""
    marks: list[str | None] = []
    fields: dict[str, str] = {}
    for part in parts_of(spec):
        mark = part.get("mark")
        marks.append(mark.get("type") if isinstance(mark, dict) else mark)
        for channel, value in part.get("encoding", {}).items():
            if isinstance(value, dict) and (shown := _field(value)):
                fields.setdefault(channel, shown)
    drawn = " and ".join(dict.fromkeys(filter(None, marks))) or "no marks"
    shown = ", ".join(f"{channel} shows {field}" for channel, field in fields.items())
    return f"Drawn with {drawn}{': ' + shown if shown else ''}."


def parts_of(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Go through the specification and the charts it is made of, outermost first."""
    yield spec
    for key in ("spec", "layer", "concat", "hconcat", "vconcat"):
        inner = spec.get(key, [])
        for part in inner if isinstance(inner, list) else [inner]:
            yield from parts_of(part)


def _field(channel: dict[str, Any]) -> str:
    """Give the words for what a channel shows: "mean of meetings"."""
    name = _text(channel.get("title")) or _text(channel.get("field"))
    aggregate = channel.get("aggregate")
    return f"{aggregate} of {name}" if aggregate and name else name or _text(aggregate)


def _text(value: Any) -> str:
    """Give the words of a title, which may be text, lines of text or an object with either.

    Of a title that moves, which begins with what it says at first, these words.
    """
    if isinstance(value, dict):
        value = value.get("text", "")
    if isinstance(value, dict):
        moving = str(value.get("expr", ""))
        value = json.JSONDecoder().raw_decode(moving, 1)[0] if moving.startswith('["') else ""
    if isinstance(value, list):
        value = " ".join(value)
    return value if isinstance(value, str) else ""


def _sentence(text: str) -> str:
    """End a text with a full stop, unless it ends already."""
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."
