"""Write the glossary of the data as a page: python tools/glossary.py."""

import re
from collections.abc import Iterator
from pathlib import Path

import track2lib as t2
from track2lib.sources.entry import NOBODY

PAGE = Path(__file__).parents[1] / "docs" / "glossary.md"
INTRO = """# Glossary

The words of the field and of the lessons, each with a sentence of ours. Below it stands what single
authors make of the word, in other words than their own: their definitions, and what they claim, with
the hedge, a critique where one is known, and the place where it was read. Most texts were read in
their abstracts or openings alone. No critique does not mean that there is none.

In a notebook, `t2.define("transfer")` shows an entry, and `t2.define()` lists all terms."""
# What Markdown would read as its own.
SIGNS = re.compile(r"([\\`*_\[\]<>$|])")


def text() -> str:
    """Give the page."""
    terms = t2.load("terms").sort_values("term", key=lambda names: names.str.lower())
    keys = dict(zip(terms["term_id"], terms["term"], strict=True))
    links = " · ".join(f"[{plain(term)}](#{key})" for key, term in keys.items())
    entries = "\n\n".join("\n\n".join(entry(key)) for key in keys)
    return f"{INTRO}\n\n{links}\n\n{entries}\n"


def entry(key: str) -> Iterator[str]:
    """Give the paragraphs of one term."""
    found = t2.define(key)
    # Code hosts make ids of headings each in their own way, and JupyterLab in another.
    yield f'## <a id="{key}"></a>{plain(found.term)}'
    also = f" (Also: {plain(found.also)}.)" if found.also else ""
    yield f"{plain(found.meaning)}{also}"
    if found.said.empty:
        yield NOBODY
    points: list[str] = []
    for one in found.told():
        if one.heading:
            if points:
                yield "\n".join(points)
            yield f"**{one.heading}**"
            points = []
        points.append(f"- **{plain(one.who)}:** {plain(one.words)}")
        points += [f"  - *{name}:* {plain(said)}" for name, said in one.more.items()]
    if points:
        yield "\n".join(points)


def plain(words: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    return SIGNS.sub(r"\\\1", words)


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8", newline="\n")
