"""An entry of the glossary, and the list of its terms, as they are read on a page and as text."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from track2lib.records.no_text import as_html, only_text

__all__ = ["NOBODY", "SAID", "Entry", "Terms"]

SAID = ["kind", "about", "author", "year", "says"]
SAID += ["voice", "hedge", "cited", "critique", "critique_cited"]
WIDE = 88
HEADINGS = {"definition": "Definitions", "claim": "Claims"}
NOBODY = "No author's definition or claim belongs to it here."
AUTHOR = "author"  # how evidence says that the voice is the author's own


class Told(NamedTuple):
    """What one author says: the heading above the first of a kind, whose it is, the words, and more."""

    heading: str
    who: str
    words: str
    more: dict[str, str]


@dataclass(frozen=True)
class Entry:
    """A term, what it means, and what authors say of it.

    Parameters
    ----------
    term : str
        The term.
    also : str
        Other words for it, divided by semicolons.
    meaning : str
        What it means, in a sentence.
    said : pandas.DataFrame
        One row for each definition or claim: ``kind``, ``about`` (the term as printed, or what is
        claimed in a few words), ``author``, ``year``, ``says``, ``voice``, ``hedge``, ``cited``,
        ``critique`` and ``critique_cited``.
    """

    term: str
    also: str
    meaning: str
    said: pd.DataFrame

    def told(self) -> Iterator[Told]:
        """Go through what authors say, a heading standing with the first of its kind."""
        above = ""
        for one in self.said.astype("object").fillna("").to_dict("records"):
            heading = HEADINGS.get(one["kind"], one["kind"])
            by = " ".join(str(part) for part in (one["author"], one["year"]) if part != "")
            voices = (v for v in one["voice"].split("; ") if v not in (AUTHOR, one["author"]))
            against = one["critique"]
            if against and one["critique_cited"]:
                against = f"{against} ({one['critique_cited']})"
            more = {"Voice": "; ".join(voices), "Hedge": one["hedge"], "Critique": against}
            yield Told(
                heading if heading != above else "",
                f"{one['about']} ({by})" if one["about"] and by else one["about"] or by,
                f"{one['says']} ({one['cited']})" if one["cited"] else one["says"],
                {name: text for name, text in more.items() if text},
            )
            above = heading

    def __repr__(self) -> str:
        lines = [f"{self.term} (also: {self.also})" if self.also else self.term]
        lines.append(f"In short: {self.meaning}")
        if self.said.empty:
            lines.append(NOBODY)
        for one in self.told():
            lines += ["", one.heading] if one.heading else []
            lines.append(f"- {one.who}: {one.words}")
            lines += [f"  {name}: {text}" for name, text in one.more.items()]
        return "\n".join(_wrapped(lines))

    def _repr_html_(self) -> str:
        also = f" (also: {as_html(self.also)})" if self.also else ""
        page = f"<p><strong>{as_html(self.term)}</strong>{also}<br>{as_html(self.meaning)}</p>"
        page += f"<p>{NOBODY}</p>" * self.said.empty
        ended = ""
        for one in self.told():
            if one.heading:
                page += f"{ended}<p>{as_html(one.heading)}</p><ul>"
            ended = "</ul>"
            more = "".join(
                f"<br><em>{name}:</em> {as_html(text)}" for name, text in one.more.items()
            )
            page += f"<li><strong>{as_html(one.who)}:</strong> {as_html(one.words)}{more}</li>"
        return page + ended


@dataclass(frozen=True)
class Terms:
    """All terms of a glossary.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row for each: ``term``, ``also`` and ``meaning``.
    """

    frame: pd.DataFrame

    def __repr__(self) -> str:
        rows = zip(self.frame["term"], self.frame["meaning"], strict=True)
        return "\n".join(_wrapped(f"- {term}: {meaning}" for term, meaning in rows))

    def _repr_html_(self) -> str:
        rows = zip(self.frame["term"], self.frame["meaning"], strict=True)
        told = (f"<li><strong>{as_html(t)}:</strong> {as_html(m)}</li>" for t, m in rows)
        return f"<ul>{''.join(told)}</ul>"


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    """Break lines as they fit a screen; what belongs to a point of a list stands below it."""
    for line in lines:
        text = only_text(line)
        deeper = "  " if text.startswith(("- ", "  ")) else ""
        yield from textwrap.wrap(text, WIDE, subsequent_indent=deeper) or [""]
