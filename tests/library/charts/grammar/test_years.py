"""Values by year, drawn by the grammar of years from rows of one's own."""

import altair as alt
import pandas as pd
import pytest

from track2lib.charts.grammar.years import around_break, as_bars

YEARS = pd.DataFrame({"year": range(2000, 2004), "value": [1.0, 2, 5, 6], "used": True})
MEANS = pd.DataFrame(
    {
        "start": [2000, 2002],
        "end": [2001, 2003],
        "mean": [1.5, 5.5],
        "number": ["$1.5", "$5.5"],
        "figure": ["1.5", "5.5"],
        "years": ["2000-2001", "2002-2003"],
    }
)


def rows_of(chart, layer):
    """Give the rows that a layer is drawn from."""
    spec = chart.to_dict()
    part = spec["layer"][layer]
    return spec["datasets"][part.get("data", spec.get("data"))["name"]]


def test_the_break_lies_between_two_years():
    """The first year after the break stands to the right of the line, and no point on it."""
    chart = around_break(YEARS, MEANS, 2002, tooltip=[], width=500)
    assert rows_of(chart, 1) == [{"at": 2001.5}]


def test_few_years_are_all_named():
    """Each of them has a tick, and Vega is not left to thin them out."""
    rows = pd.DataFrame({"year": range(2000, 2010), "value": 1.0, "used": True})
    spec = around_break(rows, MEANS, 2002, tooltip=[], width=500).to_dict()
    axis = spec["layer"][0]["encoding"]["x"]["axis"]
    assert axis["values"] == [*range(2000, 2010)]
    assert axis["tickCount"] >= len(axis["values"])


def test_each_mean_spans_its_own_years():
    """The thick lines reach from the first to the last year that went into their mean."""
    chart = around_break(YEARS, MEANS, 2002, tooltip=[], width=500)
    assert rows_of(chart, 2) == MEANS.to_dict("records")


def test_what_is_not_used_recedes_by_its_size():
    """Points that go into a mean are larger than others, whatever colors a reader sees."""
    points = around_break(YEARS, MEANS, 2002, tooltip=[], width=500).to_dict()["layer"][3]
    assert points["mark"]["size"] == {"expr": "datum.used ? 100 : 20"}


def test_words_stand_on_the_side_that_they_speak_of():
    """What is said of the years before is set to end at the break, and the other to begin there."""
    spec = around_break(YEARS, MEANS, 2002, tooltip=[], width=500).to_dict()
    sides = {
        rows_of(around_break(YEARS, MEANS, 2002, tooltip=[], width=500), n)[0]["years"]: spec[
            "layer"
        ][n]["mark"]
        for n in (4, 5)
    }
    assert sides["2000-2001"]["align"] == "right"
    assert sides["2000-2001"]["dx"] < 0 < sides["2002-2003"]["dx"]
    assert sides["2002-2003"]["align"] == "left"


def bars_of(years, asked):
    """Draw bars of one length for some years."""
    rows = pd.DataFrame({"year": years, "value": 1.0, "solid": True, "larger": True, "number": "1"})
    more = [alt.Tooltip("value:Q", title="Change")]
    return as_bars(rows, "value", asked=asked, tooltip=more, titles=("Year", "Change")).to_dict()


@pytest.mark.parametrize(("count", "step"), [(25, 30), (26, 20), (72, 10)])
def test_many_years_stand_closer(count, step):
    """Bars of many years are narrower, so that the chart stays within the page."""
    assert bars_of(range(count), 0)["width"] == {"step": step}


@pytest.mark.parametrize(
    ("years", "asked", "named"),
    [
        (range(1979, 2005), 1990, [1980, 1985, 1990, 1995, 2000]),
        (range(1979, 2005), 1994, [1980, 1985, 1990, 1994, 2000]),
        (range(1995, 1998), 1996, [1996]),
        (range(1801, 1951), 1823, [1823, 1840, 1860, 1880, 1900, 1920, 1940]),
    ],
)
def test_years_are_named_where_there_is_room(years, asked, named):
    """Names stand level and apart, and the year in question always has its own."""
    axis = bars_of(years, asked)["layer"][1]["encoding"]["x"]["axis"]
    assert axis["values"] == named
    assert axis["labelAngle"] == 0
    assert axis["labelFontWeight"]["condition"] == {
        "test": f"datum.value == {asked}",
        "value": "bold",
    }


def test_every_bar_tells_its_year_first():
    """The tooltip begins with the year, whatever else it tells."""
    bars = bars_of(range(2000, 2004), 2000)["layer"][1]
    assert [tip["field"] for tip in bars["encoding"]["tooltip"]] == ["year", "value"]


@pytest.mark.parametrize(
    ("at", "sides"), [(1950, [True, True]), (1902, [False, True]), (1999, [True, False])]
)
def test_words_that_do_not_fit_beside_the_break_begin_at_the_edge(at, sides):
    """Near an end of the plot a mean is written a line higher, and reaches over no edge."""
    rows = pd.DataFrame({"year": range(1900, 2001), "value": 1.0, "used": True})
    spec = around_break(rows, MEANS.assign(years="1900-1950 and a half"), at, tooltip=[], width=600)
    words = [layer["encoding"] for layer in spec.to_dict()["layer"][4:6]]
    assert ["field" in own["x"] for own in words] == sides
    assert [own["y"]["value"] for own in words] == [-10 if beside else -30 for beside in sides]


def test_a_year_without_a_value_breaks_the_line():
    """The line has a row for each year, and the points have those with a value."""
    chart = around_break(YEARS.drop(1), MEANS, 2002, tooltip=[], width=500)
    assert [row["value"] for row in rows_of(chart, 0)] == [1.0, None, 5, 6]
    assert len(rows_of(chart, 3)) == 3
