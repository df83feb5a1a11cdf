"""A series before and after a year."""

import pandas as pd
import pytest
from drawn import caption_of, rows_of
from impact_charts import votes

from track2lib import impact


def test_a_break_outside_the_series_is_refused():
    """A year before or after all values gets an error with the span of the series."""
    with pytest.raises(ValueError, match=r"No year lies before 2030.*1971 to 2019"):
        impact.series_chart(votes(), 2030)


def test_a_series_with_a_gap_is_not_drawn():
    """A year that is compared and has no value is named."""
    with pytest.raises(ValueError, match="no value for 2001"):
        impact.series_chart(votes().drop(2001))
    assert impact.series_chart(votes().drop(1975))


def test_a_series_without_a_source_says_that_it_has_none():
    """What a reader has typed names nobody, and the caption does not pretend to."""
    own = pd.Series(range(8), index=range(2000, 2008), dtype=float)
    words = " ".join(caption_of(impact.series_chart(own, 2004).to_dict()))
    assert words == "Source: not stated. What comes after a year need not come from it."


def test_a_name_from_right_to_left_is_marked_in_the_title():
    """The year behind it stays behind it."""
    own = pd.Series([1.0, 2.0] * 6, index=range(1990, 2002), name="رأی‌ها 1990")
    title = impact.series_chart(own, 1996).to_dict()["title"]["text"]
    assert title[0].startswith("\u2068رأی‌ها 1990\u2069: ")


def test_more_years_than_pixels_are_refused():
    """A series of thousands of years is refused with what to do, before Altair refuses it."""
    values = pd.Series(1.0, index=range(-3000, 3000))
    with pytest.raises(ValueError, match=r"6,000 years.*\.loc\[first:last\]"):
        impact.series_chart(values)
    impact.series_chart(values.loc[1900:2020])


def subtitle_of(values, at=2004, **settings):
    """Give what stands below the title of a series."""
    return " ".join(impact.series_chart(values, at, **settings).to_dict()["title"]["subtitle"])


def test_what_is_measured_stands_below_the_title():
    """Whose agreement it is, or whose trade, is said in the words of the table, if it has any."""
    about = votes().attrs
    assert subtitle_of(votes()).startswith(f"{about['measures']} Unit: {about['unit']}. ")
    own = pd.Series(range(20), index=range(1990, 2010), dtype=float)
    assert subtitle_of(own, window=4).startswith("Unit: not stated. ")


def test_what_has_no_value_is_named():
    """Years without a value, and sides that are shorter than asked for, are named on the chart."""
    own = pd.Series(range(20), index=range(1990, 2010), dtype=float)
    assert "No value" not in subtitle_of(own, window=4)
    assert "No value for 1992-1994 and 1996." in subtitle_of(
        own.drop([1992, 1993, 1994, 1996]), window=4
    )
    many = own.drop(range(1991, 2003, 2))
    assert subtitle_of(many, window=1).endswith("1997, 1999 and 1 more year.")
    assert "Only 6 years from 2004 on, not 8." in subtitle_of(own)
    assert "Only" not in subtitle_of(own, window=6)


def test_a_line_is_broken_where_no_value_is():
    """A year without a value has a row in the line, and none among the points."""
    own = pd.Series(range(20), index=range(1990, 2010), dtype=float).drop(1992)
    rows = rows_of(impact.series_chart(own, 2004, window=4))
    assert [row for row in rows if row.get("year") == 1992] == [{"year": 1992, "value": None}]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (2.0, "up from 1.00 (1998-2001) to 2.00 (2002-2005)"),
        (0.5, "down from 1.00 (1998-2001) to 0.50 (2002-2005)"),
        (1.001, "1.00 both in 1998-2001 and in 2002-2005"),
    ],
)
def test_the_title_says_which_way_the_mean_went(after, said):
    """Up, down or no different, as the numbers are written."""
    own = pd.Series([1.0] * 4 + [after] * 4, index=range(1998, 2006), name="Votes")
    assert " ".join(impact.series_chart(own, 2002).to_dict()["title"]["text"]) == f"Votes: {said}"


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("million U.S. dollars, nominal", "from -$2.00 million (1998-2001) to $1.50 million (2002"),
        ("U.S. dollars", "from -$2.00 (1998-2001) to $1.50 (2002"),
        ("share of million U.S. dollars", "from -2.00 (1998-2001) to 1.50 (2002"),
        ("", "from -2.00 (1998-2001) to 1.50 (2002"),
    ],
)
def test_money_is_written_as_money(unit, said):
    """Where the unit is dollars, the title has their sign; at the line is the figure of the axis."""
    own = pd.Series([-2.0] * 4 + [1.5] * 4, index=range(1998, 2006), name="Trade")
    own.attrs["unit"] = unit
    spec = impact.series_chart(own, 2002).to_dict()
    assert said in " ".join(spec["title"]["text"])
    figures = [row["figure"] for row in spec_rows(spec) if "dy" in row]
    assert figures == ["-2.00", "1.50"]


def spec_rows(spec):
    """Give all rows that a specification carries."""
    return [row for rows in spec["datasets"].values() for row in rows]


def test_a_title_of_two_lines_begins_with_the_name():
    """What is too long for a line is broken behind the name, and not within the last pair of years."""
    title = impact.series_chart(impact.load_series("us-exports")).to_dict()["title"]["text"]
    assert title[0] == "U.S. goods exports to Iran:"


def test_words_above_a_series_stand_above_its_points():
    """The means are written above the plot, where no point can be."""
    spec = impact.series_chart(votes()).to_dict()
    words = [
        part["encoding"]["y"]
        for part in spec["vconcat"][0]["layer"]
        if part["mark"]["type"] == "text" and "value" in part["encoding"]["y"]
    ]
    assert len(words) == 2
    assert all(place["value"] < 0 for place in words)
