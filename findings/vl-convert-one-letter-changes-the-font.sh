#!/usr/bin/env bash
# vl-convert: one letter that a font lacks takes the whole text out of that font, and out of bold.
#
# In vl-convert-python 1.9.0.post1, a bold text in Liberation Sans with one Georgian letter at its end
# is drawn in PNG in another font from its first letter on, and no longer bold, where another font of
# the machine has all its letters. Cyrillic, which Liberation Sans has, changes nothing. The SVG
# is right, and browsers take the other font for that letter alone. To name a second font that has the
# letter ("Liberation Sans, DejaVu Sans") does not help; to name one that has them all does.
# What is measured as wide as in the first font may so run over its edge.
#
# Seen with: vl-convert-python 1.9.0.post1, DejaVu fonts of Debian 12, Python 3.12, Linux.
# Output seen (is the beginning of the text drawn as without the last letter?):
#   Liberation Sans, Cyrillic at the end: same
#   Liberation Sans, Georgian at the end: other
#   Liberation Sans, DejaVu Sans, Georgian at the end: other
#   DejaVu Sans, Georgian at the end: same
# Exit status: 0 if it is still so, 1 if not, 77 where the machine has no font with Georgian letters.
set -euo pipefail

fc-list ":lang=ka" 2>/dev/null | grep -q "DejaVu" || exit 77

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
    "vl-convert-python==1.9.0.post1" "pillow==13.0.0"

cat > "$place/draw.py" <<'PYTHON'
import io

import vl_convert
from PIL import Image

BEGINNING = (0, 0, 60, 40)


def begins(text, font):
    written = {"text": text, "x": 5, "y": 25, "font": font, "fontSize": 20, "fontWeight": "bold"}
    enter = {name: {"value": value} for name, value in written.items()}
    spec = {
        "width": 400,
        "height": 40,
        "background": "white",
        "marks": [{"type": "text", "encode": {"enter": enter}}],
    }
    picture = Image.open(io.BytesIO(vl_convert.vega_to_png(spec))).convert("L")
    return picture.crop(BEGINNING).tobytes()


for name, letter, font in [
    ("Cyrillic", "Ж", "Liberation Sans"),
    ("Georgian", "თ", "Liberation Sans"),
    ("Georgian", "თ", "Liberation Sans, DejaVu Sans"),
    ("Georgian", "თ", "DejaVu Sans"),
]:
    same = begins("Talks in Tbilisi", font) == begins(f"Talks in Tbilisi {letter}", font)
    print(f"{font}, {name} at the end: {'same' if same else 'other'}")
PYTHON

found=$("$place/env/bin/python" "$place/draw.py")
printf '%s\n' "$found"
[ "$found" = "Liberation Sans, Cyrillic at the end: same
Liberation Sans, Georgian at the end: other
Liberation Sans, DejaVu Sans, Georgian at the end: other
DejaVu Sans, Georgian at the end: same" ]
