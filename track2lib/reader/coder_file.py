"""The file of one coder: decisions in memory, and on disk as soon as they are made."""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from track2lib.reader.cells import plain_cell
from track2lib.reader.files import as_csv, folder, locked, set_aside, write_rows

__all__ = ["Codings", "Given"]

LONGEST = 2000  # letters of a reason

Given = dict[tuple[str, str], tuple[str, str]]
"""Code and reason, by case and contribution; a reason may stand there before its code."""


class Codings:
    """The decisions of one coder.

    What a row means is not known here: who can read a file of codings is handed in.

    Parameters
    ----------
    coder : str
        Name or initials.
    read : callable
        Reads a file; gives its coder, and code and reason by case and contribution; both empty if
        there is no file. Raises ValueError for what is no file of one coder's codings.
    columns : sequence of str
        The heading: coder, case, contribution, code and reason.
    package : str, default ""
        Name of the data package of the cases, if it is not the project's: two packages may give
        one key to two cases, and so their codings are kept apart.

    Attributes
    ----------
    given : dict
        Code and reason, by case and contribution; both empty where a decision was taken back.
    trouble : str
        What went wrong when the file was last read or saved: "not saved", "damaged", "another's"
        (it held the codings of another coder); else "".
    restored : int
        How many decisions the file had lost when it was last saved, and has again.
    """

    def __init__(
        self,
        coder: str,
        read: Callable[[Path], tuple[str, Given]],
        columns: Sequence[str],
        package: str = "",
    ) -> None:
        self.coder, self.package = plain_cell(coder), package
        self.given: Given = {}
        self.trouble = ""
        self.restored = 0
        self._read, self._columns = read, columns
        try:
            try:
                self.given = self._own(*read(self.file))
            except ValueError:
                with locked():  # where it is read again: meanwhile another may have mended it
                    self.given = self._on_disk()
        except (OSError, RuntimeError):  # no folder that can be read, or no home at all
            self.trouble = "not saved"

    @property
    def name(self) -> str:
        """The name of the file of this coder, which no other coder's is.

        Returns
        -------
        str
            Such as "codings-me.csv", or "codings-me_my-cases.csv" with a package.
        """
        # Plain letters only: the file goes by mail and between systems, and ".." is no way out.
        plain = re.sub(r"[^a-z0-9]+", "-", self.coder.lower()).strip("-")[:40]
        if plain != self.coder:  # two names may look alike when they are made plain
            mark = hashlib.sha256(self.coder.encode()).hexdigest()[:6]
            plain = f"{plain}-{mark}".strip("-")
        # Parted by a line that no name has once it is made plain.
        package = f"_{re.sub(r'[^a-z0-9]+', '-', self.package.lower())}" if self.package else ""
        return f"codings-{plain}{package}.csv"

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
        """Give the decisions so far, in the columns of a file of codings; an open one has no code.

        Returns
        -------
        list of tuple of str
            Coder, case, contribution, code and reason. One that was taken back is open: were it
            left out, another form that still has it could not know.
        """
        return [(self.coder, *unit, *own) for unit, own in self.given.items()]

    def text(self) -> str:
        """Write the decisions as a file has them.

        Returns
        -------
        str
            CSV with its heading.
        """
        return as_csv([self._columns, *self.rows()])

    def change(self, changed: Given) -> None:
        """Change some decisions, here and on disk, where another form may have saved others.

        What is on disk counts; what it has lost since it was read is put back from memory.

        Parameters
        ----------
        changed : dict
            Code and reason, by case and contribution; both empty to take a decision back.
        """
        # Here, because what a class hands round and takes up was typed in no form of ours.
        changed = {
            unit: (code, plain_cell(reason)[:LONGEST].rstrip())
            for unit, (code, reason) in changed.items()
        }
        # What could not be saved before is not lost, but late.
        known = {} if self.trouble == "not saved" else self.given
        before, self.given = self.given, self.given | changed
        self.trouble, self.restored = "", 0
        try:
            with locked():
                there = self._on_disk()
                self.given = before | there | changed
                write_rows(self.file, [self._columns, *self.rows()])
        except (OSError, RuntimeError):
            self.trouble = "not saved"
        else:
            lost = [unit for unit in known.keys() - there.keys() if any(known[unit])]
            self.restored = len(lost)

    def _on_disk(self) -> Given:
        """Read what is on disk; what is no file of this coder's is put aside, not written over."""
        try:
            return self._own(*self._read(self.file))
        except _AnothersError:
            self.trouble = "another's"
        except ValueError:
            self.trouble = "damaged"
        set_aside(self.file)
        return {}

    def _own(self, coder: str, given: Given) -> Given:
        """Give the decisions of a file, unless somebody else made them."""
        if given and coder != self.coder:
            raise _AnothersError
        return given


class _AnothersError(ValueError):
    """A file under this coder's name that holds the decisions of another."""
