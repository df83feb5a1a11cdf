#!/usr/bin/env bash
# Vega-Lite: of a bar from day to day, the ends of the scale are compiled twice, once as plain text.
#
# A scale of time with a domain of two days, written as text, is compiled to two days. If the mark has
# a second end, x2, which takes no type of its own, the same domain is compiled once more for it, and
# there the days stay the texts that they were. Vega joins both; it takes texts in a scale of time for
# numbers, finds none, and says "Infinite extent for field" in the console of every reader. The chart is
# drawn all the same. With the days as milliseconds, both are numbers and nothing is said.
#
# Seen with: vl-convert-python 1.9.0.post1 (Vega-Lite 6.4), Python 3.11 and 3.12, Linux; the warning in
# Chromium, with the Vega that vl-convert puts into a page (vegalite_to_html, bundle=True).
# Output seen:
#   one end: [{data: datetime("1996-01-01")}, {data: datetime("2010-01-01")}]
#   two ends: [{data: datetime("1996-01-01")}, {data: datetime("2010-01-01")}, ["1996-01-01", "2010-01-01"]]
#   two ends, numbers: [{data: datetime(820454400000)}, {data: datetime(1262304000000)}, [820454400000, 1262304000000]]
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"

cat > "$place/compile.py" <<'PYTHON'
import json

import vl_convert


def domain(days, **second):
    bar = {
        "data": {"values": [{"a": "2001-01-01", "b": "2003-01-01"}]},
        "mark": "bar",
        "encoding": {"x": {"field": "a", "type": "temporal", "scale": {"domain": days}}, **second},
    }
    parts = vl_convert.vegalite_to_vega(bar)["scales"][0]["domain"]["fields"]
    said = (
        part["signal"] if isinstance(part, dict) else json.dumps(part).replace(".0", "")
        for part in parts
    )
    return f"[{', '.join(said)}]"


days = ["1996-01-01", "2010-01-01"]
print("one end:", domain(days))
print("two ends:", domain(days, x2={"field": "b"}))
print("two ends, numbers:", domain([820454400000, 1262304000000], x2={"field": "b"}))
PYTHON

"$place/env/bin/python" "$place/compile.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
one end: [{data: datetime("1996-01-01")}, {data: datetime("2010-01-01")}]
two ends: [{data: datetime("1996-01-01")}, {data: datetime("2010-01-01")}, ["1996-01-01", "2010-01-01"]]
two ends, numbers: [{data: datetime(820454400000)}, {data: datetime(1262304000000)}, [820454400000, 1262304000000]]
SEEN
