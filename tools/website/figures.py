"""A stored chart as a figure of a page: the still, what draws it live, its words and its table."""

import base64
import html
import json
from pathlib import Path
from typing import Any

from track2lib.page.dark import DARK_PAGE
from track2lib.page.renderer import STYLE
from track2lib.page.stored_charts import VEGA_MIME

__all__ = ["chart_style", "figure"]

# What a page of the theme says of itself when it is dark.
DARK_SITE = '[data-theme="dark"]'
# Loaded where no script runs; it would weigh as much as what is drawn in its place.
STILL = '<img class="dark-light" src="{address}" alt="{words}" width="{width}" height="{height}">'
FIGURE = """<figure class="t2-chart">
<div class="t2-drawn"{room}><noscript>{still}</noscript></div>
<script type="application/json">{vega}</script>
<details class="t2-words"><summary>This chart in words</summary>{first}<p>{words}</p></details>
<details class="t2-table" hidden><summary>This chart as a table</summary></details>
</figure>"""
# Before the words of a chart that has controls.
FIRST = "<p>As the chart is first drawn; its title says what a control changes.</p>"


def figure(output: dict[str, Any], still: Path, address: str) -> str:
    """Give the figure of a chart, and write its still.

    Parameters
    ----------
    output : dict
        An output of a lesson that holds a chart.
    still : pathlib.Path
        Where the picture goes.
    address : str
        How the page names the picture.

    Returns
    -------
    str
        HTML.
    """
    data, about = output["data"], output["metadata"]["image/png"]
    still.parent.mkdir(parents=True, exist_ok=True)
    still.write_bytes(base64.b64decode(data["image/png"]))
    width, height = (f"{about[name]:g}" for name in ("width", "height"))
    words = html.escape("".join(data["text/plain"]))
    # Within a script, nothing but the end of it means anything.
    vega = json.dumps(data[VEGA_MIME], ensure_ascii=False, separators=(",", ":"))
    return FIGURE.format(
        still=STILL.format(address=html.escape(address), words=words, width=width, height=height),
        room=f' style="aspect-ratio: {width} / {height}; max-width: {width}px"',
        first=FIRST if any("bind" in one for one in data[VEGA_MIME].get("signals", [])) else "",
        words=words,
        vega=vega.replace("</", "<\\/"),
    )


def chart_style() -> str:
    """Give the style of charts, for a page of the site."""
    return STYLE.replace(DARK_PAGE, DARK_SITE)
