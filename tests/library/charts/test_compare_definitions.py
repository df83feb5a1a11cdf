"""Which dialogues a definition takes in."""

import pytest
from drawn import founding, rows_of

import track2lib as t2


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
    title = t2.compare_definitions(own).to_dict()["title"]["text"]
    assert " ".join(title) == f"It takes in {inside} of {len(own)} dialogues"


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


def test_more_dialogues_than_can_be_read_are_not_compared() -> None:
    """A row for each of many dialogues is no chart, and the reader is to choose."""
    readings = founding("readings").head(1)
    many = readings.loc[readings.index.repeat(41)].assign(dialogue_id=[f"d{n}" for n in range(41)])
    with pytest.raises(ValueError, match=r"There are 41 dialogues, .* up to 40 can be read"):
        t2.compare_definitions(many)
