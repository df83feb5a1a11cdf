"""What a cell says, and who says so: words of the sources, readings of ours, what nobody says."""

import re

import pandas as pd
import pytest
from founding_rows import evidence, row, rows

import track2lib as t2

FACTS = t2.load("evidence")
SOURCE_OF = t2.load("passages").set_index("passage_id")["source_id"]
SOURCES = t2.load("sources").set_index("source_id")
# Counts of what is no whole unit: their floor is the number as printed.
MEASURES = {"geneva-initiative-length"}
# Meetings outside the dates of their dialogue, each with the words of its note that say why.
OUTSIDE = {
    "academies-1999-moscow": "as a part of the later series is not said",
    "dartmouth-1972": "a comparison case",
    "persian-gulf-initiative-2005": "two years before the series",
    "cathedral-2007-11": "a year after the visits",
    "pugwash-2008-london": "two years after the others",
    "pugwash-2011-tel-aviv": "the year before the series",
    "aau-2009-readout": "two months after the visit",
}


def claims(table, field=None):
    """Give what sources say of the rows of a table, or of one column, with the source of each."""
    own = FACTS[(FACTS["table"] == table) & FACTS["field"].notna()]
    own = own if field is None else own[own["field"] == field]
    return own.assign(source=own["passage_id"].map(SOURCE_OF))


def counted():
    """Give bounds and words of each count, and of each source on it."""
    counts = t2.load("counts")
    for one in counts.itertuples():
        yield one.count_id, one.minimum, one.maximum, one.as_stated
    facts = claims("counts")
    for (key, _), own in facts.groupby(["key", "source"]):
        given = own.drop_duplicates("field").set_index("field")["value"]
        low, high = (pd.to_numeric(given.get(b, pd.NA)) for b in ("minimum", "maximum"))
        yield key, low, high, given.get("as_stated", pd.NA)


COUNTED = [count for count in counted() if pd.notna(count[3])]


def test_what_is_about_right_has_no_bounds():
    """'About 30' sets no bound, and a rounded figure such as '20.7 million' none either."""
    unbound = re.compile(r"(?:about|around|some|roughly)\b|\$?\d+\.\d+ (?:million|billion)")
    found = [count for count in COUNTED if unbound.match(count[3])]
    assert len(found) > 20
    assert [key for key, low, high, _ in found if not (pd.isna(low) and pd.isna(high))] == []


def test_over_a_number_begins_above_it():
    """Of whole units, 'over 20' is 21 at the least, and 'nearly 40' is 39 at the most."""
    seen = set()
    for key, low, high, words in COUNTED:
        over = re.match(r"(?:over|more than) ([\d,]+|one|two|sixteen)\b", words)
        below = re.match(r"nearly (\d+)", words)
        if over and key not in MEASURES:
            number = {"one": 1, "two": 2, "sixteen": 16}.get(over[1]) or int(
                over[1].replace(",", "")
            )
            assert low == number + 1, (key, words)
        if below:
            assert high == int(below[1]) - 1, (key, words)
        seen |= {key} if over or below else set()
    assert {"una-sipri-americans", "mois-list", "ipis-severed", "manjil-dead"} <= seen


def test_where_the_author_stands():
    """That DiMaggio organized talks stands in no text of hers, and is marked as from outside."""
    accounts = t2.load("accounts")
    hers = accounts[accounts["account_id"].str.startswith("dimaggio-")]
    assert set(hers["standing"]) == {"organizer or funder"}
    borne = claims("accounts", "standing")
    borne = borne[borne["key"].isin(hers["account_id"])]
    assert set(borne["key"]) == set(hers["account_id"])
    assert set(borne["status"]) == {"external"}
    assert SOURCES.loc[borne["source"], "url"].str.startswith("https://").all()
    assert "the text does not say" in SOURCES.at["dimaggio2010", "standpoint"]


def test_organizers_and_funders_are_borne_out():
    """Whoever stands as an organizer or funder is one by the source, or has evidence for it."""
    accounts = t2.load("accounts").query("standing == 'organizer or funder'")
    borne = set(claims("accounts", "standing")["key"])
    for account in accounts.itertuples():
        positions = SOURCES.loc[account.sources.split("; "), "position"].dropna()
        assert {"organizer", "funder"} & set(positions) or account.account_id in borne


def test_her_word_for_each_effort_is_recorded():
    """She calls every effort that she tells of track II, officials in office or not."""
    assert set(rows("dialogues")["track"]) == {"II"}
    hers = evidence("dialogues", "pugwash-2008", "track")
    assert hers["passage_id"].tolist() == ["dimaggio2010-organizers-4.1"]
    every = t2.load("dialogues").set_index("dialogue_id")
    for key, other in (("pugwash-2008", "1.5"), ("sfcg-exchanges", "people-to-people")):
        assert every.at[key, "track"] == "II"
        assert "track" in every.at[key, "contested"]
        assert other in set(t2.evidence("dialogues", key, "track")["value"])


def test_no_judgment_rests_on_a_partisan_outlet():
    """Such an outlet serves for a date, a place or what somebody said, and for no reading of ours."""
    readings = FACTS[(FACTS["status"] == "derived") & FACTS["value"].notna()]
    readings = readings[readings["value"] != "unknown"]
    own = readings[readings["voice"].isin(["author", "the project", "this project"])]
    positions = own["passage_id"].map(SOURCE_OF).map(SOURCES["position"]).fillna("not stated")
    assert len(own) > 1000
    assert "partisan outlet" not in set(positions)


def test_who_the_professors_were_is_not_said():
    """That professors lost their teaching is an event; no sentence makes them of the core group."""
    assert not rows("group_traits")["trait"].str.contains("rofessor").any()
    assert row("events", event_id="professors-downgraded")["date"] is None


def test_no_list_is_closed_that_may_be_open():
    """Where no word leaves a list open, whether it is complete is not known."""
    assert t2.load("dialogues")["topics_open"].dropna().all()


def test_along_with():
    """The verb is UCLA's: the institute beside it is named 'along with' it."""
    beside = evidence("dialogue_organizations", "ucla-igcc/igcc/organizer")
    assert beside["hedge"].tolist() == ["along with"]
    assert beside["status"].tolist() == ["derived"]


def test_people_from_a_state_are_not_the_state():
    """Only official talks have states as parties; elsewhere, people came from them."""
    parties = t2.load("dialogue_participants")
    states = parties[parties["kind"].isin(["state", "group of states"])]
    assert set(states["dialogue_id"]) == {"acrs"}


def test_the_year_of_the_text_is_that_of_its_header():
    """The text has no date; the header above it has."""
    year = evidence("sources", "dimaggio2010", "date")
    assert year["voice"].tolist() == ["header of the text"]
    assert not rows("constructs")["statement"].str.contains("up to 2010").any()


def test_what_is_asserted_has_its_voice():
    """That a dialogue was a channel is said by those with a stake in it: no reason says it for them."""
    events = t2.load("events").set_index("event_id")
    reason = events.at["una-sipri-dialogue", "effect_reason"]
    assert "asserted by those with a stake" in reason
    told = events["effect_reason"].str.contains("was not seen|is not told|is not known|in dispute")
    assert set(events.loc[told & events["effect_reason"].notna(), "effect"]) <= {"unknown", "opens"}
    for key in ("khatami-elected", "khatami-reelected", "ahmadinejad-elected"):
        assert events.at[key, "effect_reason"].startswith("DiMaggio has")


def test_a_meeting_outside_its_dialogue_says_why():
    """Each meeting wholly outside the dates that the table shows is known, and its note says why."""
    spans = t2.load("dialogues").set_index("dialogue_id")[["dates_earliest", "dates_latest"]]
    meetings = t2.load("meetings").join(spans, on="dialogue_id").set_index("meeting_id")
    before = meetings["date_latest"] < meetings["dates_earliest"]
    after = meetings["date_earliest"] > meetings["dates_latest"]
    assert set(meetings.index[before | after]) == set(OUTSIDE)
    for key, why in OUTSIDE.items():
        assert why in meetings.at[key, "note"]


@pytest.mark.parametrize(
    ("table", "key", "field", "given"),
    [
        (
            "dialogues",
            "hikers-delegation",
            "dates",
            ["2011-09-13/2011-09-19", "2011-09-12/2011-09-19"],
        ),
        ("events", "bishops-declaration", "date", ["2016-08-18", "2016-08-25"]),
        ("dialogues", "oslo", "track", ["II", "I"]),
        ("dialogues", "dartmouth", "dates", ["1960", "1960/..", "1961", "1960-10"]),
    ],
)
def test_what_sources_give_stands_side_by_side(table, key, field, given):
    """The table shows the first, the evidence has the others, and the column is marked contested."""
    found = t2.evidence(table, key, field)["value"].drop_duplicates().tolist()
    assert found[0] == given[0]
    assert set(found) == set(given)
    shown = t2.load(table).set_index(t2.load(table).columns[0]).loc[key]
    assert shown[field] == given[0]
    assert field in shown["contested"]


def test_what_was_initialed_is_not_called_signed():
    """In August 1993 the heads of two teams initialed; the signing was in September."""
    assert (
        "initialed it in secret"
        in t2.load("dialogues").set_index("dialogue_id").at["oslo", "outputs"]
    )


def test_one_year_of_a_series_is_told_as_one():
    """DiMaggio dates one meeting of a series that others have go on."""
    told = t2.load("dialogues").set_index("dialogue_id").at["dartmouth", "date_words"]
    assert "first meeting" in told
    assert "go on" in told


def test_a_summit_is_dated_in_the_words_of_its_source():
    """Talks in 1959, collapse in 1960: what the text calls the summit of 1959 is its wording."""
    words = t2.evidence("events", "summit-breaks-down", "date_words")
    assert words["value"].tolist()[0] == "the 1959 summit"
    assert "May 1960" in words["value"].tolist()[1]


def test_a_side_is_given_where_the_words_are_plain():
    """Americans are American, Iranians Iranian; who may be of either has no side."""
    parties = t2.load("dialogue_participants")
    ours = parties[
        parties["dialogue_id"].isin(
            t2.load("dialogues").query("case == 'United States and Iran'")["dialogue_id"]
        )
    ]
    plain = ours["party"].str.contains(r"\bAmericans?\b(?!s)|\bIranians?\b")
    unsided = ours[plain & ours["side"].isna()]
    assert unsided["party"].tolist() == ["Iranian-Americans"]
