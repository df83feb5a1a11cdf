"""Marks and their names are packed into few rows, and none lies on another."""

import itertools

import pytest

from track2lib.charts.grammar.packing import APART, Mark, packed

WIDE = 600


def taken(mark: Mark, side: str) -> tuple[float, float]:
    """Give the pixels of a mark and of its name."""
    beyond = {"in": 0, "behind": 0, "before": APART + mark.wide}[side]
    return mark.left - beyond, mark.right + (APART + mark.wide) * (side == "behind")


def marks(count: int) -> list[Mark]:
    """Make as many marks that crowd in one place, short ones and long ones."""
    lefts = [300 + (n * 37) % 90 for n in range(count)]
    return [
        Mark(left, left + long, (left, left + long), 60 + 10 * (n % 4))
        for n, (left, long) in enumerate(zip(lefts, itertools.cycle([4, 4, 160]), strict=False))
    ]


@pytest.mark.parametrize("count", [1, 2, 7, 25])
def test_nothing_lies_on_anything(count: int) -> None:
    """In each row, marks and names keep their distance, and stay on the page."""
    own = marks(count)
    places = packed(own, WIDE)
    found = [(place.row, *taken(mark, place.side)) for mark, place in zip(own, places, strict=True)]
    for (row, a, b), (other, c, d) in itertools.combinations(found, 2):
        assert row != other or b < c or d < a
    assert all(left >= 0 and right <= WIDE for _, left, right in found)


def test_names_change_sides_to_save_rows() -> None:
    """Four points in a crowd need two rows, with names before and behind, and not four."""
    crowd = [Mark(at, at + 4, (at, at + 4), 200) for at in (280, 290, 300, 310)]
    assert 1 + max(place.row for place in packed(crowd, WIDE)) == 2


def test_a_name_stands_in_a_bar_that_has_room() -> None:
    """Only there; beside a short bar it stands where the page goes on."""
    bars = [Mark(0, 200, (0, 200), 80), Mark(590, 595, (590, 595), 80)]
    assert [place.side for place in packed(bars, WIDE)] == ["in", "before"]


def test_there_may_be_nothing() -> None:
    """No marks take no rows."""
    assert packed([], WIDE) == []


def test_packing_is_the_same_each_time() -> None:
    """Chance decides where the search starts, and starts with the same numbers."""
    assert packed(marks(25), WIDE) == packed(marks(25), WIDE)


def test_names_stand_behind_wherever_that_costs_no_row() -> None:
    """Readers find most names at one side; whatever stands before its mark saves a row there."""
    own = marks(25)
    places = packed(own, WIDE)
    sides = [place.side for place in places]
    rows = 1 + max(place.row for place in places)
    before = [n for n, side in enumerate(sides) if side == "before"]
    assert before
    for n in before:
        tried = [*sides[:n], "behind", *sides[n + 1 :]]
        spans = [taken(mark, side) for mark, side in zip(own, tried, strict=True)]
        beyond = spans[n][1] > WIDE
        most = max(sum(a - 2.5 <= at < b + 2.5 for a, b in spans) for at, _ in spans)
        assert beyond or most > rows
