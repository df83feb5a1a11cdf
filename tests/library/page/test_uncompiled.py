"""A chart that nothing here compiles is the same chart when JupyterLab has compiled it."""

import copy
import os
import re
import sys

import altair as alt
import pytest
import vl_convert
from impact_charts import CHARTS as LAB
from library_charts import CHARTS
from two_bars import BARS, TOLD

import track2lib as t2
from track2lib.page import renderer
from track2lib.page.stored_charts import VEGA_MIME
from track2lib.page.uncompiled import VEGALITE_MIME, uncompiled

ALL = {**CHARTS, **LAB}
NAMES = [*ALL] if os.environ.get("CI") else [*ALL][::6]
# The oldest that is to be had here; JupyterLab has 5.6.
OLD = "5.8"


@pytest.fixture
def without(monkeypatch):
    """Stand where a chart can be drawn but not compiled."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)


def patched(spec):
    """Compile a specification as JupyterLab does, and change it as it asks for."""
    vega = vl_convert.vegalite_to_vega(spec, vl_version=OLD)
    for step in copy.deepcopy(spec["usermeta"]["embedOptions"]["patch"]):
        assert step["op"] == "add"
        *way, last = step["path"].split("/")[1:]
        place = vega
        for name in way:
            place = place[int(name) if isinstance(place, list) else name]
        if isinstance(place, list):
            place.insert(len(place) if last == "-" else int(last), step["value"])
        else:
            place[last] = step["value"]
    return vega


@pytest.mark.parametrize("name", NAMES)
def test_it_is_the_same_picture(name, monkeypatch):
    """Each chart of the library is drawn and told alike, whichever way it comes to the page."""
    spec = ALL[name]().to_dict()
    compiled, _ = renderer.render(spec)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "vl_convert", None)
        sent, _ = renderer.render(spec)
    assert set(sent) == {VEGALITE_MIME, "text/plain"}
    assert sent["text/plain"] == compiled["text/plain"]
    vega = patched(sent[VEGALITE_MIME])
    assert vega["description"] == compiled[VEGA_MIME]["description"]
    one, other = (_picture(each) for each in (compiled[VEGA_MIME], vega))
    assert one == other


def _picture(vega):
    """Draw a chart without the names that marks have only when they are compiled here."""
    svg = re.sub(r"clip\d+", "clip", vl_convert.vega_to_svg(vega))  # they are counted on and on
    for name in ("Marks", "Chart"):
        svg = svg.replace(f' aria-label="{name}"', "")
    return svg


def test_page_gets_what_it_gets_of_other_charts(without):
    """The way in which a chart is drawn and the words for its picture are those of any chart."""
    shown, metadata = renderer.render(TOLD.to_dict(), embed_options={"tooltip": False})
    sent = shown[VEGALITE_MIME]
    assert sent["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json"
    assert sent["description"] == "Two bars, the longer is two"
    own = {"renderer": "svg", "actions": False, "theme": None, "tooltip": False}
    assert sent["usermeta"]["embedOptions"] == own | {"patch": []}
    assert metadata == {
        VEGALITE_MIME: {"embed_options": {"defaultStyle": renderer.STYLE}},
        "image/png": {"alt": shown["text/plain"]},
    }


def test_a_title_is_heard_as_it_moves(without):
    """What a control makes of a title is on the page a mark that says it, as elsewhere."""
    years = alt.param(name="year", value=1, bind=alt.binding_range(max=9))
    words = alt.ExprRef('["At first", "Year " + year][1]')
    spec = TOLD.add_params(years).properties(title=alt.TitleParams(words, subtitle="Below"))
    vega = patched(renderer.render(spec.to_dict())[0][VEGALITE_MIME])
    assert vega["title"]["aria"] is False
    assert vega["title"]["text"] == {"signal": "title_as_it_is_now"}
    assert [mark.get("description") for mark in vega["marks"]][:2] == ["Title", "Subtitle"]
    assert vega["signals"][-1]["name"] == "title_as_it_is_now"


def test_a_chart_for_a_projector_is_as_large(without):
    """The mark by which the page knows a large chart is there."""
    spec = TOLD.properties(usermeta={"size": "projector"}).to_dict()
    vega = patched(renderer.render(spec)[0][VEGALITE_MIME])
    assert vega["marks"][0]["name"] == "t2-projector"


def test_what_is_given_is_left_as_it_was(without):
    """The specification of a chart belongs to whoever drew it."""
    spec = TOLD.properties(usermeta={"mine": 1}).to_dict()
    before = copy.deepcopy(spec)
    renderer.render(spec)
    assert spec == before


AWAY = alt.UrlData("https://example.org/a.csv")


@pytest.mark.parametrize(
    "chart",
    [
        alt.Chart(AWAY).mark_bar(),
        alt.layer(BARS, alt.Chart(AWAY).mark_bar()),
        BARS.transform_lookup("b", alt.LookupData(AWAY, "b", ["c"])),
    ],
    ids=["whole", "layer", "lookup"],
)
def test_data_from_an_address_is_refused(chart, without):
    """Nothing is fetched from anywhere, whichever part asks for it."""
    with pytest.raises(ValueError, match="Read the data first"):
        uncompiled(chart.to_dict(), "")


def test_a_column_may_be_called_data(without):
    """What a table has in its cells asks for nothing."""
    chart = alt.Chart(alt.Data(values=[{"data": {"url": "a.csv"}}])).mark_bar()
    assert uncompiled(chart.to_dict(), "")["description"] == ""


def test_a_picture_that_cannot_be_drawn_says_what_can(without, tmp_path):
    """Without the compiler a page can be written, and for a picture the error says how else to get one."""
    chart = t2.venues(t2.load("dialogue_venues", scope="founding"))
    with pytest.raises(
        ImportError, match=r"for Python in a browser there is no build.*figure\.html"
    ):
        chart.save(str(tmp_path / "figure.png"))
    chart.save(str(tmp_path / "figure.html"))
    assert "Source: DiMaggio 2010" in (tmp_path / "figure.html").read_text("utf-8")


def test_a_table_that_cannot_be_read_off_says_what_can(without):
    """The table of what a chart draws needs the compiler too."""
    with pytest.raises(ImportError, match=r"for Python in a browser there is no build.*t2\.show"):
        t2.show(t2.venues(t2.load("dialogue_venues", scope="founding")))
