"""What a notebook stores for a chart."""

import base64
import json
import os
import subprocess
import sys

import altair as alt
import pytest
from two_bars import TOLD, VEGA, bundle

from track2lib.page import renderer
from track2lib.page.theme import enable_charts


def test_bundle_is_what_jupyterlab_draws_offline():
    """Vega 5 by its schema, drawn as SVG without a menu; a PNG; a sentence. Nothing else."""
    shown = bundle(TOLD)
    assert set(shown) == {VEGA, "image/png", "text/plain"}
    assert shown[VEGA]["$schema"] == "https://vega.github.io/schema/vega/v5.json"
    own = {"renderer": "svg", "actions": False, "theme": None}
    assert shown[VEGA]["usermeta"]["embedOptions"] == own
    assert shown[VEGA]["marks"]
    assert base64.b64decode(shown["image/png"]).startswith(b"\x89PNG")


def test_description_reaches_the_screen_reader():
    """The description is on the Vega's top level, in the sentence and in the picture's alt text."""
    shown, metadata = renderer.render(TOLD.to_dict())
    assert shown[VEGA]["description"] == "Two bars, the longer is two"
    assert shown["text/plain"] == "Chart: Meetings. Two bars, the longer is two"
    assert metadata["image/png"]["alt"] == shown["text/plain"]


def test_style_of_charts_reaches_the_page(monkeypatch):
    """With and without a picture, a chart brings what lets it get narrower and keep its ground."""
    for anew in ("always", ""):
        monkeypatch.setenv("TRACK2_COMPILE", anew)
        _, metadata = renderer.render(TOLD.to_dict())
        style = metadata[VEGA]["embed_options"]["defaultStyle"]
        assert "max-width: 100%; height: auto; forced-color-adjust: none;" in style


def test_own_embed_options_are_kept():
    """What a caller asks of vega-embed goes before our defaults."""
    spec = TOLD.properties(usermeta={"mine": 1, "embedOptions": {"actions": True}}).to_dict()
    shown, _ = renderer.render(spec, embed_options={"tooltip": False})
    assert shown[VEGA]["usermeta"] == {
        "mine": 1,
        "embedOptions": {"renderer": "svg", "actions": True, "theme": None, "tooltip": False},
    }


def test_same_chart_gives_the_same_bytes():
    """Two processes, in different time zones and with different hash seeds, store the same."""
    code = (
        "import json, altair as alt; from track2lib.page.theme import enable_charts; enable_charts();"
        "data = alt.Data(values=[{'t': '2002-01-01', 'b': 3}, {'t': '2003-07-01', 'b': 4}]);"
        "chart = alt.Chart(data, title='T').mark_line().encode(x='utcyear(t):T', y='b:Q');"
        "print(json.dumps(chart.interactive()._repr_mimebundle_()))"
    )
    outs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "0"), ("Asia/Tehran", "7"))
    ]
    assert outs[0] == outs[1]
    assert VEGA in json.loads(outs[0])[0]


def test_altair_shows_charts_through_it():
    """Once enabled, the display of any Altair chart is our bundle with its metadata."""
    enable_charts()
    shown, metadata = TOLD._repr_mimebundle_()
    assert shown["text/plain"].startswith("Chart: Meetings.")
    assert metadata["image/png"]["alt"] == shown["text/plain"]


@pytest.mark.parametrize("url", ["https://example.org/a.csv", "a.csv"])
def test_data_from_an_address_is_refused(url):
    """Nothing is fetched: the error says to read the data first."""
    chart = alt.Chart(alt.UrlData(url)).mark_bar().encode(x="b:Q")
    with pytest.raises(ValueError, match="Read the data first"):
        bundle(chart)


def test_controls_of_a_chart_show_where_one_is():
    """A slider or a menu that Tab comes to has a ring of its own, on light and dark pages alike."""
    assert ":is(input, select, summary):focus-visible { outline: 3px solid" in renderer.STYLE
