"""What is said around claims and what has been reported since."""

import pandas as pd
import pytest

from track2lib.charts.grammar.since_words import SPEAKS, caption, described, headline, key_of


def tally(*rows):
    """Count reports of some claims: for, against, unclear."""
    return pd.DataFrame(rows, columns=SPEAKS)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1, 0, 0)], "Of 1 claim, 1 has later reports only for"),
        (
            [(1, 2, 0), (1, 0, 3), (0, 1, 0), (0, 0, 2)],
            "Of 4 claims, 1 has later reports for and against, 1 only for, 1 only against, 1 neither for nor against",
        ),
        (
            [(0, 2, 0), (0, 1, 3), (0, 0, 1)],
            "Of 3 claims, 2 have later reports only against, 1 neither for nor against",
        ),
        ([(0, 0, 2)], "Of 1 claim, 1 has later reports neither for nor against"),
        (
            [(1, 2, 0), (0, 0, 0)],
            "Of 2 claims, 1 has later reports for and against; on 1 nothing is found",
        ),
    ],
)
def test_the_title_counts_claims_by_how_reports_speak(rows, said) -> None:
    """What no claim is, is not named; nothing found is not nothing for it."""
    assert headline(tally(*rows)) == said


def test_the_key_explains_only_what_is_there() -> None:
    """Firm reports of one year for a claim need no word on hollow marks or lines."""
    rows = pd.DataFrame({"side": ["for"], "sure": ["firm"], "first": ["2013"], "last": ["2013"]})
    assert key_of(rows) == "Above: speaks for."
    more = key_of(rows.assign(sure="weak", last="2015"))
    assert "hollow" in more
    assert "Line" in more


def test_the_caption_says_whose_reading_it_is_and_what_is_not_drawn() -> None:
    """Of another's table the reading is not ours, and reports on other claims are counted."""
    own = pd.DataFrame({"cited": ["Miller 2015, p. 3"]})
    said = caption(own, 2)
    assert "is a judgment" in said
    assert "2 reports are on other claims" in said
    assert "not to say that nothing happened" in said
    own.attrs["data"] = None
    assert "is our own reading" in caption(own, 0)
    assert "other claims" not in caption(own, 0)


def test_the_description_lists_every_report_and_every_empty_claim() -> None:
    """With its date, and by which way it speaks."""
    rows = pd.DataFrame(
        {"lane": ["a"], "side": ["against"], "title": ["A meeting"], "when": ["March 2013"]}
    )
    counts = tally((0, 1, 0), (0, 0, 0)).set_axis(["a", "b"])
    said = described(rows, {"a": "Claim one", "b": "Claim two"}, counts)
    assert "Claim one: against: A meeting (March 2013)." in said
    assert "Claim two: nothing found." in said
