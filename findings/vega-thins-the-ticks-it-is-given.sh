#!/usr/bin/env bash
# Vega: of ticks that are given one by one, every other one goes if a number of ticks is set as well.
#
# `values` of an axis are the ticks to be drawn, and `tickCount` is a wish for the number of those that
# Vega chooses itself; so a theme may set a number for every axis, and a chart give its own ticks. With
# both, Vega leaves out every other one of the ticks given, label and line of the grid, until no more
# are left than the number. Of 7 ticks around 0, and a number of 6, those remain that leave out 0; of 16
# rows with a name each, four names remain. It is meant so, for the edges of bins (vega/vega-parser, issue
# 59), and Vega-Lite leaves its own number out where ticks are given (vega/vega-lite, 6170), but not one
# from `config`. Without a number all are drawn; so a chart with ticks of its own sets their number, too.
#
# Seen with: vl-convert-python 1.9.0.post1 (Vega-Lite 6.4), Python 3.11 and 3.12, Linux.
# Output seen:
#   7 given: -15 -10 -5 0 5 10 15
#   7 given, a number of 6 for all axes: -15 -5 5 15
#   7 given, a number of 6: -15 -5 5 15
#   7 given, a number of 6 for all axes, and of 7: -15 -10 -5 0 5 10 15
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"

cat > "$place/draw.py" <<'PYTHON'
import re

import vl_convert


def ticks(config=None, **axis):
    points = {
        "data": {"values": [{"change": -15}, {"change": 15}]},
        "mark": "point",
        "encoding": {
            "y": {
                "field": "change",
                "type": "quantitative",
                "title": None,
                "axis": {"values": [-15, -10, -5, 0, 5, 10, 15], **axis},
            },
        },
        "height": 400,
        "config": {"axisQuantitative": config or {}},
    }
    found = re.findall(r">([\u22120-9]+)</text>", vl_convert.vegalite_to_svg(points))
    return " ".join(found).replace("\u2212", "-")


print("7 given:", ticks())
print("7 given, a number of 6 for all axes:", ticks({"tickCount": 6}))
print("7 given, a number of 6:", ticks(tickCount=6))
print("7 given, a number of 6 for all axes, and of 7:", ticks({"tickCount": 6}, tickCount=7))
PYTHON

"$place/env/bin/python" "$place/draw.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
7 given: -15 -10 -5 0 5 10 15
7 given, a number of 6 for all axes: -15 -5 5 15
7 given, a number of 6: -15 -5 5 15
7 given, a number of 6 for all axes, and of 7: -15 -10 -5 0 5 10 15
SEEN
