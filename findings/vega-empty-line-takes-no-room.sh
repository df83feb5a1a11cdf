#!/usr/bin/env bash
# Vega: of the lines of a text, an empty one takes no room where the chart is drawn as SVG.
#
# A text may be an array of lines, each `lineHeight` below the last. Vega 6.2.0 writes each line but the
# first as a part with a step down, an empty line as well; and in SVG a step without a letter moves
# nothing, so that all below stands a line too high, in Chromium as in the picture. An empty first line
# is kept, for the second has a step of its own: names of two lines that are filled up with one empty
# line end as low as those of three, and names of one line, filled up with two, do not.
# A space, also one that does not break, helps nothing: Vega takes it off the ends of a line.
#
# Seen with: vl-convert-python 1.9.0.post1 (Vega 6.2.0, Vega-Lite 6.4), Python 3.11 and 3.12, Linux.
# Output seen (pixels by which the last line stands higher than that of "x, x, x"; 15 are a line):
#   empty, x, x: 0 too high
#   x, empty, x: 15 too high
#   empty, empty, x: 15 too high
#   space, space, x: 15 too high
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"

cat > "$place/foot.py" <<'PYTHON'
import struct
import zlib

import vl_convert


def foot(lines):
    """Give the last row of pixels in which the picture of a text is not blank."""
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{}]},
        "mark": {"type": "text", "baseline": "top", "lineHeight": 15},
        "encoding": {"text": {"value": lines}, "x": {"value": 20}, "y": {"value": 0}},
        "width": 40,
        "height": 60,
        "config": {"view": {"stroke": None}},
    }
    png = vl_convert.vegalite_to_png(chart)
    width, height = struct.unpack(">II", png[16:24])
    start, stored = 8, b""
    while start < len(png):
        length, kind = struct.unpack(">I4s", png[start : start + 8])
        stored += png[start + 8 : start + 8 + length] if kind == b"IDAT" else b""
        start += 12 + length
    rows, size = zlib.decompress(stored), 1 + 4 * width
    # Each row is stored as differences to the left: a blank one has none behind its first pixel.
    assert all(rows[n * size] == 1 for n in range(height))
    return max(n for n in range(height) if any(rows[n * size + 5 : (n + 1) * size]))


full = foot(["x", "x", "x"])
for name, lines in {
    "empty, x, x": ["", "x", "x"],
    "x, empty, x": ["x", "", "x"],
    "empty, empty, x": ["", "", "x"],
    "space, space, x": ["\u00a0", "\u00a0", "x"],
}.items():
    print(f"{name}: {full - foot(lines)} too high")
PYTHON

"$place/env/bin/python" "$place/foot.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
empty, x, x: 0 too high
x, empty, x: 15 too high
empty, empty, x: 15 too high
space, space, x: 15 too high
SEEN
