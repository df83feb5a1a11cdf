#!/usr/bin/env bash
# Vega: an axis with a least step of 1 between its ticks has ticks at the halves.
#
# `tickMinStep` is described as the least step, in terms of the values; with 1, whole numbers alone
# should have ticks, and it is what one sets for counts. Where the axis ends at 1 or 2, the ticks are
# half a unit apart; with a least step of 2 and an end at 1 or 2, they are a unit apart; from 3 on it
# is kept to. Vega makes a number of ticks of the step, and the number is taken as a wish (open
# upstream: vega/vega, issues 2480 and 4163). Values of the ticks, given one by one, are kept, but their
# labels have the decimals of the step that the axis would have had, unless a format is set.
#
# Seen with: vl-convert-python 1.9.0.post1 (Vega-Lite 6.4), Python 3.11 and 3.12, Linux.
# Output seen:
#   end 1: 0.0 0.5 1.0
#   end 2: 0.0 0.5 1.0 1.5 2.0
#   end 3: 0 1 2 3
#   end 2, least step 2: 0 1 2
#   end 2, values given: 0.0 1.0 2.0
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"

cat > "$place/draw.py" <<'PYTHON'
import re

import vl_convert


def ticks(end, **axis):
    bars = {
        "data": {"values": [{"year": "1998", "count": end}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "year", "type": "nominal", "axis": None},
            "y": {"field": "count", "type": "quantitative", "title": None, "axis": axis},
        },
    }
    return " ".join(re.findall(r">([0-9.]+)</text>", vl_convert.vegalite_to_svg(bars)))


for end in (1, 2, 3):
    print(f"end {end}:", ticks(end, tickMinStep=1))
print("end 2, least step 2:", ticks(2, tickMinStep=2))
print("end 2, values given:", ticks(2, values=[0, 1, 2]))
PYTHON

"$place/env/bin/python" "$place/draw.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
end 1: 0.0 0.5 1.0
end 2: 0.0 0.5 1.0 1.5 2.0
end 3: 0 1 2 3
end 2, least step 2: 0 1 2
end 2, values given: 0.0 1.0 2.0
SEEN
