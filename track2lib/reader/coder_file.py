"""The file of one coder: decisions in memory, and on disk as soon as they are made."""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from track2lib.reader.files import as_csv, folder, set_aside, write_rows

__all__ = ["Codings", "Given"]

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
        Reads a file; gives code and reason by case and contribution, none if there is no file.
        Raises ValueError for what is no file of one coder's codings.
    columns : sequence of str
        The heading: coder, case, contribution, code and reason.
    package : str, default ""
        Name of the data package of the cases, if it is not the project's: two packages may give
        one key to two cases, and so their codings are kept apart.

    Attributes
    ----------
    given : dict
        Code and reason, by case and contribution.
    trouble : str
        What went wrong when the file was last read or saved: "not saved" or "damaged"; else "".
    """

    def __init__(
        self,
        coder: str,
        read: Callable[[Path], Given],
        columns: Sequence[str],
        package: str = "",
    ) -> None:
        self.coder, self.package = coder.strip(), package
        self.given: Given = {}
        self.trouble: Literal["", "not saved", "damaged"] = ""
        self._read, self._columns = read, columns
        try:
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
            mark = hashlib.sha256(self.coder.encode("utf-8", "replace")).hexdigest()[:6]
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
        return as_csv(self._columns, self.rows())

    def change(self, changed: Given) -> None:
        """Change some decisions, here and on disk, where another form may have saved others.

        Parameters
        ----------
        changed : dict
            Code and reason, by case and contribution; an empty code takes a decision back.
        """
        self.trouble = ""
        self.given |= changed
        try:
            # On top of what is there now, so that two forms, or two lessons, lose nothing.
            kept = self._on_disk() | changed
            write_rows(self.file, self._columns, self._rows(kept))
        except (OSError, RuntimeError):
            self.trouble = "not saved"
        else:
            self.given = kept

    def _on_disk(self) -> Given:
        """Read what is on disk; a damaged file is put aside, never written over."""
        try:
            return self._read(self.file)
        except ValueError:
            set_aside(self.file)
            self.trouble = "damaged"
            return {}

    def _rows(self, given: Given) -> list[tuple[str, ...]]:
        """Give what there is on each decision, a code or a reason, as rows of a file."""
        return [(self.coder, *unit, *own) for unit, own in given.items() if any(own)]
