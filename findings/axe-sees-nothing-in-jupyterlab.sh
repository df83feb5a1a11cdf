#!/usr/bin/env bash
# axe-core in JupyterLab: no fault of contrast is found, for axe takes the whole page for hidden.
#
# An application that fills the window often has a body without content of its own: what is seen lies in boxes that are
# placed absolutely, so the body is 0 high, and it has "overflow: hidden". Browsers show it all, for the overflow of a
# body goes to the window. axe-core 4.12.1 counts what lies outside of such a body as cut off, and leaves it out where a
# rule looks at what is seen. On a page like that, as JupyterLab 4.6.6 is one, it reports no pale word at all, neither as
# a violation nor as undecided. Links told apart by color alone are passed over in the same way. A run that finds nothing
# reads like a page without faults.
#
# Mended by "overflow: visible" on the body while axe looks.
#
# Seen with: axe-core 4.12.1 in axe-playwright-python 0.1.8, Playwright 1.65.2, Chromium (Debian), Python 3.12, Linux.
# Output seen (pale words on white, 1.5:1):
#   body with overflow hidden: drawn, 0 violations, 0 undecided
#   body with overflow visible: drawn, 1 violations, 0 undecided
# Exit status: 0 if it is still so, 1 if not, 77 if there is no Chromium.
set -euo pipefail

browser=$(command -v chromium || command -v chromium-browser) || { echo "no Chromium"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "axe-playwright-python==0.1.8" "playwright==1.65.2"

cat > "$place/look.py" <<'PYTHON'
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PAGE = """<!doctype html><html lang="en"><title>Title</title>
<body style="margin: 0; overflow: {overflow}">
<main style="position: absolute; inset: 0; background: #fff"><h1 style="color: #ddd">Pale words</h1></main>"""
with sync_playwright() as play:
    opened = play.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    for overflow in ("hidden", "visible"):
        page = opened.new_page()
        page.set_content(PAGE.format(overflow=overflow))
        # What is at the place of the words, as the browser draws them?
        seen = page.evaluate("document.elementFromPoint(20, 40).localName") == "h1"
        found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response
        numbers = [sum(len(one["nodes"]) for one in found[kind]) for kind in ("violations", "incomplete")]
        words = "drawn, {} violations, {} undecided".format(*numbers)
        print(f"body with overflow {overflow}: {words if seen else 'not drawn'}")
    opened.close()
PYTHON

found=$("$place/env/bin/python" "$place/look.py" "$browser")
printf '%s\n' "$found"
[ "$found" = "body with overflow hidden: drawn, 0 violations, 0 undecided
body with overflow visible: drawn, 1 violations, 0 undecided" ]
