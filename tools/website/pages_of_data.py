"""The pages of the data: a table to look through, each row with an address and its evidence."""

from html import escape

from website.columns import columns_of, counted, spoken
from website.links import Links
from website.row_pages import body
from website.rows import Table

__all__ = ["overview", "page"]

# There is nothing to list beside a table.
BARE = "---\nhtml_theme.sidebar_secondary.remove: true\n---\n"
TABLE = """<div class="t2-browse">
<p class="t2-filter" hidden><label>Only rows with <input type="search" autocomplete="off"></label>{choice} <output></output></p>
<div class="t2-scroll" role="region" aria-label="{title}" tabindex="0">
<table class="t2-rows"><caption>{count}. Open the line below a row for all of its cells and for who says so.</caption>
<thead><tr>{heads}</tr></thead>
{bodies}
</table>
</div>
</div>
<script defer src="../_static/folding.js"></script>
<script defer src="../_static/rows.js"></script>
<script defer src="../_static/citing.js"></script>"""
CHOICE = ' <label><input type="checkbox"> Only the {number} founding rows</label>'
FOUNDING = """<p>{number} of these {all} rows are founding rows: those that the two founding documents bear. Lessons 00 to 05
count them alone, by <code>t2.load(&quot;{name}&quot;, scope=&quot;founding&quot;)</code>, and leave out what only other
sources tell in their cells; the last cells of these lessons, and later lessons, count all.</p>"""
FIND = """<div class="t2-find" data-from="">
<p hidden><label>Find a row in any table: <input type="search" autocomplete="off"></label> <output></output></p>
<ol></ol>
</div>
<script defer src="../_static/folding.js"></script>
<script defer src="../_static/row-index.js"></script>
<script defer src="../_static/find.js"></script>"""


def page(table: Table, links: Links) -> str:
    """Give the page of a table, in MyST.

    Parameters
    ----------
    table : Table
        The table.
    links : Links
        Links to the rows of all tables.

    Returns
    -------
    str
        A heading, and HTML below it.
    """
    label, columns = columns_of(table)
    founding = _founding(table)
    bodies = [body(row, table, links, marked=bool(founding)) for row in table.rows.values()]
    heads = "".join(f'<th scope="col">{spoken(name)}</th>' for name in [label, *columns])
    title = table.about["title"]
    shown = TABLE.format(
        title=escape(title),
        count=counted(len(table.rows), "row"),
        choice=CHOICE.format(number=founding) if founding else "",
        heads=heads,
        bodies="\n".join(bodies),
    )
    return "\n".join(
        [
            BARE,
            # A lesson and a table may have one title, and a search lists both.
            f"# {title} (table)",
            "```{raw} html",
            f"<p>{escape(table.about['description'])}</p>",
            _use(table, founding),
            shown,
            "```",
            "",
        ]
    )


def overview(all_tables: dict[str, Table]) -> str:
    """Give the page that lists the tables, each with its file, and finds a row in any of them."""
    bodies = "\n".join(_listed(table) for table in all_tables.values())
    names = "\n".join(f"{table.about['title']} <{name}>" for name, table in all_tables.items())
    return f"""# Tables

Each row has an address, and says what it rests on: open the line below it. The table of evidence has no page of its
own: its rows stand there, and all of them in the file {_file("evidence")}. How to read dates, counts and hedges, and
under which terms the data are given, is told in [About the data](README.md). The last column has each table as a file;
[datapackage.json](datapackage.json) says what the columns of these files mean.

```{{raw}} html
{FIND}
<table class="t2-rows"><thead><tr><th scope="col">Table</th><th scope="col">Rows</th>
<th scope="col">What is in it</th><th scope="col">File</th></tr></thead>
{bodies}
</table>
```

```{{toctree}}
:hidden:

{names}
```
"""


def _listed(table: Table) -> str:
    """Give the line of a table in the overview."""
    return (
        f'<tbody><tr><th scope="row"><a href="{table.name}.html">{escape(table.about["title"])}</a></th>'
        f'<td data-label="rows">{len(table.rows)}</td><td>{escape(table.about["description"])}</td>'
        f'<td data-label="file">{_file(table.name)}</td></tr></tbody>'
    )


def _founding(table: Table) -> int:
    """Count the founding rows of a table; none where that would tell no rows apart."""
    number = sum(row.founding for row in table.rows.values())
    return number if number < len(table.rows) else 0


def _use(table: Table, founding: int) -> str:
    """Say how the table is had, which rows lessons count, and what its columns are."""
    columns = "".join(
        f"<dt><code>{escape(field['name'])}</code></dt><dd>{escape(field.get('description', ''))}</dd>"
        for field in table.fields
    )
    of_lessons = FOUNDING.format(number=founding, all=len(table.rows), name=table.name)
    return (
        f'<p><a href="{table.name}.csv" download>This table as CSV</a>; in a notebook, '
        f"<code>t2.load(&quot;{table.name}&quot;)</code>.</p>"
        f"{of_lessons if founding else ''}"
        "<p>The address of a row is told from the folder in which this site lies; to cite a row of a published site, "
        "write the address of that site before it.</p>"
        f"<details><summary>What the columns mean</summary><dl>{columns}</dl></details>"
    )


def _file(name: str) -> str:
    return f'<a href="{name}.csv" download>{name}.csv</a>'
