"""What a notebook stores for a chart."""

import base64
import json
import os
import struct
import subprocess
import sys
import zlib

import altair as alt
import numpy as np
import pytest
import vl_convert

from track2lib.page import renderer
from track2lib.page.theme import enable_charts

VEGA = "application/vnd.vega.v5+json"
DATA = alt.Data(values=[{"a": "one", "b": 3}, {"a": "two", "b": 5}])
BARS = alt.Chart(DATA).mark_bar().encode(x="b:Q", y="a:N")
TOLD = BARS.properties(title="Meetings", description="Two bars, the longer is two")


def bundle(chart):
    return renderer.render(chart.to_dict())[0]


def pixels(png):
    """Red, green, blue of every pixel, by a decoder of our own for the kinds of PNG we meet."""
    width, height, _, kind = struct.unpack(">IIBB", png[16:26])
    rows = np.frombuffer(zlib.decompress(b"".join(renderer._chunks(png, b"IDAT"))), np.uint8)
    rows = rows.reshape(height, -1)
    body = rows[:, 1:]
    if kind == 3:
        (palette,) = renderer._chunks(png, b"PLTE")
        return np.frombuffer(palette, np.uint8).reshape(-1, 3)[body]
    body = body.reshape(height, width, 4)
    return (body.cumsum(axis=1, dtype=np.uint8) if rows[0, 0] == 1 else body)[..., :3]


def test_bundle_is_what_jupyterlab_draws_offline():
    """Vega 5 by its schema, drawn as SVG without a menu; a PNG; a sentence. Nothing else."""
    shown = bundle(TOLD)
    assert set(shown) == {VEGA, "image/png", "text/plain"}
    assert shown[VEGA]["$schema"] == "https://vega.github.io/schema/vega/v5.json"
    assert shown[VEGA]["usermeta"]["embedOptions"] == {"renderer": "svg", "actions": False}
    assert shown[VEGA]["marks"]
    assert base64.b64decode(shown["image/png"]).startswith(b"\x89PNG")


def test_description_reaches_the_screen_reader():
    """The description is on the Vega's top level, in the sentence and in the picture's alt text."""
    shown, metadata = renderer.render(TOLD.to_dict())
    assert shown[VEGA]["description"] == "Two bars, the longer is two"
    assert shown["text/plain"] == "Chart: Meetings. Two bars, the longer is two"
    assert metadata["image/png"]["alt"] == shown["text/plain"]


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (BARS, "Drawn with bar: x shows b, y shows a."),
        (
            BARS.encode(x=alt.X("mean(b):Q").title("meetings")) + BARS.mark_text(),
            "Drawn with bar and text: x shows mean of meetings, y shows a.",
        ),
        (BARS.encode(x="count()", y=alt.value(3)), "Drawn with bar: x shows count."),
        (TOLD | TOLD.properties(description="More."), "Two bars, the longer is two. More."),
        (alt.Chart(DATA).mark_tick(), "Drawn with tick."),
        (BARS.facet("a:N"), "Drawn with bar: x shows b, y shows a."),
    ],
)
def test_chart_without_words_gets_a_sentence(chart, words):
    """A student's own chart is described by its marks and fields, or by those of its parts."""
    assert bundle(chart)[VEGA]["description"] == words


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("Did it help?", "Chart: Did it help? Drawn"),
        (["Two", "lines"], "Chart: Two lines. Drawn"),
        (alt.Title("Big", subtitle="small"), "Chart: Big. Drawn"),
        ("", "Chart: Drawn"),
    ],
)
def test_title_of_any_form_is_in_the_sentence(title, start):
    """Titles as text, as lines and as an object are read out alike."""
    assert bundle(BARS.properties(title=title))["text/plain"].startswith(start)


def test_own_embed_options_are_kept():
    """What a caller asks of vega-embed goes before our defaults."""
    spec = TOLD.properties(usermeta={"mine": 1, "embedOptions": {"actions": True}}).to_dict()
    shown, _ = renderer.render(spec, embed_options={"tooltip": False})
    assert shown[VEGA]["usermeta"] == {
        "mine": 1,
        "embedOptions": {"renderer": "svg", "actions": True, "tooltip": False},
    }


def test_picture_is_repacked_without_loss():
    """The stored PNG has the pixels that vl-convert drew, in less than half of the bytes."""
    shown, metadata = renderer.render(TOLD.to_dict())
    stored = base64.b64decode(shown["image/png"])
    drawn = vl_convert.vega_to_png(shown[VEGA], scale=renderer.SCALE)
    assert (pixels(stored) == pixels(drawn)).all()
    assert len(stored) < len(drawn) / 2
    height, width, _ = pixels(stored).shape
    assert (metadata["image/png"]["width"], metadata["image/png"]["height"]) == (
        round(width / renderer.SCALE),
        round(height / renderer.SCALE),
    )


def test_picture_of_many_colours_is_kept():
    """Where 256 colours do not do, the pixels are stored in full."""
    chart = (
        alt.Chart(alt.sequence(0, 300, as_="i"), width=300)
        .mark_rect()
        .encode(x="i:O", color=alt.Color("i:Q").scale(scheme="turbo"), opacity="i:Q")
    )
    shown = bundle(chart)
    stored = base64.b64decode(shown["image/png"])
    drawn = vl_convert.vega_to_png(shown[VEGA], scale=renderer.SCALE)
    assert len(np.unique(pixels(drawn).reshape(-1, 3), axis=0)) > 256
    assert (pixels(stored) == pixels(drawn)).all()
    assert len(stored) < len(drawn)


def test_unknown_picture_is_left_alone():
    """A PNG of another kind is handed back byte for byte."""
    packed = base64.b64decode(bundle(TOLD)["image/png"])
    assert renderer._pack(packed) == packed


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


def test_missing_compiler_is_told(monkeypatch):
    """Without vl-convert the error says what to install."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ImportError, match="pip install vl-convert-python"):
        bundle(TOLD)
