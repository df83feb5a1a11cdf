"""Which dialogues a definition takes in."""

from drawn import founding, rows_of

import track2lib as t2


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
    title = " ".join(chart.to_dict()["title"]["text"])
    assert all(str(count) in title for count in counts)
