"""The file `notes.md`: what a reader has written down, one note after another."""

from track2lib.reader.files import folder

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
    path.parent.mkdir(parents=True, exist_ok=True)
    # At the end and in place, unlike the other files: a reader may have it open in an editor.
    with path.open("a+", encoding="utf-8") as file:
        file.seek(0)
        # A cell that is run again, or a lesson from the top, does not write its note twice.
        if f"\n\n{text.strip()}\n\n" not in f"\n\n{file.read()}":
            file.write(f"{text.strip()}\n\n")
