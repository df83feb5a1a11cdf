"""Is it track II? That depends on the definition."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, is_our_own, join, listing, source_note
from track2lib.records.related import follow, told_apart

__all__ = ["compare_definitions"]

# All three columns stand, also where one is empty: that nothing is outside is an answer.
VERDICTS = ["inside", "cannot tell", "outside"]


def compare_definitions(readings: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw which dialogues a definition takes in, with a choice of definitions.

    Parameters
    ----------
    readings : pandas.DataFrame
        Rows of ``load("readings")``.
    title : str, optional
        What is to be seen. By default a sentence that compares the definitions.

    Returns
    -------
    altair.VConcatChart
        The chart, with a list to choose the definition from.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many dialogues to be read, a row without a name, a reading
        that stands twice, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.compare_definitions(t2.load("readings"))
    >>> "RAND, Track Two" in chart.description
    True
    """
    fields = ["definition_id", "dialogue_id", "verdict", "reason", "cited"]
    start, advice = 'load("readings")', "Choose some of them first."
    readings = check_table(
        readings,
        fields,
        start,
        title=title,
        filled=fields[:4],
        once=fields[:2],
        most=40,
        what="dialogues",
        key="dialogue_id",
        instead=advice,
    )
    check_words(readings["verdict"], VERDICTS, start)
    rows = follow(readings, "dialogue_id", "dialogues", subject="name")
    rows = follow(rows, "definition_id", "definitions", author="author", term="term")
    # One author may define two terms, even one term twice, and two authors the same one.
    yardsticks = rows.drop_duplicates("definition_id").set_index("definition_id")
    names = told_apart(yardsticks["author"] + ", " + yardsticks["term"], yardsticks[[]])
    rows["setting"] = rows["definition_id"].map(names.fillna(names.index.to_series()))
    # The words are the author's, and whether a dialogue fits them is for us to say: so it says so.
    whose = "our" if is_our_own(readings) else "a"
    rows["ours"] = rows["verdict"] + f", in {whose} reading"
    inside = (rows["verdict"] == VERDICTS[0]).groupby(rows["setting"], sort=False).sum().tolist()
    listed = [
        f"{setting}: {listing(own['subject'], own['verdict'], VERDICTS)}"
        for setting, own in rows.groupby("setting", sort=False)
    ]
    return in_columns(
        rows[["subject", "setting", "verdict", "ours", "reason", "cited"]],
        column="verdict",
        order=VERDICTS,
        row="subject",
        step=85,
        note="reason",
        aside=300,
        ring=f"datum.verdict == '{VERDICTS[1]}'",
        choose="Yardstick: ",
        tooltip={"subject": "Dialogue", "setting": "Yardstick", "ours": "Verdict"},
        title=title or _headline(inside, rows.groupby("setting")["subject"].agg(frozenset)),
        subtitle="Choose a yardstick. Broken ring: its words do not decide.",
        caption=f"{source_note(readings)} Which dialogue falls where is {whose} reading of their words, to be argued with.",
        description=f"Which dialogues fall under which definition, with a list to choose it from. {'. '.join(listed)}.",
    )


def _headline(inside: list[int], read: pd.Series) -> str:
    """Say how many dialogues each definition takes in, of those that were held against it."""
    if len(inside) == 1:
        return f"It takes in {inside[0]} of {counted(len(read.iloc[0]), 'dialogue', 'dialogues')}"
    if read.nunique() > 1:
        return f"{len(inside)} yardsticks, not all for the same dialogues: they take in {join(map(str, inside))}"
    count = counted(len(read.iloc[0]), "dialogue", "dialogues")
    return f"The same {count}, {len(inside)} yardsticks: they take in {join(map(str, inside))}"
