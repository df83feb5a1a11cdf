"""Where talks were held, as far as it is told."""

from drawn import founding, rows_of

import track2lib as t2


def test_the_venue_strip_keeps_what_is_left_open() -> None:
    """'Europe' is no city, and 'mostly Stockholm' is not all in Stockholm."""
    rows = rows_of(t2.venues(founding("dialogue_venues")))
    by_place = {(row["place"], row["dialogue"]): row["words"] for row in rows}
    assert by_place["Stockholm", "UNA-USA and SIPRI dialogue"] == "most of its meetings"
    assert ("Elsewhere, not stated", "UNA-USA and SIPRI dialogue") in by_place
    assert {row["precision"] for row in rows if row["place"].startswith("Europe")} == {"region"}
