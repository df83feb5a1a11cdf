"""The picture of a chart, for every place where no script runs."""

import base64
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from track2lib.page import fonts
from track2lib.page.clean import cleaned

__all__ = ["SCALE", "chunks", "draw", "pack"]

# More image pixels than the page has, so that the still is sharp; at 2 a kernel with one chart
# takes some 40 MB more.
SCALE = 1.5


def draw(vega: dict[str, Any], factor: float = 1) -> tuple[str, dict[str, Any]]:
    """Give the PNG of a Vega specification as a notebook stores it, and its size on the page.

    With a `factor`, it is so much larger there.
    """
    import vl_convert

    fonts.use()
    scale = SCALE * factor
    png = pack(vl_convert.vega_to_png(cleaned(vega), scale=scale, allowed_base_urls=[]))
    width, height = struct.unpack(">II", png[16:24])
    size = {"width": round(width / SCALE), "height": round(height / SCALE)}
    return base64.b64encode(png).decode(), size


def pack(png: bytes) -> bytes:
    """Store the same pixels in a tenth of the bytes: as a palette if 256 colours do.

    Only the kind of PNG that vl-convert writes is taken apart (8 bits, red-green-blue-alpha, rows
    stored as differences to the left); anything else is given back as it came.
    """
    import numpy as np
    import pandas as pd

    width, height, depth, kind, _, _, interlace = struct.unpack(">IIBBBBB", png[16:29])
    stored = zlib.decompress(b"".join(chunks(png, b"IDAT")))
    rows = np.frombuffer(stored, np.uint8).reshape(height, -1)
    if (depth, kind, interlace) != (8, 6, 0) or (rows[:, 0] != 1).any():
        return png
    # In whole bytes, so that a sum which runs over begins again at 0, as the format asks.
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


def chunks(png: bytes, name: bytes) -> Iterator[bytes]:
    """Give the contents of every chunk of a PNG that has this name."""
    start = 8  # after the signature
    while start < len(png):
        length, kind = struct.unpack(">I4s", png[start : start + 8])
        if kind == name:
            yield png[start + 8 : start + 8 + length]
        start += 12 + length  # length, name, contents, checksum


def _chunk(name: bytes, data: bytes) -> bytes:
    """Give a chunk with its length, its name and its checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
