"""Nulls of a chart reach the page, from a browser as from elsewhere."""

import sys
from types import SimpleNamespace

import altair as alt
import pytest

from track2lib.page import renderer
from track2lib.page.nulls import with_nulls
from track2lib.page.uncompiled import VEGALITE_MIME


@pytest.fixture
def null(monkeypatch):
    """Stand in a browser, with JavaScript's own null."""
    own = SimpleNamespace(jsnull=object())
    monkeypatch.setattr("sys.platform", "emscripten")
    monkeypatch.setitem(sys.modules, "pyodide", SimpleNamespace(ffi=own))
    monkeypatch.setitem(sys.modules, "pyodide.ffi", own)
    return own.jsnull


def test_elsewhere_nothing_is_changed():
    """What is sent by another Python is sent as it is."""
    chart = {"axis": None, "values": [None]}
    assert with_nulls(chart) is chart


def test_every_null_is_one_of_the_page(null):
    """In keys and in lists, and nothing else that counts as false."""
    chart = {"axis": None, "values": [None, {"a": None}, 0, "", False, [], {}]}
    assert with_nulls(chart) == {
        "axis": null,
        "values": [null, {"a": null}, 0, "", False, [], {}],
    }
    assert chart["axis"] is None


def test_an_axis_that_is_not_there_stays_away(null, monkeypatch):
    """A chart that the page compiles is sent with its nulls, which take an axis away."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    data = alt.Data(values=[{"a": None}, {"a": 1}])
    spec = alt.Chart(data).mark_bar().encode(alt.X("a:Q", axis=None)).to_dict()
    sent = renderer.render(spec)[0][VEGALITE_MIME]
    assert sent["encoding"]["x"]["axis"] is null
    assert sent["data"]["values"] == [{"a": null}, {"a": 1}]
