"""Lines at the borders of periods: where they stand, and where they stop."""

import pandas as pd
from own_periods import eras

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.borders import borders
from track2lib.charts.grammar.periods import closed

ACROSS = Across("1990-01-01", "2020-01-01", 600, (-80, 690))
NOTHING = pd.DataFrame(columns=["words", "day", "shift", "align", "at"])


def lines(*dates, words=NOTHING):
    """Give each line as its day, and the pixels from the top at which it begins and ends."""
    table = closed(eras(*dates)).assign(name=list(dates))
    return [
        tuple(row.values())
        for layer in borders(table, ACROSS, 300, words, 13)
        for row in layer.to_dict()["datasets"][layer.to_dict()["data"]["name"]]
    ]


def test_time_of_two_periods_has_a_line_at_both_sides():
    """The year of a change is framed, and a period that the page cuts has no line at that edge."""
    days = [day for day, *_ in lines("1980/2005", "2005/2013", "2013/..")]
    assert days == ["2005-01-01", "2006-01-01", "2013-01-01", "2014-01-01"]


def test_periods_that_touch_share_a_line():
    """Where one ends and the next begins there is one line, and at a gap there are two."""
    days = [day for day, *_ in lines("1980/1999", "2000/2004", "2009/..")]
    assert days == ["2000-01-01", "2005-01-01", "2009-01-01"]


def test_a_line_stops_at_words():
    """No line runs through what is written, on either side of its day; it goes on below."""
    place = {"day": ["2000-01-01"] * 3, "shift": [-20.0, 20.0, 5.0], "at": [50, 100, 200]}
    words = pd.DataFrame(
        {"words": ["2000 to 2009", "2000 to\n2009", "1999"], "align": ["left", "right", "left"]}
        | place
    )
    assert [part[1:] for part in lines("1980/1999", words=words)] == [
        (0, 42.5),
        (57.5, 85),
        (115, 300),
    ]


def test_there_may_be_no_borders():
    """Nothing is drawn without periods, or where one fills the page."""
    assert lines() == []
    assert lines("1980/..") == []
