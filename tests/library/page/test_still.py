"""The picture of a chart, packed and not changed."""

import base64
import struct
import zlib

import altair as alt
import numpy as np
import vl_convert
from two_bars import TOLD, VEGA, bundle

from track2lib.page import renderer, still


def pixels(png):
    """Red, green, blue of every pixel, by a decoder of our own for the kinds of PNG we meet."""
    width, height, _, kind = struct.unpack(">IIBB", png[16:26])
    rows = np.frombuffer(zlib.decompress(b"".join(still.chunks(png, b"IDAT"))), np.uint8)
    rows = rows.reshape(height, -1)
    body = rows[:, 1:]
    if kind == 3:
        (palette,) = still.chunks(png, b"PLTE")
        return np.frombuffer(palette, np.uint8).reshape(-1, 3)[body]
    body = body.reshape(height, width, 4)
    return (body.cumsum(axis=1, dtype=np.uint8) if rows[0, 0] == 1 else body)[..., :3]


def test_picture_is_repacked_without_loss():
    """The stored PNG has the pixels that vl-convert drew, in less than half of the bytes."""
    shown, metadata = renderer.render(TOLD.to_dict())
    stored = base64.b64decode(shown["image/png"])
    drawn = vl_convert.vega_to_png(shown[VEGA], scale=still.SCALE)
    assert (pixels(stored) == pixels(drawn)).all()
    assert len(stored) < len(drawn) / 2
    height, width, _ = pixels(stored).shape
    assert (metadata["image/png"]["width"], metadata["image/png"]["height"]) == (
        round(width / still.SCALE),
        round(height / still.SCALE),
    )


def test_picture_of_many_colours_is_kept():
    """Where 256 colours do not do, the pixels are stored in full."""
    chart = (
        alt.Chart(alt.sequence(0, 300, as_="i"), width=300)
        .mark_rect()
        .encode(x="i:O", color=alt.Color("i:Q").scale(scheme="turbo"), opacity="i:Q")
    )
    shown = bundle(chart)
    stored = base64.b64decode(shown["image/png"])
    drawn = vl_convert.vega_to_png(shown[VEGA], scale=still.SCALE)
    assert len(np.unique(pixels(drawn).reshape(-1, 3), axis=0)) > 256
    assert (pixels(stored) == pixels(drawn)).all()
    assert len(stored) < len(drawn)


def test_unknown_picture_is_left_alone():
    """A PNG of another kind is handed back byte for byte."""
    packed = base64.b64decode(bundle(TOLD)["image/png"])
    assert still.pack(packed) == packed
