"""A chart of a lesson becomes a figure that keeps its words, and whose data cannot end its script."""

import base64
import json
import re

from website.figures import chart_style, figure

from track2lib.page.stored_charts import VEGA_MIME

PIXEL = base64.b64encode(b"a picture").decode()


def made(tmp_path, words="Chart: One of two.", vega=None):
    """Make a figure of a small output."""
    output = {
        "data": {VEGA_MIME: vega or {"marks": []}, "image/png": PIXEL, "text/plain": words},
        "metadata": {"image/png": {"alt": words, "width": 300.0, "height": 200.5}},
    }
    return figure(output, tmp_path / "stills" / "one.png", "../_static/stills/one.png")


def test_words_stand_with_the_still_and_below_the_chart(tmp_path):
    """The words are those of the lesson, once for the picture and once to be opened, and are escaped."""
    html = made(tmp_path, 'Chart: "Less" < more & more.')
    told = "Chart: &quot;Less&quot; &lt; more &amp; more."
    assert f'alt="{told}" width="300" height="200.5"' in html
    assert f"<summary>This chart in words</summary><p>{told}</p>" in html
    assert (tmp_path / "stills" / "one.png").read_bytes() == b"a picture"


def test_data_cannot_end_the_script(tmp_path):
    """A text of the data that looks like the end of a script stays a text of the data."""
    vega = {"data": [{"name": "a", "values": [{"x": "</script><b>"}]}], "marks": []}
    html = made(tmp_path, vega=vega)
    (script,) = re.findall(r'<script type="application/json">(.*?)</script>', html)
    assert json.loads(script) == vega


def test_the_style_knows_the_dark_of_the_site_alone():
    """What colors charts in the dark asks the page of the site, and not one of JupyterLab."""
    assert '[data-theme="dark"] .vega-embed' in chart_style()
    assert "data-jp-theme" not in chart_style()


def test_words_of_a_chart_that_moves_say_of_when_they_are(tmp_path):
    """Where a control may change a chart, its words say that they are those of the first drawing."""
    first = "<p>As the chart is first drawn"
    bound = {"signals": [{"name": "year", "value": 1997, "bind": {"input": "range"}}], "marks": []}
    assert first in made(tmp_path, vega=bound)
    assert first not in made(tmp_path, vega={"signals": [{"name": "height"}], "marks": []})
