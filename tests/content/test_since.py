"""What is set beside the claims of 2010: it is there, it is ours, and it leads to its row."""

import json
import re

import pytest
from commands import ROOT

import track2lib as t2

SINCE = t2.load("since")
KEYS = {"events": "event_id", "accounts": "account_id", "meetings": "meeting_id"}
OPEN_IN_2010 = ["b-bridge", "k-discretion", "l-no-coordination", "l-not-sufficient"]
OPEN_IN_2010 += ["o-complicated", "o-flux", "o-formal-talks", "o-who-can"]


def test_reports_are_on_eight_claims_of_dimaggio():
    """Those which lesson 12 lists."""
    assert sorted(SINCE["construct_id"].unique()) == OPEN_IN_2010
    claims = t2.load("constructs").set_index("construct_id")
    assert set(claims.loc[OPEN_IN_2010, "author"]) == {"DiMaggio"}


@pytest.mark.parametrize("table", KEYS)
def test_each_leads_to_a_row_of_its_date(table):
    """A date stands twice, here and there, and is the same; an account without one has that of what it tells."""
    rows = t2.load(table).set_index(KEYS[table])
    own = SINCE[SINCE["table"] == table]
    assert len(own)
    assert set(own["key"]) <= set(rows.index)
    there = rows.loc[own["key"], "date"]
    dated = there.notna().to_numpy()
    assert own["date"][dated].tolist() == there[dated].tolist()
    assert own["date"].notna().all()
    assert own.loc[~dated, "table"].isin(["accounts"]).all()


def test_nothing_is_older_than_the_claim_or_newer_than_what_was_read():
    """She wrote in 2010; the tables end in May 2026."""
    assert SINCE["date_latest"].min().year >= 2010
    assert str(SINCE["date_earliest"].max())[:7] <= "2026-05"


def test_the_readings_are_ours_and_lead_to_both_texts():
    """To the passage of her claim and to one of the report, as our own reading."""
    facts = t2.load("evidence").query("table == 'since'")
    assert set(facts["voice"]) == {"the project's own reading"}
    assert set(facts["status"]) == {"derived"}
    for _, own in facts.groupby("key"):
        hers = own["passage_id"].str.startswith("dimaggio2010-")
        assert hers.any()
        assert (~hers).any()
    assert set(facts["key"]) == set(SINCE["since_id"])


def test_what_happened_between_others_is_unclear():
    """A case next door is no test of a claim on the United States and Iran."""
    others = SINCE[SINCE["title"].str.startswith("A neighbor case")]
    assert len(others) == 2
    assert set(others["speaks"]) == {"unclear"}


@pytest.mark.parametrize(
    "key", ["experts-initiative", "memorandum-reported", "iran-minister-envoy"]
)
def test_what_is_in_dispute_is_unclear(key):
    """Whoever is right in it, no claim wins by it."""
    assert set(SINCE.loc[SINCE["key"] == key, "speaks"]) == {"unclear"}


def test_cards_of_the_plan_are_those_of_the_lesson():
    """Whoever prints them has each card of the lesson, in the words and with the standpoint of the tables."""
    plan = (ROOT / "docs" / "instructors" / "12-after-2010.md").read_text("utf-8")
    cells = json.loads((ROOT / "notebooks" / "12-after-2010.ipynb").read_text("utf-8"))["cells"]
    [dealt] = [code for cell in cells if "deck = [" in (code := "".join(cell["source"]))]
    deck = re.findall(r'"([a-z-]+)"', dealt.partition("standpoints")[0])
    accounts = t2.load("accounts").set_index("account_id").loc[deck]
    standpoints = t2.load("sources").set_index("source_id")["standpoint"]
    assert len(deck) == 10
    for key, one in accounts.iterrows():
        told = [f"`{key}`", one["voice"], one["account"], standpoints[one["sources"]]]
        assert f"| {' | '.join(told)} |" in plan


def test_acts_of_governments_alone_are_no_test_of_unofficial_talks():
    """An agreement that governments make or leave does not say what talks could not do by themselves."""
    own = SINCE[SINCE["construct_id"] == "l-not-sufficient"]
    assert set(own["table"]) == {"events"}
    assert set(own["speaks"]) == {"unclear"}


def test_a_report_that_does_not_say_what_came_of_it_is_unclear():
    """A meeting that became known, and one that was a bridge among we do not know how many."""
    own = SINCE.set_index("since_id")["speaks"]
    assert own["k-discretion-senator-munich"] == "unclear"
    assert own["b-bridge-president-new-york-2025"] == "unclear"


def test_what_the_lesson_says_is_counted():
    """By how many claims reports speak both ways, one way or neither; and which of them do so firmly."""
    ways = SINCE.groupby("construct_id")["speaks"].agg(set)
    clear = [frozenset(own - {"unclear"}) for own in ways]
    kinds = [{"for", "against"}, {"for"}, {"against"}, set()]
    assert [clear.count(frozenset(kind)) for kind in kinds] == [4, 2, 1, 1]
    firm = SINCE.query("sure == 'firm'")
    assert (len(SINCE), int((firm["speaks"] == "against").sum())) == (54, 2)
    surely = firm[firm["speaks"] == "for"]
    assert (surely["construct_id"].nunique(), surely["key"].nunique()) == (2, 2)
    assert SINCE.query("construct_id == 'k-discretion'")["speaks"].value_counts().to_dict() == {
        "unclear": 3,
        "for": 2,
        "against": 2,
    }
