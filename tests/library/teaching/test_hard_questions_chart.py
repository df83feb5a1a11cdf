"""The picture of questions that a class found hard."""

import pandas as pd
import pytest
from drawn import caption_of, drawn_height, drawn_width, rows_of

from track2lib.page.sentence import title_of
from track2lib.page.theme import enable_charts
from track2lib.teaching.hard_questions_chart import hard_questions_chart


def questions(*counts):
    """Give questions by how many of how many solved them at the first attempt."""
    rows = [
        (f"q1-{n}", "01", "Which of *these* `x`?", of, first, first / of if of else None)
        for n, (first, of) in enumerate(counts, start=1)
    ]
    names = ["question", "lesson", "prompt", "answered", "first", "share_first"]
    table = pd.DataFrame(rows, columns=names).sort_values("share_first")
    return table.assign(low=0.1, high=0.9, attempts=2.0)


def told(*counts):
    return hard_questions_chart(questions(*counts), 30).to_dict()


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ([(3, 9), (8, 9)], "q1-1 was hardest: 3 of 9 solved it at the first attempt"),
        (
            [(3, 9), (3, 9), (8, 9)],
            "q1-1 and q1-2 were hardest: 33% solved them at the first attempt",
        ),
        ([(3, 9)] * 5, "5 questions were hardest: 33% solved them at the first attempt"),
        ([(9, 9)] * 2, "Whoever answered a question solved it at the first attempt"),
        ([(1, 2), (0, 0)], "q1-1 was hardest: 1 of 2 solved it at the first attempt"),
    ],
)
def test_the_title_follows_from_the_rows(counts, title):
    """It names the hardest, and none where all were solved."""
    assert title_of(told(*counts)) == title


def test_nobody_answered():
    """Then there is nothing to draw, and it says so."""
    with pytest.raises(ValueError, match="Nobody has answered"):
        told((0, 0))


def test_it_fits_a_screen(book):
    """The hardest sixteen, said so, within 640 by 830 pixels; it says that solutions are open."""
    enable_charts()
    chart = book.hard_questions_chart()
    spec = chart.to_dict()
    assert drawn_height(spec) <= 640
    assert drawn_width(spec) <= 830
    assert len(rows_of(chart)) == 16
    caption = " ".join(caption_of(spec))
    assert f"The 16 hardest of {(book.questions['answered'] > 0).sum()} questions." in caption
    assert "Solutions are open to whoever asks" in caption


def test_marks_of_a_question_are_not_read_as_such():
    """Signs of emphasis and code are left out of its words."""
    (row, *_) = rows_of(hard_questions_chart(questions((1, 2)), 2))
    assert row["label"] == "q1-1  Which of these x?"
