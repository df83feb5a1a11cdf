"""The marks of a class book."""

import itertools

import pandas as pd

from track2lib.teaching.book_marks import LOOKS, drawn_marks, key_rows
from track2lib.teaching.book_tables import STATES


def test_shape_alone_tells_states_apart():
    """On a gray print no two look alike: another shape, hollow or full, or another size."""
    looks = [(look.shape, look.fill == look.stroke, look.size // 50) for look in LOOKS.values()]
    assert len({*looks}) == len(looks)
    assert {*LOOKS} == {*STATES} - {"none"}


def test_the_key_stays_within_its_lines():
    """Words that have no room begin the next line, and no two overlap."""
    rows, height = key_rows(STATES, 400)
    assert rows["x"].max() < 400
    assert rows["y"].max() < height
    for one, other in itertools.pairwise(rows.itertuples()):
        assert other.y > one.y or other.x > one.x + 6 * len(one.words)


def test_no_mark_for_what_was_not_handed_in():
    """An empty cell is drawn as such."""
    rows = pd.DataFrame({"state": ["first", "none"], "x": [1, 2], "y": [1, 2]})
    (drawn,) = drawn_marks(rows, {}).to_dict()["datasets"].values()
    assert [row["x"] for row in drawn] == [1]
