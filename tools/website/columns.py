"""What of a table is shown to look through: by what a row is called, and in which columns."""

from html import escape

from website.rows import Table

__all__ = ["columns_of", "counted", "spoken"]

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


def columns_of(table: Table) -> tuple[str, list[str]]:
    """Choose what a row is called by, and what is shown of it beside that.

    Parameters
    ----------
    table : Table
        The table.

    Returns
    -------
    label : str
        A column.
    columns : list of str
        The others.
    """
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


def spoken(name: str) -> str:
    """Write the name of a column as words."""
    return escape(name.removesuffix("_id").replace("_", " "))


def counted(number: int, word: str) -> str:
    """Write a number with its word, which has a regular plural."""
    return f"{number} {word}{'' if number == 1 else 's'}"
