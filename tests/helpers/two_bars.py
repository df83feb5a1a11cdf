"""A student's own chart, and what a notebook stores for it."""

import altair as alt

from track2lib.page import renderer

VEGA = "application/vnd.vega.v5+json"
DATA = alt.Data(values=[{"a": "one", "b": 3}, {"a": "two", "b": 5}])
BARS = alt.Chart(DATA).mark_bar().encode(x="b:Q", y="a:N")
TOLD = BARS.properties(title="Meetings", description="Two bars, the longer is two")


def bundle(chart):
    return renderer.render(chart.to_dict())[0]
