"""A case, with what the tables hold on it and who says so, as a page to read."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pandas as pd

from track2lib.impact.rubric import CODES, table_of
from track2lib.page.text_table import UNSTATED
from track2lib.records.snapshot import open_records
from track2lib.sources.passages import evidence

__all__ = ["case_card", "other_readings", "rubric"]


def _count(row: pd.Series) -> str:
    """Say a quantity in the words of its source, or else its bounds."""
    if pd.notna(row["as_stated"]):
        return f"{row['unit']}: {row['as_stated']}"
    low, high = row["minimum"], row["maximum"]
    if pd.isna(low) or pd.isna(high):
        return f"{row['unit']}: {_bound(low, high)}"
    # One number where both bounds are the same.
    return f"{row['unit']}: {' to '.join(dict.fromkeys([str(low), str(high)]))}"


def _bound(low: int | None, high: int | None) -> str:
    """Say one bound as what it is: a floor or a ceiling, and no number of its own."""
    if pd.notna(low):
        return f"at least {low}"
    return UNSTATED if pd.isna(high) else f"at most {high}"


FIELDS = {
    "summary": "What it was",
    "outputs": "What came out of it",
    "official_link": "How it was linked to officials",
    "influence": "What is said of its influence",
}
# What other tables hold on a dialogue: heading, table, and the words of a row.
PARTS: tuple[tuple[str, str, Callable[[pd.Series], str]], ...] = (
    ("Who took part", "dialogue_participants", lambda row: str(row["party"])),
    ("How many", "counts", _count),
    ("Voices", "accounts", lambda row: f"{row['voice']} ({row['standing']}): {row['account']}"),
)
# Sources beside one cell: a longer list is that of the whole row, which stands at the end of the card.
MOST = 3
# Inline, because the style sheets of a page that is not trusted yet are removed.
BOX = "max-width: 760px; border: 1px solid #767676; padding: 4px 16px"


def case_card(dialogue_id: str, data: str | Path | None = None) -> str:
    """Write what the tables hold on a dialogue, each cell with its sources.

    Parameters
    ----------
    dialogue_id : str
        Key of the dialogue.
    data : str or pathlib.Path, optional
        Folder of the data package that has it. By default the project's.

    Returns
    -------
    str
        HTML, with headings and lists.

    Examples
    --------
    >>> "joint paper" in case_card("una-sipri")
    True
    """
    row = table_of("dialogues", data).set_index("dialogue_id").loc[dialogue_id]
    borne = evidence("dialogues", dialogue_id, data=data)
    parts = [f"<h3>{escape(str(row['name']))}</h3>"]
    for field, heading in FIELDS.items():
        own = borne.loc[borne["field"] == field, "locator"].tolist()
        # A package of one's own may have left out a column.
        text = UNSTATED if pd.isna(row.get(field)) else str(row[field])
        parts.append(f"<p><strong>{heading}.</strong> {escape(text)}{_places(own)}</p>")
    for heading, table, told in PARTS:
        own = table_of(table, data)
        # Counts and accounts are not of dialogues alone: there a key has its table beside it.
        column = "dialogue_id" if "dialogue_id" in own else "key"
        own = own[(own[column] == dialogue_id) & (own.get("table", "dialogues") == "dialogues")]
        if len(own):
            items = "".join(
                f"<li>{escape(told(one))}{_places(one['cited'].split('; '))}</li>"
                for _, one in own.iterrows()
            )
            parts.append(f"<p><strong>{heading}.</strong></p><ul>{items}</ul>")
    every = "; ".join(dict.fromkeys(borne["locator"]))
    if open_records(data).names_its_sources("dialogues"):
        parts.append(
            f"<p><strong>Where no source stands beside the words:</strong> {escape(every)}</p>"
        )
    else:
        parts.append(
            "<p><strong>Where no source stands beside the words,</strong> one or more of these bear "
            f"them; which one was not written down: {escape(every)}.</p>"
        )
    return f'<div style="{BOX}">{"".join(parts)}</div>'


def _places(cited: list[str]) -> str:
    """Write where something stands, unless it is as long a list as that of the whole row."""
    if not 0 < len(cited) <= MOST:
        return ""
    return f" <small>[{escape('; '.join(dict.fromkeys(cited)))}]</small>"


def rubric() -> str:
    """Write out what each code means.

    Returns
    -------
    str
        HTML, a list.

    Examples
    --------
    >>> rubric().count("<li>")
    5
    """
    codes = "".join(f"<li><strong>{code}</strong>: {escape(of)}</li>" for code, of in CODES.items())
    return f'<div style="max-width: 760px"><p>The codes:</p><ul>{codes}</ul></div>'


def other_readings(readings: pd.DataFrame) -> str:
    """Fold away what others have read, to be opened and argued with.

    Parameters
    ----------
    readings : pandas.DataFrame
        ``code`` and ``reason`` of each, by coder.

    Returns
    -------
    str
        HTML, a list that can be unfolded.

    Examples
    --------
    >>> one = pd.DataFrame({"code": ["denied"], "reason": ["So."]}, index=["first reading"])
    >>> "Compare with another reading" in other_readings(one)
    True
    """
    told = "".join(
        f"<li>{escape(coder)}: <strong>{escape(one['code'])}</strong>. {escape(one['reason'])}</li>"
        for coder, one in readings.iterrows()
    )
    count = len(readings)
    what = {1: "another reading", 2: "two other readings"}.get(count, f"{count} other readings")
    return (
        f"<details><summary>Compare with {what}</summary>"
        f"<ul>{told}</ul><p>{'Neither' if count == 2 else 'None'} is the key. "
        "Where you differ, whose reason is better?</p></details>"
    )
