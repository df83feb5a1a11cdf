"""What is said of the people who took part, group by group, and what is not said."""

from __future__ import annotations

from typing import Any

import pandas as pd

from track2lib.charts._columns import in_columns
from track2lib.charts._table import follow, join, require, source_note

__all__ = ["groups"]

ALL = "everything"


def groups(traits: pd.DataFrame, *, title: str | None = None) -> Any:
    """Draw what the source says of each group of participants, with a choice of what about.

    Parameters
    ----------
    traits : pandas.DataFrame
        Rows of ``load("group_traits")``.
    title : str, optional
        What is to be seen. By default a sentence about what is told of one group alone.

    Returns
    -------
    altair.VConcatChart
        The chart, with buttons for the kinds of statement.

    Raises
    ------
    ValueError
        If the table has no rows or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> traits = t2.load("group_traits").query("group_id.str.startswith('iran')")
    >>> chart = t2.groups(traits)
    >>> "Conservative participants" in chart.description
    True
    """
    require(traits, ["group_id", "kind", "trait", "share", "cited"], 'load("group_traits")')
    rows = _rows(traits)
    return in_columns(
        rows,
        column="group",
        row="rank",
        step=330,
        name="said",
        bold=False,
        note="unsaid",
        ring="datum.silent",
        choose="Show: ",
        tooltip={"group": "Group", "kind": "Kind"},
        title=title or _headline(rows),
        subtitle="Choose below what to show. Broken ring: the source says nothing of this kind.",
        caption=f"{source_note(traits)} What is told of one group alone need not be true of that group alone.",
        description=_describe(rows),
    )


def _rows(traits: pd.DataFrame) -> pd.DataFrame:
    """Rank the statements in each column, for everything and for each kind by itself."""
    rows = follow(traits, "group_id", "participant_groups", group="name")
    rows = rows.assign(silent=False, unsaid="")
    rows["said"] = (rows["share"] + ": ").fillna("") + rows["trait"]
    told = set(zip(rows["group"], rows["kind"], strict=True))
    gaps = [
        {
            "group": group,
            "kind": kind,
            "silent": True,
            "said": "",
            "unsaid": f"{kind}: nothing is said",
            # A gap cites all that was read for it.
            "cited": "; ".join(dict.fromkeys(traits["cited"])),
        }
        for group in dict.fromkeys(rows["group"])
        for kind in dict.fromkeys(rows["kind"])
        if (group, kind) not in told
    ]
    fields = ["group", "kind", "said", "unsaid", "silent", "cited"]
    both = pd.DataFrame([*rows.to_dict("records"), *gaps], columns=fields)
    # Kinds stand in one order in every column, whether something is said or not.
    both = both.sort_values(["group", "kind"], key=lambda names: pd.factorize(names)[0])
    ranked = pd.concat([both.assign(setting=ALL), both.assign(setting=both["kind"])])
    ranked["rank"] = ranked.groupby(["setting", "group"]).cumcount()
    return ranked


def _headline(rows: pd.DataFrame) -> str:
    columns = list(dict.fromkeys(rows["group"]))
    silent = set(rows.loc[rows["silent"], "kind"])
    one_sided = [kind for kind in dict.fromkeys(rows["kind"]) if kind in silent]
    if not one_sided:
        return f"What is said of {join(columns)}"
    of = "one group and not of the other" if len(columns) == 2 else "some groups and not of others"
    return f"{join(one_sided).capitalize()}: told of {of}"


def _describe(rows: pd.DataFrame) -> str:
    parts = []
    for group, own in rows[rows["setting"] == ALL].groupby("group", sort=False):
        told, silent = own[~own["silent"]], own[own["silent"]]
        parts.append(f"{group}: {'; '.join(told['kind'] + ': ' + told['said'])}")
        if len(silent):
            parts.append(f"Nothing is said of {join(silent['kind'])}.")
    return f"What is said of groups of participants. {' '.join(parts)}"
