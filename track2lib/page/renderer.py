"""How a chart is sent to the notebook: compiled Vega, a still picture and a sentence.

JupyterLab draws Vega 5 by itself, with no network and before a cell is run; what it does not know
is the Vega-Lite 6 that Altair writes. So the chart is compiled here, and the PNG and the sentence
beside it serve every place where no script runs.
"""

import base64
import struct
import zlib
from collections.abc import Iterator
from typing import Any

__all__ = ["render"]

VEGA_MIME = "application/vnd.vega.v5+json"
VEGA_SCHEMA = "https://vega.github.io/schema/vega/v5.json"
# More image pixels than the page has, so that the still is sharp; at 2 a kernel with one chart
# takes some 40 MB more.
SCALE = 1.5


def render(spec: dict[str, Any], **metadata: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Turn a Vega-Lite specification into what a notebook stores for it.

    `track2lib.enable_charts` registers this function with Altair under the name ``track2``.

    Parameters
    ----------
    spec : dict
        A Vega-Lite specification, as ``chart.to_dict()`` gives it.
    **metadata
        Options of the renderer. ``embed_options`` is handed to vega-embed.

    Returns
    -------
    tuple of dict
        The MIME bundle (Vega 5, PNG, plain text), and the metadata of the PNG: its size on the
        page and its alternative text.

    Raises
    ------
    ImportError
        If ``vl_convert`` is not installed.
    ValueError
        If the chart's data is an address instead of a table, or the specification does not compile.

    Examples
    --------
    >>> spec = {"title": "Meetings", "description": "Two held in Vienna.", "mark": "bar"}
    >>> bundle, _ = render(spec | {"data": {"values": [{}, {}]}})
    >>> bundle["text/plain"]
    'Chart: Meetings. Two held in Vienna.'
    """
    try:
        import vl_convert
    except ImportError as error:
        raise ImportError(
            "Charts need the package vl-convert-python, which is not installed in this "
            "environment. Install it with: pip install vl-convert-python"
        ) from error

    vega: dict[str, Any] = vl_convert.vegalite_to_vega(spec)
    description = _description(spec)
    # Vega-Lite 6 compiles to a specification that Vega 5 draws alike.
    vega["$schema"] = VEGA_SCHEMA
    vega["description"] = description
    usermeta = vega.get("usermeta", {})
    # Screen readers read SVG marks but nothing of a canvas, and the actions menu has no name.
    embed = {"renderer": "svg", "actions": False} | usermeta.get("embedOptions", {})
    vega["usermeta"] = usermeta | {"embedOptions": embed | metadata.get("embed_options", {})}

    try:
        png = vl_convert.vega_to_png(vega, scale=SCALE, allowed_base_urls=[])
    except ValueError as error:
        if "url not allowed" not in str(error):
            raise
        raise ValueError(
            "This chart takes its data from an address or a file, and a chart here asks for "
            "nothing outside the notebook. Read the data first: alt.Chart(pandas.read_csv(...))."
        ) from error
    png = _pack(png)
    width, height = struct.unpack(">II", png[16:24])
    title = _sentence(_title(spec))
    sentence = " ".join(f"Chart: {title} {description}".split())
    bundle = {VEGA_MIME: vega, "image/png": base64.b64encode(png).decode(), "text/plain": sentence}
    still = {"width": round(width / SCALE), "height": round(height / SCALE), "alt": sentence}
    return bundle, {"image/png": still}


def _parts(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Go through the specification and the charts it is made of, outermost first."""
    yield spec
    for key in ("spec", "layer", "concat", "hconcat", "vconcat"):
        inner = spec.get(key, [])
        for part in inner if isinstance(inner, list) else [inner]:
            yield from _parts(part)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("text", "")
    if isinstance(value, list):
        value = " ".join(value)
    return value if isinstance(value, str) else ""


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


def _title(spec: dict[str, Any]) -> str:
    return next((title for part in _parts(spec) if (title := _text(part.get("title")))), "")


def _description(spec: dict[str, Any]) -> str:
    """Find what a screen reader says: the chart's own words, or else its marks and fields."""
    if own := spec.get("description"):
        return str(own)
    parts = [part["description"] for part in _parts(spec) if part.get("description")]
    if parts:
        return " ".join(map(_sentence, parts))
    marks: list[str | None] = []
    fields: dict[str, str] = {}
    for part in _parts(spec):
        mark = part.get("mark")
        marks.append(mark.get("type") if isinstance(mark, dict) else mark)
        for channel, value in part.get("encoding", {}).items():
            if isinstance(value, dict) and (shown := _field(value)):
                fields.setdefault(channel, shown)
    drawn = " and ".join(dict.fromkeys(filter(None, marks))) or "no marks"
    shown = ", ".join(f"{channel} shows {field}" for channel, field in fields.items())
    return f"Drawn with {drawn}{': ' + shown if shown else ''}."


def _field(channel: dict[str, Any]) -> str:
    name = _text(channel.get("title")) or _text(channel.get("field"))
    aggregate = channel.get("aggregate")
    return f"{aggregate} of {name}" if aggregate and name else name or _text(aggregate)


def _pack(png: bytes) -> bytes:
    """Store the same pixels in a tenth of the bytes: as a palette if 256 colours do.

    Only the kind of PNG that vl-convert writes is taken apart (8 bits, red-green-blue-alpha, rows
    stored as differences to the left); anything else is given back as it came.
    """
    import numpy as np
    import pandas as pd

    width, height, depth, kind, _, _, interlace = struct.unpack(">IIBBBBB", png[16:29])
    stored = zlib.decompress(b"".join(_chunks(png, b"IDAT")))
    rows = np.frombuffer(stored, np.uint8).reshape(height, -1)
    if (depth, kind, interlace) != (8, 6, 0) or (rows[:, 0] != 1).any():
        return png
    pixels = rows[:, 1:].reshape(height, width, 4).cumsum(axis=1, dtype=np.uint8)
    # By hash and not by sorting, which takes several times as long for a million pixels.
    index, colours = pd.factorize(pixels.view(np.uint32)[..., 0].ravel())
    if len(colours) > 256 or pixels[..., 3].min() < 255:
        kind, palette, body = 6, b"", pixels.reshape(height, -1)
    else:
        rgb = colours.view(np.uint8).reshape(-1, 4)[:, :3]
        kind, palette = 3, _chunk(b"PLTE", rgb.tobytes())
        body = index.reshape(height, width).astype(np.uint8)
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    # Flat areas compress best when the rows are stored as they are.
    data = np.insert(body, 0, 0, axis=1).tobytes()
    image = _chunk(b"IDAT", zlib.compress(data, 9))
    return png[:8] + _chunk(b"IHDR", header) + palette + image + _chunk(b"IEND", b"")


def _chunks(png: bytes, name: bytes) -> Iterator[bytes]:
    start = 8
    while start < len(png):
        length, kind = struct.unpack(">I4s", png[start : start + 8])
        if kind == name:
            yield png[start + 8 : start + 8 + length]
        start += 12 + length


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
