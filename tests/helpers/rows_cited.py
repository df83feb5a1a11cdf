"""How the site cites a row in BibTeX: as the library does, with the address of the row in the note."""

from website.links import address

import track2lib as t2
from track2lib.sources.bibtex import latex


def with_address(table, key):
    """Give the entry of a row with its address behind its name, as LaTeX has it."""
    entry = t2.cite(table, key, style="bibtex")
    named = f"row {latex(key)}; rests on"
    assert named in entry
    placed = f"row {latex(key)}, {latex(f'data/{address((table, key))}')}; rests on"
    return entry.replace(named, placed)
