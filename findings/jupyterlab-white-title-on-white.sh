#!/usr/bin/env bash
# JupyterLab, dark theme: a chart that sets its ground and its ink gets a white title on white.
#
# Where the theme is dark, JupyterLab has vega-embed lay Vega's own dark theme below what a chart sets
# itself. So a chart that sets a white ground and a black title should stay as it is. But the compiler
# of Vega-Lite moves the color of titles from "config.title" to "config.style.group-title". Of the two
# Vega takes the first, which the chart has no longer, and the dark theme has: white. It is so with
# every Vega that was compiled from Vega-Lite beforehand; of Vega-Lite that JupyterLab compiles itself,
# the title stays black. What is drawn is kept when the theme becomes light again.
#
# Seen with: JupyterLab 4.6.6, vl-convert-python 1.9.0.post1, Playwright 1.65.2, Chromium (Debian),
# Python 3.12, Linux.
# Output seen:
#   JupyterLab Light, Vega: title #222222 on white
#   JupyterLab Light, Vega-Lite: title #222222 on white
#   JupyterLab Dark, Vega: title #fff on white
#   JupyterLab Dark, Vega-Lite: title #222222 on white
# Exit status: 0 if it is still so, 1 if not, 77 if there is no Chromium.
set -euo pipefail

browser=$(command -v chromium || command -v chromium-browser) || { echo "no Chromium"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "jupyterlab==4.6.6" \
    "vl-convert-python==1.9.0.post1" "playwright==1.65.2"

cat > "$place/look.py" <<'PYTHON'
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import vl_convert
from playwright.sync_api import sync_playwright

place, browser = Path(sys.argv[1]), sys.argv[2]
THEME = "settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
LITE = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "title": "A title",
    "data": {"values": [{"n": 1}]},
    "mark": "bar",
    "encoding": {"x": {"field": "n", "type": "quantitative"}},
    "config": {"background": "white", "title": {"color": "#222222"}},
}
VEGA = vl_convert.vegalite_to_vega(LITE, vl_version="5.20")
VEGA["$schema"] = "https://vega.github.io/schema/vega/v5.json"
CHARTS = {
    "Vega": {"application/vnd.vega.v5+json": VEGA},
    "Vega-Lite": {"application/vnd.vegalite.v5+json": LITE},
}
LOOK = """() => [...document.querySelectorAll(".vega-embed")].map((chart) => {
    const svg = chart.querySelector("svg.marks");
    const title = [...svg.querySelectorAll("text")].find((text) => text.textContent === "A title");
    return `title ${title.getAttribute("fill")} on ${svg.style.backgroundColor}`;
})"""

(place / "home").mkdir()
style = {mime: {"embed_options": {"renderer": "svg"}} for data in CHARTS.values() for mime in data}
outputs = [nbformat.v4.new_output("display_data", data=d, metadata=style) for d in CHARTS.values()]
cell = nbformat.v4.new_code_cell("charts", outputs=outputs)
kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})
nbformat.write(notebook, place / "home" / "charts.ipynb")


def look(theme, page):
    (place / THEME).parent.mkdir(parents=True, exist_ok=True)
    (place / THEME).write_text(json.dumps({"theme": theme}))
    page.goto(f"{address}/lab/tree/charts.ipynb?reset&token=finding")
    page.wait_for_function("document.querySelectorAll('.vega-embed svg.marks').length === 2")
    page.wait_for_timeout(2000)
    for name, seen in zip(CHARTS, page.evaluate(LOOK), strict=True):
        print(f"{theme}, {name}: {seen}", flush=True)


places = {"HOME": "home", "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTER_RUNTIME_DIR": "runtime"}
options = ["--no-browser", "--allow-root", "--ServerApp.port=0", "--IdentityProvider.token=finding"]
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
        for theme in ("JupyterLab Light", "JupyterLab Dark"):
            look(theme, chromium.new_page())
finally:
    server.terminate()
    server.wait(20)
PYTHON

"$place/env/bin/python" "$place/look.py" "$place" "$browser" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
JupyterLab Light, Vega: title #222222 on white
JupyterLab Light, Vega-Lite: title #222222 on white
JupyterLab Dark, Vega: title #fff on white
JupyterLab Dark, Vega-Lite: title #222222 on white
SEEN
