"""A case, with what the tables hold on it and who says so, as a page to read."""

from html import escape

import pandas as pd

from track2lib.display import UNSTATED
from track2lib.impact.codings import CODES
from track2lib.provenance import evidence
from track2lib.tables import load

__all__ = ["case_card", "rubric"]

FIELDS = {
    "summary": "What it was",
    "outputs": "What came out of it",
    "official_link": "How it was linked to officials",
    "influence": "What is said of its influence",
}
# Inline, because the style sheets of a page that is not trusted yet are removed.
BOX = "max-width: 760px; border: 1px solid #767676; padding: 4px 16px"


def case_card(dialogue_id: str) -> str:
    """Write what the tables hold on a dialogue, each cell with its sources.

    Parameters
    ----------
    dialogue_id : str
        Key of the dialogue.

    Returns
    -------
    str
        HTML, with headings and lists.

    Examples
    --------
    >>> "joint paper" in case_card("una-sipri")
    True
    """
    row = load("dialogues").set_index("dialogue_id").loc[dialogue_id]
    borne = evidence("dialogues", dialogue_id)
    whole = borne.loc[borne["field"].isna() | (borne["field"] == ""), "locator"]
    parts = [f"<h4>{escape(str(row['name']))}</h4>"]
    for field, heading in FIELDS.items():
        own = borne.loc[borne["field"] == field, "locator"]
        places = "; ".join(dict.fromkeys(own if len(own) else whole))
        text = UNSTATED if pd.isna(row[field]) else str(row[field])
        parts.append(
            f"<p><strong>{heading}.</strong> {escape(text)} <small>[{escape(places)}]</small></p>"
        )
    accounts = load("accounts")
    accounts = accounts[(accounts["table"] == "dialogues") & (accounts["key"] == dialogue_id)]
    if len(accounts):
        told = "".join(
            f"<li>{escape(one.voice)} ({escape(one.standing)}): {escape(one.account)} "
            f"<small>[{escape(one.cited)}]</small></li>"
            for one in accounts.itertuples(index=False)
        )
        parts.append(f"<p><strong>Voices.</strong></p><ul>{told}</ul>")
    return f'<div style="{BOX}">{"".join(parts)}</div>'


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
