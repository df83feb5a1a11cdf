"""Which dialogues a definition takes in."""

import json

import pandas as pd
import pytest
from drawn import founding, rows_of
from hand_written import fill
from hearing import heard_in_vega
from own_rows import ROWS

import track2lib as t2
from track2lib.page.renderer import render
from track2lib.page.sentence import title_of


def marks_of(chart):
    """Give the rows that are drawn as marks."""
    return [row for row in rows_of(chart) if "verdict" in row]


def test_every_definition_judges_every_dialogue() -> None:
    """Under each definition every dialogue stands in one column, and says that we have put it there."""
    readings = t2.load("readings", scope="founding")
    rows = marks_of(t2.compare_definitions(readings))
    assert len(rows) == len(readings)
    assert len({(row["setting"], row["subject"]) for row in rows}) == len(rows)
    assert all(row["ours"] == f"{row['verdict']}, in our reading" for row in rows)


def test_the_title_names_the_yardstick_and_what_its_words_do() -> None:
    """Author and term as they are written, and how many it takes in, leaves out and leaves open."""
    readings = t2.load("readings", scope="founding")
    titles = {}
    for key in readings["definition_id"].unique():
        own = readings[readings["definition_id"] == key]
        titles[key] = title_of(t2.compare_definitions(own).to_dict())
    ending = "; its words leave 5 open"
    assert (
        titles["dimaggio-track2"]
        == f"DiMaggio's definition of 'Track II' takes in 1 of 6 dialogues{ending}"
    )
    assert (
        titles["rand-track2"]
        == "RAND's definition of 'Track Two diplomacy' takes in all 6 dialogues"
    )
    assert titles["rand-scope"] == (
        "RAND's definition of 'Track Two as Kaye's report treats it' takes in 2 of 6 dialogues and "
        "leaves out 1; its words leave 3 open"
    )


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["inside"], "takes in the one dialogue"),
        (["outside"], "takes in none of 1 dialogue and leaves out 1"),
        (["cannot tell"], "takes in none of 1 dialogue; its words leave 1 open"),
        (["inside", "inside"], "takes in all 2 dialogues"),
    ],
)
def test_a_title_counts_few_dialogues_too(verdicts, said) -> None:
    """One dialogue and all of them have their own words."""
    readings = founding("readings").head(len(verdicts)).assign(verdict=verdicts)
    title = title_of(t2.compare_definitions(readings).to_dict())
    assert title == f"DiMaggio's definition of 'Track II' {said}"


def test_each_verdict_is_that_of_the_reading() -> None:
    """Every dialogue stands for every definition where our reading puts it."""
    readings = founding("readings")
    chart = t2.compare_definitions(readings)
    drawn = marks_of(chart)
    assert sorted(row["reason"] for row in drawn) == sorted(readings["reason"])
    verdicts = readings.set_index("reason")["verdict"]
    assert all(row["verdict"] == verdicts[row["reason"]] for row in drawn)


def test_each_column_says_how_many_it_has() -> None:
    """Above each column stands its count for each definition, also where it has none."""
    readings = founding("readings")
    heads = [row for row in rows_of(t2.compare_definitions(readings)) if row.get("count") is True]
    assert len(heads) == 9
    counts = readings.groupby(["definition_id", "verdict"], sort=False).size().tolist()
    told = [int(row["said"]) for row in heads if row["said"] != "0"]
    assert sorted(told) == sorted(counts)
    assert {row["setting"] for row in heads if row["said"] == "0"} == {
        "DiMaggio, Track II",
        "RAND, Track Two diplomacy",
    }


def test_all_that_is_heard_is_of_the_yardstick_that_is_chosen() -> None:
    """Whoever chooses another definition hears its title, and the marks of it alone."""
    readings = founding("readings")
    spec = t2.compare_definitions(readings).to_dict()
    vega = render(spec)[0]["application/vnd.vega.v5+json"]
    (signal,) = (own for own in vega["signals"] if own["name"] == "setting")
    for name in spec["params"][0]["bind"]["options"]:
        signal["value"] = name
        heard = heard_in_vega(vega)
        author, term = name.split(", ")
        title = next(label for kind, label in heard if kind == "title")
        assert title.startswith(f"{author}'s definition of '{term}' takes in ")
        marks = [label for kind, label in heard if kind == "point"]
        assert len(marks) == 6
        assert all(f"Yardstick: {name}; " in label for label in marks)
        inside = sum("Verdict: inside" in label for label in marks)
        assert f"{inside} of 6" in title or inside == 6
        # What the chart says as a whole holds wherever the list stands.
        assert f"{name}: inside: " in spec["description"]


def test_a_title_of_ones_own_stands_still() -> None:
    """Who gives a title keeps it, whatever is chosen."""
    drawn = t2.compare_definitions(founding("readings"), title="Mine").to_dict()
    assert drawn["title"]["text"] == ["Mine"]


def test_a_reading_of_ones_own_is_not_ours(mine) -> None:
    """Caption and tooltip call it a reading; only the project's readings are said to be ours."""
    for table in ("dialogues", "definitions", "readings"):
        fill(mine, table, *ROWS[table])
    words = json.dumps(t2.compare_definitions(t2.load("readings", data=mine)).to_dict())
    assert "is a reading of their words" in words
    assert "inside, in a reading" in words
    assert "our reading" not in words


def test_definitions_that_are_called_alike_are_told_apart(mine) -> None:
    """Where author and term are not enough, the title names the definition as the list does."""
    for table in ("dialogues", "definitions", "readings"):
        fill(mine, table, *ROWS[table])
    fill(mine, "definitions", ROWS["definitions"][0] | {"definition_id": "f2"})
    fill(mine, "readings", ROWS["readings"][0] | {"definition_id": "f2"})
    chart = t2.compare_definitions(t2.load("readings", data=mine)).to_dict()
    first, second = chart["params"][0]["bind"]["options"]
    assert title_of(chart) == f"'{first}' takes in all 3 dialogues"
    assert f"'{second}' takes in the one dialogue" in chart["title"]["text"]["expr"]


def test_more_dialogues_than_can_be_read_are_not_compared() -> None:
    """A row for each of many dialogues is no chart, and the reader is to choose."""
    readings = founding("readings").head(1)
    many = readings.loc[readings.index.repeat(25)].assign(dialogue_id=[f"d{n}" for n in range(25)])
    with pytest.raises(ValueError, match=r"There are 25 dialogues, .* up to 24 can be read"):
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
    assert title_of(drawn.to_dict()) == "'f1' takes in all 3 dialogues"
