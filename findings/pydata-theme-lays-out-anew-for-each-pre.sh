#!/usr/bin/env bash
# pydata-sphinx-theme: a page with a thousand small <pre> takes ten seconds before it can be used.
#
# When a page has been loaded the theme looks at each <pre> in turn: is it wider than its room, so that the keyboard must
# reach it? It reads the width, sets tabindex, and reads the next one, so the browser lays the whole page out anew for
# each of them, also for those in a <details> that is closed, which have no width. The time grows with the square of
# their number. On a page of rows, each with an entry for a bibliography behind a line that opens, 1,407 of them kept the
# load event waiting for 41 to 50 seconds. The same page with <p> in their place, which looks alike with
# "white-space: pre-wrap", was there after 1.6.
#
# Mended by setting such text in <p>.
#
# Seen with: pydata-sphinx-theme 0.24.0, Sphinx 9.1.1, Playwright 1.65.2, Chromium (Debian), Python 3.12, Linux.
# Output seen (how many times longer until the page has loaded, 1,000 rows):
#   with pre: over 5 times (9.8 s instead of 0.5)
# Exit status: 0 if it is still so, 1 if not, 77 if there is no Chromium.
set -euo pipefail

browser=$(command -v chromium || command -v chromium-browser) || { echo "no Chromium"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
  "pydata-sphinx-theme==0.24.0" "sphinx==9.1.1" "playwright==1.65.2"

cat > "$place/look.py" <<'PYTHON'
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

place, browser = Path(sys.argv[1]), sys.argv[2]
source = place / "source"
source.mkdir()
(source / "conf.py").write_text('html_theme = "pydata_sphinx_theme"\n')
names = ("pre", "p")
(source / "index.rst").write_text("Title\n=====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))
for name in names:
    rows = "".join(
        f"   <tr><td>{n}</td><td><details><summary>Entry</summary><{name}>@misc{{a{n}}}</{name}></details></td></tr>\n"
        for n in range(1000)
    )
    (source / f"{name}.rst").write_text(f"{name}\n===\n\n.. raw:: html\n\n   <table>\n{rows}   </table>\n")
subprocess.run([sys.executable, "-m", "sphinx", "-q", source, place / "site"], check=True)

took = {}
with sync_playwright() as play:
    opened = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
    for name in names:
        page = opened.new_page()
        page.goto((place / "site" / f"{name}.html").as_uri(), timeout=180_000)
        page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0", timeout=180_000)
        took[name] = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    opened.close()
print({name: round(ms) for name, ms in took.items()}, file=sys.stderr)
print("with pre:", "over 5 times" if took["pre"] > 5 * took["p"] else "no such thing")
PYTHON

found=$("$place/env/bin/python" "$place/look.py" "$place" "$browser")
printf '%s\n' "$found"
[ "$found" = "with pre: over 5 times" ]
