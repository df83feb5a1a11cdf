"""From a row to the rows that it points to, in the package that it was loaded from."""

import json

import pandas as pd
from hand_written import DIALOGUE, fill
from own_rows import ROWS

import track2lib as t2
from track2lib.records.related import follow, sources_of


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
