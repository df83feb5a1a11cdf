"""Places in pixels."""

import altair as alt
import pandas as pd
import vl_convert

from track2lib.charts.grammar.pixels import at_pixels


def test_a_pixel_is_a_pixel():
    """A mark stands where its fields say, wherever that is on the page."""
    rows = pd.DataFrame({"left": [0, 30, 170], "top": [10, 0, 95], "n": [0, 1, 2]})
    chart = alt.Chart(rows, width=200, height=100).mark_point().encode(**at_pixels("left", "top"))
    scene = vl_convert.vegalite_to_scenegraph(chart.to_dict())["scenegraph"]
    (points,) = scene["items"][0]["items"]
    assert [(item["x"], item["y"]) for item in points["items"]] == [(0, 10), (30, 0), (170, 95)]
