"""What the coding form says."""

import pytest

from track2lib.impact.codings import read_codings
from track2lib.impact.rubric import COLUMNS
from track2lib.reader.coder_file import LONGEST, Codings
from track2lib.widgets.coding_words import after_change, how_far


@pytest.fixture
def saved(own_folder):
    """Begin the file of a coder."""
    return Codings("me", read_codings, COLUMNS)


def test_what_is_done_and_what_is_open_is_counted(saved):
    """Of the cases that are asked about, each decision is done, open, or lacks its reason."""
    assert how_far(saved, ["d1", "d2"], ["c1"]) == "0 of 2 decisions coded."
    saved.change(
        {("d1", "c1"): ("denied", ""), ("d2", "c1"): ("", "So"), ("x", "c1"): ("denied", "")}
    )
    assert how_far(saved, ["d1", "d2"], ["c1"]) == (
        "1 of 2 decisions coded. 1 without a reason: a code without one cannot be discussed. 1 with "
        "a reason and no code yet. Saved."
    )
    assert how_far(saved, ["d2"], ["c1"], "Not taken up.").endswith("no code yet. Not taken up.")


def test_a_reason_that_was_cut_is_told(saved):
    """Beside a decision stands whether all of it was saved."""
    assert after_change(saved, "So") == "Saved."
    assert "behind the first" in after_change(saved, "x" * (LONGEST + 1))
    saved.trouble = "not saved"
    assert "could not be saved" in after_change(saved, "So")
