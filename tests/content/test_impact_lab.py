"""What the impact lab says of our own cases."""

import json
import re
from pathlib import Path

import pytest

import track2lib as t2
from track2lib import impact
from track2lib.impact.clue_kinds import test_kind as kind_of
from track2lib.impact.rubric import CODES

CELLS = json.loads(
    Path(__file__).parents[2].joinpath("notebooks/11-impact-lab.ipynb").read_text(encoding="utf-8")
)["cells"]
LESSON = ["".join(cell["source"]) for cell in CELLS]
CODE = ["".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"]


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


def test_how_much_was_read_behind_the_readings():
    """Of the sources behind the codings, two were read whole, as the lesson says."""
    behind = {key for keys in t2.load("codings")["sources"] for key in keys.split("; ")}
    extent = t2.load("sources").set_index("source_id").loc[[*behind], "extent_read"]
    assert (len(extent), (extent == "whole").sum()) == (42, 2)
    said = "of the 42 sources behind the readings we have read only two from beginning to end"
    assert said in " ".join(LESSON)


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


def test_each_series_says_whose_it_is():
    """A series about one of the two countries, or both, names Iran in its name or in what it measures."""
    table = t2.load("outcome_series")
    said = table["name"] + " " + table["measures"]
    about = (table[["actor_a", "actor_b"]] == "IRN").any(axis=1)
    assert about.sum() > 25
    assert said[about & ~said.str.contains("Iran")].tolist() == []


def test_agreement_before_and_after_mending():
    """Three codes changed when the second reading was checked; before it, 35 of 40 were the same."""
    (cell,) = [text for text in CODE if text.startswith("before = ")]
    known = {"both": impact.load_codings(), "lab": impact}
    *steps, last = cell.splitlines()
    exec("\n".join(steps), known)  # the very cell that the lesson shows
    was = eval(last, known).iloc[0]
    changed = (
        known["before"]["code"] != known["both"].set_index(known["before"].index.names)["code"]
    )
    assert changed.sum() == 3
    assert (
        was["units"] * known["lab"].agreement(known["before"].reset_index()).loc[0, "agreement"]
    ) == 35
    assert was["alpha"] == pytest.approx(0.82)
    now = impact.agreement(known["both"]).iloc[0]
    assert now["agreement"] * now["units"] == pytest.approx(36)
    assert now["alpha"] == pytest.approx(0.85, abs=0.005)


def test_the_clean_placebos_of_the_votes():
    """Of nineteen years that hold nothing of 2005, eight change more; of those that do, five."""
    ranked = impact.placebo(impact.load_series("un-agreement-final"), 2005).set_index("year")
    larger = ranked["estimate"].abs() > abs(ranked.loc[2005, "estimate"])
    assert ranked.index[ranked["clean"]].tolist() == list(range(1979, 1998))
    assert ranked.index[larger & ranked["clean"]].tolist() == list(range(1979, 1987))
    assert ranked.index[larger & ~ranked["clean"]].tolist() == list(range(2000, 2005))
    assert ranked.loc[2005, "rank"] == 9
    visas = impact.placebo(impact.load_series("visas-students"), 2005).set_index("year")
    assert visas.index[visas["clean"]].tolist() == [2013, 2014, 2015, 2016, 2017]
    assert visas.loc[2005, ["rank", "smallest"]].tolist() == [1, pytest.approx(1 / 6)]


def test_what_all_ways_to_ask_leave_open():
    """Of 54 analyses 52 are compatible with no change, and 40 with a large one in either direction."""
    table = impact.all_specifications()
    low, high = table["wide_low"], table["wide_high"]
    assert len(table) == 54
    assert ((low < 0) & (high > 0)).sum() == 52
    assert ((low < -1) & (high > 1)).sum() == 40
    exceptions = table[(low > 0) | (high < 0)]
    assert set(exceptions["measure"]) == {"UN agreement, final passage"}
    assert set(exceptions["at"]) == {2001}


CLUES = t2.load("clues")
PRIORS = t2.load("hypotheses").set_index("hypothesis_id")["prior"]


@pytest.mark.parametrize("hypothesis", PRIORS.index)
def test_our_tracings_end_in_doubt(hypothesis):
    """Thin evidence leaves both hypotheses open, and an archive could still settle each."""
    own = CLUES[CLUES["hypothesis_id"] == hypothesis]
    traced = impact.trace(own, PRIORS[hypothesis])
    assert 0.2 < traced["posterior"].iloc[-1] < 0.8
    decisive = traced.loc[traced["observed"].str.endswith("looked up"), "test"]
    assert set(decisive) & {"smoking gun", "doubly decisive"}


def test_what_was_not_looked_up_would_count_most():
    """Each clue on the paper that was not seen would move the odds further than all that were looked for."""
    own = impact.trace(CLUES[CLUES["hypothesis_id"] == "paper-read"])
    unseen = own[own["observed"].str.endswith("looked up")]
    assert own["ratio"].prod() == pytest.approx(1.24, abs=0.005)
    ratios = (unseen["if_true"] / unseen["if_false"]).round(2).tolist()
    assert dict(zip(unseen["observed"], ratios, strict=True)) == {
        "not looked up": 9.0,
        "cannot be looked up": 11.25,
    }


def test_what_cannot_be_looked_up_is_closed_to_everybody():
    """A file of a ministry and a memory are closed; pages and lists that we did not read are not."""
    closed = CLUES.loc[CLUES["observed"] == "cannot be looked up", "clue_id"]
    assert set(closed) == {"receivers-know-its-content", "ministry-file-names-the-break"}
    assert "nobody could look" not in " ".join(LESSON).lower()


def test_the_rivals_without_a_clue_are_named():
    """Of the four other causes two have clues; the lesson and the table say which two have none."""
    reason = (
        t2.load("hypotheses").set_index("hypothesis_id").loc["pause-from-boycott", "prior_reason"]
    )
    assert reason.startswith("Two of the four causes")
    assert "a review of aims and pressure from outside, we looked up no clue" in " ".join(LESSON)


def test_all_four_tests_occur_in_our_clues():
    """The lesson has an example of each kind of test."""
    kinds = {kind_of(row.if_true, row.if_false) for row in CLUES.itertuples()}
    assert kinds == {"straw in the wind", "hoop", "smoking gun", "doubly decisive"}


def test_the_lesson_ends_each_sitting_where_it_says():
    """The table of sittings names a question each, and the cell behind that question ends the sitting."""
    ends = re.findall(r"^\| \d\. .*\| (q11-\d+) \|$", LESSON[0], re.MULTILINE)
    assert len(ends) == 4
    for question in ends:
        where = LESSON.index(f't2.check("{question}")')
        assert re.fullmatch(r"\*The \w+ sitting ends here\..*\*", LESSON[where + 1])


def test_a_sitting_takes_as_long_as_its_parts():
    """The minutes of the parts add up to four sittings of 55 minutes, without the part left out."""
    minutes = [
        int(n) for text in LESSON for n in re.findall(r"^## \d\. .*\((\d+) minutes\)$", text, re.M)
    ]
    assert minutes == [14, 41, 30, 25, 55, 35, 20]
    assert sum(minutes) == 4 * 55


def test_cells_of_code_are_short():
    """A newcomer reads five lines at most."""
    assert max(len([line for line in text.splitlines() if line.strip()]) for text in CODE) <= 5


def test_whoever_is_cited_stands_in_the_references():
    """Each source in brackets is among those that the cell of references prints."""
    known = t2.load("sources").set_index("source_id")["cited"]
    (references,) = (text for text in CODE if text.startswith("cited = "))
    listed = {known[key] for key in re.findall(r'"([a-z]+\d*(?:nd)?)"', references)}
    text = " ".join(LESSON)
    cited = {name for name in known.unique() if re.search(rf"[(;] ?{re.escape(name)}[,;)]", text)}
    assert cited <= listed
    assert len(cited) >= 12


def test_each_clue_has_a_short_name():
    """Each clue has a name of its own that fits beside its arrow, and names whoever the clue names."""
    assert CLUES["short_name"].str.len().between(10, 60).all()
    assert CLUES["short_name"].is_unique
    named = CLUES["clue"].str.contains("DiMaggio")
    assert CLUES.loc[named, "short_name"].str.contains("DiMaggio").all()
    assert not CLUES.loc[~named, "short_name"].str.contains("DiMaggio").any()
