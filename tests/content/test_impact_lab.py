"""What the impact lab says of our own cases."""

import pytest

import track2lib as t2
from track2lib import impact
from track2lib.impact.rubric import CODES
from track2lib.impact.tracing import test_kind as kind_of


def test_the_readings_vary():
    """Each code occurs, none stands in much more than half, and no case has one code throughout."""
    readings = impact.load_codings()
    assert set(readings["code"]) == set(CODES)
    for _, own in readings.groupby("coder"):
        assert own["code"].value_counts().max() <= 22
        assert (own.groupby("dialogue_id")["code"].nunique() > 1).all()
        assert (own.groupby("construct_id")["code"].nunique() > 1).all()


def test_every_reading_has_a_reason_and_a_passage():
    """Both readings code each of the eight cases on each contribution, with a reason and its source."""
    table = t2.load("codings")
    assert len(table) == 2 * 8 * 5
    assert (table["reason"].str.split().str.len() >= 8).all()
    assert table["cited"].notna().all()


def test_a_code_is_worded_as_in_the_descriptor():
    """The rubric and the data package have the same codes."""
    allowed = t2.codebook("codings").set_index("column").loc["code", "values"]
    assert allowed.split(", ") == list(CODES)


@pytest.mark.parametrize("table", ["constructs"])
def test_each_claim_can_be_held_against_something(table):
    """Contributions, RAND's purposes and limits, and all stages: what would show, what would tell against."""
    claims = t2.load(table)
    meant = claims["kind"].isin(["contribution", "purpose", "limit", "risk", "stage"])
    assert meant.sum() > 30
    for column in ("observable", "against"):
        assert claims.loc[meant, column].notna().all()
    assert (claims["observable"] != claims["against"]).all()


def test_our_series_as_the_lesson_tells_them():
    """Raw, split and net changes of the votes are the figures of the lesson."""
    final, gap = impact.load_series("un-agreement-final"), impact.load_series("un-agreement-gap")

    def change(values, at, window=8):
        return impact.estimate_change(values, at, window=window).loc[0, "estimate"]

    assert change(final, 2005) == pytest.approx(-0.089, abs=0.0005)
    assert change(gap, 2005) == pytest.approx(-0.025, abs=0.0005)
    assert change(final.loc[1997:2004], 2001, 4) == pytest.approx(-0.105, abs=0.0005)
    for name, closer in (("us-exports", True), ("visas-students", True), ("disputes-cow", False)):
        values = impact.load_series(name)
        assert (change(values, 2005) > 0) == (closer or values.attrs["higher"] == "further apart")


CLUES = t2.load("clues")
PRIORS = t2.load("hypotheses").set_index("hypothesis_id")["prior"]


@pytest.mark.parametrize("hypothesis", PRIORS.index)
def test_our_tracings_end_in_doubt(hypothesis):
    """Thin evidence leaves both hypotheses open, and an archive could still settle each."""
    own = CLUES[CLUES["hypothesis_id"] == hypothesis]
    traced = impact.trace(own, PRIORS[hypothesis])
    assert 0.2 < traced["posterior"].iloc[-1] < 0.8
    decisive = traced.loc[traced["observed"] == "not looked up", "test"]
    assert set(decisive) & {"smoking gun", "doubly decisive"}


def test_all_four_tests_occur_in_our_clues():
    """The lesson has an example of each kind of test."""
    kinds = {kind_of(row.if_true, row.if_false) for row in CLUES.itertuples()}
    assert kinds == {"straw in the wind", "hoop", "smoking gun", "doubly decisive"}


def test_each_clue_has_a_short_name():
    """Each clue has a name of its own that fits beside its arrow, and names whoever the clue names."""
    assert CLUES["short"].str.len().between(10, 60).all()
    assert CLUES["short"].is_unique
    named = CLUES["clue"].str.contains("DiMaggio")
    assert CLUES.loc[named, "short"].str.contains("DiMaggio").all()
    assert not CLUES.loc[~named, "short"].str.contains("DiMaggio").any()
