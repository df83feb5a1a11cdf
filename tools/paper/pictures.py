"""The charts of a lesson as pictures of their own: what stands around them is set by the page."""

import copy
import json
import re
import struct
from dataclasses import dataclass
from typing import Any

from track2lib.page import fonts
from track2lib.page.clean import cleaned
from track2lib.page.still import pack

__all__ = ["Picture", "picture"]

# Image pixels for each of a page: more than a projector has for it, and enough for print.
SCALE = 3
# Where its subtitle asks for something that a picture cannot do, its caption says where one can.
MOVES = " This chart has controls in the notebook."
ASKS = re.compile(r"(?<!\S)(?:Move|Choose) [^.]*\.\s*|: choose [^.]*")


@dataclass(frozen=True)
class Picture:
    """A chart: its pixels, its size on a page of the screen, and its words."""

    png: bytes
    width: float
    height: float
    title: str
    subtitle: str
    caption: str
    alt: str


def picture(vega: dict[str, Any], alt: str) -> Picture:
    """Draw a stored chart without title and caption, which the page sets in its own type.

    Parameters
    ----------
    vega : dict
        The chart as a lesson holds it.
    alt : str
        What it shows, in words.

    Returns
    -------
    Picture
        The chart, as its controls stand at first.
    """
    import vl_convert

    bare = cleaned(copy.deepcopy(vega))
    above = bare.pop("title", {})
    below: dict[str, Any] = next(
        (mark.pop("title") for mark in bare["marks"] if "title" in mark), {}
    )
    fonts.use()
    png = pack(vl_convert.vega_to_png(bare, scale=SCALE, allowed_base_urls=[]))
    width, height = struct.unpack(">II", png[16:24])
    subtitle = _words(above.get("subtitle", ""), bare)
    moves = any("bind" in signal for signal in bare.get("signals", []))
    return Picture(
        png=png,
        width=width / SCALE,
        height=height / SCALE,
        title=_words(above.get("text", ""), bare),
        subtitle=ASKS.sub("", subtitle).rstrip() if moves else subtitle,
        caption=f"{_words(below.get('text', ''), bare)}{MOVES if moves else ''}",
        alt=alt,
    )


def _words(text: Any, vega: dict[str, Any]) -> str:
    """Give a title in one line; of one that moves, the words at first."""
    if isinstance(text, dict):
        # A list of two, of which the first is what stood there when the chart was made.
        update = next(s["update"] for s in vega["signals"] if s["name"] == text["signal"])
        return str(json.JSONDecoder().raw_decode(update, 1)[0])
    return " ".join(text) if isinstance(text, list) else str(text)
