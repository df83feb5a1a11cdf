"""Intervals of talk as they are drawn: rows of observers below their room, and where they differ."""

from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from track2lib.charts.grammar.widths import pixels
from track2lib.impact.sheet_kinds import stages_of
from track2lib.page.theme import STAGE_COLOURS

__all__ = ["CALLED", "INSET", "Lanes", "Listed", "bold", "laid_out", "listed", "runs"]

# Letters that a name on the page may have: rooms and stages come with a word before them.
CALLED = "Room {}"
COMPARED = "Agree or differ"
INSET = 5  # pixels from the edge of a run to its words


class Listed(NamedTuple):
    """The stages of a list: for each key its place from 1 on, its name, its fill, and its words' color."""

    places: dict[str, int]
    names: dict[str, str]
    fills: dict[str, str]
    words: dict[str, str]


class Lanes(NamedTuple):
    """What is drawn: rows from the top down, intervals from left to right, and what stands in them.

    Parameters
    ----------
    names : dict of int to str
        What each row is called, by its number; that of a room stands above its observers.
    rooms : list of int
        The rows that are names of rooms.
    minutes : list of float
        Where the intervals begin.
    cells : pandas.DataFrame
        ``row``, ``observer``, ``room``, ``minute``, and ``stage``, missing where nothing was coded.
    compared : pandas.DataFrame
        ``row``, ``room``, ``minute``, ``coded`` by how many, and whether they ``differ``; intervals
        that two or more have coded.
    """

    names: dict[int, str]
    rooms: list[int]
    minutes: list[float]
    cells: pd.DataFrame
    compared: pd.DataFrame


def listed(sheets: pd.DataFrame) -> Listed:
    """Give the stages of the package that sheets were coded by, each with its colors.

    Raises
    ------
    ValueError
        If there are more stages than colors.

    Examples
    --------
    >>> listed(pd.DataFrame()).places["concerns"]
    3
    """
    names = stages_of(sheets.attrs.get("data"))
    if len(names) > len(STAGE_COLOURS):
        raise ValueError(
            f"The table 'stages' lists {len(names)} stages, and up to {len(STAGE_COLOURS)} can be told "
            "apart by color. Put some of them together."
        )
    fills = dict(zip(names, STAGE_COLOURS, strict=False))
    places = {key: place for place, key in enumerate(names, start=1)}
    return Listed(places, names, fills, {key: STAGE_COLOURS[fills[key]] for key in fills})


def laid_out(sheets: pd.DataFrame) -> Lanes:
    """Give each observer a row below the room, and each interval of a room a cell in it.

    Examples
    --------
    >>> coded = {"observer": ["a", "a", "b"], "room": "1", "minute": [0, 10, 5], "stage": "rules"}
    >>> lanes = laid_out(pd.DataFrame(coded))
    >>> lanes.names, lanes.minutes, len(lanes.cells), len(lanes.compared)
    ({0: 'a', 1: 'b', 2: 'Agree or differ'}, [0, 5, 10], 6, 0)
    """
    names: dict[int, str] = {}
    rooms, cells, compared = list[int](), list[pd.DataFrame](), list[pd.DataFrame]()
    several = sheets["room"].nunique() > 1
    for room, own in sheets.groupby("room", sort=False):
        if several:
            rooms.append(len(names))
            names[len(names)] = CALLED.format(room)
        grid = pd.DataFrame({"minute": _grid(own["minute"])})
        for observer, sheet in own.groupby("observer", sort=False):
            lane = grid.merge(sheet, on="minute", how="left")
            cells.append(lane.assign(row=len(names), observer=observer, room=room))
            names[len(names)] = str(observer)
        found = _compared(own).assign(row=len(names), room=room)
        if own["observer"].nunique() > 1:
            names[len(names)] = COMPARED
        compared.append(found)
    every = pd.concat(cells, ignore_index=True)
    minutes = sorted(every["minute"].unique().tolist())
    return Lanes(names, rooms, minutes, every, pd.concat(compared, ignore_index=True))


def bold(rooms: list[int]) -> dict[str, Any]:
    """Give the weight of names of rows, of which those of rooms are bold.

    Examples
    --------
    >>> bold([0, 4])["condition"]["test"]
    'indexof([0, 4], datum.value) >= 0'
    """
    test = f"indexof({rooms}, datum.value) >= 0"
    return {"condition": {"test": test, "value": "bold"}, "value": "normal"}


def _grid(minutes: pd.Series) -> list[float]:
    """Give the minutes that anybody has coded in a room, and those that all have left out between."""
    found = sorted(minutes.unique().tolist())
    gaps = Counter(after - before for before, after in pairwise(found))
    # As far apart as most are; of two that are as frequent, the shorter.
    step = min(gaps, key=lambda gap: (-gaps[gap], gap), default=1)
    between = [
        before + step * place
        for before, after in pairwise(found)
        for place in range(1, int((after - before) // step))
        if (after - before) % step == 0
    ]
    return sorted([*found, *between])


def _compared(sheets: pd.DataFrame) -> pd.DataFrame:
    """Tell of each interval that two or more have coded whether they differ."""
    coded = sheets.dropna(subset="stage").groupby("minute")["stage"].agg(["count", "nunique"])
    coded = coded[coded["count"] > 1].reset_index()
    return coded.assign(coded=coded["count"], differ=coded["nunique"] > 1)[
        ["minute", "coded", "differ"]
    ]


def runs(lanes: Lanes, stages: Listed, step: int) -> pd.DataFrame:
    """Give the words of each run of intervals that an observer coded alike: its number, and its name if there is room.

    Parameters
    ----------
    lanes : Lanes
        What is drawn.
    stages : Listed
        The stages.
    step : int
        Pixels of an interval.

    Returns
    -------
    pandas.DataFrame
        ``row`` and ``minute`` of the first interval of each run, ``said``, and the ``color`` of the words.
    """
    found = []
    for row, lane in lanes.cells.groupby("row", sort=False):
        lane = lane.sort_values("minute")
        place = lane["minute"].map(lanes.minutes.index)
        stage = lane["stage"].fillna("")
        changed = (stage != stage.shift()) | (place != place.shift() + 1)
        for _, own in lane.groupby(changed.cumsum()):
            key = own["stage"].iloc[0]
            if pd.notna(key):
                number, name = str(stages.places[key]), f"{stages.places[key]} {stages.names[key]}"
                fits = pixels(name, 13, bold=True) <= step * len(own) - 2 * INSET
                said = name if fits else number
                found.append((row, own["minute"].iloc[0], said, stages.words[key]))
    return pd.DataFrame(found, columns=["row", "minute", "said", "color"])
