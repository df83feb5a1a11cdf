"""The file `notes.md`: what a reader has written down, one note after another."""

import codecs
import itertools
from pathlib import Path

from track2lib.reader.files import append, folder, locked

__all__ = ["add_note", "read_notes"]

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def add_note(text: str) -> str:
    """Write a note at the end of `notes.md`, unless it stands there.

    Parameters
    ----------
    text : str
        The note.

    Returns
    -------
    str
        Name of the file in which it is: `notes-2.md` and so on, where a program has saved the one
        before in another encoding, which has to stay as it is.

    Raises
    ------
    OSError, RuntimeError
        If it cannot be saved.
    """
    # With the ends of lines that it is read with, and without halves of letters.
    note = "\n".join(text.encode("utf-8", "replace").decode().splitlines()).strip()
    with locked():
        for number in itertools.count(1):
            path = _file(number)
            try:
                there = path.read_text("utf-8-sig") if path.exists() else ""
            except UnicodeDecodeError:
                continue
            break
        # A cell that is run again, or a lesson from the top, does not write its note twice.
        if f"\n\n{note}\n\n" not in f"\n\n{there}\n\n":
            # At the end and in place, unlike other files: a reader may have it open in an editor,
            # which leaves the last line without an end.
            gap = "" if not there or there.endswith("\n\n") else "\n" * (2 - there.endswith("\n"))
            append(path, f"{gap}{note}\n\n")
    return path.name


def read_notes() -> list[str]:
    """Give all that a reader has written down, paragraph by paragraph.

    Returns
    -------
    list of str
        The paragraphs of `notes.md`, and of the files that follow it where there are some.

    Raises
    ------
    OSError, RuntimeError
        If a file cannot be read, or no home is known in which it would be.
    """
    found: list[str] = []
    for path in itertools.takewhile(Path.exists, map(_file, itertools.count(1))):
        content = path.read_bytes()
        # Whatever a program has made of the file, most of its letters can be read.
        encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
        lines = content.decode(encoding, "replace").splitlines()
        parts = "\n".join(line.strip() for line in lines).split("\n\n")
        found += [part for part in map(str.strip, parts) if part]
    return found


def _file(number: int) -> Path:
    return folder() / ("notes.md" if number == 1 else f"notes-{number}.md")
