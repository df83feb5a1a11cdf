"""Names beside marks: each where there is room, and nowhere else."""

import pytest

from track2lib.charts.grammar.naming import LETTER, Name, placed_names

ROOM = (0.0, 0.0, 400.0, 200.0)


def test_the_first_choice_is_the_right_side():
    """A name stands to the right of its mark, or to the left where the edge is near."""
    (right,) = placed_names([Name(50, 100, 5, "Bonn")], ROOM)
    (left,) = placed_names([Name(390, 100, 5, "Bonn")], ROOM)
    assert (right.align, right.x) == ("left", 58)
    assert (left.align, left.x) == ("right", 382)
    assert right.way is None


def test_names_keep_apart():
    """Of two marks at one point both are named, and the second by a line."""
    first, second, third = placed_names(
        [Name(200, 100, 5, name) for name in ("One", "Two", "Six")], ROOM
    )
    assert len({(named.x, named.y) for named in (first, second, third)}) == 3
    many = placed_names([Name(200, 100, 5, "A rather long name")] * 40, ROOM)
    assert None in many
    boxes = []
    for named in filter(None, many):
        lines = named.text.split("\n")
        wide, high = LETTER * max(map(len, lines)), 15 * len(lines)
        left = named.x - {"left": 0, "right": wide, "center": wide / 2}[named.align]
        boxes.append((left, named.y - high / 2, left + wide, named.y + high / 2))
    for n, one in enumerate(boxes):
        for other in boxes[:n]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


def test_a_name_stands_far_from_its_mark_only_with_a_line():
    """Where what is near is taken, a line leads to the name, from the mark."""
    taken = [(0, 85, 180, 115), (190, 80, 400, 120), (150, 70, 250, 90), (150, 110, 250, 130)]
    (named,) = placed_names([Name(185, 100, 5, "Bonn")], ROOM, taken)
    assert named is None or named.way is not None


@pytest.mark.parametrize(("text", "lines"), [("Cambridge, Massachusetts", 2), ("Bonn", 1)])
def test_a_long_name_may_stand_in_two_lines(text, lines):
    """Between two edges that are too near for one line, there are two."""
    (named,) = placed_names([Name(60, 100, 4, text)], (0, 0, 190, 200))
    assert named.text.count("\n") + 1 == lines
    assert named.text.replace("\n", " ") == text


def test_wide_letters_take_their_room():
    """Of as many letters, Latin ones have room and Chinese ones have none."""
    for text, named in (("Town " * 4, True), ("平和都市" * 5, False)):
        (place,) = placed_names([Name(10, 100, 4, text)], (0, 0, 190, 110))
        assert bool(place) == named


def test_each_of_a_crowd_has_a_line_away_from_the_others():
    """Where marks touch, a name beside one could be that of another, and a line would hide a third."""
    crowd = [Name(200, 100, 4, "West"), Name(207, 100, 4, "East"), Name(203, 94, 3, "North")]
    west, east, north = placed_names(crowd, ROOM)
    for mark, named in zip(crowd, (west, east, north), strict=True):
        assert named.way is not None
        for other in crowd:
            along, across = named.way[0] - mark.x, named.way[1] - mark.y
            x, y = other.x - mark.x, other.y - mark.y
            length = (along**2 + across**2) ** 0.5
            if other is not mark and along * x + across * y > 0:
                assert abs(along * y - across * x) / length >= 3
    assert west.way[0] < 200
    assert east.way[0] > 207
    assert north.way[1] < 94


def test_a_large_mark_needs_no_line_among_small_ones():
    """Its name is plain where a small mark lies near, whose name has a line."""
    large, small = placed_names([Name(200, 100, 14, "Large"), Name(196, 118, 3, "Small")], ROOM)
    assert large.way is None
    assert small.way is not None


def test_a_line_goes_over_no_other_mark():
    """Where the only way out is over the middle of a mark that touches, a name has no room."""
    around = [(0, 0, 192, 200), (192, 0, 400, 88), (192, 112, 400, 200)]
    west = Name(200, 100, 4, "West")
    (alone,) = placed_names([west], ROOM, around)
    assert alone is not None
    assert placed_names([west, Name(205, 100, 3, "East")], ROOM, around)[0] is None
