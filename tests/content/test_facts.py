"""The facts of the case: presidencies, dialogues, people and claims, as the founding documents have them."""

import pandas as pd
import pytest
from founding_rows import evidence, row, rows

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()


def test_presidencies_share_2005():
    """She gives 1997 to 2005 and 2005 on, so that 2005 lies in both."""
    eras = rows("eras").set_index("era_id")
    assert eras["dates"].to_dict() == {"khatami": "1997/2005", "ahmadinejad": "2005/.."}
    assert eras.loc["khatami", "dates_latest"] > eras.loc["ahmadinejad", "dates_earliest"]
    assert "2005 belongs to both" in PACKAGE.resource("eras")["description"]


def test_charges_are_told_before_they_happen():
    """The charges stand in the section on Khatami and began by 2008, no one says since when."""
    charge = row("events", event_id="hardliners-charge")
    assert charge["told_in"] == "The Khatami years"
    assert charge["era"] == "ahmadinejad at the latest"
    assert charge["date_earliest"] is None
    assert charge["date_latest"] == pd.Timestamp("2008-12-31")
    assert charge["date_words"] == "by early 2008"


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("events", "hardliners-charge"),
        ("events", "mois-names-organizations"),
        ("group_traits", "accused"),
    ],
)
def test_accusations_have_a_speaker(table, key):
    """An accusation is recorded as one: the voice is the accuser's, not the author's."""
    reported = evidence(table, key, "trait" if table == "group_traits" else "description")
    assert "author" not in set(reported["voice"])
    assert reported["says"].str.contains("accusation").all()


def test_joint_paper():
    """The paper of 2005 fits either presidency; a few officials had it, the public did not."""
    work = row("works", work_id="breaking-the-stalemate")
    assert (work["date"], work["era"], work["dialogue_id"]) == ("2005", "either", "una-sipri")
    assert work["public"] is False
    assert "senior officials" in work["reached"]
    assert evidence("works", "breaking-the-stalemate", "reached")["hedge"].item() == "select"
    assert row("events", event_id="joint-paper")["era"] == "either"


@pytest.mark.parametrize(
    ("event", "date", "era"),
    [
        ("relations-severed", "1980", "before"),
        ("dartmouth-conference", "1960", "before"),
        ("ahmadinejad-elected", "2005", "either"),
        ("una-sipri-dialogue", "2002/2008", "both"),
        ("future-of-gulf-security", "2006/2007", "ahmadinejad"),
        ("holocaust-conference", "2006-12", "ahmadinejad"),
        ("mottaki-pause", "2007-23", "ahmadinejad"),
        ("pugwash-meetings", "2008", "ahmadinejad"),
        ("election-2009", "2009", "ahmadinejad"),
        ("mois-names-organizations", "2010", "ahmadinejad"),
    ],
)
def test_dates_of_events(event, date, era):
    """An event has the date that the text gives, and the era that follows from the date."""
    found = row("events", event_id=event)
    assert (found["date"], found["era"]) == (date, era)


def test_holocaust_conference_was_no_dialogue():
    """The conference of December 2006 is an event, not a track II meeting."""
    assert row("events", event_id="holocaust-conference")["kind"] == "politics"
    assert not rows("dialogues")["name"].str.contains("Holocaust").any()


def test_autumn_2007():
    """The foreign minister's word came in New York between September and November 2007."""
    pause = row("events", event_id="mottaki-pause")
    assert pause["place_id"] == "new-york"
    assert pause["date_earliest"] == pd.Timestamp("2007-09-01")
    assert pause["date_latest"] == pd.Timestamp("2007-11-30")
    assert evidence("events", "mottaki-pause")["voice"].str.contains("foreign minister").any()


def test_una_sipri():
    """The longest described effort: 2002 to 2008, across both presidencies, with two organizers."""
    dialogue = row("dialogues", dialogue_id="una-sipri")
    assert (dialogue["dates"], dialogue["era"]) == ("2002/2008", "both")
    assert rows("dialogue_organizations", dialogue_id="una-sipri")[
        ["org_id", "role"]
    ].values.tolist() == [["una-usa", "convener"], ["sipri", "partner"]]
    assert set(rows("dialogue_participants", dialogue_id="una-sipri")["group_id"]) == {
        "iran-reform-core",
        "us-una-sipri",
    }


def test_una_sipri_places():
    """Most of its meetings were in Stockholm; the rest were elsewhere, and where is not said."""
    venues = rows("dialogue_venues", dialogue_id="una-sipri").set_index("place_id")["share"]
    assert venues.to_dict() == {"stockholm": "most", "elsewhere": "the rest"}
    assert row("places", place_id="elsewhere")["precision"] == "not stated"


def test_una_sipri_topics():
    """It had seven topics, four of them parts of regional security, and the list is open."""
    topics = rows("dialogue_topics", dialogue_id="una-sipri")["topic_id"]
    assert set(topics) == {
        *("us-iran-relations", "iran-nuclear-program", "regional-security"),
        *("afghanistan", "pakistan", "iraq", "israel-palestine"),
    }
    assert row("dialogues", dialogue_id="una-sipri")["topics_open"] is True


@pytest.mark.parametrize(
    ("count", "minimum", "maximum", "stated"),
    [
        ("una-sipri-meetings", 14, 14, "14 meetings"),
        ("pugwash-2008-meetings", 4, 4, "four meetings"),
        ("ucla-meetings", 3, 3, "three times each year"),
        ("ucla-participants", None, 250, "as many as 250"),
        ("una-sipri-americans", 21, None, "over 20"),
        ("una-sipri-former-officials", None, None, "many"),
        ("reform-core-initiatives", None, None, "vast majority"),
        ("ipis-severed", None, None, "several dozen"),
        ("mois-list", None, None, "a number of"),
        ("now-in-office", None, None, "several"),
    ],
)
def test_counts(count, minimum, maximum, stated):
    """A quantity has the bounds that its words give: a ceiling no floor, a word no number."""
    found = row("counts", count_id=count)
    bounds = found[["minimum", "maximum", "as_stated"]].tolist()
    assert bounds == [minimum, maximum, stated]


def test_what_is_counted():
    """Only meetings are counted in the same unit; 250 are from all countries, three come each year."""
    counts = rows("counts").set_index("count_id")
    common = counts["unit"][counts["unit"].duplicated(keep=False)]
    assert set(common) == {"meetings"}
    assert "countries" in counts.loc["ucla-participants", "unit"]
    assert counts.index[counts["per"] == "year"].tolist() == ["ucla-meetings"]


def test_pugwash():
    """The four meetings of 2008 are part of a larger effort; two cities are not two meetings each."""
    assert set(rows("dialogue_venues", dialogue_id="pugwash-2008")["share"]) == {
        "one of two places named"
    }
    assert row("dialogues", dialogue_id="pugwash-2008")["part_of"] == "pugwash"
    assert row("dialogues", dialogue_id="pugwash-2008")["topics_open"] is True


@pytest.mark.parametrize("dialogue", ["ucla-igcc", "pugwash", "sfcg-exchanges"])
def test_no_beginning(dialogue):
    """'Has been organizing' gives no beginning: the effort goes on, and may be older."""
    found = row("dialogues", dialogue_id=dialogue)
    assert found["dates"] == "../.."
    assert (found["dates_earliest"], found["dates_latest"]) == (None, None)
    assert found["dates_ongoing"] is True
    assert found["era"] == "ahmadinejad, perhaps earlier"
    assert "beginning not stated" in evidence("dialogues", dialogue, "dates")["says"].item()


@pytest.mark.parametrize("dialogue", ["nixon-iiss-dcaf", "munk-toronto", "ottawa"])
def test_no_dates(dialogue):
    """What the text does not date has no date and no era."""
    found = row("dialogues", dialogue_id=dialogue)
    assert (found["dates"], found["era"]) == (None, "not dated")


def test_future_of_gulf_security():
    """Representatives came from eight states, one group of states and one institution."""
    parties = rows("dialogue_participants", dialogue_id="stanley-gulf-security")
    assert set(parties.loc[parties["kind"] == "people from a state", "party"]) == {
        *("Iran", "Iraq", "Yemen", "Italy"),
        *("United Kingdom", "Pakistan", "Japan", "United States"),
    }
    assert parties["kind"].value_counts()["people from a group of states"] == 1
    assert parties["kind"].value_counts()["people from an institution"] == 1
    topics = rows("dialogue_topics", dialogue_id="stanley-gulf-security")
    assert len(topics) == 4


@pytest.mark.parametrize(
    ("form", "dialogues"),
    [
        (
            "regional or multilateral",
            {"ucla-igcc", "pugwash", "pugwash-2008", "stanley-gulf-security"},
        ),
        ("with European partners", {"nixon-iiss-dcaf", "una-sipri"}),
        ("citizen-to-citizen", {"sfcg-exchanges"}),
        ("hosted by a third party", {"munk-toronto", "ottawa"}),
    ],
)
def test_forms(form, dialogues):
    """The text presents the efforts in four forms."""
    found = rows("dialogues", form=form, case="United States and Iran")
    assert set(found["dialogue_id"]) == dialogues


@pytest.mark.parametrize(
    ("side", "organizations"),
    [
        ("European partner", {"iiss", "dcaf", "sipri"}),
        ("third party", {"u-toronto", "munk", "u-ottawa"}),
        ("American", {"ucla", "igcc", "nixon-center", "una-usa"}),
    ],
)
def test_sides(side, organizations):
    """An organization has a side only where the text places it."""
    assert set(rows("organizations", side=side)["org_id"]) == organizations


@pytest.mark.parametrize("organization", ["pugwash", "stanley", "sfcg"])
def test_a_heading_gives_no_side(organization):
    """'American organizers' stands over these, but no sentence calls them American."""
    assert row("organizations", org_id=organization)["side"] is None
    remark = evidence("organizations", organization, "side")["says"].item()
    assert "Only the heading of the section says American" in remark


def test_no_meeting_is_dated():
    """Neither document dates a single meeting, so the table of meetings has no rows."""
    assert rows("meetings").empty


def test_cold_war_is_another_case():
    """The Dartmouth Conference joined Americans and Soviets; it is not part of the case."""
    assert row("dialogues", dialogue_id="dartmouth")["case"] == "United States and Soviet Union"


def test_no_participant_is_named():
    """Those who took part appear as states, bodies and kinds of people, never by name."""
    parties = rows("dialogue_participants")
    froms = {"people from a state", "people from a group of states", "people from an institution"}
    assert set(parties["kind"]) == {*froms, "kind of people"}
    families = "|".join(rows("people")["name"].str.split().str[-1])
    for said in [parties["party"], rows("participant_groups")["name"]]:
        assert not said.str.contains(families).any()


@pytest.mark.parametrize(
    ("trait", "group", "share"),
    [
        ("lived-in-us", "iran-reform-core", "most"),
        ("censured", "iran-reform-core", "most"),
        ("prosecuted", "iran-reform-core", "some"),
        ("front", "iran-conservatives", "many"),
        ("no-exposure", "iran-conservatives", "most"),
        ("former-officials", "us-una-sipri", "many"),
    ],
)
def test_traits_keep_their_share(trait, group, share):
    """What holds of most, many or some of a group is not said of all."""
    found = row("group_traits", trait_id=trait)
    assert (found["group_id"], found["share"]) == (group, share)


def test_core_group():
    """The reform-minded group of the Khatami years still came to meetings until 2008."""
    group = row("participant_groups", group_id="iran-reform-core")
    assert (group["dates"], group["era"]) == ("1997/2008", "both")


def test_five_contributions():
    """She lists five contributions and says that there are five."""
    contributions = rows("constructs", kind="contribution")
    assert contributions["author"].tolist() == ["DiMaggio"] * 5
    for key in contributions["construct_id"]:
        assert "dimaggio2010-measuring-2.1" in set(evidence("constructs", key)["passage_id"])


def test_authors_are_kept_apart():
    """No claim and no definition mixes the two documents."""
    authors = {"DiMaggio": "dimaggio2010", "RAND": "rand2007"}
    for table in ("constructs", "definitions"):
        frame = rows(table)
        assert frame["author"].map(authors).tolist() == frame["sources"].tolist()
    assert set(rows("constructs", author="RAND")["about"]).isdisjoint({"U.S.-Iran track II"})


def test_risks_are_named_by_one_author():
    """Only the release speaks of risks: worse views, false hopes, danger for participants."""
    assert set(rows("constructs", kind="risk")["construct_id"]) == {
        *("r-worse-attitudes", "r-false-hopes", "r-danger"),
    }


def test_serving_officials():
    """The release lets serving officials take part unofficially; the chapter says 'usually'."""
    release = row("definitions", definition_id="rand-track2")
    assert release["serving_officials"] == "take part unofficially"
    assert row("definitions", definition_id="dimaggio-track2")["serving_officials"] is None
    assert "usually" in set(evidence("definitions", "dimaggio-track2")["hedge"])


def test_funder_of_the_report():
    """One foundation's grant supported the report; an institute's sponsors are not its funders."""
    passages = set(evidence("works", "talking-to-the-enemy")["passage_id"])
    assert "rand2007-text-11.2" in passages
    assert "rand2007-text-12.2" not in passages
    said = rows("organizations").set_index("org_id")["description"]
    assert said.index[said.str.contains("grant")].tolist() == ["smith-richardson"]
    sponsors = "Secretary of Defense|Joint Staff|Commands|defense agencies|Navy"
    assert said.index[said.str.contains(sponsors)].tolist() == ["ndri"]
    remarks = evidence("organizations", "ndri")["says"].dropna()
    assert remarks.str.contains("not named as sponsors of the report").any()


def test_whose_adviser_is_open():
    """Whether the council or the center advises the leader's office is left as open as the text."""
    for organization in ("expediency-council", "csr"):
        remarks = evidence("organizations", organization)["says"].dropna()
        assert remarks.str.contains("open in the grammar of the sentence").any()
    assert row("organizations", org_id="csr")["part_of"] == "expediency-council"


def test_readings_are_ours():
    """A reading applies one definition to one dialogue, from both, and is marked as derived."""
    for reading in rows("readings").itertuples():
        key = f"{reading.definition_id}/{reading.dialogue_id}"
        found = evidence("readings", key)
        assert set(found["status"]) == {"derived"}
        assert set(found["voice"]) == {"the project's own reading"}
        defined = evidence("definitions", reading.definition_id)["passage_id"]
        assert set(found["passage_id"]) & set(defined), key


@pytest.mark.parametrize("table", ["dialogues", "events"])
def test_short_names_fit_a_chart(table):
    """A label for charts has 24 letters or fewer, and no two things share one."""
    labels = track2lib.load(table)["short_name"].dropna()
    assert len(labels)
    assert labels.str.len().max() <= 24
    assert labels.is_unique


def test_every_effort_of_the_case_has_a_short_name():
    """The picture of the field cuts no name."""
    ours = track2lib.load("dialogues").query("case == 'United States and Iran'")
    assert ours["short_name"].notna().all()


def test_turning_points_are_few_and_each_has_our_reason():
    """Their choice is the project's own and says why, and each is dated."""
    turns = track2lib.load("events").query("turning_point")
    assert 0 < len(turns) <= 8
    assert turns[["short_name", "date"]].notna().all(axis=None)
    told = track2lib.load("evidence").query("table == 'events' and field == 'turning_point'")
    assert sorted(told["key"]) == sorted(turns["event_id"])
    assert set(told["voice"]) == {"the project"}
    assert told["says"].str.startswith("Our choice: ").all()


def test_governments_follow_each_other():
    """Each term begins on the day on which the one before it ends, on a 20 January; the last is open."""
    terms = track2lib.load("governments")["dates"].str.partition("/")
    assert terms[2].tolist()[:-1] == terms[0].tolist()[1:]
    assert terms[2].iloc[-1] == ".."
    assert terms[0].str.endswith("-01-20").all()
    assert set(track2lib.evidence("governments", "us-obama")["status"]) == {"external"}
