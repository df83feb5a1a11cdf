"""The data: what the founding documents bear, as someone checks it who has both at hand."""

import csv
import re

import pandas as pd
import pytest

import track2lib
from track2lib.records.snapshot import open_package, row_keys

PACKAGE = open_package()
FOUNDING = [name for name in PACKAGE.names if not PACKAGE.resource(name).get("beyond")]
FIELDS = [(name, field["name"], field) for name in PACKAGE.names for field in PACKAGE.fields(name)]
# What a table says; the rest of a frame says where it comes from.
ABOUT_ROWS = ["sources", "cited", "era", "contested"]

# Sentences of each section, counted in the documents; a list introduced by a colon counts as
# one sentence and one for each item.
SENTENCES = {
    ("dimaggio2010", "Opening"): 7,
    ("dimaggio2010", "Overview"): 9,
    ("dimaggio2010", "The Khatami years"): 15,
    ("dimaggio2010", "The Ahmadinejad years"): 12,
    ("dimaggio2010", "American organizers"): 23,
    ("dimaggio2010", "Measuring success"): 13,
    ("dimaggio2010", "The future"): 6,
    ("dimaggio2010", "Author note"): 1,
    ("rand2007", "Text"): 24,
    ("rand2007", "About RAND"): 1,
}
# Sentences of each paragraph of the news release, which keeps its paragraphs.
RELEASE = [1, 1, 1, 2, 3, 2, 2, 2, 3, 1, 2, 3, 1, 1]


def rows(table, /, **values):
    """Give the rows of a table that rest on a founding document and hold these values."""
    frame = track2lib.load(table, scope="founding")
    for column, value in values.items():
        frame = frame[frame[column] == value]
    return frame


def row(table, /, **values):
    """Give the one row of a table that holds these values, with None for an empty cell."""
    found = rows(table, **values)
    assert len(found) == 1
    return found.astype(object).where(found.notna(), None).iloc[0]


def evidence(table, key, field=None):
    """Give what a row rests on in the founding documents."""
    return track2lib.evidence(table, key, field, scope="founding")


# The package.


def test_every_file_is_described():
    """The folder holds the descriptor, the tables that it describes, and words about them."""
    files = {path.name for path in PACKAGE.folder.iterdir()} - {"README.md", "CHANGELOG.md"}
    assert files == {"datapackage.json"} | {f"{name}.csv" for name in PACKAGE.names}


@pytest.mark.parametrize("name", PACKAGE.names)
def test_tables_are_described(name):
    """Each table has a title, a description of its rows, a key and the columns of its file."""
    resource = PACKAGE.resource(name)
    assert resource["title"].strip()
    assert resource["description"].strip().endswith(".")
    with (PACKAGE.folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        heading = next(csv.reader(file))
    assert [field["name"] for field in PACKAGE.fields(name)] == heading
    assert set(PACKAGE.key(name)) <= set(heading)


@pytest.mark.parametrize(
    "field", [pytest.param(field, id=f"{name}.{column}") for name, column, field in FIELDS]
)
def test_columns_are_described(field):
    """Each column is described."""
    assert field["description"].strip(" .")


@pytest.mark.parametrize("name", PACKAGE.names)
def test_references_resolve(name):
    """Each key that points to another row finds it."""
    text = PACKAGE.read_text(name)
    for reference in PACKAGE.resource(name)["schema"].get("foreignKeys", []):
        (column,), target = reference["fields"], reference["reference"]
        others = PACKAGE.read_text(target["resource"] or name)
        assert set(text[column]) - {""} <= set(others[target["fields"][0]])


@pytest.mark.parametrize("name", PACKAGE.names)
def test_links_are_described(name):
    """A column named like the key of another table is declared to point there."""
    keys = {PACKAGE.key(other)[0]: other for other in PACKAGE.names if len(PACKAGE.key(other)) == 1}
    declared = {
        reference["fields"][0]
        for reference in PACKAGE.resource(name)["schema"].get("foreignKeys", [])
    }
    columns = {field["name"] for field in PACKAGE.fields(name)}
    assert {column for column in columns if keys.get(column, name) != name} <= declared


@pytest.mark.parametrize("name", PACKAGE.names)
def test_cells_are_clean(name):
    """No cell has space at its ends, two spaces in a row, or a line of its own."""
    text = PACKAGE.read_text(name)
    for column in text:
        assert not [cell for cell in text[column] if " ".join(cell.split()) != cell]


# The bounds and the words of a count belong together, so that they have one source.
COUNT = ("minimum", "maximum", "as_stated")


def given():
    """Give for each cell with evidence of its own what is first said of it.

    A founding document comes first, unless it leaves the cell open and another source fills it.
    """
    facts = track2lib.load("evidence").dropna(subset=["field"]).fillna({"value": ""})
    founding = facts["passage_id"].isin(rows("passages")["passage_id"])
    of_count = (facts["table"] == "counts") & facts["field"].isin(COUNT)
    told = facts["key"].isin(facts.loc[of_count & founding & (facts["value"] != ""), "key"])
    facts["last"] = founding & (facts["value"] == "")
    facts["first"] = founding & ~facts["last"]
    facts = facts[~(of_count & told & ~founding)]
    facts = facts.sort_values(["last", "first"], ascending=[True, False], kind="stable")
    return facts.drop_duplicates(["table", "key", "field"])


def test_evidence_gives_what_the_table_shows():
    """A cell has the value of its first founding evidence, or else of its first evidence."""
    differing = []
    for table, facts in given().groupby("table"):
        text = PACKAGE.read_text(table)
        shown = text.set_axis(row_keys(PACKAGE, table, text))
        for fact in facts.itertuples():
            if shown.at[fact.key, fact.field] != fact.value:
                differing.append((table, fact.key, fact.field, fact.value))
    assert differing == []


@pytest.mark.parametrize("name", FOUNDING)
def test_no_founding_document_fills_what_is_beyond_it(name):
    """A column that is marked as beyond the founding documents has no evidence from them."""
    beyond = [field["name"] for field in PACKAGE.fields(name) if field.get("beyond")]
    facts = rows("evidence", table=name).dropna(subset=["value"])
    assert set(facts["field"]).isdisjoint(beyond)
    assert not [column for column in beyond if track2lib.load(name)[column].isna().all()]


@pytest.mark.parametrize("name", FOUNDING)
def test_founding_rows_are_rows_of_all(name):
    """What other sources add takes no founding row away and changes no value of its own."""
    if name in ("passages", "evidence"):
        keys = [row_keys(PACKAGE, name, PACKAGE.read_text(name)).tolist()]
        frame = rows(name).astype(object).where(rows(name).notna(), "")
        assert set(row_keys(PACKAGE, name, frame)) <= set(*keys)
        return
    every = track2lib.load(name)
    every = every.set_axis(row_keys(PACKAGE, name, every))
    own = rows(name)
    own = own.set_axis(row_keys(PACKAGE, name, own))
    assert set(own.index) <= set(every.index)
    for column in PACKAGE.fields(name, founding=True):
        said = own[column["name"]].dropna()
        assert said.tolist() == every.loc[said.index, column["name"]].tolist()


def test_other_sources_say_where_they_stand():
    """Each further source says who speaks, and whether its author acted or spoke in what it tells."""
    sources = track2lib.load("sources")
    others = sources[~sources["founding"]]
    assert len(others)
    assert others[["position", "primary"]].notna().all(axis=None)


def test_every_passage_is_used():
    """Each source has a passage, and each passage bears something."""
    passages = track2lib.load("passages")
    assert set(track2lib.load("sources")["source_id"]) == set(passages["source_id"])
    assert set(passages["passage_id"]) == set(track2lib.load("evidence")["passage_id"])


def test_only_towns_have_a_position():
    """A region or a country is not put on a spot, and a position is one on the globe."""
    places = track2lib.load("places").dropna(subset=["latitude"])
    assert set(places["precision"]) == {"city"}
    assert places["longitude"].notna().all()
    assert places["latitude"].between(-90, 90).all()
    assert places["longitude"].between(-180, 180).all()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (name, column)
        for name, column, _ in FIELDS
        if column in ("date", "dates") and name not in ("sources", "outcomes")
    ],
)
@pytest.mark.parametrize("scope", ["all", "founding"])
def test_dates_have_evidence_of_their_own(table, column, scope):
    """A row with a date names the passage that gives the date."""
    if scope == "founding" and table not in FOUNDING:
        return
    frame = track2lib.load(table, scope=scope)
    keys = row_keys(PACKAGE, table, frame)
    facts = track2lib.load("evidence", scope=scope).dropna(subset=["value"])
    borne = facts.loc[(facts["table"] == table) & (facts["field"] == column), "key"]
    assert set(keys[frame[column].notna()]) == set(borne)


# The documents and their passages.


def test_documents():
    """Two founding documents were read whole: one of 2010, one of a day in 2007."""
    sources = rows("sources").set_index("source_id")
    assert sources["founding"].all()
    assert set(sources["extent_read"]) == {"whole"}
    assert sources["date"].to_dict() == {"dimaggio2010": "2010", "rand2007": "2007-09-19"}
    assert "Asia Society" in sources.loc["dimaggio2010", "standpoint"]
    assert "report of its own" in sources.loc["rand2007", "standpoint"]


def test_every_sentence_has_a_passage():
    """Each section has as many passages as the document has sentences there, headings aside."""
    passages = rows("passages")
    sentences = passages[passages["paragraph"] > 0]
    assert sentences.groupby(["source_id", "section"]).size().to_dict() == SENTENCES


def test_paragraphs_of_the_release():
    """The release has fourteen paragraphs, and each its number of sentences."""
    passages = rows("passages", source_id="rand2007")
    sentences = passages[passages["paragraph"] > 0]
    assert sentences.groupby("paragraph").size().to_dict() == dict(enumerate(RELEASE, start=1))


def test_passages_are_in_order():
    """Passages stand as in the document; sections, paragraphs and sentences count from one."""
    for source, document in rows("passages").groupby("source_id"):
        place = document[["section_order", "paragraph", "sentence"]].apply(tuple, axis=1).tolist()
        assert place == sorted(place)
        text = document[document["paragraph"] > 0]
        numbered = [document["section_order"]]
        if source == "rand2007":  # numbered throughout
            numbered += [text["paragraph"]]
        else:
            numbered += [section["paragraph"] for _, section in text.groupby("section_order")]
        for _, paragraph in document.groupby(["section_order", "paragraph"]):
            numbered += [paragraph["sentence"]]
            assert paragraph["sentence"].is_unique
        for numbers in numbered:
            assert numbers.unique().tolist() == list(range(1, numbers.nunique() + 1))


def test_names_of_passages():
    """The name of a passage ends in its paragraph and its sentence, and begins with its source."""
    for passage in rows("passages").itertuples():
        end = rf"{passage.paragraph}\.{passage.sentence}"
        assert re.fullmatch(rf"{passage.source_id}-[a-z-]+-{end}", passage.passage_id)


def test_every_passage_bears_something():
    """No sentence of either document is left unused."""
    assert set(rows("passages")["passage_id"]) == set(rows("evidence")["passage_id"])


def test_events_are_told_where_they_say():
    """An event names the section of the first passage that bears it."""
    sections = rows("passages").set_index("passage_id")["section"]
    for event in rows("events").itertuples():
        passages = evidence("events", event.event_id)["passage_id"]
        assert sections[passages[0]] == event.told_in, event.event_id


@pytest.mark.parametrize("name", [n for n in PACKAGE.names if n != "sources"])
def test_release_is_silent_on_iran(name):
    """The release does not mention Iran, so nothing that rests on it alone does."""
    frame = track2lib.load(name)
    if name == "passages":
        own = frame["source_id"] == "rand2007"
    elif name == "evidence":
        own = frame["passage_id"].str.startswith("rand2007") & (frame["table"] != "sources")
    else:
        own = frame["sources"] == "rand2007"
    said = frame[own].drop(columns=[c for c in ABOUT_ROWS if c in frame]).to_csv(index=False)
    assert not re.search(
        r"iran|tehran|persia|khatami|ahmadinejad", "\n".join(said.split("\n")[1:]), re.I
    )


# Presidencies.


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


# Dialogues.


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
        ("una-sipri-americans", 20, None, "over 20"),
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
    assert set(parties.loc[parties["kind"] == "state", "party"]) == {
        *("Iran", "Iraq", "Yemen", "Italy"),
        *("United Kingdom", "Pakistan", "Japan", "United States"),
    }
    assert parties["kind"].value_counts()["group of states"] == 1
    assert parties["kind"].value_counts()["institution"] == 1
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


# People.


def test_no_participant_is_named():
    """Those who took part appear as states, bodies and kinds of people, never by name."""
    parties = rows("dialogue_participants")
    assert set(parties["kind"]) == {"state", "group of states", "institution", "kind of people"}
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


# Claims.


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
