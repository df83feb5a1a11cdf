"""What opens below a row: its cells with what each rests on, what leads here, and how it is cited."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from track2lib.records.date_words import in_words
from website.citing import citing
from website.columns import columns_of, spoken
from website.links import Links, place_in_page
from website.rows import Place, Row, Said, Table
from website.statements import statements, summary, texts_of

__all__ = ["body"]

DIFFER = " <em>(sources differ)</em>"
FOUNDING = ' <span class="t2-founding">founding row</span>'
BODY = """<tbody id="{key}"{founding}><tr>{cells}</tr>
<tr class="t2-more"><td colspan="{width}"><details><summary>{line}{mark}</summary>
{inner}
</details></td></tr></tbody>"""


def body(row: Row, table: Table, links: Links, *, marked: bool) -> str:
    """Give a row as it is looked through, and what opens below it.

    Parameters
    ----------
    row : Row
        The row.
    table : Table
        Its table.
    links : Links
        Links to other rows.
    marked : bool
        Whether founding rows are marked, as in a table that has others too.

    Returns
    -------
    str
        Two rows of HTML.
    """
    label, columns = columns_of(table)
    dated = {field["name"] for field in table.fields if field.get("edtf")}
    shown = "".join(
        f'<td data-label="{spoken(name)}"{_order(row, name, dated)}>'
        f"{_cell(row, name, dated, table, links)}</td>"
        for name in columns
    )
    head = _cell(row, label, dated, table, links) or escape(row.key)
    founding = marked and row.founding
    return BODY.format(
        key=place_in_page(row.key),
        founding=" data-founding" if founding else "",
        cells=f'<th scope="row">{head}</th>{shown}',
        width=1 + len(columns),
        line=summary(row),
        mark=FOUNDING if founding else "",
        inner="\n".join(_inside(row, table, dated, links)),
    )


def _cell(row: Row, name: str, dated: set[str], table: Table, links: Links) -> str:
    """Give a cell: a date in words, another row by its name and its address, the rest as it is."""
    value = row.cells.get(name, "")
    place = table.leads(row.cells).get(name)
    differ = DIFFER if name in row.contested else ""
    if place in links.names:
        return links.to(place) + differ
    if value and name in dated:
        return escape(in_words(value)) + differ
    return escape(value) + differ


def _order(row: Row, name: str, dated: set[str]) -> str:
    """Say by what a date is sorted: its words begin with the day or with a doubt."""
    if name not in dated:
        return ""
    return f' data-order="{escape(row.cells.get(name, "").lstrip("[./"))}"'


def _inside(row: Row, table: Table, dated: set[str], links: Links) -> Iterator[str]:
    """Give what opens below a row."""
    own = defaultdict[str, list[Said]](list)
    for said in row.evidence:
        own[said.field].append(said)
    yield "<dl>"
    above, above_name = "", ""
    for name, value in row.cells.items():
        shown = _cell(row, name, dated, table, links)
        if name in dated:
            shown = f"{shown} <code>{escape(value)}</code>"
        if value.startswith(("http://", "https://")):
            shown = f'<a href="{escape(value)}">{escape(value)}</a>'
        told = statements(own.get(name, []), value, differ=name in row.contested)
        # One sentence gives the least and the most of a count.
        again = f" <small>(the same as for {spoken(above_name)} bears it)</small>"
        yield f"<dt>{spoken(name)}</dt><dd>{shown}{again if told and told == above else told}</dd>"
        if told:
            above, above_name = told, above_name if told == above else name
    yield "</dl>"
    if own[""]:
        yield f"<p>The whole row rests on:</p>{statements(own[''])}"
    yield from texts_of(row, links.tables["sources"])
    by_table = defaultdict[str, list[Place]](list)
    for place in row.led_from:
        by_table[place[0]].append(place)
    for name, places in by_table.items():
        title = escape(links.tables[name].about["title"])
        listed = "; ".join(links.apart(places, (table.name, row.key)))
        yield f"<p>In <em>{title}</em>: {listed}</p>"
    yield citing(row, table)
