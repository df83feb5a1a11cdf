"""What a workshop is played with: a card for each role, and papers for all who sit there."""

import re
from pathlib import Path

from paper.markup import inline, literal, typst

__all__ = ["desk_cards", "paper_of", "role_cards", "stop_cards"]

PUBLIC, PRIVATE, SOURCES = "For everybody", "For you alone", "Where this comes from"
# Pages to write on, and rules to sign, which have a page to themselves.
OWN_PAGE = re.compile(r"(?m)^(?=## Paper: )")
SIGN = re.compile(r"(?m)^(?=## )")
HEAD = re.compile(r"\A# (.+)\n")
# Audiences at home: each is a card, for whoever sits there knows nothing of the others.
DESKS = re.compile(r"(?ms)^## The desks in (.+?)$(.*?)(?=^## |\Z)")
DESK = re.compile(r"(?ms)^### (.+?)$(.*?)(?=^### |\Z)")


def role_cards(folder: Path) -> str:
    """Write two cards for each role: what everybody may read, and what the player alone may.

    Parameters
    ----------
    folder : Path
        Where each role is a file of Markdown.

    Returns
    -------
    str
        The text that Typst sets, with `cards.typ` beside it.

    Raises
    ------
    ValueError
        If a file lacks one of its parts; the message names file and part.
    """
    cards = "\n".join(map(_cards, sorted(folder.glob("*.md"))))
    return _papers("Role cards") + cards


def desk_cards(file: Path) -> str:
    """Write a card for each audience that the participants meet at home.

    Parameters
    ----------
    file : Path
        A file of Markdown with headings such as "The desks in Tehran", and one below it for each desk.

    Returns
    -------
    str
        The text that Typst sets, with `cards.typ` beside it.

    Raises
    ------
    ValueError
        If there is no desk in it.
    """
    _, text = _split(file)
    cards = [
        f"#desk([{inline(place)}], [{inline(who)}], [{typst(words)}])"
        for place, desks in DESKS.findall(text)
        for who, words in DESK.findall(desks)
    ]
    if not cards:
        raise ValueError(
            f"{file.name} has no desks: '## The desks in Tehran', then '### Minister'."
        )
    return _papers("Desk cards") + "\n".join(cards)


def stop_cards() -> str:
    """Write the cards that stop a sentence until its hour, for the third party and for the room.

    Returns
    -------
    str
        The text that Typst sets, with `cards.typ` beside it: a page of four with a raised hand alone,
        and one on which two of four are for whoever stops the third party.
    """
    return (
        _papers("Stop cards") + "#stop([], [], [], [])\n#stop([], [], [third party], [third party])"
    )


def paper_of(file: Path) -> str:
    """Write a paper as it stands; sheets to write on, and rules to sign, on pages of their own.

    Parameters
    ----------
    file : Path
        A file of Markdown.

    Returns
    -------
    str
        The text that Typst sets, with `cards.typ` beside it.
    """
    title, text = _split(file)
    start = f"{_papers(title)}\n"
    if "Signature ___" in text:
        rules, *rest = SIGN.split(text, maxsplit=1)
        after = f"#pagebreak()\n{typst(rest[0])}" if rest else ""
        return f"{start}#sheet[#heading(level: 1)[{inline(title)}]\n{typst(rules)}]\n{after}"
    pages = "\n#pagebreak()\n".join(map(typst, OWN_PAGE.split(text)))
    return f"{start}#heading(level: 1)[{inline(title)}]\n{pages}"


def _papers(title: str) -> str:
    return f'#import "cards.typ": *\n#show: papers.with({literal(title)})\n'


def _split(file: Path) -> tuple[str, str]:
    """Take the title from a text."""
    text = file.read_text("utf-8")
    head = HEAD.match(text)
    if not head:
        raise ValueError(f"{file.name} does not begin with its title, such as '# The rules'.")
    return head[1], text[head.end() :]


def _cards(file: Path) -> str:
    """Write the two cards of a role."""
    title, text = _split(file)
    parts = {part.partition("\n")[0]: part.partition("\n")[2] for part in text.split("\n## ")[1:]}
    if missing := [name for name in (PUBLIC, PRIVATE, SOURCES) if name not in parts]:
        raise ValueError(
            f"{file.name} lacks the part {' and '.join(missing)}, each a heading with ##."
        )
    heads = {name: f"[{inline(name)}], [{typst(words)}]" for name, words in parts.items()}
    return (
        f"#public([{inline(title)}], {heads[PUBLIC]})\n"
        f"#private([{inline(title)}], {heads[PRIVATE]}, {heads[SOURCES]})\n"
    )
