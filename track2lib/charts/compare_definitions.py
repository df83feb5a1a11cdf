"""Is it track II? That depends on the definition."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, is_our_own, join, listing, source_note
from track2lib.page.lines import inserted
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
    read = rows.groupby("setting", sort=False)
    inside = (rows["verdict"] == VERDICTS[0]).groupby(rows["setting"], sort=False).sum()
    titles = _headlines(inside, read["subject"].agg(frozenset))
    listed = [
        f"{setting}: {listing(own['subject'], own['verdict'], VERDICTS)}" for setting, own in read
    ]
    return in_columns(
        rows[["subject", "setting", "verdict", "ours", "reason", "cited"]],
        column="verdict",
        order=VERDICTS,
        row="subject",
        step=104,
        note="reason",
        aside=290,
        ring=f"datum.verdict == '{VERDICTS[1]}'",
        choose="Yardstick: ",
        tooltip={"subject": "Dialogue", "setting": "Yardstick", "ours": "Verdict"},
        title=title or next(iter(titles.values())),
        titles=None if title else titles,
        subtitle="Choose a yardstick. Broken ring: its words do not decide.",
        caption=f"{source_note(readings)} Which dialogue falls where is {whose} reading of their words, to be argued with.",
        description=f"Which dialogues fall under which definition, with a list to choose it from. {'. '.join(listed)}.",
    )


def _headlines(inside: pd.Series, read: pd.Series) -> dict[str, str]:
    """Say for each definition how many of the dialogues it takes in, and how many the others do."""
    found = {}
    for setting, count in inside.items():
        of = counted(len(read[setting]), "dialogue", "dialogues")
        others = inside.drop(setting)
        rest = ""
        if len(others):
            number = "the other" if len(others) == 1 else f"the {len(others)} others"
            apart = "" if read.nunique() == 1 else ", not for all the same,"
            rest = f"; by {number}{apart} {join(map(str, others))}"
        found[setting] = (
            f"By '{inserted(setting)}' {count} of {of} {'is' if count == 1 else 'are'} inside{rest}"
        )
    return found
