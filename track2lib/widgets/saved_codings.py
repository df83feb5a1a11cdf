"""The decisions of one coder, in memory and on disk."""

import csv
import hashlib
import io
import re
import tempfile
from pathlib import Path

from track2lib.impact.codings import COLUMNS, load_codings, read_codings
from track2lib.reader.files import folder, set_aside, write_rows
from track2lib.records.problem import DataError

__all__ = ["DAMAGED", "LONGEST", "NOT_SAVED", "Saved", "uploaded"]

Given = dict[tuple[str, str], tuple[str, str]]
"""Code and reason, by case and contribution; a reason may wait for its code."""

LONGEST, LARGEST = 2000, 1_000_000  # letters of a reason, bytes of an upload
NOT_SAVED = "This could not be saved in your notes folder. Download your codings before you leave."
DAMAGED = "Your earlier file could not be read; it is kept with 'damaged' in its name."


class Saved:
    """Decisions that are on disk as soon as they are made.

    Parameters
    ----------
    coder : str
        Name or initials.

    Attributes
    ----------
    given : dict
        Code and reason, by case and contribution.
    told : str
        What went wrong when it was last read or saved; else nothing.
    """

    def __init__(self, coder: str) -> None:
        self.coder = coder.strip()
        self.given: Given = {}
        self.told = ""
        try:
            self.given = self._on_disk()
        except (OSError, RuntimeError):  # no folder that can be read, or no home at all
            self.told = NOT_SAVED

    @property
    def name(self) -> str:
        """The name of the file of this coder, which no other coder's is.

        Returns
        -------
        str
            Such as "codings-me.csv".
        """
        plain = re.sub(r"[^a-z0-9]+", "-", self.coder.lower()).strip("-")[:40]
        if plain != self.coder:  # two names may look alike when they are made plain
            mark = hashlib.sha256(self.coder.encode("utf-8", "replace")).hexdigest()[:6]
            plain = f"{plain}-{mark}".strip("-")
        return f"codings-{plain}.csv"

    @property
    def file(self) -> Path:
        """Where the codings of this coder are kept.

        Returns
        -------
        pathlib.Path
            A file in the reader's folder.
        """
        return folder() / self.name

    def of(self, case: str, part: str) -> tuple[str, str]:
        """Give a decision.

        Parameters
        ----------
        case, part : str
            Keys of the case and of the contribution.

        Returns
        -------
        tuple of str
            Code and reason; empty where there is none.
        """
        return self.given.get((case, part), ("", ""))

    def rows(self) -> list[tuple[str, ...]]:
        """Give the decisions so far, in the columns of a file of codings.

        Returns
        -------
        list of tuple of str
            Coder, case, contribution, code and reason.
        """
        return self._rows(self.given)

    def text(self) -> str:
        """Write the decisions as a file has them.

        Returns
        -------
        str
            CSV with its heading.
        """
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([COLUMNS, *self.rows()])
        return text.getvalue()

    def change(self, changed: Given) -> None:
        """Change some decisions, here and on disk, where another form may have saved others.

        Parameters
        ----------
        changed : dict
            Code and reason, by case and contribution; an empty code takes a decision back.
        """
        self.told = ""
        self.given |= changed
        try:
            kept = self._on_disk() | changed
            write_rows(self.file, COLUMNS, self._rows(kept))
        except (OSError, RuntimeError):
            self.told = NOT_SAVED
        else:
            waiting = {unit: given for unit, given in self.given.items() if not given[0]}
            self.given = kept | waiting

    def _on_disk(self) -> Given:
        """Read what is on disk; a damaged file is put aside, never written over."""
        try:
            return read_codings(self.file)
        except DataError:
            set_aside(self.file)
            self.told = DAMAGED
            return {}

    def _rows(self, given: Given) -> list[tuple[str, ...]]:
        return [(self.coder, *unit, code, why) for unit, (code, why) in given.items() if code]


def uploaded(content: bytes) -> tuple[str, Given]:
    """Read a file that was uploaded.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    tuple
        Its coder, empty if it has no decision, and the decisions in it.

    Raises
    ------
    ValueError
        If it is too large.
    track2lib.DataError
        If it is not a file of one coder's codings.
    """
    if len(content) > LARGEST:
        raise ValueError("It is far too large for a file of codings.")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "your file.csv")
        path.write_bytes(content)
        taken = read_codings(path)
        return (str(load_codings(path)["coder"].iloc[0]) if taken else ""), taken
