"""Which dialogues a definition takes in."""

import json

import pandas as pd
import pytest
from drawn import founding, rows_of
from hand_written import fill
from hearing import heard_in
from own_rows import ROWS

import track2lib as t2
from track2lib.page.sentence import title_of


def test_every_definition_judges_every_dialogue() -> None:
    """Under each definition every dialogue stands in one column, and says that we have put it there."""
    readings = t2.load("readings", scope="founding")
    rows = [
        row
        for data in t2.compare_definitions(readings).to_dict()["datasets"].values()
        for row in data
    ]
    assert len(rows) == len(readings)
    assert len({(row["setting"], row["subject"]) for row in rows}) == len(rows)
    assert all(row["ours"] == f"{row['verdict']}, in our reading" for row in rows)


def test_a_single_definition_is_compared_with_none() -> None:
    """Of one definition the title says what it takes in, and speaks of no other."""
    readings = t2.load("readings", scope="founding")
    own = readings[readings["definition_id"] == readings["definition_id"].iloc[0]]
    inside = int((own["verdict"] == "inside").sum())
    title = title_of(t2.compare_definitions(own).to_dict())
    assert title == f"By 'DiMaggio, Track II' {inside} of {len(own)} dialogues is inside"


def test_each_verdict_is_that_of_the_reading() -> None:
    """Every dialogue stands for every definition where our reading puts it, and the title counts."""
    readings = founding("readings")
    chart = t2.compare_definitions(readings)
    drawn = [row for row in rows_of(chart) if "verdict" in row]
    assert sorted(row["reason"] for row in drawn) == sorted(readings["reason"])
    verdicts = readings.set_index("reason")["verdict"]
    assert all(row["verdict"] == verdicts[row["reason"]] for row in drawn)
    inside = readings[readings["verdict"] == "inside"]
    counts = inside.groupby("definition_id", sort=False).size()
    title = title_of(chart.to_dict())
    assert all(str(count) in title for count in counts)


def test_the_title_is_that_of_the_yardstick_that_is_chosen() -> None:
    """Whoever chooses another definition reads how many dialogues that one takes in."""
    spec = t2.compare_definitions(founding("readings")).to_dict()
    shown = {}
    for name in spec["params"][0]["bind"]["options"]:
        spec["params"][0]["value"] = name
        titles = [label for kind, label in heard_in(spec) if kind == "title"]
        shown[name] = titles[-1]
    assert len(set(shown.values())) == 3
    for name, title in shown.items():
        assert f"By '{name}' " in " ".join(title.replace(",", ", ").split())
    assert t2.compare_definitions(founding("readings"), title="Mine").to_dict()["title"][
        "text"
    ] == ["Mine"]


def test_a_reading_of_ones_own_is_not_ours(mine) -> None:
    """Caption and tooltip call it a reading; only the project's readings are said to be ours."""
    for table in ("dialogues", "definitions", "readings"):
        fill(mine, table, *ROWS[table])
    words = json.dumps(t2.compare_definitions(t2.load("readings", data=mine)).to_dict())
    assert "is a reading of their words" in words
    assert "inside, in a reading" in words
    assert "our reading" not in words


def test_dialogues_that_not_all_definitions_were_held_against_are_not_the_same(mine) -> None:
    """The title speaks of the same dialogues only where each definition has a reading of each."""
    for table in ("dialogues", "definitions", "readings"):
        fill(mine, table, *ROWS[table])
    fill(mine, "definitions", ROWS["definitions"][0] | {"definition_id": "f2", "term": "Other"})
    fill(mine, "readings", ROWS["readings"][0] | {"definition_id": "f2"})
    title = title_of(t2.compare_definitions(t2.load("readings", data=mine)).to_dict())
    assert title.endswith("3 of 3 dialogues are inside; by the other, not for all the same, 1")


def test_more_dialogues_than_can_be_read_are_not_compared() -> None:
    """A row for each of many dialogues is no chart, and the reader is to choose."""
    readings = founding("readings").head(1)
    many = readings.loc[readings.index.repeat(41)].assign(dialogue_id=[f"d{n}" for n in range(41)])
    with pytest.raises(ValueError, match=r"There are 41 dialogues, .* up to 40 can be read"):
        t2.compare_definitions(many)


def test_a_reading_that_stands_twice_is_refused(mine, tmp_path) -> None:
    """Readings of two packages under one key are not drawn as one dialogue, and counted as two."""
    other = t2.start_dataset(tmp_path / "other")
    for folder in (mine, other):
        for table in ("dialogues", "definitions", "readings"):
            fill(folder, table, *ROWS[table])
    both = pd.concat([t2.load("readings", data=folder) for folder in (mine, other)])
    with pytest.raises(ValueError, match=r"same definition_id and dialogue_id, 'f1/d1'"):
        t2.compare_definitions(both)


def test_a_package_that_is_lost_leaves_the_keys(mine) -> None:
    """After a merge nobody can look up a name, and the keys stand for dialogues and definitions."""
    for table in ("dialogues", "definitions", "readings"):
        fill(mine, table, *ROWS[table])
    readings = t2.load("readings", data=mine)
    merged = readings.merge(pd.DataFrame({"verdict": ["inside"], "note": ["mine"]}))
    drawn = t2.compare_definitions(merged)
    assert drawn.description.endswith("f1: inside: d1, d2 and d3.")
    assert "3 of 3 dialogues are inside" in title_of(drawn.to_dict())
