#!/usr/bin/env bash
# vl-convert: of the three libraries that its JavaScript bundle says it has, two are null.
#
# javascript_bundle() gives one script for a page without a network. Its help says that by default it sets
# vegaEmbed, vegaLite and vega on the window, and that a snippet of one's own may use these names. With
# vl-convert-python 1.9.0.post1 only vegaEmbed is a function. The others are null: they are taken as the
# default exports of modules that have none any more. The bundle is made without a complaint, and a page
# that draws with vega.View fails when it is opened. Whoever wants Vega alone has to take it from elsewhere.
#
# Seen with: vl-convert-python 1.9.0.post1, Python 3.12, Node 20, Linux.
# Output seen:
#   default bundle: vegaEmbed function, vegaLite null, vega null
#   own snippet: vega null
# Exit status: 0 if it is still so, 1 if not, 77 where node is missing.
set -euo pipefail

command -v node >/dev/null || exit 77

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "vl-convert-python==1.9.0.post1"

cat > "$place/bundle.py" <<'PYTHON'
import sys

import vl_convert

NAMED = "value => (value === null ? 'null' : typeof value)"
with open(f"{sys.argv[1]}/default.js", "w") as file:
    file.write(f"globalThis.window = {{}};\n{vl_convert.javascript_bundle()}\n")
    file.write(f"const kind = {NAMED};\n")
    file.write("const names = ['vegaEmbed', 'vegaLite', 'vega'];\n")
    file.write("console.log('default bundle: ' + names.map(n => n + ' ' + kind(window[n])).join(', '));\n")
with open(f"{sys.argv[1]}/own.js", "w") as file:
    file.write(vl_convert.javascript_bundle("globalThis.mine = vega;"))
    file.write(f"\nconsole.log('own snippet: vega ' + ({NAMED})(globalThis.mine));\n")
PYTHON

"$place/env/bin/python" "$place/bundle.py" "$place"
found=$(node "$place/default.js" && node "$place/own.js")
printf '%s\n' "$found"
[ "$found" = "default bundle: vegaEmbed function, vegaLite null, vega null
own snippet: vega null" ]
