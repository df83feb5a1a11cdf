"""The bibliography as BibTeX, for BibTeX itself and for BibLaTeX."""

import re
from collections.abc import Iterable

from track2lib.sources.authors import Author, authors_of
from track2lib.sources.dating import first_year, in_words_whole, parts
from track2lib.sources.identity import Identity

__all__ = ["data_entry", "entry_keys", "source_entry"]

# Kind of entry; the fields without which the style `plain` warns, and others that it knows, each
# with the column that it holds.
CONTAINER, PUBLISHER = "container", "publisher"
KINDS: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "book": ("book", {"publisher": PUBLISHER}, {"series": CONTAINER}),
    "book chapter": ("incollection", {"booktitle": CONTAINER, "publisher": PUBLISHER}, {}),
    "journal article": ("article", {"journal": CONTAINER}, {"publisher": PUBLISHER}),
    "report": ("techreport", {"institution": PUBLISHER}, {}),
    "working paper": ("techreport", {"institution": PUBLISHER}, {}),
    "thesis": ("phdthesis", {"school": PUBLISHER}, {}),
}
TYPED = ("techreport", "phdthesis")  # what they are is printed, if not given, in words of the style
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What LaTeX would read as its own. A brace must be written by name, or BibTeX counts it.
SIGNS = {sign: f"\\{sign}" for sign in "&%#_$"} | {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}

# No address has these in it, and to LaTeX some are commands.
NO_URL = re.compile(r"""[{}\\\s^`"<>|]""")


def source_entry(source: dict[str, str], key: str, known: frozenset[str]) -> str:
    """Write a source as an entry.

    A kind for which BibTeX asks for what this source has not, such as the book of a chapter or
    the year of a report, is an entry of the kind ``misc`` that says the kind in a note.

    Parameters
    ----------
    source : dict of str to str
        A row of the table of sources.
    key : str
        The key of the entry.
    known : frozenset of str
        Names of houses.

    Returns
    -------
    str
        The entry.

    Examples
    --------
    >>> source = {"kind": "thesis", "authors": "Doe, J.", "title": "On it", "date": "1999~"}
    >>> print(source_entry(source | {"publisher": "A School"}, "doe", frozenset()))
    @phdthesis{doe,
      author = {Doe, J.},
      title = {{On it}},
      school = {A School},
      type = {Thesis},
      year = {1999},
      note = {Dated about 1999},
    }
    """
    own = {column: cell.strip() for column, cell in source.items()}
    kind, date = own.get("kind", ""), own.get("date", "")
    year, where = first_year(date), [own.get(column, "") for column in (CONTAINER, PUBLISHER)]
    entry, needed, known_too = KINDS.get(kind, ("misc", {}, {}))
    held = {field: own.get(column, "") for field, column in (needed | known_too).items()}
    says: list[str] = []
    if not needed or not all([year, *(held[field] for field in needed)]):
        entry, says = "misc", [kind.capitalize()]
        held = {"howpublished": ", ".join(house for house in dict.fromkeys(where) if house)}
    elif where[0] and where[0] not in held.values():
        says = [f"In {where[0]}"]
    if date and not parts(date):
        says.append(f"Dated {in_words_whole(date)}")
    title, gloss = own["title"], own.get("title_en", "")
    fields = {
        "author": " and ".join(_name(author) for author in authors_of(own["authors"], known)),
        "title": f"{{{latex(f'{title} [{gloss}]' if gloss else title)}}}",
        **{field: latex(text) for field, text in held.items()},
        "type": kind.capitalize() if entry in TYPED else "",
        "year": year,
        **_month(date),
        "note": latex(". ".join(word for word in says if word)),
        "language": _language(own.get("language", "")),
        "url": NO_URL.sub(lambda sign: f"%{ord(sign[0]):02X}", own.get("url", "")),
    }
    return _entry(entry, key, fields)


def data_entry(about: Identity, key: str, detail: str = "") -> str:
    """Write the data themselves as an entry, with what of them is cited.

    Parameters
    ----------
    about : Identity
        What the data are called.
    key : str
        The key of the entry.
    detail : str
        The row that is cited, and the passages that it rests on.

    Returns
    -------
    str
        The entry.
    """
    version = f", version {about.version}" if about.version else ""
    fields = {
        "author": " and ".join(f"{{{latex(name)}}}" for name in about.authors),
        # An entry without an author is put in order by this.
        "key": "" if about.authors else latex(about.title),
        "title": f"{{{latex(about.title)}}}",
        "howpublished": f"Data set{latex(version)}",
        "year": about.year,
        "note": latex(detail),
    }
    return _entry("misc", key, fields)


def entry_keys(names: Iterable[str]) -> dict[str, str]:
    """Give each name a key that BibTeX takes, and no two names the same.

    Parameters
    ----------
    names : iterable of str
        Keys of sources.

    Returns
    -------
    dict of str to str
        The key of each.

    Examples
    --------
    >>> entry_keys(["roe2001", "Roe2001", "roe, 2001"])
    {'roe2001': 'roe2001', 'Roe2001': 'Roe2001-2', 'roe, 2001': 'roe-2001'}
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = re.sub(r"""[\s,{}()"'#%~\\=@^&$]+""", "-", name).strip("-") or "source"
        key, number = plain, 1
        while key.lower() in taken:  # BibTeX does not tell capitals apart
            number += 1
            key = f"{plain}-{number}"
        taken.add(key.lower())
        keys[name] = key
    return keys


def latex(text: str) -> str:
    r"""Write a text so that LaTeX prints it as it is.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text, on one line.

    Examples
    --------
    >>> print(latex("50 % of {A & B}"))
    50 \% of {\textbraceleft}A \& B{\textbraceright}
    """
    return "".join(SIGNS.get(sign, sign) for sign in " ".join(text.split()))


def _name(author: Author) -> str:
    """Write a name in the order that BibTeX knows: family, suffix, given."""
    if author.given:
        return ", ".join(
            latex(part) for part in (author.family, author.suffix, author.given) if part
        )
    return f"{{{latex(author.family)}}}"


def _month(date: str) -> dict[str, str]:
    """Give month and day of a plain date."""
    _, *rest = parts(date) or [0]
    fields = {"month": MONTHS[rest[0] - 1]} if rest else {}
    return fields | ({"day": str(rest[1])} if len(rest) > 1 else {})


def _language(code: str) -> str:
    """Name a language other than English in words."""
    from babel import Locale

    if not code or code == "en":
        return ""
    return latex(str(Locale("en").languages.get(code.replace("-", "_"), code)))


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    # A month is a word that the style itself writes out, and no text.
    lines = [
        f"  {field} = {text}," if field == "month" else f"  {field} = {{{text}}},"
        for field, text in fields.items()
        if text
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])
