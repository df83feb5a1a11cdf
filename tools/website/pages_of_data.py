"""The pages of the data: a table to look through, each row with an address and its evidence."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape

import track2lib as t2
from track2lib.records.date_words import in_words
from website.rows import Place, Row, Said, Table

__all__ = ["overview", "page"]

# What a row is called by, in this order.
NAMES = ("name", "title", "term", "clue", "measures")
# A column to look through tells rows apart in few words.
FEW_WORDS, MOST_COLUMNS, LEAST_FILLED = 40, 4, 0.5
# Where the words of a table are sentences, what stands first in it is not what a reader looks for.
CHOSEN = {
    "dialogues": ("name", ["case", "dates", "form"]),
    "events": ("title", ["date", "kind", "effect"]),
    "organizations": ("name", ["side", "type", "country"]),
    "definitions": ("term", ["author", "year", "serving_officials"]),
    "sources": ("title", ["short_name", "date", "kind"]),
    "passages": ("passage_id", ["source_id", "section", "gist"]),
    "accounts": ("theme", ["voice", "side", "date", "gist"]),
    "constructs": ("name", ["author", "kind", "about"]),
    "concepts": ("name", ["author", "year", "term_id"]),
    "risks": ("statement", ["risk", "bearer", "told_as"]),
    "counts": ("key", ["unit", "minimum", "maximum", "as_stated"]),
    "debates": ("claim", []),
    "hypotheses": ("question", []),
}
# There is nothing to list beside a table.
BARE = "---\nhtml_theme.sidebar_secondary.remove: true\n---\n"
TABLE = """<div class="t2-browse">
<p class="t2-filter" hidden><label>Only rows with <input type="search" autocomplete="off"></label> <output></output></p>
<div class="t2-scroll" role="region" aria-label="{title}" tabindex="0">
<table class="t2-rows"><caption>{count}. Open the line below a row for all of its cells and for who says so.</caption>
<thead><tr>{heads}</tr></thead>
{bodies}
</table>
</div>
</div>"""
# What the column `says` holds are words of the project, which nobody should read as those of the source.
CALLED = {"says": "our note"}
DIFFER = " <em>(sources differ)</em>"
BODY = """<tbody id="{key}"><tr>{cells}</tr>
<tr class="t2-more"><td colspan="{width}"><details><summary>{line}</summary>
{inner}
</details></td></tr></tbody>"""


def page(table: Table, all_tables: dict[str, Table]) -> str:
    """Give the page of a table, in MyST.

    Parameters
    ----------
    table : Table
        The table.
    all_tables : dict of str to Table
        All tables, by name.

    Returns
    -------
    str
        A heading, and HTML below it.
    """
    label, columns = _columns(table)
    dated = {field["name"] for field in table.fields if field.get("edtf")}
    named = _names(all_tables)
    bodies = []
    for row in table.rows.values():
        shown = "".join(
            f'<td data-label="{_spoken(name)}"{_order(row, name, dated)}>'
            f"{_cell(row, name, dated, table, named)}</td>"
            for name in columns
        )
        head = f'<th scope="row">{escape(row.cells.get(label, row.key))}</th>'
        inner = "\n".join(_inside(row, table, dated, named))
        bodies.append(
            BODY.format(
                key=escape(row.key),
                cells=head + shown,
                width=1 + len(columns),
                line=_line(row, table.name),
                inner=inner,
            )
        )
    heads = "".join(f'<th scope="col">{_spoken(name)}</th>' for name in [label, *columns])
    title = table.about["title"]
    count = _counted(len(table.rows), "row")
    return "\n".join(
        [
            BARE,
            # A lesson and a table may have one title, and a search lists both.
            f"# {title} (table)",
            "```{raw} html",
            f"<p>{escape(table.about['description'])}</p>",
            _use(table),
            TABLE.format(title=escape(title), count=count, heads=heads, bodies="\n".join(bodies)),
            "```",
            "",
        ]
    )


def overview(all_tables: dict[str, Table]) -> str:
    """Give the page that lists the tables."""
    lines = [
        f"| [{table.about['title']}]({name}.md) | {len(table.rows)} | {table.about['description']} |"
        for name, table in all_tables.items()
    ]
    rows = "\n".join(["| Table | Rows | What is in it |", "|---|--:|---|", *lines])
    names = "\n".join(f"{table.about['title']} <{name}>" for name, table in all_tables.items())
    return f"""# Tables

Each row has an address, and says what it rests on: open the line below it. The table of evidence has no page of its
own: its rows stand there. How to read dates, counts and hedges, and under which terms the data are given, is told in
[About the data](README.md); [all tables as files](README.md) come with a copy of the course.

{rows}

```{{toctree}}
:hidden:

{names}
```
"""


def _columns(table: Table) -> tuple[str, list[str]]:
    """Choose what a row is called by, and what is shown of it beside that."""
    if table.name in CHOSEN:
        return CHOSEN[table.name]
    names = [field["name"] for field in table.fields]
    label = next((name for name in NAMES if name in names), table.key[0])
    columns = []
    for name in names:
        cells = [row.cells[name] for row in table.rows.values() if name in row.cells]
        own_key = [name] == table.key or name in (label, "short_name")
        few = len(cells) >= LEAST_FILLED * len(table.rows) and max(map(len, cells)) <= FEW_WORDS
        if few and len(set(cells)) > 1 and not own_key:
            columns.append(name)
    return label, columns[:MOST_COLUMNS]


def _names(tables: dict[str, Table]) -> dict[Place, str]:
    """Give what each row is called where another one leads to it."""
    named = {}
    for table in tables.values():
        label, _ = _columns(table)
        for row in table.rows.values():
            named[table.name, row.key] = row.cells.get(label, row.key)
    return named


def _cell(row: Row, name: str, dated: set[str], table: Table, named: dict[Place, str]) -> str:
    """Give a cell: a date in words, another row by its name and its address, the rest as it is."""
    value = row.cells.get(name, "")
    place = table.leads(row.cells).get(name)
    differ = DIFFER if name in row.contested else ""
    if place in named:
        return _link(place, named) + differ
    if value and name in dated:
        return escape(in_words(value)) + differ
    return escape(value) + differ


def _order(row: Row, name: str, dated: set[str]) -> str:
    """Say by what a date is sorted: its words begin with the day or with a doubt."""
    if name not in dated:
        return ""
    return f' data-order="{escape(row.cells.get(name, "").lstrip("[./"))}"'


def _link(place: Place, named: dict[Place, str]) -> str:
    table, key = place
    return f'<a href="{table}.html#{escape(key)}">{escape(named[place])}</a>'


def _line(row: Row, table: str) -> str:
    """Say what opens: how much is told, and by how many sources."""
    if not row.evidence:
        return "All cells"
    sources = {said.source for said in row.evidence}
    return f"Who says so: {_counted(len(row.evidence), 'statement')}, {_counted(len(sources), 'source')}"


def _inside(row: Row, table: Table, dated: set[str], named: dict[Place, str]) -> Iterator[str]:
    """Give what opens below a row: cells, each with its evidence, and what leads here."""
    own = defaultdict[str, list[Said]](list)
    for said in row.evidence:
        own[said.field].append(said)
    yield "<dl>"
    for name, value in row.cells.items():
        shown = _cell(row, name, dated, table, named)
        if name in dated:
            shown = f"{shown} <code>{escape(value)}</code>"
        if value.startswith(("http://", "https://")):
            shown = f'<a href="{escape(value)}">{escape(value)}</a>'
        yield f"<dt>{_spoken(name)}</dt><dd>{shown}{_statements(own.get(name, []))}</dd>"
    yield "</dl>"
    if own[""]:
        yield f"<p>The whole row rests on:</p>{_statements(own[''])}"
    by_table = defaultdict[str, list[Place]](list)
    for place in row.led_from:
        by_table[place[0]].append(place)
    for name, places in by_table.items():
        links = "; ".join(_link(place, named) for place in places)
        yield f"<p>In <em>{escape(name)}</em>: {links}</p>"
    rests = "; ".join(dict.fromkeys(said.locator for said in row.evidence))
    if rests:
        cited = f"{t2.cite()} Table {table.name}, row {row.key}; rests on {rests}."
        yield f'<p class="t2-cite">To cite this row: {escape(cited)}</p>'
    address = f"{table.name}.html#{row.key}"
    yield f'<p>Its address: <a href="#{escape(row.key)}">{escape(address)}</a></p>'


def _statements(statements: list[Said]) -> str:
    """List statements of evidence: where, what the passage tells, and how it is meant."""
    if not statements:
        return ""
    lines = []
    for said in statements:
        gist = f": {escape(said.gist)}" if said.gist else ""
        more = "; ".join(
            f"{CALLED.get(name, name)}: {escape(value)}" for name, value in said.more.items()
        )
        where = f'<a href="passages.html#{escape(said.passage)}">{escape(said.locator)}</a>'
        lines.append(f"<li>{where}{gist} <small>({more})</small></li>")
    return f'<ul class="t2-said">{"".join(lines)}</ul>'


def _use(table: Table) -> str:
    """Say how the table is had, and what its columns are."""
    columns = "".join(
        f"<dt><code>{escape(field['name'])}</code></dt><dd>{escape(field.get('description', ''))}</dd>"
        for field in table.fields
    )
    return (
        f'<p><a href="{table.name}.csv" download>This table as CSV</a>; in a notebook, '
        f"<code>t2.load(&quot;{table.name}&quot;)</code>.</p>"
        f"<details><summary>What the columns mean</summary><dl>{columns}</dl></details>"
    )


def _spoken(name: str) -> str:
    return escape(name.removesuffix("_id").replace("_", " "))


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
