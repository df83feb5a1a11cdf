"""The coding task: read a case, code each contribution, give a reason; saved at every step."""

from html import escape
from pathlib import Path
from typing import Any

from track2lib.impact.codings import load_codings, read_codings
from track2lib.impact.rubric import (
    COLUMNS,
    UNIT,
    contributions,
    table_of,
    told_apart,
    whose_contributions,
)
from track2lib.reader.cells import plain_cell
from track2lib.reader.coder_file import Codings
from track2lib.records.asked import a_place, a_text
from track2lib.records.snapshot import open_records
from track2lib.widgets.case_card import case_card, other_readings, rubric
from track2lib.widgets.coding_controls import CodingControls
from track2lib.widgets.coding_words import after_change, how_far, many
from track2lib.widgets.stored import LIVE, stored_html
from track2lib.widgets.upload import uploaded

__all__ = ["CodingTask", "code_cases"]

LONGEST_NAME = 200  # letters
TOLD = "A form to code {}: choose a case, read it, choose a code for each of {} and give a reason."


def code_cases(coder: str = "me", *, data: str | Path | None = None) -> None:
    """Show the coding task: cases to read, codes to choose, reasons to give.

    Every choice is saved at once in the reader's notes folder, a file for each coder, and is
    there again after a restart. One button downloads the file, another takes one up.

    Parameters
    ----------
    coder : str, default "me"
        Name or initials under which the codings are kept.
    data : str or pathlib.Path, optional
        Folder of another data package, whose cases are to be coded for its contributions: its
        constructs of the kind "contribution", or all if none is called so; where it has no
        constructs, the project's. Its codings are kept in a file of their own. By default the
        cases that the project itself has coded.

    Raises
    ------
    TypeError, ValueError
        If the name is empty or no text, the data are no folder, or the package has no case.
    track2lib.DataError
        If the package is not sound.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.code_cases("me")  # doctest: +SKIP
    """
    CodingTask(coder, data=data).show()


class CodingTask:
    """The form behind `code_cases`, whose controls can be set from Python.

    Parameters
    ----------
    coder : str
        Name or initials.
    data : str or pathlib.Path, optional
        Folder of another data package.

    Attributes
    ----------
    cases : dict of str to str
        Key and name of each case.
    coder, case, upload : ipywidgets.Widget
        Controls for the name, the case and a file to take up.
    codes, reasons : dict of str to ipywidgets.Widget
        Controls for each contribution.
    saved : Codings
        What this coder has decided so far.
    """

    def __init__(self, coder: str, *, data: str | Path | None = None) -> None:
        a_text(coder, "coder", "me", longest=LONGEST_NAME)
        if not plain_cell(coder):
            raise ValueError("A coder needs a name or initials: code_cases('me').")
        # The whole path, since the working directory may be another when the form is used.
        self._data = None if data is None else a_place(data, "data", "my-data").absolute()
        self._package = "" if data is None else _name(data)
        readings = load_codings(data=self._data)
        dialogues = table_of("dialogues", self._data).set_index("dialogue_id")["name"]
        keys = dialogues.index if data is not None else readings["dialogue_id"].unique()
        self.cases = told_apart(dialogues[keys].to_dict())
        if not self.cases:
            raise ValueError("The package has no dialogue to code. Fill its table 'dialogues'.")
        self.intro = (
            "Did the dialogue make these contributions? "
            f"Code {many(len(self.cases), 'case')}, on what the card says and nothing else. "
            f"{whose_contributions(self._data)}"
        ).strip()
        self._readings = readings.set_index(["coder", *UNIT])
        parts = contributions(self._data)
        controls = CodingControls(coder, self.cases, parts, self.intro)
        self.coder, self.case, self.upload = controls.coder, controls.case, controls.upload
        self.codes, self.reasons, self.box = controls.codes, controls.reasons, controls.box
        self.card, self.status, self.download = controls.card, controls.status, controls.download
        self._told, self._compared, self._tell = controls.told, controls.compared, controls.tell
        self._handle: Any = None
        # Setting a control from here must not look like a choice of the reader's, which is saved.
        self._watching = True
        self._open(coder)
        controls.watch(
            {
                "coder": self._changed_coder,
                "case": lambda _: self._changed_case(),
                "upload": lambda _: self._take_up(),
                "codes": lambda part, change: self._changed(part, code=change["new"]),
                "reasons": lambda part, change: self._changed(part, reason=change["new"]),
            }
        )

    def show(self) -> None:
        """Show what is stored with a page, and below it the form, which takes its place."""
        from IPython.display import display

        # An output of its own: it is there whatever becomes of the form.
        self._handle = display(self._stored(), raw=True, display_id=True)
        display(self.box._repr_mimebundle_() | LIVE, raw=True)

    def _stored(self) -> dict[str, str]:
        """Give what a reader sees where no kernel runs: the codes, a case, and how far one is."""
        cases, parts = many(len(self.cases), "case"), many(len(self.codes), "contribution")
        run = "<p>Run this cell (Shift + Enter) to use the form.</p>"
        html = f"<p>{self.intro}</p>{run}{rubric()}{self.card.value}{self.status.value}"
        return {"text/plain": TOLD.format(cases, parts), "text/html": stored_html(html)}

    def _open(self, coder: str) -> None:
        """Open the file of a coder."""
        self.saved = Codings(coder, read_codings, COLUMNS, self._package)
        self._refused = ""
        self._show_case()

    def _changed_coder(self, change: Any) -> None:
        """Go on with another coder; a name that is empty is not taken."""
        if plain_cell(change["new"]):
            self._open(change["new"])
            self._tell(self._said())
        else:
            self.coder.value = change["old"]

    def _changed_case(self) -> None:
        """Go on with another case."""
        self._show_case()
        self._tell(f"{self.cases[self.case.value]}: the card and the codes below are of this case.")

    def _changed(self, part: str, code: str | None = None, reason: str | None = None) -> None:
        """Keep a code or a reason that the reader has set, and save all."""
        if not self._watching:
            return
        self._refused = ""
        # The one that was set alone: another form may have set the other meanwhile.
        self.saved.change({(self.case.value, part): (code, reason)})
        self._show_decisions()
        # Beside what was changed: in a long form, the count at its end is out of sight.
        self._told[part].value = f"<p>{escape(after_change(self.saved, reason or ''))}</p>"
        self._tell(self._said())

    def _show_case(self) -> None:
        """Show the case that is chosen, with what has been coded for it."""
        if self.case.value is None:  # which no page of ours sends
            self.case.index = 0
        self.card.value = case_card(self.case.value, self._data)
        self._show_decisions()

    def _show_decisions(self) -> None:
        """Show what is saved of the case: another form may have saved something since."""
        self._watching = False
        for part in self.codes:
            self.codes[part].value, self.reasons[part].value = self.saved.of(self.case.value, part)
        self._watching = True
        self._report()

    def _report(self) -> None:
        """Say how far the coding is, and what others have read where a reason stands."""
        for part in self.codes:
            code, reason = self.saved.of(self.case.value, part)
            # Not before: whoever has read two other reasons finds it hard to give one of their own.
            self._compared[part].value = self._others(part) if code and reason else ""
            self._told[part].value = ""
        self.status.value = f"<p>{escape(self._said())}</p>"
        if self._handle is not None:
            self._handle.update(self._stored(), raw=True)
        self.download.name, self.download.text = self.saved.name, self.saved.text()

    def _said(self) -> str:
        """Say how far the coding is."""
        return how_far(self.saved, self.cases, self.codes, self._refused)

    def _others(self, part: str) -> str:
        """Fold away what the readings of the package are, if it has some on this decision."""
        own = self._readings.index.droplevel("coder") == (self.case.value, part)
        return other_readings(self._readings[own].droplevel([*UNIT])) if own.any() else ""

    def _take_up(self) -> None:
        """Put the decisions of a file in place of those for the same cases."""
        if not (files := self.upload.value):
            return
        self.upload.value = ()  # so that the same file can be chosen again
        try:
            coder, taken = uploaded(bytes(files[0]["content"]), self._data)
        except ValueError as error:
            self._refused = f"Not taken up. {error}"
            self._report()
            self._tell(self._said())
            return
        if coder:
            self.coder.value = coder
        self._refused = ""
        self.saved.take_up(taken)
        self._show_decisions()
        self._tell(self._said())


def _name(data: str | Path) -> str:
    """Give the name of a package, which goes with it wherever it is moved."""
    records = open_records(data)
    return str(records.descriptor.get("name") or records.folder.name)
