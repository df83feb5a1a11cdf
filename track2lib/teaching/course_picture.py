"""The picture of the course as a table of marks: light, and readable with no color, script or eyes."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from track2lib.lessons.feedback import STATUS

__all__ = ["Mark", "as_html", "as_text"]

Mark = tuple[str, str]
"""A question, and whether it is "done", "tried" or "open"."""
Rows = Sequence[tuple[str, str, Sequence[Mark]]]

SIGNS = {"done": "■", "tried": "□", "open": "·"}
WORDS = {"done": "done", "tried": "tried", "open": "not answered"}
# Squares drawn by their borders: these are printed, where a ground is not, and nobody has to hear them.
BOX = "display:inline-block; margin-right:5px"
BORDERS = {
    "done": f"border:7px solid {STATUS['right'][2]}",
    "tried": f"width:8px; height:8px; border:3px solid {STATUS['not yet'][2]}",
    "open": f"width:12px; height:12px; border:1px dotted {STATUS['waiting'][2]}",
}
CELL = "text-align:left; padding:3px 14px 3px 0; font-weight:normal"


def as_text(said: str, rows: Rows) -> str:
    """Write the picture in lines of text.

    Parameters
    ----------
    said : str
        How far it is, in a sentence or two.
    rows : sequence of tuple
        Number, title and marks of each lesson.

    Returns
    -------
    str
        A line for each lesson.
    """
    wide = max(len(title) for _, title, _ in rows)
    most = max(len(marks) for *_, marks in rows) * 2
    lines = [
        f"{number}  {title:{wide}}  {' '.join(SIGNS[state] for _, state in marks):{most}} {_count(marks)}"
        for number, title, marks in rows
    ]
    key = ", ".join(f"{SIGNS[state]} {words}" for state, words in WORDS.items())
    return "\n".join([said, "", *lines, "", key])


def as_html(said: str, rows: Rows) -> str:
    """Write the picture as a table of HTML, of what a page keeps that is not trusted yet.

    Parameters
    ----------
    said, rows
        As for `as_text`.

    Returns
    -------
    str
        A row for each lesson: its title, a square for each question, and how many are done.
    """
    body = "".join(
        f'<tr><th scope="row" style="{CELL}">{number} {escape(title)}</th>'
        f'<td style="{CELL}; white-space:normal">{"".join(map(_box, marks))}</td>'
        f'<td style="{CELL}">{_count(marks)}</td></tr>\n'
        for number, title, marks in rows
    )
    key = " ".join(f"{_box(('', state))}{words}&emsp;" for state, words in WORDS.items())
    return (
        f'<table style="border-collapse:collapse"><caption style="text-align:left; padding:4px 0">'
        f"{escape(said)}</caption>\n<tbody>\n{body}</tbody></table>\n<p>{key}</p>"
    )


def _box(mark: Mark) -> str:
    question, state = mark
    named = f' title="{question}: {WORDS[state]}"' if question else ""
    return f'<span{named} style="{BOX}; {BORDERS[state]}"></span>'


def _count(marks: Sequence[Mark]) -> str:
    """Count in words what the squares show."""
    count = Counter(state for _, state in marks)
    tried = f", {count['tried']} tried" if count["tried"] else ""
    return f"{count['done']} of {len(marks)} done{tried}"
