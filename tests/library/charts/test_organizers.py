"""Who organizes what, and for which side."""

from drawn import founding, rows_of

import track2lib as t2


def test_an_organizer_stands_at_its_side() -> None:
    """Who is of two sides has two marks; where no source gives a side, none is given here."""
    rows = rows_of(t2.organizers(founding("dialogue_organizations")))
    sides = {(row["dialogue"], row["side"]): row["names"] for row in rows if "side" in row}
    joint = "UNA-USA and SIPRI dialogue"
    assert sides[joint, "American"] == "UNA-USA"
    assert sides[joint, "European partner"] == "SIPRI"
    assert sides["Pugwash meetings of 2008", "side not stated"] == "Pugwash"
