#!/usr/bin/env bash
# vl-convert: a line of Latin and Arabic letters is drawn as boxes if it holds one Arabic ligature.
#
# With vl-convert-python 1.9.0.post1 and Vazirmatn-NL, a font of Arabic letters that leaves the Latin
# ones to others, a word in Persian and a year are drawn well together. If the word has lam before alef,
# which Arabic script joins into one sign, every Arabic letter of the line becomes a box in PNG, also
# those of the words beside it: "Islamic Republic of Iran (1979)" cannot be read in Persian. The same
# word alone is drawn well, and so is the SVG in a browser. The drawer takes letters from a second font
# only where both fonts give as many glyphs for the line, and a ligature makes two letters one glyph;
# its source says so in a comment (usvg, text/layout.rs). Nothing is raised, and there is no warning.
#
# Mended for a font by a ligature that keeps its count: the first letter becomes the joined sign, the
# second an empty one of no width.
#
# Seen with: vl-convert-python 1.9.0.post1, vazirmatn 33.0.3 from npm, Python 3.12, Linux.
# Output seen (are two different words of the same length drawn alike, as rows of boxes are?):
#   no ligature, alone: different
#   no ligature, with a year: different
#   ligature, alone: different
#   ligature, with a year: alike
# Exit status: 0 if it is still so, 1 if not, 77 where npm is missing.
set -euo pipefail

command -v npm >/dev/null || exit 77

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"
npm install --silent --no-audit --no-fund --prefix "$place/npm" "vazirmatn@33.0.3" >/dev/null

mkdir "$place/fonts"
cp "$(find "$place/npm" -name 'Vazirmatn-NL-Regular.ttf' -path '*ttf*' | head -1)" "$place/fonts"
cat > "$place/fonts.conf" <<CONF
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>$place/fonts</dir></fontconfig>
CONF

cat > "$place/draw.py" <<'PYTHON'
import vl_convert

LAM_ALEF = "\u0644\u0627"
# Words of five letters each, of which the last two differ.
WORDS = {
    "no ligature": ("\u0645\u0631\u062f\u0645\u0627", "\u0645\u0631\u062f\u0627\u0646"),
    "ligature": (f"\u0633{LAM_ALEF}\u0645\u0647", f"\u0633{LAM_ALEF}\u0631\u0633"),
}


def drawn(text):
    return vl_convert.svg_to_png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">'
        f'<text x="5" y="25" font-family="Liberation Sans" font-size="20">{text}</text></svg>'
    )


for name, (one, other) in WORDS.items():
    for place, rest in (("alone", ""), ("with a year", " 1979")):
        alike = drawn(one + rest) == drawn(other + rest)
        print(f"{name}, {place}: {'alike' if alike else 'different'}")
PYTHON

found=$(FONTCONFIG_FILE="$place/fonts.conf" "$place/env/bin/python" "$place/draw.py")
printf '%s\n' "$found"
[ "$found" = "no ligature, alone: different
no ligature, with a year: different
ligature, alone: different
ligature, with a year: alike" ]
