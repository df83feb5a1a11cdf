#!/usr/bin/env bash
# Vega: an axis and a legend are read aloud by their scale, also where they have words of their own.
#
# The property `description` of an axis and of a legend is documented as the text that a screen reader
# is given in place of the one that is made. Vega 6.2.0 takes it, as Vega-Lite does, and says nothing:
# the label in the drawing is still made from the scale, with its ends, which may be numbers that are
# in no row. The same property of a mark, and `aria: false` of an axis and a legend, work.
# Open upstream for Vega-Lite as issues 9432 and 9642; a mend is merged in Vega as pull request 4294.
#
# Seen with: vl-convert-python 1.9.0.post1 (Vega 6.2.0, Vega-Lite 6.4), Python 3.11 and 3.12, Linux.
# Output seen:
#   axis: X-axis titled 'b' for a linear scale with values from 0.0 to 3.0
#   legend: Symbol legend titled 'a' for fill color with 1 value: one
#   bar: Words of the bar
#   silent: bar: Words of the bar
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"

cat > "$place/hear.py" <<'PYTHON'
import xml.etree.ElementTree as ElementTree

import vl_convert


def heard(guide):
    """Give the kinds and labels in the drawing of one bar with an axis and a legend."""
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{"a": "one", "b": 3}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "b", "type": "quantitative", "axis": guide},
            "color": {"field": "a", "type": "nominal", "legend": guide},
            "description": {"value": "Words of the bar"},
        },
    }
    drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(chart)).iter()
    named = [node for node in drawn if node.get("aria-label")]
    return [(node.get("aria-roledescription"), node.get("aria-label")) for node in named]


found = dict(heard({"description": "Words of its own"}))
for kind in ("axis", "legend", "bar"):
    print(f"{kind}: {found[kind]}")
print("silent:", *(f"{kind}: {label}" for kind, label in heard({"aria": False})))
PYTHON

"$place/env/bin/python" "$place/hear.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
axis: X-axis titled 'b' for a linear scale with values from 0.0 to 3.0
legend: Symbol legend titled 'a' for fill color with 1 value: one
bar: Words of the bar
silent: bar: Words of the bar
SEEN
