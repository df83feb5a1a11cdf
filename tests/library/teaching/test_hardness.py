"""How hard a class found the questions."""

import pandas as pd
import pytest
from scipy.stats import norm

from track2lib.lessons.question import lessons
from track2lib.teaching.hardness import questions_of

ASKED = {"02": lessons()["02"]}


def answers(**states):
    """Give answers by question, one student for each state."""
    rows = [
        (f"s{n}", "02", f"q2-{key[1:]}", "choice", state, {"first": 1, "open": 0}.get(state, 3))
        for key, own in states.items()
        for n, state in enumerate(own)
    ]
    return pd.DataFrame(
        rows, columns=["student", "lesson", "question", "kind", "state", "attempts"]
    )


def test_counts_and_order():
    """Of those who answered, how many at the first attempt; the hardest first, the unanswered last."""
    table = questions_of(
        answers(
            q1=["first"] * 4,
            q2=["first", "later", "tried", "open", "none"],
            q3=["first", "later", "later"],
            q5=["open", "none"],
        ),
        ASKED,
    )
    assert table["question"].tolist() == ["q2-2", "q2-3", "q2-1", "q2-5"]
    row = table.iloc[0]
    assert row[["handed_in", "answered", "solved", "first"]].tolist() == [4, 3, 2, 1]
    assert row["share_first"] == pytest.approx(1 / 3)
    assert row["attempts"] == pytest.approx(7 / 3)
    assert table.iloc[3][["share_first", "low", "high", "attempts"]].isna().all()
    assert table.iloc[3]["handed_in"] == 1


def test_the_interval_is_that_of_wilson():
    """Held against its formula (Wilson 1927)."""
    row = questions_of(answers(q1=["first"] * 9 + ["tried"] * 18), ASKED).iloc[0]
    n, share, z = 27, 9 / 27, norm.ppf(0.975)
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * (share * (1 - share) / n + z**2 / (4 * n**2)) ** 0.5
    assert (row["low"], row["high"]) == pytest.approx((middle - half, middle + half))


def test_sentences_and_guesses_are_not_judged():
    """Only judged questions can be hard."""
    rows = answers(q1=["first"], q4=["sentence"])
    rows.loc[rows["question"] == "q2-4", "kind"] = "guess"
    assert questions_of(rows, ASKED)["question"].tolist() == ["q2-1"]
