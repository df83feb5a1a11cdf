"""The curve of all estimates, drawn through the chart that it is the upper part of."""

from xml.etree import ElementTree

import pytest
import vl_convert
from hearing import heard_in
from impact_charts import spec_of

from track2lib import impact
from track2lib.page.theme import INK, MUTED

# How an arrow at the upper edge is drawn.
TRIANGLE = "M0,-3.354L-3.873,3.354L3.873,3.354Z"


def test_an_estimate_far_out_is_in_the_picture():
    """The axis reaches to every estimate, and ticks stay few."""
    table = impact.all_specifications(["us-exports"])
    ends = ["estimate", "low", "high", "wide_low", "wide_high"]
    table.loc[1, ends] += -17.3 - table.loc[1, "estimate"]
    spec = impact.specification_curve(table).to_dict()
    (y,) = [
        layer["encoding"]["y"]
        for layer in spec["vconcat"][0]["vconcat"][0]["layer"]
        if layer["encoding"].get("y", {}).get("field") == "estimate"
    ]
    assert y["scale"]["domain"] == [-18, 18]
    assert 0 in y["axis"]["values"]
    assert len(y["axis"]["values"]) <= 6  # of more, Vega leaves out every other one, 0 among them


@pytest.mark.parametrize(
    ("wide_high", "picked", "said"),
    [
        (1.0, "all", []),
        (9.0, "all", ["6 intervals go beyond"]),
        (9.0, "2005", ["2 intervals go beyond"]),
    ],
)
def test_intervals_that_are_cut_are_counted(wide_high, picked, said):
    """Of what is picked out it is told how many intervals go beyond the edge, each with an arrow."""
    table = impact.all_specifications(["us-exports"]).assign(
        low=-1.0, high=1.0, wide_low=-1.0, wide_high=wide_high, estimate=0.5
    )
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = picked if param["name"] == "only_at" else "all"
    heard = [label for _, label in heard_in(spec)]
    assert [label for label in heard if "beyond" in label] == said
    arrows = vl_convert.vegalite_to_svg(spec).count(TRIANGLE)
    assert arrows == (len(table) if wide_high > 4 else 0)


@pytest.mark.parametrize(
    ("low", "said"),
    [
        (0.1, "6 wide intervals exclude zero"),
        ([0.1, *[-1] * 5], "1 wide interval excludes zero"),
        (-1, "no wide interval excludes zero"),
    ],
)
def test_intervals_without_zero_are_counted(low, said):
    """Beside the curve stands how many exclude zero, none as well."""
    table = impact.all_specifications(["us-exports"])
    table = table.assign(low=0.2, high=1.0, wide_low=low, wide_high=1.0, estimate=0.5)
    heard = [label for _, label in heard_in(impact.specification_curve(table).to_dict())]
    assert len([label for label in heard if f"'{said}'" in label or label == said]) == 1


@pytest.mark.parametrize(
    ("estimates", "picked", "said"),
    [
        ([-2, -1, -0.5, -0.1, 0.5, 1], "all", ["4 below zero", "2 above zero"]),
        ([-2, -1, 0, 0, 0.5, 1], "all", ["2 below zero", "2 above zero"]),
        ([1, 2, 3, 4, 5, 6], "all", ["6 above zero"]),
        ([-2, -1, -0.5, -0.1, 0.5, 1], "2005", ["2 below zero", "0 above zero"]),
    ],
)
def test_a_divider_parts_what_is_below_zero_from_what_is_above(estimates, picked, said):
    """It stands between two estimates, and the numbers on both sides follow the lists."""
    table = impact.all_specifications(["us-exports"])
    table = table.assign(estimate=estimates, low=-9.0, high=9.0, wide_low=-9.0, wide_high=9.0)
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = picked if param["name"] == "only_at" else "all"
    assert [one for one in texts_of(spec) if one.endswith(" zero") and one[0].isdigit()] == said
    own = sorted(estimates)
    width = spec["vconcat"][0]["vconcat"][0]["width"]
    places = {sum(one < 0 for one in own), sum(one <= 0 for one in own)} - {0, len(own)}
    dividers = [
        layer["encoding"]["x"]["value"]
        for layer in spec["vconcat"][0]["vconcat"][0]["layer"]
        if layer["mark"]["type"] == "rule" and "value" in layer["encoding"].get("x", {})
    ]
    assert dividers == pytest.approx([place * width / len(own) for place in sorted(places)])


def texts_of(spec):
    """Give all texts that are drawn."""
    drawing = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec))
    return ["".join(text.itertext()) for text in drawing.iterfind(".//{*}text")]


def test_estimates_whose_interval_holds_zero_recede():
    """They have thin lines and hollow dots, and a color of their own that still stands out."""
    layers = spec_of("specification_curve")["vconcat"][0]["vconcat"][0]["layer"]
    lines, dots = (
        next(layer["mark"] for layer in layers if layer["encoding"]["y"].get("field") == field)
        for field in ("bottom", "estimate")
    )
    strong = f"datum.sure ? '{INK}' : '{MUTED}'"
    assert lines["stroke"]["expr"] == dots["stroke"]["expr"] == strong
    assert lines["strokeWidth"]["expr"].startswith("datum.sure ? ")
    assert dots["size"]["expr"].startswith("datum.sure ? ")
