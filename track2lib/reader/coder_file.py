"""The file of one coder: decisions in memory, and on disk as soon as they are made."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from track2lib.reader.cells import plain_cell
from track2lib.reader.coder_name import coder_name, file_name
from track2lib.reader.files import as_csv, folder, locked, set_aside, write_rows
from track2lib.reader.lines import lines_in

__all__ = ["LONGEST", "Changed", "Codings", "Given"]

LONGEST = 20_000  # letters of a reason

Given = dict[tuple[str, str], tuple[str, str]]
"""Code and reason, by case and contribution; a reason may stand there before its code."""
Changed = Mapping[tuple[str, str], tuple[str | None, str | None]]
"""The same, with None for what of the two stays as it is."""


class Codings:
    """The decisions of one coder.

    What a row means is not known here: who can read a file of codings is handed in.

    Parameters
    ----------
    coder : str
        Name or initials.
    read : callable
        Reads what a file of some name holds; gives its coder, and code and reason by case and
        contribution; both empty if it has none. Raises ValueError for what is no file of one
        coder's codings.
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
        What went wrong when the file was last read or saved: "not saved", "damaged" (not all of it
        could be read), "another's" (it held the codings of another coder); else "".
    restored : int
        How many decisions the file had lost when it was last saved, and has again.
    replaced : int
        How many decisions made way for those of a file that was taken up last.
    """

    def __init__(
        self,
        coder: str,
        read: Callable[[bytes, str], tuple[str, Given]],
        columns: Sequence[str],
        package: str = "",
    ) -> None:
        self.coder, self.package = coder_name(coder), package
        self.given: Given = {}
        self.trouble = ""
        self.restored = self.replaced = 0
        self._late: Changed = {}  # decided while nothing could be saved
        self._read, self._columns = read, columns
        try:
            try:
                self.given = self._read_own()
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
        return file_name(self.coder, self.package)

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

    def change(self, changed: Changed) -> None:
        """Change some decisions, here and on disk, where another form may have saved others.

        What is on disk counts; what it has lost since it was read is put back from memory.

        Parameters
        ----------
        changed : dict
            Code and reason, by case and contribution; both empty to take a decision back, None for
            one that was not touched: meanwhile another form may have set it.
        """
        self.replaced = 0
        self._save(changed)

    def take_up(self, taken: Given) -> None:
        """Put the decisions of another file in place of those for the same cases.

        One that is open there replaces nothing, and of what is replaced the file is kept.

        Parameters
        ----------
        taken : dict
            Code and reason, by case and contribution.
        """
        self._save({})  # what another form has saved counts, too
        restored, kept = self.restored, self.given
        taken = {unit: (code, _plain(reason)) for unit, (code, reason) in taken.items()}
        taken = {u: own for u, own in taken.items() if own[0] or not any(kept.get(u, ()))}
        gone = [
            unit for unit, own in taken.items() if any(kept.get(unit, ())) and own != kept[unit]
        ]
        if gone:
            try:
                with locked():
                    set_aside(self.file, "replaced")
            except (OSError, RuntimeError):
                self.trouble = "not saved"
                return
        self._save(taken)
        self.restored, self.replaced = restored, len(gone)

    def _save(self, changed: Changed) -> None:
        # Here, because what a class hands round and takes up was typed in no form of ours.
        changed = {
            unit: (code, None if reason is None else _plain(reason))
            for unit, (code, reason) in changed.items()
        }
        before, late = self.given, self._late
        self.given = before | _upon(before, changed)
        self._late = {**late, **_upon(late, changed, None)}
        self.trouble, self.restored = "", 0
        try:
            with locked():
                there = self._on_disk()
                known = before | there
                # What could not be saved before is not lost, but late: and newer than the file.
                self.given = known | _upon(known, self._late)
                write_rows(self.file, [self._columns, *self.rows()])
        except (OSError, RuntimeError):
            self.trouble = "not saved"
        else:
            self._late = {}
            lost = before.keys() - there.keys() - late.keys()
            self.restored = sum(any(before[unit]) for unit in lost)

    def _on_disk(self) -> Given:
        """Read what is on disk; where not all of it is this coder's decisions, a copy is kept."""
        rescued: Given = {}
        try:
            return self._read_own()
        except _AnothersError:
            self.trouble = "another's"
        except ValueError:
            rescued, is_whole = self._rescued(self.file.read_bytes())
            if is_whole:  # in another order, or with other signs between the cells
                return rescued
            self.trouble = "damaged"
        set_aside(self.file)
        return rescued

    def _read_own(self) -> Given:
        """Give the decisions of the file, unless somebody else made them."""
        if not self.file.exists():
            return {}
        coder, given = self._read(self.file.read_bytes(), self.name)
        if given and coder_name(coder) != self.coder:
            raise _AnothersError
        return given

    def _rescued(self, content: bytes) -> tuple[Given, bool]:
        """Give what can be read one by one, and whether that is all that the file holds."""
        rescued: Given = {}
        found = lines_in(content, self._columns, len(self._columns))
        for row in found.rows:
            with suppress(ValueError):
                coder, given = self._read(as_csv([self._columns, row]).encode(), self.name)
                if coder_name(coder) == self.coder:
                    rescued |= given
        return rescued, len(rescued) == len(found.rows) and not (found.damaged or found.more)


def _upon(known: Changed, changed: Changed, untouched: str | None = "") -> Any:
    """Give what was changed, with what is known of it where it was not touched."""
    return {
        unit: tuple(new if new is not None else known for new, known in zip(own, old, strict=True))
        for unit, own in changed.items()
        for old in [known.get(unit, (untouched, untouched))]
    }


def _plain(reason: str) -> str:
    return plain_cell(reason)[:LONGEST].rstrip()


class _AnothersError(ValueError):
    """A file under this coder's name that holds the decisions of another."""
