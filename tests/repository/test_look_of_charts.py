"""The stored charts of the lessons fit a screen, can be read from afar, and know both themes."""

import ast
import json
import re

import impact_charts
import library_charts
import pytest
import vl_convert
from commands import ROOT
from stored_pictures import drawn, pictures

from track2lib.page.dark import NOTHING
from track2lib.page.renderer import render
from track2lib.page.theme import ON_DARK, enable_charts

HIGHEST, WIDEST, SMALLEST = 640, 900, 13
CHANNELS = ("fill", "stroke", "stop-color")
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
ROOMS = ("charts", "impact/charts", "teaching")
# A field of which a mark tells the value as it is where it has none.
MISSING = re.compile(r'\\"\\"\+datum\[\\"(.+?)\\"\]')


def beyond(name):
    """Say which measures a chart goes beyond."""
    _, svg, controls = pictures()[name]
    small = min(
        float(text.get("font-size").removesuffix("px"))
        for text in svg.findall(".//{*}text")
        if "".join(text.itertext()).strip()  # what is heard alone takes no room
    )
    does = {
        "high": float(svg.get("height")) + controls > HIGHEST,
        "wide": float(svg.get("width")) > WIDEST,
        "small": small < SMALLEST,
    }
    return {measure for measure, so in does.items() if so}


def test_there_are_charts():
    """A list of none would make every test here pass."""
    assert len(pictures()) > 20


@pytest.mark.parametrize("name", sorted(pictures()))
def test_chart_fits_a_screen(name):
    """With its controls it is at most 640 high and 900 wide, and no word is below 13."""
    assert beyond(name) == set()


def colours_of(vega, svg):
    """Give the colours that a chart is drawn with, and those that a control may bring out."""
    seen = {part.get(channel) for part in svg.iter() for channel in CHANNELS} - {None}
    return seen | set(HEX.findall(json.dumps(vega)))


@pytest.mark.parametrize("name", sorted(pictures()))
def test_dark_theme_knows_the_colours_of_a_stored_chart(name):
    """Each colour has one that stands for it on a dark page; otherwise the chart stays white there."""
    vega, svg, _ = pictures()[name]
    assert colours_of(vega, svg) - {*ON_DARK, *NOTHING} == set()


@pytest.mark.parametrize("charts", [library_charts, impact_charts], ids=["talks", "impact"])
def test_dark_theme_knows_the_colours_of_every_chart(charts):
    """So it is with all charts of the library, whatever the lessons draw with them."""
    enable_charts()
    for name in charts.CHARTS:
        vega = vl_convert.vegalite_to_vega(charts.CHARTS[name]().to_dict())
        assert colours_of(vega, drawn(vega)) - {*ON_DARK, *NOTHING} == set(), name


def test_colour_that_the_dark_theme_does_not_know_is_seen():
    """A mark in a colour of its own is told, drawn or in an expression."""
    mark = {"type": "bar", "color": {"expr": "datum.b > 1 ? '#123456' : '#222222'"}}
    spec = {"data": {"values": [{"b": 1}]}, "mark": mark, "encoding": {"x": {"field": "b"}}}
    vega, _ = render({**spec, "description": "A bar."})
    vega = vega["application/vnd.vega.v5+json"]
    assert "#123456" in colours_of(vega, drawn(vega))


@pytest.mark.parametrize("room", ROOMS)
def test_colours_of_charts_come_from_the_theme(room):
    """No chart writes a colour itself: the theme has it, and the dark one beside it."""
    found = {}
    for path in sorted((ROOT / "track2lib" / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and is_colour(node.value):
                found.setdefault(f"{room}/{path.name}", set()).add(node.value)
    assert found == {}


def is_colour(value):
    """Tell whether a constant is a colour by itself."""
    named = ("white", "black", "gray", "grey", "red", "green", "blue")
    return isinstance(value, str) and (value in named or HEX.fullmatch(value) is not None)


def test_no_mark_tells_that_something_is_null():
    """What a row lacks is told in words, or is no part of what a mark tells at the pointer.

    Of a missing value Vega-Lite has the pointer tell "null".
    """
    for name, (vega, _, _) in pictures().items():
        told = set(MISSING.findall(json.dumps(vega["marks"])))
        listed = [data["values"] for data in vega["data"] if isinstance(data.get("values"), list)]
        rows = [row for values in listed for row in values if isinstance(row, dict)]
        null = {field for row in rows for field in told & row.keys() if row[field] is None}
        assert not null, f"{name}: {null}"
