"""How a row is cited: in words that end with its address, and as an entry of a bibliography."""

from html import escape

import track2lib as t2
from track2lib.records.snapshot import open_records
from track2lib.sources.citations import cite_row
from website.links import address
from website.rows import Row, Table

__all__ = ["citing"]

# An entry is no `pre`, though it looks so: the theme measures each of these when a page opens, which of a thousand
# takes half a minute.
CITED = """<p>To cite this {what}:</p>
<p class="t2-cite">{words} <a href="#{place}">data/{address}</a></p>
<details class="t2-entry"><summary>BibTeX</summary><p class="t2-cite">{entry}</p></details>"""


def citing(row: Row, table: Table) -> str:
    """Say how a row is cited.

    Parameters
    ----------
    row : Row
        A row.
    table : Table
        Its table.

    Returns
    -------
    str
        The citation and the address, as HTML; of a row that rests on nothing the address alone.
    """
    where = address((table.name, row.key))
    place = where.partition("#")[2]
    if table.name == "sources":
        words, entry = t2.cite(row.key), t2.cite(row.key, style="bibtex")
    elif row.evidence:
        records, places = open_records(None), [said.locator for said in row.evidence]
        # The words end with the address, as a link; an entry has nothing beside it.
        words = cite_row(records, table.name, row.key, places, "apa")
        entry = cite_row(records, table.name, row.key, places, "bibtex", f"data/{where}")
    else:
        return f'<p>Its address: <a class="t2-address" href="#{place}">data/{where}</a></p>'
    what = "source" if table.name == "sources" else "row"
    return CITED.format(
        what=what, words=escape(words), place=place, address=where, entry=escape(entry)
    )
