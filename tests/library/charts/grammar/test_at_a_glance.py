"""All rows at a glance: each that has a year is on the page with its name, and the rest is counted."""

import json
import re

import pandas as pd
import pytest
import vl_convert
from drawn import caption_of, rows_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.page.sentence import title_of
from track2lib.page.theme import ERA_COLOURS, theme

OWN = [("old", "1990/1995"), ("new", "1996/..")]


def ours() -> pd.DataFrame:
    """Give the efforts between Americans and Iranians, those apart that take in several."""
    return t2.load("dialogues").query("case == 'United States and Iran' and grain == 'one'")


def turns() -> pd.DataFrame:
    """Give the events that the project draws as turning points."""
    return t2.load("events").query("turning_point")


def drawn():
    """Draw the picture of the README."""
    return t2.timeline(ours(), by="form", turning_points=turns())


def names_in(chart) -> list[str]:
    """Give the names that stand beside bars or in them."""
    return [row["label"] for row in rows_of(chart) if "ink" in row]


def test_every_row_with_a_year_is_on_the_page_once() -> None:
    """Each dated row has one name, and what is not drawn is counted in the caption and named aloud."""
    rows, chart = ours(), drawn()
    dated = rows[rows[["dates_earliest", "dates_latest"]].notna().any(axis=1)]
    assert sorted(names_in(chart)) == sorted(dated["short_name"])
    said = " ".join(caption_of(chart.to_dict()))
    apart = rows[~rows.index.isin(dated.index)]
    going = int(apart["dates"].notna().sum())
    assert (
        f"{len(apart)} dialogues without a year are not drawn, {going} of them said to go on"
        in said
    )
    assert all(name in chart.description for name in apart["name"])


def test_the_picture_fits_a_screen_and_no_letter_is_small() -> None:
    """The whole chart is at most 640 pixels high and 900 wide, and no text in it is below 13."""
    svg = vl_convert.vegalite_to_svg(drawn().to_dict() | theme())
    width, height = re.match(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"', svg).groups()
    assert float(width) <= 900
    assert float(height) <= 640
    plot = svg[: svg.index("Sources: ")]  # the caption has the size that the frame gives to all
    assert min(map(int, re.findall(r'font-size="(\d+)px"', plot[: plot.rindex("<text")]))) >= 13


def test_title_counts_what_has_the_color_of_a_period() -> None:
    """The finding is what color bears: how many lie in one period, from beginning to end."""
    title = title_of(drawn().to_dict())
    found = re.fullmatch(
        r"(\d+) of (\d+) dated dialogues lie in the Ahmadinejad years alone, "
        r"(\d+) in the Khatami years",
        title,
    )
    spoken = [row for row in rows_of(drawn()) if row.get("speaks")]
    colours = [row["colour"] for row in spoken]
    assert int(found[2]) == len(spoken)
    assert int(found[1]) == colours.count(ERA_COLOURS["ahmadinejad"])
    assert int(found[3]) == colours.count(ERA_COLOURS["khatami"])


def test_one_alone_lies(mine) -> None:
    """The verb fits the number, in periods of one's own too."""
    fill(mine, "eras", *({"era_id": k, "dates": d, "name": f"The {k} years"} for k, d in OWN))
    spans = {"d1": "1991/1992", "d2": "1994/2004"}
    rows = [DIALOGUE | {"dialogue_id": k, "name": k, "dates": d} for k, d in spans.items()]
    fill(mine, "dialogues", *rows)
    chart = t2.timeline(t2.load("dialogues", data=mine), by="form")
    assert title_of(chart.to_dict()) == "1 of 2 dated dialogues lies in the old years alone"
    # These periods have no colors, so that no bar is neutral among others.
    assert "Neutral" not in key_of(chart)


def test_key_says_what_is_drawn() -> None:
    """Bars of no one period and turning points are named by their form, and not if there are none."""
    assert "Neutral bar: in several periods, or in none." in key_of(drawn())
    assert "Upright line, or broken pair: a turning point." in key_of(drawn())
    assert "Number: dialogues in that period alone." in key_of(drawn())
    in_one = ours().query("era == 'ahmadinejad'")
    assert key_of(t2.timeline(in_one, by="form")) == (
        "Full: vouched for. Faint: may lie there. Number: dialogues in that period alone. "
        "More bars: more was written down."
    )


def key_of(chart) -> str:
    """Give the key of a chart."""
    return " ".join(chart.to_dict()["title"]["subtitle"])


def test_both_countries_stand_above() -> None:
    """Each strip is called by its country and names who held office in the years that are shown."""
    spec = json.dumps(drawn().to_dict())
    for name in ("Iran", "United States", "Clinton", "Obama"):
        assert f'"name": "{name}"' in spec
    assert '"name": "Carter"' not in spec


def test_heads_have_the_numbers_of_the_title() -> None:
    """What the title compares stands in the heads of the periods, and in no head if it counts nothing."""
    title = title_of(drawn().to_dict())
    most, _, other = re.findall(r"\d+", title)
    heads = [row["name"] for row in rows_of(drawn()) if "line" in row and "name" in row]
    assert f"Ahmadinejad {most}" in heads
    assert f"Khatami {other}" in heads
    own = t2.timeline(ours(), by="form", title="Many efforts")
    assert '"name": "Khatami"' in json.dumps(own.to_dict())
    assert "Number" not in key_of(own)


def test_turning_points_have_their_names_and_say_who() -> None:
    """Each is a line with its short name; what is longer than a few days lies between two."""
    rows = {row["label"]: row for row in rows_of(drawn()) if "broad" in row}
    assert sorted(rows) == sorted(turns()["short_name"])
    assert not rows["Axis of evil"]["broad"]
    assert rows["Ministry's list"]["broad"]
    assert all(row["cited"] for row in rows.values())


def test_lines_of_turning_points_stop_at_names() -> None:
    """Each line has a part for each stretch of it that no name crosses, and ends at the foot."""
    rows = rows_of(drawn())
    parts = [(row["start"], row["up"], row["low"]) for row in rows if "low" in row]
    turned = [row for row in rows if "broad" in row]
    lines = {row["start"] for row in turned} | {row["end"] for row in turned if row["broad"]}
    assert {start for start, *_ in parts} == lines
    assert len(parts) > 2 * len(lines)
    # The names on the way of the first line, by their middles, lie between its parts.
    at = {row["at"] for row in rows if row.get("label") == "Oriental Institute"}
    inside = [part for part in parts if part[0] == min(lines) for y in at if part[1] < y < part[2]]
    assert inside == []


def test_turning_points_without_lanes_are_refused() -> None:
    """The rows of a usual timeline have no room for them, and the message says what to write."""
    with pytest.raises(ValueError, match="by='form'"):
        t2.timeline(ours().head(3), turning_points=turns())


def test_a_column_that_is_not_there_is_named() -> None:
    """The nearest one is proposed."""
    with pytest.raises(LookupError, match="Did you mean 'form'"):
        t2.timeline(ours().head(3), by="forms")


def test_more_than_a_page_is_refused() -> None:
    """What cannot be read on one page is told, with the pixels and what to do."""
    with pytest.raises(ValueError, match=r"would need \d+ pixels.*Choose some of them first"):
        t2.timeline(t2.load("dialogues"), by="form")
    with pytest.raises(ValueError, match="No dialogue has a date"):
        t2.timeline(ours()[ours()["dates"].isna()], by="form")
    with pytest.raises(ValueError, match="up to 8 can be read"):
        t2.timeline(ours(), by="form", turning_points=t2.load("events"))


def test_rows_without_the_column_have_a_lane_of_their_own(mine) -> None:
    """A missing kind is said to be missing, and stands last; names without a short one are cut."""
    long = "A round table on the waters of the upper valley"
    fill(
        mine,
        "dialogues",
        DIALOGUE | {"dialogue_id": "d1", "name": long, "dates": "2001"},
        DIALOGUE | {"dialogue_id": "d2", "name": "Rounds", "dates": "2002/..", "form": "secret"},
        DIALOGUE | {"dialogue_id": "d3", "name": "Visits"},
    )
    chart = t2.timeline(t2.load("dialogues", data=mine), by="form")
    lanes = dict.fromkeys(row["lane"] for row in rows_of(chart) if "foot" in row)
    assert {*lanes} == {"secret (1)", "not stated (1)"}
    assert {*names_in(chart)} == {"A round table on the wa\u2026", "Rounds"}
    assert long in chart.description
    said = " ".join(caption_of(chart.to_dict()))
    assert "1 dialogue without a year is not drawn: Visits." in said
    assert title_of(chart.to_dict()) == "Sources place 2 of 3 dialogues in time, from 2001 on"


def test_other_tables_can_be_seen_at_a_glance() -> None:
    """Events by their kind are drawn from the same call."""
    events = t2.load("events", scope="founding")
    assert "Pugwash convenes four meetings" in t2.timeline(events, by="kind").description


def test_every_bar_says_who() -> None:
    """Each thing is heard once, with its name, its date, its kind, its period and its source."""
    rows = [row for row in rows_of(drawn()) if row.get("speaks")]
    assert len(rows) == len(names_in(drawn()))
    assert all(row["cited"] and row["when"] and row["name"] and row["era"] for row in rows)
