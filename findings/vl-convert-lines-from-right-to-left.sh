#!/usr/bin/env bash
# vl-convert: two lines from right to left are drawn over each other, unless each is an isolate.
#
# In vl-convert-python 1.9.0.post1, a text of two lines in Persian, Arabic or Hebrew (a list, or a text
# with `lineBreak`, as labels and titles have it) is drawn in PNG and PDF with both lines in the place
# of the first; only the first letter of the second line stands where its line belongs. The SVG is
# right, and browsers draw it right: the library behind it (resvg; open upstream as linebender/resvg,
# issue 1093) orders the letters of the whole text at once. Marks U+200F around each line, which are
# what one tries first, do not help; an isolate (U+2067 before a line, U+2069 behind it) does, and
# browsers draw that alike.
#
# Seen with: vl-convert-python 1.9.0.post1, DejaVu Sans of Debian 12, Python 3.11 and 3.12, Linux.
# Output seen (widths of the bands of ink, from above):
#   each line alone: wide, wide
#   as it is: wide, narrow
#   with U+200F: wide
#   as isolates: wide, wide
# Exit status: 0 if it is still so, 1 if not, 77 where the machine has no font with Arabic letters.
set -euo pipefail

fc-list ":lang=fa" 2>/dev/null | grep -q . || exit 77

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
    "vl-convert-python==1.9.0.post1" "numpy==2.5.5" "pillow==13.0.0"

cat > "$place/draw.py" <<'PYTHON'
import io

import numpy as np
import vl_convert
from PIL import Image

LINES = ["گفتگوی دانشگاهیان ایران و", "همکاری علمی و فرهنگی ایران"]


def bands(lines):
    spec = {
        "data": {"values": [{"text": lines}]},
        "width": 400,
        "height": 100,
        "mark": {"type": "text", "align": "right", "x": 390, "y": 20, "fontSize": 14, "lineHeight": 50},
        "encoding": {"text": {"field": "text", "type": "nominal"}},
        "config": {"view": {"stroke": None}},
    }
    picture = Image.open(io.BytesIO(vl_convert.vegalite_to_png(spec))).convert("L")
    ink = np.array(picture) < 128
    rows = np.flatnonzero(ink.any(axis=1))
    # A line is far from the next: dots and letters of one are nearer than twelve pixels.
    parts = np.split(rows, np.flatnonzero(np.diff(rows) > 12) + 1)
    widths = [np.ptp(np.flatnonzero(ink[part].any(axis=0))) for part in parts]
    return ["wide" if width > 100 else "narrow" for width in widths]


print("each line alone:", ", ".join(bands(LINES[:1]) + bands(LINES[1:])))
print("as it is:", ", ".join(bands(LINES)))
print("with U+200F:", ", ".join(bands([f"\u200f{line}\u200f" for line in LINES])))
print("as isolates:", ", ".join(bands([f"\u2067{line}\u2069" for line in LINES])))
PYTHON

"$place/env/bin/python" "$place/draw.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
each line alone: wide, wide
as it is: wide, narrow
with U+200F: wide
as isolates: wide, wide
SEEN
