"""Where coders agree and where they do not, case by case."""

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, join, tooltips
from track2lib.impact.comparing import Codes, usable
from track2lib.impact.rubric import CODES, UNIT, names, told_apart
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE, inserted, isolated, wrap
from track2lib.page.theme import INK, MUTED, NEUTRAL

__all__ = ["disagreement_chart"]

BAND = alt.Scale(type="band", padding=0)
START = "impact.load_codings()"
# How many can be read below each other and side by side.
MOST = {"case": 60, "contribution": 12}
# Pixels: of a cell across and down, of the names of cases, and from a cell's left edge to its mark
# and to its words.
CELL, ROW, NAMES = 118, 36, 215
MARK, WORDS = 9, 23
# Words for a code that fit beside a mark.
SHORT = {
    "asserted by an interested party": "asserted",
    "independently documented": "documented",
}


def disagreement_chart(
    codings: pd.DataFrame, *, codes: Codes = tuple(CODES), title: str | None = None
) -> alt.VConcatChart:
    """Draw how far the coders of each case and contribution differ.

    Parameters
    ----------
    codings : pandas.DataFrame
        Decisions of two coders or more, as ``impact.load_codings()`` gives them. Cases are named
        by the package that they were loaded from; a key that stands in none speaks for itself.
    codes : sequence of str or of numbers
        The codes that may occur, as for `impact.agreement`.
    title : str, optional
        What is to be seen. By default on how many decisions the coders differ.

    Returns
    -------
    altair.VConcatChart
        A mark for each case and contribution: the larger, the more pairs of coders differ.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no codings or too many to be read, or they cannot be compared: see
        `impact.agreement`.

    Warns
    -----
    track2lib.DataWarning
        If the names of two coders look alike, of whom one might be counted as two.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.disagreement_chart(t2.impact.load_codings())
    >>> "coders differ" in chart.description
    True
    """
    needed = ["coder", *UNIT, "code"]
    codings = check_table(codings, needed, START, title=title, free=needed)
    data = codings.attrs.get("data")
    codings = usable(codings, codes)
    cells = _cells(codings, data)
    if cells.empty:
        raise ValueError("No case has codes of two coders, so that there is nothing to compare.")
    for column, most in MOST.items():
        what, advice = f"{column}s", "Choose some of them first."
        check_table(cells, [], START, most=most, what=what, key=column, instead=advice)
    heads = _heads(cells["contribution"].unique())
    cases = {name: wrap(name, NAMES, 13) for name in cells["case"].unique()}
    differ = cells[cells["apart"] > 0]
    listed = join(differ["case"] + ", " + differ["contribution"])
    count, coders = f"{len(differ)} of {len(cells)}", codings["coder"].nunique()
    # Where some have left decisions to others, nothing can be said of them all.
    everybody = bool((cells["coders"] == coders).all())
    drawn = _drawn(cells, heads, cases)
    return finish(
        drawn.properties(width=CELL * len(heads), height=alt.Step(_row(cases))),
        title=title or _headline(cells, len(differ), coders, everybody=everybody),
        subtitle=(
            f"Small dot: both coders agree. Large dot: they differ, coder {join(_each(codings, ('above', 'below')))}."
            if coders == 2
            else "Small dot: the code that all give. The larger the dot, the more pairs of coders differ."
        ),
        caption=f"Source: codings of {coders} coders. A difference is a reason to talk, not a mistake.{_left_out(codings, cells)}",
        description=(
            f"A mark for each decision on a case and a contribution. On {count} decisions the "
            f"{f'{coders} ' * everybody}coders differ{f': {listed}' if listed else ''}."
        ),
        width=NAMES + CELL * len(heads),
    )


def _drawn(
    cells: pd.DataFrame, heads: dict[str, list[str]], cases: dict[str, list[str]]
) -> Layered:
    """Draw a mark for each decision, beside it the codes, and above them the contributions."""
    tips = tooltips({"case": "Case", "contribution": "Contribution", "told": "Codes"})
    columns = alt.Scale(type="band", padding=0, domain=[*heads])

    def across(pixels: int) -> alt.X:
        return alt.X("contribution:N", axis=None, scale=columns, bandPosition=pixels / CELL)

    rows = alt.Y(
        "case:N", title=None, sort=list(cases), axis=rows_axis(cases, grid=False), scale=BAND
    )
    base = alt.Chart(cells.drop(columns="coders")).encode(y=rows)
    # Two coders differ or do not, so their marks have two sizes; of more, the share of pairs shows.
    marks = base.mark_circle(
        opacity=1,
        color=alt.ExprRef(f"datum.apart > 0 ? '{INK}' : '{NEUTRAL}'"),
        size=alt.ExprRef("30 + 150 * datum.apart"),
    ).encode(x=across(MARK), tooltip=tips, description=aloud(tips))
    look: dict[str, Any] = {"align": "left", "lineBreak": "\n", "lineHeight": LINE}
    # As far as the mark of the next cell, for wide letters.
    look |= {"limit": CELL - WORDS + 6, "baseline": "middle"}
    # The first of two lines stands above the middle of the row.
    words = base.mark_text(
        **look,
        color=alt.ExprRef(f"datum.apart > 0 ? '{INK}' : '{MUTED}'"),
        dy=alt.ExprRef(f"datum.apart > 0 ? {-LINE / 2} : 0"),
    )
    # Not as labels of an axis, of which the first lines stand at one height and not the last.
    named = pd.DataFrame(
        [(name, "\n".join(lines), len(lines) - 1) for name, lines in heads.items()],
        columns=["contribution", "name", "more"],
    )
    above = alt.ExprRef(f"-8 - {LINE} * datum.more")
    names = alt.Chart(named).mark_text(**look | {"baseline": "bottom"}, fontWeight="bold", dy=above)
    return layered(
        marks,
        words.encode(x=across(WORDS), text=alt.Text("short:N")),
        names.encode(x=across(WORDS), y=alt.value(0), text=alt.Text("name:N")),
    )


def _row(cases: dict[str, list[str]]) -> int:
    """Give the height of a row, which holds two lines of codes, or as many as a name has."""
    return max(ROW, LINE * max(map(len, cases.values())) + 6)


def _each(codings: pd.DataFrame, places: tuple[str, str]) -> list[str]:
    """Say where each of two coders is named."""
    coders = sorted(codings["coder"].unique())
    return [f'"{inserted(coder)}" {place}' for coder, place in zip(coders, places, strict=True)]


def _headline(cells: pd.DataFrame, differ: int, coders: int, *, everybody: bool) -> str:
    """Say on how many decisions the coders differ, or who agrees."""
    if differ:
        of = counted(len(cells), "decision", "decisions")
        return f"The coders differ on {differ} of {of}{_most(cells)}"
    every = "the one decision" if len(cells) == 1 else f"all {len(cells)} decisions"
    if everybody:
        return f"The {coders} coders agree on {every}"
    return f"The coders agree on {every} that two or more of them have made"


def _most(cells: pd.DataFrame) -> str:
    """Name the one contribution of several on which most of three differences or more lie, if any."""
    differ = cells.loc[cells["apart"] > 0, "contribution"]
    name, most = differ.mode().iloc[0], int(differ.value_counts().max())
    if len(differ) < 3 or most * 2 <= len(differ) or cells["contribution"].nunique() == 1:
        return ""
    many = "all" if most == len(differ) else most
    return f', {many} of these under "{inserted(name)}"'


def _left_out(codings: pd.DataFrame, cells: pd.DataFrame) -> str:
    """Count the decisions that one coder alone has made, if there are any."""
    alone = codings.groupby(UNIT).ngroups - len(cells)
    said = counted(alone, "decision", "decisions")
    return f" {said} of one coder alone left out." if alone else ""


def _cells(codings: pd.DataFrame, data: str | None) -> pd.DataFrame:
    """Give each case and contribution its codes, and the share of pairs of coders that differ."""
    rows, words = [], _before_codes(codings["code"])
    alone = codings["coder"].nunique() == 2
    for unit, own in codings.groupby(UNIT, sort=False):
        count = len(own)
        # What one coder has coded can neither agree nor differ.
        if count < 2:
            continue
        often = own["code"].value_counts()
        pairs = count * (count - 1)
        told = "; ".join(f"{words}{code}: {n}" for code, n in sorted(often.items()))
        two = own.sort_values("coder")["code"] if alone else None
        short = "\n".join(_short(often, words, two))
        apart = 1 - float((often * (often - 1)).sum() / pairs)
        rows.append((*unit, apart, told, short, count))
    columns = ["case", "contribution", "apart", "told", "short", "coders"]
    cells = pd.DataFrame(rows, columns=columns)
    for shown, column in zip(("case", "contribution"), UNIT, strict=True):
        known = names(column, data)
        keys = cells[shown].unique()
        cells[shown] = cells[shown].map(told_apart({key: known.get(key, key) for key in keys}))
    return cells


def _heads(names: Iterable[str]) -> dict[str, list[str]]:
    """Wrap the names of contributions."""
    wrapped = {name: wrap(name, CELL - WORDS, 13, bold=True) for name in names}
    return {name: isolated(lines, alone=True) for name, lines in wrapped.items()}


def _before_codes(codes: pd.Series) -> str:
    """Give a word to stand before codes of which one is no word, and would run into a count."""
    # As "1 0", one coder who gave the code 0 would be ten.
    return "" if codes.str[:1].str.isalpha().all() else "code "


def _short(often: pd.Series, words: str, two: pd.Series | None) -> list[str]:
    """Give what stands beside a mark, where there is room for two lines; the tooltip has all."""
    # What all say needs no count, nor what each of two says, in the order of their names.
    if two is not None or len(often) == 1:
        codes = often.index if two is None else two.drop_duplicates()
        return [f"{words}{SHORT.get(code, code)}" for code in codes]
    told = [
        f"{words}{code}: {count}" if words else f"{count} {SHORT.get(code, code)}"
        for code, count in often.items()
    ]
    rest = int(often.iloc[1:].sum())
    return told if len(told) <= 2 else [told[0], f"{rest} others"]
