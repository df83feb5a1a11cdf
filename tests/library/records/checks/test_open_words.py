"""Words of one's own that charts sort by are asked about where two look alike."""

import pytest
from hand_written import fill
from own_rows import ROWS

import track2lib as t2

ASK = "If they are one, write it in one way; if not, leave both."


@pytest.mark.parametrize(
    ("table", "column", "one", "other"),
    [
        ("organizations", "side", "Indian", "indian"),
        ("organizations", "side", "Indian", "Indian "),
        ("topics", "area", "آب یک", "آب\u00a0يک"),
        ("accounts", "theme", "water", "Water"),
        ("places", "country", "Iran", "IRAN"),
    ],
)
def test_two_spellings_of_a_word_are_asked_about_once(mine, table, column, one, other):
    """A chart would draw two sides, areas or themes: the second spelling is shown where it begins."""
    rows = zip(ROWS[table], (one, other, other), strict=True)
    fill(mine, table, *(row | {column: word} for row, word in rows))
    said = f"{other!r} and {one!r} look alike, and count as two."
    assert t2.validate(mine).values.tolist() == [[f"{table}.csv", 3, column, said, ASK, "warning"]]


def test_words_that_differ_are_left_alone(mine):
    """Other words, and an empty cell, are no spelling of one."""
    rows = zip(ROWS["organizations"], ("Indian", "Pakistani", ""), strict=True)
    fill(mine, "organizations", *(row | {"side": word} for row, word in rows))
    assert t2.validate(mine).empty
