"""What is said of the people who took part, group by group, and what is not said."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import each_once, join, source_note
from track2lib.page.lines import inserted, letters
from track2lib.records.related import follow

__all__ = ["compare_groups"]

LONGEST = 140  # letters of a title that has room in two lines


def compare_groups(traits: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw what the source says of each group of participants, a row for each kind of statement.

    Parameters
    ----------
    traits : pandas.DataFrame
        Rows of ``load("group_traits")``.
    title : str, optional
        What is to be seen. By default a sentence about what is told of one group alone.

    Returns
    -------
    altair.VConcatChart
        The chart: a column for each group.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many groups or statements to be read, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> traits = t2.load("group_traits").query("group_id.str.startswith('iran')")
    >>> chart = t2.compare_groups(traits)
    >>> "Conservative participants" in chart.description
    True
    """
    needed = ["group_id", "kind", "trait", "share", "cited"]
    start, advice = 'load("group_traits")', "Choose some of them first."
    traits = check_table(
        traits,
        needed,
        start,
        title=title,
        filled=["group_id", "kind", "trait"],
        most=6,
        what="groups",
        key="group_id",
        instead=advice,
    )
    once = ["trait_id", "group_id"]
    check_table(traits, [], start, once=once, most=60, what="statements", instead=advice)
    rows = _rows(traits)
    return in_columns(
        rows,
        column="group",
        row="kind",
        strong={*rows.loc[rows["silent"], "kind"]},
        step=340,
        name="said",
        bold=False,
        note="unsaid",
        ring="datum.silent",
        tooltip={"group": "Group", "kind": "Kind", "told": "What is said"},
        title=title or _headline(rows),
        subtitle="Broken ring: the source says nothing of this kind.",
        caption=f"{source_note(traits)} What is told of one group alone need not be true of that group alone.",
        description=_describe(rows),
    )


def _rows(traits: pd.DataFrame) -> pd.DataFrame:
    """Put each statement into its column, and a gap where a group has none of a kind."""
    told = follow(traits, "group_id", "participant_groups", group="name")
    groups, kinds = (told[[field]].drop_duplicates() for field in ("group", "kind"))
    # Kinds stand in one order in every column, whether something is said or not.
    rows = groups.merge(kinds, how="cross").merge(told, how="left")
    # What is not said of a group is a row too, for silence about one side is a finding.
    rows["silent"] = rows["trait"].isna()
    rows["said"] = ((rows["share"] + ": ").fillna("") + rows["trait"]).fillna("")
    rows["unsaid"] = pd.Series("nothing is said", rows.index).where(rows["silent"], "")
    rows["told"] = rows["said"].mask(rows["silent"], rows["unsaid"])
    # A gap cites all that was read for it.
    rows["cited"] = rows["cited"].fillna(each_once(traits["cited"]))
    return rows[["group", "kind", "said", "unsaid", "told", "silent", "cited"]]


def _headline(rows: pd.DataFrame) -> str:
    columns = list(rows["group"].unique())
    if not rows["silent"].any():
        return f"What is said of {join(map(inserted, columns))}"
    if len(columns) == 2:
        alone = [*reversed([rows[rows["group"] == group] for group in columns])]
        if letters(named := _named(columns, alone)) <= LONGEST:
            return named
        # Which of the two it is can be said by where it stands.
        first, second = map(_silent, alone)
        if first and second:
            return f"Only of the first group: {first}; of the second: {second}"
        return f"Told only of the {'first' if first else 'second'} group: {first or second}"
    return _begun(f"{_silent(rows)}: told of some groups and not of others")


def _named(columns: list[str], missing: list[pd.DataFrame]) -> str:
    """Name each of two groups beside the kinds that are told of it alone, missing of the other."""
    parts, told = [], " {} told"
    for group, own in zip(columns, missing, strict=True):
        if kinds := _silent(own):
            are = "is" if own.loc[own["silent"], "kind"].nunique() == 1 else "are"
            parts.append(f'{kinds}{told.format(are)} only of "{inserted(group)}"')
            told = ""  # once is enough
    return _begun("; ".join(parts))


def _begun(said: str) -> str:
    """Begin a sentence; capitalize() would take the other capitals from a name."""
    return f"{said[0].upper()}{said[1:]}"


def _silent(rows: pd.DataFrame) -> str:
    """Name the kinds of which nothing is said."""
    return join(map(inserted, rows.loc[rows["silent"], "kind"].unique()))


def _describe(rows: pd.DataFrame) -> str:
    parts = []
    for group, own in rows.groupby("group", sort=False):
        told, silent = own[~own["silent"]], own[own["silent"]]
        parts.append(f"{group}: {'; '.join(told['kind'] + ': ' + told['said'])}")
        if len(silent):
            parts.append(f"Nothing is said of {join(silent['kind'])}.")
    return f"What is said of groups of participants. {' '.join(parts)}"
