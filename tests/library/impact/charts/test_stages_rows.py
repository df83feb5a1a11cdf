"""Rows and cells of the stages of talk: what was not coded, what is compared, and what is written on it."""

import pandas as pd
import pytest
from hand_written import fill
from observing import talk

from track2lib.impact.charts.stages_rows import laid_out, listed, runs
from track2lib.impact.sheet_kinds import STAGES
from track2lib.page.theme import STAGE_COLOURS


def sheets(*rows):
    """Give rows as a table of stages."""
    return pd.DataFrame(rows, columns=STAGES.columns)


def cells_of(*rows):
    """Give the cells of each row as their stages, with none where nothing was coded."""
    cells = laid_out(sheets(*rows)).cells
    return {row: own["stage"].fillna("-").tolist() for row, own in cells.groupby("row")}


def test_what_an_observer_left_out_is_a_cell_of_its_own():
    """Between the first and the last interval of a room, at either end too, and in a break of all."""
    rows = [
        *talk("ana", "rules", "home", start=5),
        *talk("ben", "rules"),
        *talk("ben", "home", start=25),
    ]
    assert cells_of(*rows) == {
        0: ["-", "rules", "home", "-", "-", "-"],
        1: ["rules", "-", "-", "-", "-", "home"],
    }


def test_a_minute_between_the_others_moves_none_of_them():
    """A slip of the hand is a column of its own, in which the others have coded nothing."""
    rows = [
        *talk("ana", "rules", "home", "home"),
        *talk("ben", "rules"),
        *talk("ben", "home", start=7),
    ]
    assert laid_out(sheets(*rows)).minutes == [0, 5, 7, 10]


def test_a_room_ends_when_it_ends():
    """Of a room that was over sooner, nothing is said to be missing after that."""
    lanes = laid_out(sheets(*talk("ana", "rules", "home"), *talk("ben", "rules", room="B")))
    assert lanes.names == {0: "Room A", 1: "ana", 2: "Room B", 3: "ben"}
    assert lanes.rooms == [0, 2]
    assert lanes.cells.groupby("row").size().tolist() == [2, 1]


def test_only_what_two_have_coded_is_compared():
    """What one alone has coded neither agrees nor differs."""
    rows = [*talk("ana", "rules", "home", "home"), *talk("ben", "rules", "other")]
    found = laid_out(sheets(*rows)).compared
    assert found[["minute", "coded", "differ"]].to_numpy().tolist() == [[0, 2, False], [5, 2, True]]


def test_a_run_has_its_name_where_there_is_room():
    """Elsewhere it has its number, which the key explains; a gap ends a run."""
    lanes = laid_out(sheets(*talk("ana", "concerns", "concerns", "concerns", None, "concerns")))
    found = runs(lanes, listed(pd.DataFrame()), 46)
    assert found[["minute", "said"]].to_numpy().tolist() == [[0, "3 Concerns"], [20, "3"]]
    assert runs(lanes, listed(pd.DataFrame()), 20)["said"].tolist() == ["3", "3"]


def test_a_stage_has_the_same_colour_in_every_chart():
    """By its place in the list, whichever of them occur."""
    stages = listed(pd.DataFrame())
    assert [*stages.fills.values()] == [*STAGE_COLOURS][: len(stages.fills)]
    assert stages.words["rules"] == STAGE_COLOURS[stages.fills["rules"]]


def test_more_stages_than_colours_are_refused(mine):
    """Two that look alike would be read as one."""
    for place in range(len(STAGE_COLOURS) + 1):
        row = {"stage_id": f"s{place}", "name": f"Stage {place}", "order": str(place + 1)}
        fill(mine, "stages", row | {"heard": "So.", "told_apart": "Thus."})
    table = sheets()
    table.attrs = {"data": str(mine)}
    with pytest.raises(ValueError, match="lists 8 stages, and up to 7"):
        listed(table)
