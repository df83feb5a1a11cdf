"""Who held office stands above, and thin lines have their names side by side."""

import itertools

import pandas as pd
import pytest

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.strips import named_turns, strips, turns
from track2lib.charts.grammar.widths import pixels

ACROSS = Across("1990-01-01", "2020-01-01", 700, (0, 700))


def span(name: str, start: str, end: str) -> dict[str, str]:
    """Make a span of a strip."""
    return {"name": name, "start": start, "end": end, "tint": "white", "colour": "black"}


@pytest.mark.parametrize("count", [1, 4, 10])
def test_names_of_a_strip_are_kept_apart(count: int) -> None:
    """However long and many they are, each stands on the page, and lines are added for them."""
    own = [
        span(f"The cabinet of national unity {n}", f"{1990 + 3 * n}-01-01", f"{1993 + 3 * n}-01-01")
        for n in range(count)
    ]
    layers, height = strips({"Aland": own}, ACROSS, 100)
    rows = layers[1].data
    ends = [
        (row.line, ACROSS.at(row.day) + row.shift - half, ACROSS.at(row.day) + row.shift + half)
        for row in rows.itertuples()
        for half in [pixels(row.name, 13) / 2]
    ]
    for (line, a, b), (other, c, d) in itertools.combinations(ends, 2):
        assert line != other or b < c or d < a
    assert all(left >= 0 and right <= 700 for _, left, right in ends)
    assert height > 15 * rows["line"].max()


def test_a_sliver_at_the_edge_has_no_name() -> None:
    """What the page cuts to a few pixels is drawn and not named: its name would stand over another."""
    own = [span("Before", "1990-01-01", "1990-03-01"), span("After", "1990-03-01", "2020-01-01")]
    layers, _ = strips({"Aland": own}, ACROSS, 100)
    assert layers[1].data["name"].tolist() == ["After"]


def events(*spans: tuple[str, str, str]) -> pd.DataFrame:
    """Make turning points."""
    rows = [
        {"label": a, "title": a, "when": b, "cited": "A 2010", "start": b, "end": c}
        for a, b, c in spans
    ]
    return pd.DataFrame(rows)


def test_a_day_is_a_line_and_a_year_lies_between_two() -> None:
    """What is known to a year alone has no line of its own, which would look like a day in it."""
    rows, height = named_turns(
        events(("Day", "2001-05-02", "2001-05-03"), ("Year", "2010-01-01", "2011-01-01")),
        ACROSS,
        30,
    )
    assert rows["broad"].tolist() == [False, True]
    assert height == 15
    (lines,), _ = turns(rows, ACROSS, 200, [])
    drawn = lines.data[["start", "broken"]].values.tolist()
    assert drawn == [["2001-05-02", False], ["2010-01-01", True], ["2011-01-01", True]]


def test_there_may_be_no_turning_points() -> None:
    """Nothing is drawn, and nothing takes room."""
    rows, height = named_turns(events(), ACROSS, 30)
    assert (height, turns(rows, ACROSS, 200, [])) == (0, ([], []))


def test_lines_stop_at_what_is_written() -> None:
    """A line has a gap where a name stands in its way, and none where one stands beside it."""
    rows, _ = named_turns(events(("Day", "2001-05-02", "2001-05-03")), ACROSS, 30)
    at = ACROSS.at("2001-05-02")
    in_its_way, beside = (at - 40, at + 40, 90, 105), (at + 5, at + 40, 120, 135)
    (lines,), _ = turns(rows, ACROSS, 200, [in_its_way, beside])
    assert lines.data[["up", "low"]].values.tolist() == [[30, 90], [105, 200]]


def test_lines_stop_at_names_of_other_turning_points() -> None:
    """A name that stands lower than the beginning of another line is not crossed by it."""
    own = [("The first of them all", f"2019-0{n}-02", f"2019-0{n}-03") for n in (5, 8)]
    rows, _ = named_turns(events(*own), ACROSS, 0)
    (lines,), _ = turns(rows, ACROSS, 200, [])
    assert len(lines.data) > len(rows)
