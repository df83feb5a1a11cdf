"""Who says so: the statements that a row rests on, how each is meant, and whose texts they are in."""

from collections.abc import Iterator
from html import escape

from website.columns import counted
from website.links import address
from website.rows import Row, Said, Table

__all__ = ["statements", "summary", "texts_of"]

# What the column `says` holds are words of the project, which nobody should read as those of the source.
CALLED = {
    "says": "our note",
    "position": "position of the source",
    "extent_read": "read of the source",
}


def summary(row: Row) -> str:
    """Say what opens below a row: how much bears it, and how many sources."""
    if not row.evidence:
        return "All cells"
    # A passage that bears three cells says one thing.
    passages = counted(len({said.passage for said in row.evidence}), "passage")
    return (
        f"Who says so: {passages}, {counted(len({said.source for said in row.evidence}), 'source')}"
    )


def statements(told: list[Said], cell: str = "", *, differ: bool = False) -> str:
    """List statements of evidence: where, what the passage tells, and how it is meant.

    Parameters
    ----------
    told : list of Said
        The statements.
    cell : str
        What stands in the cell; a value that is no other is not said again.
    differ : bool
        Whether sources differ, so that each value is said.

    Returns
    -------
    str
        A list, as HTML; nothing where there are none.
    """
    if not told:
        return ""
    lines = []
    for said in told:
        gist = f": {escape(said.gist)}" if said.gist else ""
        more = "; ".join(
            f"{CALLED.get(name, name)}: {escape(value)}"
            for name, value in said.more.items()
            if name != "value" or differ or value != cell
        )
        where = f'<a href="{address(("passages", said.passage))}">{escape(said.locator)}</a>'
        lines.append(f"<li>{where}{gist} <small>({more})</small></li>")
    return f'<ul class="t2-said">{"".join(lines)}</ul>'


def texts_of(row: Row, sources: Table) -> Iterator[str]:
    """Name each source of a row once, with its standpoint."""
    if not row.evidence:
        return
    labels = {said.source: said.label for said in row.evidence}
    yield '<p>Where the authors stand:</p><ul class="t2-said">'
    for source, label in labels.items():
        standpoint = escape(sources.rows[source].cells["standpoint"])
        yield f'<li><a href="{address(("sources", source))}">{escape(label)}</a>: {standpoint}</li>'
    yield "</ul>"
