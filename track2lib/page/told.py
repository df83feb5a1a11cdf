"""What a chart draws, as a table: the words that its marks tell, for whoever uses no mouse."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from track2lib.page.clean import cleaned
from track2lib.page.sentence import parts_of, title_of
from track2lib.page.uncompiled import COMPILER

__all__ = ["told_by"]

# What stands beside a mark or above its column, and is no line of its tooltip.
BESIDE = "Beside it"
# Between the words of a mark and the lines of its tooltip, and between a name and what it tells;
# no text has these.
LINE, CELL = "\x1e", "\x1f"
# What a line of a tooltip has that shows a field as it is; and how a day is written.
PLAIN, DAY = {"field", "type", "title", "format"}, "%Y-%m-%d"
NO_TABLE = (
    f"The table of what a chart draws needs {COMPILER}. Instead, show the table that the chart was made "
    "of, as in t2.show(t2.load('dialogues'))."
)


def told_by(chart: Any) -> tuple[pd.DataFrame, str]:
    """Give a row for each mark that has words, and what the table is called.

    Rows of all settings of a list or slider are there; of what a control changes otherwise, as it
    stands at first.

    Parameters
    ----------
    chart : altair.TopLevelMixin
        A chart.

    Returns
    -------
    tuple of pandas.DataFrame and str
        The words in the columns that its tooltips name; the title of the chart, and where its controls
        stand if they change more than which rows are seen.

    Raises
    ------
    ImportError
        If ``vl_convert`` is not installed.
    ValueError
        If no mark of the chart has a tooltip.

    Examples
    --------
    >>> import track2lib as t2
    >>> table, _ = told_by(t2.venues(t2.load("dialogue_venues", scope="founding")))
    >>> table["Place"].head(2).tolist()
    ['Stockholm', 'Geneva']
    """
    try:
        import vl_convert
    except ImportError as error:
        raise ImportError(NO_TABLE) from error

    # Also of a chart that nobody has guarded: what is no text takes the kernel with it.
    spec = cleaned(chart.to_dict())
    names = {param["name"] for param in spec.get("params", [])}
    parts = list(parts_of(spec))
    # A reader's own chart may have tooltips and no words beside them.
    ours = any("description" in part.get("encoding", {}) for part in parts)
    hiding = set().union(*(_take_apart(part, names, ours=ours) for part in parts))
    scene = vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]
    rows = [_row(words) for words in _words(scene) if LINE in words]
    if not rows:
        raise ValueError("No mark of this chart tells anything: give its marks a tooltip.")
    # A row that two settings share is one.
    table = pd.DataFrame(rows).drop_duplicates(ignore_index=True)
    return table, title_of(spec) + ", as the controls stand at first" * bool(names - hiding)


def _take_apart(part: dict[str, Any], names: set[str], *, ours: bool) -> set[str]:
    """Let marks tell each line of their tooltip, and no control hide rows; give the controls that did."""
    hiding, kept = set[str](), []
    for step in part.get("transform", []):
        # A field of a row may bear the name of a control.
        asked = re.findall(r"(?<!datum\.)\b\w+", str(step.get("filter", "")))
        hiding |= names & {*asked}
        kept += [] if names & {*asked} else [step]
    if kept or hiding:
        part["transform"] = kept
    channels = part.get("encoding", {})
    words = channels.get("description", {}).get("value") if ours else {"expr": "''"}
    tips = channels.get("tooltip", [])
    # A value that Vega computes for the tooltip alone is in no row.
    plain = [tip for tip in (tips if isinstance(tips, list) else [tips]) if {*tip} <= PLAIN]
    if isinstance(words, dict) and plain:
        lines = "+".join(map(_line, plain))
        told = f"(({words['expr']})==null?null:({words['expr']})+{lines})"
        channels["description"] = {"value": {"expr": told}}
    return hiding


def _line(tip: dict[str, Any]) -> str:
    """Write a line of a tooltip as an expression: its name, and what it tells."""
    own = f"datum[{json.dumps(tip['field'])}]"
    shown = f"format({own},'{tip['format']}')" if "format" in tip else own
    if tip.get("type") == "temporal":
        shown = f"timeFormat({own},'{tip.get('format', DAY)}')"
    start = json.dumps(f"{LINE}{tip.get('title', tip['field'])}{CELL}")
    return f"{start}+(isValid({own})?{shown}:'')"


def _words(node: dict[str, Any]) -> Iterator[str]:
    """Go through all that is drawn, and give the words that marks have."""
    for item in node.get("items", []):
        if isinstance(words := item.get("description"), str):
            yield words
        for inner in item.get("items", []):
            yield from _words(inner)


def _row(words: str) -> dict[str, str | None]:
    """Give the words of a mark by what they are called; who says so stays the last."""
    heard, *lines = words.split(LINE)
    told = {name: value for name, _, value in (line.partition(CELL) for line in lines)}
    *first, last = [f"{name}: {value}" for name, value in told.items() if value] or [""]
    beside = heard.removesuffix(last).removeprefix("; ".join(first)).strip("; ")
    if beside:
        source = told.popitem()
        told |= {BESIDE: beside, source[0]: source[1]}
    return {name: value or None for name, value in told.items()}
