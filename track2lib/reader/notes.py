"""The file `notes.md`: what a reader has written down, one note after another."""

from track2lib.reader.files import append, folder, locked

__all__ = ["add_note"]


def add_note(text: str) -> None:
    """Write a note at the end of `notes.md`, unless it stands there.

    Parameters
    ----------
    text : str
        The note.

    Raises
    ------
    OSError, RuntimeError
        If it cannot be saved.
    UnicodeError
        If no file can hold it, or the file that is there is not in UTF-8.
    """
    path = folder() / "notes.md"
    with locked():
        there = path.read_text("utf-8") if path.exists() else ""
        # A cell that is run again, or a lesson from the top, does not write its note twice.
        if f"\n\n{text.strip()}\n\n" not in f"\n\n{there}":
            # At the end and in place, unlike other files: a reader may have it open in an editor,
            # which leaves the last line without an end.
            gap = "" if not there or there.endswith("\n\n") else "\n" * (2 - there.endswith("\n"))
            append(path, f"{gap}{text.strip()}\n\n")
