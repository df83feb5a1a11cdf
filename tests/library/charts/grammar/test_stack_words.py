"""What a chart of squares by year says in words."""

import pandas as pd
import pytest
from square_rows import squares

from track2lib.charts.grammar.stack_words import caption, description, headline

EVERY = [2001, 2002, 2003]
WRITTEN = pd.DataFrame({"year": EVERY, "documents": [1, 4, 2]})


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (squares(2001, 2001, 2003), "Fullest years: talks 2001 (2), documents 2002 (4)"),
        (
            squares(2001, 2001, 2003, 2003),
            "Fullest years: talks 2001 and 2003 (2 each), documents 2002 (4)",
        ),
        (squares(2001, 2002, 2003), "No year is fuller than others in talks"),
        (squares(2001, 2001, sure=False), "No year is fuller than others in talks"),
    ],
)
def test_title_names_what_leads(own: pd.DataFrame, said: str) -> None:
    """Years that are alike lead nothing, nor does what only may lie in a year."""
    assert headline(own, ["talks"], EVERY, WRITTEN) == said


def test_caption_counts_what_is_not_drawn() -> None:
    """A row without a date, and one of another year, are told by lane."""
    table = pd.DataFrame({"cited": ["Writer 2004"] * 4, "sources": ["Writer 2004"] * 4})
    said = caption({"talks": table}, squares(2001, 2001, 1990), EVERY)
    assert "Not drawn: talks: 1 row without a date and 1 of other years." in said
    assert "Not drawn" not in caption({"talks": table.head(2)}, squares(2001, 2001), EVERY)
    assert "not that more happened" in said


def test_description_tells_every_year_and_what_is_marked() -> None:
    """Whoever does not see the chart is told its counts."""
    both = pd.concat([squares(2001, 2001), squares(2003, sure=False)])
    said = description(both, ["talks"], EVERY, {"A": 2003})
    assert "talks, 2001: 2 and 2003: 0 and perhaps 1 more." in said
    assert "A is 2003." in said
