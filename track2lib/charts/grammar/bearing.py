"""Who says when: the places in the sources that bear the date of a row, and not the whole row."""

from collections import defaultdict

import pandas as pd

from track2lib.records.facts import facts_on
from track2lib.records.provenance import locators
from track2lib.records.snapshot import open_records

__all__ = ["places_of_dates"]

# Which table the evidence of a row is for; a meeting names its dialogue too, so that its own key
# comes first.
TABLES = {"meeting_id": "meetings", "event_id": "events", "dialogue_id": "dialogues"}


def places_of_dates(rows: pd.DataFrame, column: str) -> pd.Series:
    """Cite for each row what gives its date, or the words of its date.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of dialogues, meetings or events.
    column : str
        The column of the dates.

    Returns
    -------
    pandas.Series
        The places, divided by semicolons; where no evidence is for the date alone, those of the whole
        row.

    Examples
    --------
    >>> import track2lib as t2
    >>> rows = t2.load("dialogues", scope="founding").query("dialogue_id == 'una-sipri'")
    >>> places_of_dates(rows, "dates").tolist()
    ['DiMaggio 2010, American organizers, para. 5']
    """
    key = next((name for name in TABLES if name in rows), None)
    if key is None:
        return rows["cited"]
    told = _told(rows, TABLES[key], {column, "date_words"})
    fields = rows.reindex(columns=[column, "date_words"]).astype("string").fillna("")
    found = []
    for own, cited, said in zip(rows[key], rows["cited"], fields.to_dict("records"), strict=True):
        # Only what the row itself rests on: a scope leaves out the rest, and a key of another
        # package may mean another thing.
        places = dict.fromkeys(
            place
            for field, value, place in told[own]
            if value == said[field] and f"; {place}; " in f"; {cited}; "
        )
        found.append("; ".join(places) or cited)
    return pd.Series(found, rows.index, dtype="string")


def _told(
    rows: pd.DataFrame, table: str, fields: set[str]
) -> dict[str, list[tuple[str, str, str]]]:
    """Give by key what evidence says of some fields: the field, the value and the place."""
    packages = {rows.attrs.get("data")} | ({None} if rows.attrs.get("beside") else set())
    found = defaultdict(list)
    for package in sorted(packages, key=str):
        records = open_records(package)
        if "evidence" in records.names:
            written = locators(records)
            for fact in facts_on(records, table):
                if fact.field in fields:
                    found[fact.key].append((fact.field, fact.value, written[fact.passage]))
    return found
