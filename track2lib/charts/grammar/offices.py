"""Who held office while something went on: the periods of a package, and who governed elsewhere."""

import pandas as pd

from track2lib.charts.grammar.bands import Across, short_name, spans_of
from track2lib.charts.grammar.periods import closed
from track2lib.page.theme import GRID, MUTED
from track2lib.records.related import look_up
from track2lib.records.snapshot import open_records

__all__ = ["tracks"]


def tracks(
    table: pd.DataFrame,
    eras: pd.DataFrame,
    seen: list[dict[str, str]],
    across: Across,
    count: pd.Series,
) -> dict[str, list[dict[str, str]]]:
    """Give the strips: the periods, with what is counted by their names, and who governed elsewhere."""
    governments, found = _governments(table), dict[str, list[dict[str, str]]]()
    if seen:
        said = {*eras["country"].dropna()} if "country" in eras else set()
        called = said.pop() if len(said) == 1 else "Periods"
        found[called] = [
            {**span, "name": f"{short_name(span['name'])}{_number(count, span['name'])}"}
            for span in seen
        ]
    if len(governments):
        for country, own in governments.groupby("country", sort=False):
            plain = {"tint": GRID, "colour": MUTED}
            found[str(country)] = [{**span, **plain} for span in spans_of(closed(own), across)]
    return {called: spans for called, spans in found.items() if spans}


def _number(count: pd.Series, name: str) -> str:
    """Give the number that stands behind the name of a period, if there are any."""
    return f" {count.get(name, 0)}" if len(count) else ""


def _governments(table: pd.DataFrame) -> pd.DataFrame:
    """Give who governed elsewhere, in the package and the scope of the rows, if it says so."""
    name = "governments"
    records = open_records(table.attrs.get("data"))
    scope = table.attrs.get("scope", "all")
    if name not in records.names or (records.resource(name).get("beyond") and scope != "all"):
        return pd.DataFrame()
    return look_up(table, name).rename(columns={"government_id": "era_id"})
