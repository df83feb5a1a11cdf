"""Pieces of a span: other dates of a row, and ends that are open."""

from hand_written import DIALOGUE, fill

import track2lib as t2


def test_a_contested_date_beside_ones_own(three):
    """The other dates of our rows are drawn, though one's own package has no evidence."""
    both = t2.load("dialogues", data=three, beside=True)
    rows = both[both["dialogue_id"].isin(["una-sipri", "d1"])]
    drawn = [row for data in t2.timeline(rows).to_dict()["datasets"].values() for row in data]
    assert "other" in {row.get("kind") for row in drawn}


def test_an_open_end_is_open_when_its_source_was_written(mine):
    """What goes on in one's own rows goes on until the year of the row's own source."""
    first, second = (
        {"dialogue_id": f"d{n}", "name": f"Talks {n}", "dates": "2001/.."} for n in (1, 2)
    )
    fill(mine, "dialogues", DIALOGUE | first, DIALOGUE | second | {"source": "Else 2005"})
    chart = t2.timeline(t2.load("dialogues", data=mine)).to_dict()
    drawn = [row for data in chart["datasets"].values() for row in data]
    open_at = {row["label"]: row["start"] for row in drawn if row["kind"] == "goes on"}
    assert open_at == {"Talks 1": "2013-01-01", "Talks 2": "2006-01-01"}
