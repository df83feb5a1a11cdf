"""From a row to the rows that it points to, in the package that it was loaded from."""

import json

from hand_written import fill
from own_rows import ROWS

import track2lib as t2
from track2lib.records.related import follow


def test_presidencies_are_ours_where_no_periods_are_written(three):
    """A table of periods that is left empty means ours."""
    assert t2.load("meetings", data=three)["era"].tolist()[0] == "khatami"


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
