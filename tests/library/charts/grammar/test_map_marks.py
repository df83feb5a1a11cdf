"""What is drawn of a map."""

from drawn import rows_of

import track2lib as t2


def test_circles_have_the_area_of_their_rows():
    """Twice the rows is twice the area, where a circle is not too small to be seen."""
    rows = [row for row in rows_of(t2.venue_map(t2.load("meetings"))) if "radius" in row]
    shares = {round(row["rows"] / row["radius"] ** 2, 2) for row in rows if row["radius"] > 3}
    assert max(shares) - min(shares) < 0.02


def test_a_line_leads_to_each_name_that_stands_apart():
    """Where there is a line, it ends at the name; a name beside its mark has none."""
    rows = [row for row in rows_of(t2.venue_map(t2.load("dialogue_venues"))) if "radius" in row]
    rows = [row for row in rows if row["name"]]
    led = [row for row in rows if row["way_x"] is not None]
    assert 0 < len(led) < len(rows)
    for row in led:
        assert abs(row["name_x"] - row["way_x"]) < 0.2
