"""Who organizes what, by side."""

from typing import Any

import pandas as pd
from drawn import founding, rows_of
from hand_written import fill
from own_rows import ROWS

import track2lib as t2


def cells(links: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the cells of the chart."""
    found = t2.organizers(links).to_dict()["datasets"].values()
    return [row for data in found for row in data]


def test_a_cell_holds_all_organizers_of_a_side() -> None:
    """Each organizer stands once in the cell of its dialogue and its side, in full and in short."""
    links = t2.load("dialogue_organizations", scope="founding")
    names = t2.load("organizations").set_index("org_id")["name"]
    dialogues = t2.load("dialogues").set_index("dialogue_id")["name"]
    pairs = zip(links["dialogue_id"].map(dialogues), links["org_id"].map(names), strict=True)
    drawn = [(row["dialogue"], full) for row in cells(links) for full in row["full"].split("; ")]
    assert sorted(drawn) == sorted(set(pairs))


def test_a_side_that_no_source_states_has_a_column() -> None:
    """An organizer of unknown side is drawn, and is given to neither country."""
    links = t2.load("dialogue_organizations")
    sides = t2.load("organizations").set_index("org_id")["side"]
    unknown = links[links["org_id"].map(sides).isna()].head(3)
    assert {row["side"] for row in cells(unknown)} == {"side not stated"}


def test_an_organizer_stands_at_its_side() -> None:
    """Who is of two sides has two marks; where no source gives a side, none is given here."""
    rows = rows_of(t2.organizers(founding("dialogue_organizations")))
    sides = {(row["dialogue"], row["side"]): row["names"] for row in rows if "side" in row}
    joint = "UNA-USA and SIPRI dialogue"
    assert sides[joint, "American"] == "UNA-USA"
    assert sides[joint, "European partner"] == "SIPRI"
    assert sides["Pugwash meetings of 2008", "side not stated"] == "Pugwash"


def test_a_side_that_is_not_stated_is_no_second_side(mine) -> None:
    """Who is of no stated side may be of the same side as the others, and is not counted apart."""
    fill(mine, "dialogues", *ROWS["dialogues"])
    fill(mine, "organizations", *ROWS["organizations"])
    link = {"dialogue_id": "d1", "role": "host"}
    fill(mine, "dialogue_organizations", link | {"org_id": "o1"}, link | {"org_id": "o3"})
    drawn = t2.organizers(t2.load("dialogue_organizations", data=mine)).to_dict()
    assert " ".join(drawn["title"]["text"]).startswith("For 0 of 1 effort the")


def test_one_of_anything_is_one(mine) -> None:
    """Title and description of a single dialogue speak of one."""
    fill(mine, "dialogues", *ROWS["dialogues"])
    fill(mine, "organizations", *ROWS["organizations"])
    for key in ("o1", "o2"):
        link = {"dialogue_id": "d1", "role": "host", "org_id": key}
        fill(mine, "dialogue_organizations", link)
    chart = t2.organizers(t2.load("dialogue_organizations", data=mine))
    title = " ".join(chart.to_dict()["title"]["text"])
    assert title == "For 1 of 1 effort the source names organizers of more than one side"
    said = "Organizers of 1 track II effort, by side; 1 names more than one side."
    assert chart.description.startswith(said)


def test_efforts_that_the_title_counts_come_first() -> None:
    """Who has organizers of more than one side stands above those of one, which go from left to right."""
    links = founding("dialogue_organizations")
    drawn = list(dict.fromkeys(row["dialogue"] for row in cells(links)))
    assert drawn[:2] == ["Nixon Center sessions with Iran", "UNA-USA and SIPRI dialogue"]
    columns = ["Iranian", "American", "European partner", "third party", "side not stated"]
    others = [columns.index(row["side"]) for row in cells(links) if row["dialogue"] in drawn[2:]]
    assert others == sorted(others)


def test_title_says_who_is_counted() -> None:
    """Partners are no organizers, and are named where there are some."""
    links = founding("dialogue_organizations")
    title = " ".join(t2.organizers(links).to_dict()["title"]["text"])
    assert title == (
        "For 2 of 11 efforts the source names organizers or partners of more than one side"
    )
    spec = t2.organizers(links[links["role"] != "partner"]).to_dict()
    assert "names organizers of more" in " ".join(spec["title"]["text"])
