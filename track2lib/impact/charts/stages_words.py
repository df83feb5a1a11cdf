"""What is said around the stages of talk: where observers agree, when talk turns, and how to read it."""

import pandas as pd

from track2lib.charts.grammar.words import counted, join, source_note
from track2lib.impact.charts.stages_rows import CALLED, Lanes, Listed
from track2lib.page.lines import inserted

__all__ = ["caption", "described", "headline", "key_of"]


def key_of(lanes: Lanes) -> str:
    """Say how the marks are to be read that are there."""
    said = []
    if len(lanes.compared):
        said.append(
            "Line: all observers of the room who coded the interval agree; cross: they differ."
        )
    if lanes.cells["stage"].isna().any():
        said.append("Broken outline: not coded.")
    return " ".join(said)


def caption(lanes: Lanes, sheets: pd.DataFrame) -> str:
    """Name the source, and say what agreement is not."""
    count = lanes.cells["row"].nunique()
    by = f"sheets of {counted(count, 'observer', 'observers')}"
    source = f"{source_note(sheets)} S{by[1:]}." if "cited" in sheets else f"Source: {by}."
    alike = " Neighboring intervals are often coded alike: count runs, not cells."
    return f"{source} A stage is what filled most of the interval, as the observer heard it.{alike}"


def headline(lanes: Lanes, stages: Listed) -> str:
    """Say on how many intervals observers agree, and of one room when talk turns."""
    agreed = _agreed(lanes.compared)
    if len(lanes.rooms) > 1:
        each = lanes.compared.groupby("room", sort=False)
        told = [f"in room {inserted(str(room))} on {_share(own)}" for room, own in each]
        return f"{agreed}: {join(told)}" if agreed and len(told) > 1 else agreed or _alone(lanes)
    turn = _turn(lanes, stages)
    if not agreed:
        return f"{_alone(lanes)}{': ' * bool(turn)}{turn}"
    return f"{agreed}{'; ' * bool(turn)}{turn}"


def _alone(lanes: Lanes) -> str:
    count = lanes.cells["row"].nunique()
    return "As one observer heard it" if count == 1 else "No interval was coded by two observers"


def _share(compared: pd.DataFrame) -> str:
    return f"{int((~compared['differ']).sum())} of {len(compared)}"


def _agreed(compared: pd.DataFrame) -> str:
    """Say on how many of the intervals that several have coded they agree."""
    if not len(compared):
        return ""
    of = "interval" if len(compared) == 1 else "intervals"
    return f"Observers agree on {_share(compared)} {of}"


def _turn(lanes: Lanes, stages: Listed) -> str:
    """Say when talk turns to the stage that is coded most often, of those with which no sheet begins."""
    coded = lanes.cells.dropna(subset="stage").sort_values("minute", kind="stable")
    begun = {*coded.groupby("row")["stage"].first()}
    often = coded.loc[~coded["stage"].isin(begun), "stage"].value_counts()
    if often.empty:
        return ""
    # Of two that are as frequent, the one that is listed first.
    key = min(often.index, key=lambda one: (-often[one], stages.places[one]))
    first = coded[coded["stage"] == key].groupby("row")["minute"].first()
    minute, sheets = first.value_counts().sort_index().idxmax(), coded["row"].nunique()
    count = int((first == minute).sum())
    of = "" if sheets == 1 else f" in {count} of {sheets} sheets"
    return f'talk turns to "{inserted(stages.names[key])}" at minute {minute:g}{of}'


def described(lanes: Lanes, stages: Listed) -> str:
    """Say what each observer heard, run by run."""
    told = []
    for row, own in lanes.cells.groupby("row", sort=False):
        said = own["stage"].map(stages.names).fillna("not coded")
        starts = own[said != said.shift()]
        runs = [
            f"from {minute:g} {name}"
            for minute, name in zip(starts["minute"], said[starts.index], strict=True)
        ]
        where = f"{CALLED.format(own['room'].iloc[0])}, " * bool(lanes.rooms)
        told.append(f"{where}{lanes.names[row]}: {', '.join(runs)}.")
    agreed = f"{_agreed(lanes.compared)}. " if len(lanes.compared) else ""
    return f"The stage of talk in each interval, by minute, as each observer coded it. {agreed}{' '.join(told)}"
