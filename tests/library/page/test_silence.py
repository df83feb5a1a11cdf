"""What of a chart is read aloud, and what is silent."""

import altair as alt
import pandas as pd
import pytest
import vl_convert
from hearing import heard_in, heard_in_vega

from track2lib.page.silence import moving_title, named_groups, silenced

ROWS = pd.DataFrame({"a": ["one", "two"], "b": [3, 5], "said": ["One: 3", "Two: 5"]})
BARS = alt.Chart(ROWS).mark_bar(color="red").encode(x="b:Q", y="a:N", color="a:N", size="b:Q")
SHAPES = {
    "single": BARS,
    "a mark by its name": alt.Chart(ROWS, mark="tick").encode(x="b:Q"),
    "layered": BARS + BARS.mark_text().encode(text="b:Q"),
    "faceted": (BARS + BARS.mark_rule()).facet(row=alt.Row("a:N", title=None)),
    "side by side": BARS | BARS,
    "stacked": alt.vconcat(BARS, BARS & BARS),
    "in rows": alt.concat(BARS, BARS, columns=1),
    "with an axis of its own": BARS.encode(x=alt.X("b:Q", axis=alt.Axis(format="d"))),
    "at a value": BARS.encode(x=alt.datum(4)),
    "with a legend below": BARS.encode(color=alt.Color("a:N").legend(orient="bottom")),
    "without axis and legend": BARS.encode(
        x=alt.X("b:Q", axis=None), color=alt.Color("a:N", legend=None)
    ),
}
HEADS = {"title"}  # of the groups of rows, which are words


@pytest.mark.parametrize("shape", SHAPES)
def test_what_has_no_words_is_silent(shape):
    """Of no kind of chart is a mark, an axis or a legend heard that was given no words."""
    assert heard_in(SHAPES[shape].to_dict())
    assert {kind for kind, _ in heard_in(silenced(SHAPES[shape]).to_dict())} <= HEADS


@pytest.mark.parametrize("shape", SHAPES)
def test_the_chart_is_left_as_it_was(shape):
    """What is silenced is a copy, so that the same part can stand in another chart."""
    before = SHAPES[shape].to_dict()
    silenced(SHAPES[shape])
    assert SHAPES[shape].to_dict() == before


def test_what_has_words_says_these_and_no_more():
    """A mark with a description is heard by it, beside one that is silent."""
    told = BARS.encode(description="said:N") + BARS.mark_text().encode(text="b:Q")
    assert heard_in(silenced(told).to_dict()) == [("bar", "One: 3"), ("bar", "Two: 5")]


def test_an_axis_with_a_description_is_silent_too():
    """Vega reads the ends of a scale in its place, so that it would say what no row does."""
    axis = alt.Axis(description="Meetings, from few to many")
    assert heard_in(silenced(BARS.encode(x=alt.X("b:Q", axis=axis))).to_dict()) == []


def test_nothing_is_drawn_otherwise():
    """Silence changes no pixel and no color."""
    spec, quiet = BARS.to_dict(), silenced(BARS).to_dict()
    assert quiet["mark"] == {**spec["mark"], "aria": False}
    assert {name: {**c, "axis": None} for name, c in quiet["encoding"].items()}.keys() == spec[
        "encoding"
    ].keys()


def test_groups_of_marks_have_a_name():
    """A group is called by a word, and not by all that is in it; who has named one keeps the name."""
    vega = vl_convert.vegalite_to_vega(silenced(SHAPES["stacked"]).to_dict())
    vega["marks"][0]["description"] = "Mine"
    named_groups(vega)
    assert [mark["description"] for mark in vega["marks"]][:2] == ["Mine", "Chart"]
    told = [label for kind, label in heard_in_vega(vega) if kind.endswith("container")]
    assert {*told} == {"Mine", "Chart"}


def test_a_title_that_moves_is_heard_by_a_mark():
    """Vega keeps the name that a title had at first, so a mark says it, and the title is silent."""
    title = alt.TitleParams(alt.ExprRef("'Now ' + n"), subtitle=["Two", "lines"])
    still = BARS.properties(title=alt.TitleParams("Then", subtitle="One line"))
    slider = alt.param(name="n", value=3, bind=alt.binding_range(min=0, max=9))
    vega = vl_convert.vegalite_to_vega(
        silenced(BARS.properties(title=title).add_params(slider)).to_dict()
    )
    size = vl_convert.vega_to_svg(vega).split("viewBox")[0]
    moving_title(vega)
    heard = [(kind, label) for kind, label in heard_in_vega(vega) if kind.endswith("title")]
    assert heard == [("title", "Now 3"), ("subtitle", "Two lines")]
    assert vl_convert.vega_to_svg(vega).split("viewBox")[0] == size
    other = vl_convert.vegalite_to_vega(silenced(still).to_dict())
    before = str(other)
    moving_title(other)
    assert str(other) == before
