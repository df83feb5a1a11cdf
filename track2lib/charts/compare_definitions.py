"""Is it track II? That depends on the definition."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bins import in_bins
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, is_our_own, listing, source_note
from track2lib.page.lines import inserted
from track2lib.records.related import follow, told_apart

__all__ = ["compare_definitions"]

# All three columns stand, also where one is empty: that nothing is outside is an answer.
OPEN = "cannot tell"
VERDICTS = ["inside", OPEN, "outside"]


def compare_definitions(readings: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw which dialogues a definition takes in, with a choice of definitions.

    Parameters
    ----------
    readings : pandas.DataFrame
        Rows of ``load("readings")``, of up to 24 dialogues. Where these are so many that their reasons
        have no room, the tooltips tell them.
    title : str, optional
        What is to be seen. By default a sentence about the definition that is chosen.

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
        most=24,
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
    titles = {setting: _headline(setting, own) for setting, own in read}
    listed = [
        f"{setting}: {listing(own['subject'], own['verdict'], VERDICTS)}" for setting, own in read
    ]
    return in_bins(
        rows[["subject", "setting", "verdict", "ours", "reason", "cited"]],
        row="subject",
        column="verdict",
        order=VERDICTS,
        note="reason",
        ring=OPEN,
        choose="Yardstick: ",
        tooltip={"subject": "Dialogue", "setting": "Yardstick", "ours": "Verdict"}
        | {"reason": "Why"},
        title=title or next(iter(titles.values())),
        titles=None if title else titles,
        subtitle="Choose a yardstick. Broken ring: its words do not decide.",
        caption=f"{source_note(readings)} Which dialogue falls where is {whose} reading of their words, to be argued with.",
        description=f"Which dialogues fall under which definition, with a list to choose it from. {'. '.join(listed)}.",
    )


def _headline(setting: str, read: pd.DataFrame) -> str:
    """Say how many of the dialogues a definition takes in, leaves out, and does not decide."""
    inside, unsure, outside = (int((read["verdict"] == own).sum()) for own in VERDICTS)
    dialogues = counted(len(read), "dialogue", "dialogues")
    takes = f"{inside or 'none'} of {dialogues}"
    if inside == len(read):
        takes = f"all {dialogues}" if inside > 1 else "the one dialogue"
    found = f"{_called(setting, read)} takes in {takes}"
    if outside:
        found += f" and leaves out {outside}"
    return f"{found}; its words leave {unsure} open" if unsure else found


def _called(setting: str, read: pd.DataFrame) -> str:
    """Name a definition by its author, and its term as it is written; or as the list does."""
    author, term = read[["author", "term"]].iloc[0]
    # Of two that are called alike each has more in the list.
    if setting != f"{author}, {term}":
        return f"'{inserted(setting)}'"
    return f"{inserted(author)}'s definition of '{inserted(term)}'"
