"""A series before and after a year."""

import pandas as pd
import pytest
from drawn import caption_of
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
