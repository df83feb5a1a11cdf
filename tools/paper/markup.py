"""Markdown as Typst writes it."""

import itertools
import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["cells_in", "inline", "items_in", "literal", "plain", "tokens", "typst"]

READER = MarkdownIt("commonmark").enable("table")
# Everything that means something to Typst, except for quotes, which it turns as print has them. Behind
# a call, a bracket would be its argument and a semicolon its end, and neither would be printed.
MEANING = re.compile(r"([\\`*_#$<>@\[\]~/=+.:{}|^&;(-])")
# A line to write on, as texts have it.
LINE = re.compile(r"(_{5,})")
AROUND = {"strong": "#strong[", "em": "#emph["}


def tokens(markdown: str) -> list[Token]:
    """Take Markdown apart into blocks."""
    return READER.parse(markdown)


def plain(text: str) -> str:
    r"""Write a text so that Typst sees nothing in it but text.

    Examples
    --------
    >>> plain("1. a_b")
    '1\\. a\\_b'
    """
    return MEANING.sub(r"\\\1", text)


def literal(text: str) -> str:
    r"""Write a text as a string in Typst's code.

    Examples
    --------
    >>> literal('a "b"')
    '"a \\"b\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def inline(markdown: str) -> str:
    """Write a piece of running Markdown, without paragraphs.

    Examples
    --------
    >>> inline("*says* `who`?")
    '#emph[says] #raw("who")?'
    """
    (whole,) = READER.parseInline(markdown)
    return "".join(_running(whole.children or []))


def typst(markdown: str) -> str:
    """Write Markdown with paragraphs, lists, headings, quotes, code and tables.

    Raises
    ------
    ValueError
        If there is something else in it.
    """
    return _blocks(iter(tokens(markdown)), "")


def _blocks(stream: Iterator[Token], end: str) -> str:
    """Write blocks up to the token that ends them."""
    written = []
    for token in stream:
        if token.type == end:
            break
        written.append(_block(token, stream))
    return "\n".join(written)


def _block(token: Token, stream: Iterator[Token]) -> str:
    """Write the block that a token begins."""
    kind = token.type.removesuffix("_open")
    closed = f"{kind}_close"
    if kind == "inline":
        return "".join(_running(token.children or []))
    if kind == "paragraph":
        return _blocks(stream, closed) + ("" if token.hidden else "\n")
    if kind == "heading":
        return f"#heading(level: {token.tag[1:]})[{_blocks(stream, closed)}]\n"
    if kind in ("bullet_list", "ordered_list"):
        return f"#{'list' if kind[0] == 'b' else 'enum'}(\n{_blocks(stream, closed)}\n)\n"
    if kind == "list_item":
        return f"[{_blocks(stream, closed)}],"
    if kind == "blockquote":
        return f"#quote(block: true)[{_blocks(stream, closed)}]\n"
    if kind in ("fence", "code_block"):
        return f"#raw(block: true, {literal(token.content.rstrip())})\n"
    if kind == "hr":
        return "#line(length: 100%)\n"
    if kind == "table":
        return _table(stream)
    if kind == "html_block" and token.content.lstrip().startswith("<!--"):
        return ""
    raise ValueError(f"On paper there is nothing for Markdown of the kind {token.type!r}.")


def cells_in(stream: Iterable[Token]) -> list[list[Token]]:
    """Give the cells of the table at which some tokens begin, row by row."""
    rows: list[list[Token]] = []
    for token in stream:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows


def items_in(stream: Iterable[Token]) -> list[str]:
    """Give what stands in the items of the list at which some tokens begin, in Markdown."""
    inside = itertools.takewhile(lambda token: token.type != "bullet_list_close", stream)
    return [token.content for token in inside if token.type == "inline"]


def _table(stream: Iterator[Token]) -> str:
    """Write a table; its first row is its head, and columns to write in share what room there is."""
    head, *body = [
        ["".join(_running(cell.children or [])) for cell in row] for row in cells_in(stream)
    ]
    empty = [not any(row[place] for row in body) for place in range(len(head))]
    wide = ", ".join(
        "1fr" if none and name else "auto" for none, name in zip(empty, head, strict=True)
    )
    names = ", ".join(f"[{name}]" for name in head)
    lines = "".join(
        "  " + ", ".join(f"[{cell or '#blank'}]" for cell in row) + ",\n" for row in body
    )
    return f"#table(columns: ({wide},),\n  table.header({names}),\n{lines})\n"


def _text(piece: str) -> str:
    """Write a piece of text, or the line to write on that it stands for."""
    if LINE.fullmatch(piece):
        return f"#box(width: {0.36 * len(piece):.2f}em, stroke: (bottom: 0.5pt), height: 0.9em)"
    return plain(piece)


def _running(children: list[Token]) -> Iterator[str]:
    """Write what runs in a line."""
    for token in children:
        kind = token.type.removesuffix("_open")
        if kind == "text":
            yield from map(_text, LINE.split(token.content))
        elif kind in AROUND:
            yield AROUND[kind]
        elif kind in ("strong_close", "em_close"):
            yield "]"
        elif kind == "code_inline":
            yield f"#raw({literal(token.content)})"
        elif kind == "softbreak":
            yield " "
        elif kind == "hardbreak":
            yield "#linebreak()"
        # Of what leads to another lesson, only the words are of use on paper.
        elif kind == "link":
            address = str(token.attrs["href"])
            yield f"#link({literal(address)})[" if "://" in address else "#box["
        elif kind == "link_close":
            yield "]"
        elif kind != "html_inline":
            raise ValueError(f"On paper there is nothing for Markdown of the kind {token.type!r}.")
