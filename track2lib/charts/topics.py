"""What was talked about, as far as the source says."""

from __future__ import annotations

from typing import Any

import pandas as pd

from track2lib.charts._columns import in_columns
from track2lib.charts._table import follow, join, listing, look_up, require, source_note

__all__ = ["topics"]

AREAS = ["bilateral", "nuclear", "regional", "non-political", "not listed"]
MORE = "more, not listed"


def topics(links: pd.DataFrame, *, title: str | None = None) -> Any:
    """Draw which topics the source names for which dialogue.

    Parameters
    ----------
    links : pandas.DataFrame
        Rows of ``load("dialogue_topics")``.
    title : str, optional
        What is to be seen. By default a sentence that names the topic of most dialogues.

    Returns
    -------
    altair.VConcatChart
        The chart: a row for each topic, a column for each dialogue.

    Raises
    ------
    ValueError
        If the table has no rows or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.topics(t2.load("dialogue_topics"))
    >>> "Iran's nuclear program" in chart.description
    True
    """
    require(links, ["dialogue_id", "topic_id", "cited"], 'load("dialogue_topics")')
    rows = _rows(links)
    listed = listing(rows["topic"].replace(MORE, "more that are not listed"), rows["dialogue"])
    return in_columns(
        rows.sort_values("rank", kind="stable"),
        column="dialogue",
        order=dict.fromkeys(rows["dialogue"]),
        row="topic",
        step=104,
        ring=f"datum.topic == '{MORE}'",
        tooltip={"dialogue": "Dialogue", "topic": "Topic", "area": "Kind"},
        title=title or _headline(rows),
        subtitle="Full: the source names the topic. Broken ring: it says that its list is not complete.",
        caption=f"{source_note(links)} A topic that is not named may still have been discussed.",
        description=f"Topics that the source names for {rows['dialogue'].nunique()} dialogues. {listed}.",
    )


def _rows(links: pd.DataFrame) -> pd.DataFrame:
    """Name dialogues and topics, and add a mark for each list that is open."""
    rows = follow(links, "dialogue_id", "dialogues", dialogue="name", is_open="topics_open")
    rows = follow(rows, "topic_id", "topics", topic="name", area="area")
    more = rows[rows["is_open"].fillna(False)].drop_duplicates("dialogue")
    rows = pd.concat([rows, more.assign(topic=MORE, area=AREAS[-1])])
    # By area, and in an area by the order of the table of topics.
    known = [*look_up(links, "topics")["name"], MORE]
    rows["rank"] = rows["area"].map(AREAS.index) * len(known) + rows["topic"].map(known.index)
    return rows[["dialogue", "topic", "area", "rank", "cited"]]


def _headline(rows: pd.DataFrame) -> str:
    counts = rows.loc[rows["topic"] != MORE, "topic"].value_counts()
    top = counts[counts == counts.max()].index.tolist()
    if counts.max() == 1:
        return "Each topic is named for one dialogue only"
    verb = "is" if len(top) == 1 else "are"
    return f"{join(top)} {verb} named for {counts.max()} dialogues, more than any other topic"
