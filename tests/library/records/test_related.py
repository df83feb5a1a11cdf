"""From a row to the rows that it points to, in the package that it was loaded from."""

import json

import pandas as pd
import pytest
from hand_written import DIALOGUE, fill
from own_rows import ROWS

import track2lib as t2
from track2lib.records.related import follow, lost, sources_of
from track2lib.records.snapshot import open_records


def test_rows_of_another_package_lie_in_its_periods(three):
    """No row is said to lie in a presidency that its package does not have."""
    own = t2.load("meetings", data=three)
    assert own["era"].tolist() == ["first-cabinet", "second-cabinet", "first-cabinet at the latest"]
    assert "Khatami" not in json.dumps(t2.timeline(own).to_dict())


def test_a_package_without_periods_has_none_but_beside_ours(mine):
    """Where no periods are written, rows lie in ours only if they are loaded beside ours."""
    fill(mine, "dialogues", *ROWS["dialogues"])
    own = t2.load("dialogues", data=mine)
    assert own["era"].isna().all()
    assert "Khatami" not in json.dumps(t2.timeline(own).to_dict())
    beside = t2.load("dialogues", data=mine, beside=True)
    assert beside.set_index("dialogue_id").at["d1", "era"] == "khatami"
    assert "Khatami" in json.dumps(t2.timeline(beside.tail(3)).to_dict())


def test_a_table_finds_its_package_from_any_folder(three, monkeypatch):
    """Where a package was named by a path from the working directory, that may change after."""
    monkeypatch.chdir(three.parent)
    links = t2.load("dialogue_topics", data=three.name)
    monkeypatch.chdir("/")
    named = follow(links, "dialogue_id", "dialogues", dialogue="name")["dialogue"]
    assert set(named) <= {row["name"] for row in ROWS["dialogues"]}
    json.dumps(links.attrs)  # which pandas does when it writes Parquet


def test_periods_of_ones_own(mine):
    """Charts take other periods than ours, and other names for them."""
    fill(
        mine, "people", *[{"person_id": f"p{n}", "name": f"P {n}", "role": "R."} for n in (1, 2, 3)]
    )
    spans = ("1990/1999", "2000/2006", "2007/..")
    eras = enumerate(spans, start=1)
    rows = [
        {"era_id": f"p{n}", "name": f"Era {n}", "president": f"p{n}", "dates": d} for n, d in eras
    ]
    fill(mine, "eras", *rows)
    for name in ("dialogues", "places", "meetings", "events"):
        fill(mine, name, *ROWS[name])
    assert t2.load("meetings", data=mine)["era"].tolist() == ["p2", "p3", "p2 at the latest"]
    for chart, name in [(t2.timeline, "meetings"), (t2.events_by_era, "events")]:
        assert "Era" in json.dumps(chart(t2.load(name, data=mine)).to_dict())


def test_two_things_of_one_name_are_told_apart(mine):
    """Keys decide: a difference that a reader knows is added to the name, and the key at the last."""
    talks = [
        DIALOGUE | {"dialogue_id": key, "name": "Talks", "dates": dates}
        for key, dates in (("a", "1991"), ("b", "2001"), ("c", "2001"))
    ]
    fill(mine, "dialogues", *talks)
    town = {"name": "Tripoli", "precision": "city"}
    countries = (("tripoli", "Libya"), ("trablus", "Lebanon"))
    fill(mine, "places", *[town | {"place_id": key, "country": own} for key, own in countries])
    venues = zip("abc", ("tripoli", "trablus", "tripoli"), strict=True)
    fill(mine, "dialogue_venues", *[{"dialogue_id": d, "place_id": p} for d, p in venues])
    links = t2.load("dialogue_venues", data=mine)
    named = follow(links, "dialogue_id", "dialogues", dialogue="name")
    named = follow(named, "place_id", "places", place="name")
    assert named["dialogue"].tolist() == ["Talks, 1991", "Talks, 2001 (b)", "Talks, 2001 (c)"]
    assert named["place"].tolist() == ["Tripoli, Libya", "Tripoli, Lebanon", "Tripoli, Libya"]


def test_rows_that_have_lost_their_package_get_no_name_of_ours(mine):
    """After a join nobody can know what a key means elsewhere: it stands for itself, not for ours."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "una-sipri", "name": "Other talks"})
    fill(mine, "topics", {"topic_id": "t1", "name": "Topic", "area": "water"})
    fill(mine, "dialogue_topics", {"dialogue_id": "una-sipri", "topic_id": "t1"})
    ours, own = t2.load("dialogue_topics"), t2.load("dialogue_topics", data=mine)
    assert follow(own, "dialogue_id", "dialogues", dialogue="name")["dialogue"].tolist() == [
        "Other talks"
    ]
    both = pd.concat([ours[ours["dialogue_id"] == "una-sipri"], own])
    assert not both.attrs
    named = follow(both, "dialogue_id", "dialogues", dialogue="name")["dialogue"]
    assert named.iloc[-1] == "una-sipri"
    assert set(named.iloc[:-1]) == {"UNA-USA and SIPRI dialogue"}


def test_sources_are_called_as_their_package_calls_them(mine):
    """A key of the bibliography has its label and year; anything else is read by the rule."""
    listed = {"source_id": "w", "authors": "W.", "short_name": "Writer", "title": "T"}
    fill(mine, "sources", listed | {"date": "2014"})
    fill(
        mine,
        "topics",
        {"topic_id": "t1", "name": "One", "area": "water", "source": "w, p. 3; Box 12"},
    )
    assert sources_of(t2.load("topics", data=mine)) == {
        "w": ("Writer 2014", 2014),
        "Box 12": ("Box 12", None),
    }


def merged(table):
    """Give the rows of a table after a merge, which leaves its package behind."""
    found = table.merge(pd.DataFrame({"note": ["mine"]}), how="cross")
    assert not found.attrs
    return found


@pytest.fixture
def venues_of(mine):
    """Write one dialogue with its town."""
    for name in ("dialogues", "places"):
        fill(mine, name, ROWS[name][0])
    fill(mine, "dialogue_venues", ROWS["dialogue_venues"][0])
    return mine


def test_what_cannot_be_looked_up_is_not_called_unsaid(venues_of):
    """A name may be a key, and how exact a place is known cannot be; what was loaded mends it."""
    links = t2.load("dialogue_venues", data=venues_of)
    gone = merged(links)
    assert follow(gone, "place_id", "places", place="name")["place"].tolist() == ["geneva"]
    said = "lost the data package.* the precision in its table 'places' cannot be looked up for 1"
    with pytest.raises(ValueError, match=said):
        follow(gone, "place_id", "places", place="name", precision="precision")
    gone.attrs = links.attrs
    found = follow(gone, "place_id", "places", place="name", precision="precision")
    assert found[["place", "precision"]].values.tolist() == [["Geneva", "city"]]


def test_rows_of_the_project_are_known_after_a_merge():
    """Passages of ours bear them, so that they lead to the same rows as before."""
    links = t2.load("dialogue_venues").head(20)
    fields = {"place": "name", "precision": "precision"}
    before = follow(links, "place_id", "places", **fields)
    after = follow(merged(links), "place_id", "places", **fields)
    assert after[[*fields]].equals(before[[*fields]])
    assert not lost(merged(links)).any()
    assert sources_of(merged(links)) == sources_of(links)


@pytest.mark.parametrize("name", open_records().names)
def test_every_row_of_the_project_is_known_to_be_its_own(name):
    """Whatever tables are joined, rows that rest on our passages are still told to be ours."""
    rows = t2.load(name)
    rows.attrs = {}
    assert not lost(rows).any()


def test_a_row_that_cites_as_we_do_is_not_ours(mine):
    """Whoever types a citation of ours into a cell has written a row of his own."""
    cell = t2.load("topics")["cited"].dropna().str.split("; ").str[0].iloc[0]
    fill(mine, "topics", {"topic_id": "t1", "name": "One", "area": "water", "source": cell})
    assert lost(merged(t2.load("topics", data=mine))).tolist() == [True]


def test_a_key_that_leads_nowhere_is_told(venues_of):
    """A package that is given to rows of another is not taken for silence on what they point to."""
    links = t2.load("dialogue_venues", data=venues_of)
    other = links.assign(place_id="elsewhere")
    assert follow(other, "place_id", "places", place="name")["place"].tolist() == ["elsewhere"]
    with pytest.raises(ValueError, match="place_id 'elsewhere' is no key of the table 'places'"):
        follow(other, "place_id", "places", precision="precision")


def test_a_key_of_a_lost_package_is_no_source_of_ours(mine):
    """After a merge the key itself stands, without the name and the year of our source of that key."""
    listed = {"source_id": "dimaggio2010", "authors": "Other", "short_name": "Other", "title": "T"}
    fill(mine, "sources", listed | {"date": "1999", "kind": "book", "language": "en"})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "source": "dimaggio2010, p. 3"})
    own = t2.load("dialogues", data=mine)
    assert sources_of(own) == {"dimaggio2010": ("Other 1999", 1999)}
    unknown = {"dimaggio2010": ("dimaggio2010", None)}
    assert sources_of(merged(own)) == unknown
    # Where rows of ours have the same key, nobody can tell of which of the two the table speaks.
    ours = t2.load("eras", scope="founding")
    assert sources_of(pd.concat([ours, own])) == unknown
    assert sources_of(merged(ours)) == {"dimaggio2010": ("DiMaggio 2010", 2010)}


def test_what_a_reader_keeps_beside_a_table_is_left_alone(venues_of):
    """Notes in the attributes of a table neither are a package nor stand in the way of one."""
    links = t2.load("dialogue_venues", data=venues_of)
    links.attrs["note"] = "mine"
    assert follow(links, "place_id", "places", precision="precision")["precision"].tolist() == [
        "city"
    ]
    gone = merged(links)
    gone.attrs = {"note": "mine"}
    assert lost(gone).all()
