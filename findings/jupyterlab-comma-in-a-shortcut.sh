#!/usr/bin/env bash
# JupyterLab: one shortcut whose selector has a comma takes all the other shortcuts away.
#
# The selector of a shortcut is called a CSS selector, and "A, B" is one, by which two places would
# be meant. The settings take it: it keeps to their schema, no dialog is shown. But its list of
# shortcuts is loaded in one go, and the registry refuses a comma, so that none of them is there any
# more: Ctrl+S does not save, Shift+Enter does not run a cell. A settings file of an administrator
# does it to every user. The only trace is an error in the console of the browser.
#
# Seen with: JupyterLab 4.6.6, Playwright 1.65.2, Chromium (Debian), Python 3.12, Linux.
# Output seen:
#   selector ".jp-Notebook": save 2, run 1, delete 1
#   selector ".jp-Notebook, .jp-FileEditor": save 0, run 0, delete 0
# Exit status: 0 if it is still so, 1 if not, 77 if there is no Chromium.
set -euo pipefail

browser=$(command -v chromium || command -v chromium-browser) || { echo "no Chromium"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "jupyterlab==4.6.6" "playwright==1.65.2"

cat > "$place/count.py" <<'PYTHON'
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

place, browser = Path(sys.argv[1]), sys.argv[2]
SETTINGS = "settings/@jupyterlab/shortcuts-extension/shortcuts.jupyterlab-settings"
COMMANDS = {"save": "docmanager:save", "run": "runmenu:run", "delete": "notebook:delete-cell"}
COUNT = "c => jupyterapp.commands.keyBindings.filter(b => b.command === c).length"


def count(selector, page):
    (place / SETTINGS).parent.mkdir(parents=True, exist_ok=True)
    added = {"command": "docmanager:save", "keys": ["F7"], "selector": selector}
    (place / SETTINGS).write_text(json.dumps({"shortcuts": [added]}))
    page.goto(f"{address}/lab?reset&token=finding")
    page.wait_for_function("window.jupyterapp && jupyterapp.restored.then(() => true)")
    page.wait_for_timeout(3000)
    found = ", ".join(f"{name} {page.evaluate(COUNT, c)}" for name, c in COMMANDS.items())
    print(f'selector "{selector}": {found}', flush=True)


places = {"HOME": "home", "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTER_RUNTIME_DIR": "runtime"}
(place / "home").mkdir()
options = ["--no-browser", "--allow-root", "--LabApp.expose_app_in_browser=True"]
options += ["--ServerApp.port=0", "--IdentityProvider.token=finding"]
options += [f"--ServerApp.root_dir={place / 'home'}"]
server = subprocess.Popen(
    [sys.executable, "-m", "jupyterlab", *options],
    env=os.environ | {name: str(place / value) for name, value in places.items()},
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    while not (found := list((place / "runtime").glob("jpserver-*.json"))):
        time.sleep(0.2)
    time.sleep(1)
    address = f"http://127.0.0.1:{json.loads(found[0].read_text())['port']}"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        count(".jp-Notebook", chromium.new_page())
        count(".jp-Notebook, .jp-FileEditor", chromium.new_page())
finally:
    server.terminate()
    server.wait(20)
PYTHON

"$place/env/bin/python" "$place/count.py" "$place" "$browser" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
selector ".jp-Notebook": save 2, run 1, delete 1
selector ".jp-Notebook, .jp-FileEditor": save 0, run 0, delete 0
SEEN
