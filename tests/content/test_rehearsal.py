"""The stages of a workshop and the rehearsal: whose words they are, and what can be made of them."""

import pytest

import track2lib as t2
from track2lib import impact
from track2lib.impact.sheet_kinds import FATES

OURS = "track2notebooks"


def evidence_for(stage):
    """Give what a stage rests on."""
    return t2.evidence("stages", stage)


def test_there_are_seven_stages_in_their_order():
    """As the observers' guide lists them."""
    stages = t2.load("stages").sort_values("order")
    keys = ["rules", "positions", "concerns", "solutions", "constraints", "home", "other"]
    assert stages["stage_id"].tolist() == keys
    assert stages[["name", "heard", "told_apart"]].notna().all(axis=None)


@pytest.mark.parametrize("stage", ["concerns", "solutions", "constraints", "home"])
def test_phases_of_scholars_rest_on_them(stage):
    """With the remark that the words for observers are ours."""
    found = evidence_for(stage)
    assert not found["passage_id"].str.startswith(OURS).any()
    assert found["says"].str.contains("are ours").any()


@pytest.mark.parametrize("stage", ["rules", "positions", "other"])
def test_stages_of_our_own_say_so(stage):
    """Nobody is made to answer for a stage that only we have."""
    found = evidence_for(stage)
    assert found["passage_id"].str.startswith(OURS).any()
    assert found["says"].str.contains("our own list").any()


@pytest.mark.parametrize("table", ["workshop_stages", "workshop_ideas"])
def test_the_rehearsal_says_that_it_is_invented(table):
    """Each row leads to the transcript, whose standpoint says it, and all of it is our reading."""
    assert set(t2.load(table)["sources"]) == {"rehearsal"}
    facts = t2.load("evidence").query("table == @table")
    assert set(facts["voice"]) == {"the project's own reading"}
    source = t2.load("sources").set_index("source_id").loc["rehearsal"]
    assert source["kind"] == "transcript"
    assert source["standpoint"].startswith("Invented:")


def test_the_rehearsal_can_be_analyzed():
    """Two observers or more have coded each room, in stages and fates that are listed."""
    stages, ideas = impact.load_sheets(), impact.load_sheets(kind="ideas")
    for sheets in (stages, ideas):
        assert sheets.groupby("room")["observer"].nunique().min() > 1
        assert impact.agreement(sheets).loc[0, "units"] > 10
    assert set(ideas["fate"].dropna()) <= set(FATES)
    for chart in (impact.stages_chart(stages), impact.ideas_chart(ideas)):
        assert "nvented rehearsal" in " ".join(chart.to_dict()["vconcat"][0]["title"]["text"])
