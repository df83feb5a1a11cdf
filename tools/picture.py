"""Draw the picture of the README from the data, or say that it is stale.

    python tools/picture.py          draw it, into .github/overview.png
    python tools/picture.py check    is it the chart that the data give now?

In the picture stands of which chart it was made, since the same chart is not everywhere the same pixels.
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import track2lib as t2
from track2lib.page.still import chunks, pack

PICTURE = Path(__file__).parents[1] / ".github" / "overview.png"
# Image pixels for each of the page, so that it is sharp on a screen of double density.
SCALE = 2
NAME = b"Chart"


def chart() -> Any:
    """Make the chart: all efforts of the case, as at the end of the first lesson."""
    t2.enable_charts()
    single = "case == 'United States and Iran' and grain == 'one'"
    us_iran = t2.load("dialogues").query(single)
    turns = t2.load("events").query("turning_point")
    return t2.timeline(us_iran, by="form", turning_points=turns)


def mark_of(drawn: Any) -> bytes:
    """Give what tells one chart from another."""
    text = json.dumps(drawn.to_dict(), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest().encode()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the result is the exit code."""
    drawn = chart()
    mark = NAME + b"\0" + mark_of(drawn)
    if [*(sys.argv[1:] if arguments is None else arguments)] == ["check"]:
        fresh = PICTURE.exists() and mark in chunks(PICTURE.read_bytes(), b"tEXt")
        print(f"{PICTURE.name}: {'ok' if fresh else 'stale, draw it with python tools/picture.py'}")
        return int(not fresh)
    drawn.save(PICTURE, scale_factor=SCALE)
    png = pack(PICTURE.read_bytes())
    told = struct.pack(">I", len(mark)) + b"tEXt" + mark
    told += struct.pack(">I", zlib.crc32(b"tEXt" + mark))
    # Before the closing chunk, which takes twelve bytes.
    PICTURE.write_bytes(png[:-12] + told + png[-12:])
    print(f"{PICTURE.name}: drawn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
