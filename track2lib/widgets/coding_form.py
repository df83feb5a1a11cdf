"""The coding task: read a case, code each contribution, give a reason; saved at every step."""

import base64
from html import escape
from pathlib import Path
from typing import Any

from track2lib.impact.codings import load_codings, read_codings
from track2lib.impact.rubric import COLUMNS, UNIT, contributions, table_of, told_apart
from track2lib.reader.cells import plain_cell
from track2lib.reader.coder_file import LONGEST, Codings
from track2lib.records.asked import a_place, a_text
from track2lib.records.snapshot import open_records
from track2lib.widgets.case_card import case_card, other_readings, rubric
from track2lib.widgets.coding_controls import CodingControls
from track2lib.widgets.stored import LIVE, stored_html
from track2lib.widgets.upload import uploaded

__all__ = ["CodingTask", "code_cases"]

NOT_SAVED = "This could not be saved in your notes folder. Download your codings before you leave."
DAMAGED = (
    "A part of your earlier file could not be read. The rest is kept; the old file lies in your "
    "notes folder, with 'damaged' in its name."
)
ANOTHERS = "The file of your name held the codings of another coder; it is kept with 'damaged' in its name."
CUT = f"Saved, but for what stands behind the first {LONGEST:,} letters of the reason."
REPLACED = "{} made way; the file that had them is kept, with 'replaced' in its name."
LONGEST_NAME = 200  # letters
TROUBLE = {"": "", "not saved": NOT_SAVED, "damaged": DAMAGED, "another's": ANOTHERS}
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
            f"Code {_many(len(self.cases), 'case')}, on what the card says and nothing else."
        )
        self._readings = readings.set_index(["coder", *UNIT])
        parts = contributions(self._data)
        controls = CodingControls(coder, self.cases, parts, self.intro)
        self.coder, self.case, self.upload = controls.coder, controls.case, controls.upload
        self.codes, self.reasons, self.box = controls.codes, controls.reasons, controls.box
        self.card, self.status, self.download = controls.card, controls.status, controls.download
        self._compared = controls.compared
        self._handle: Any = None
        # Setting a control from here must not look like a choice of the reader's, which is saved.
        self._watching = True
        self._open(coder)
        controls.watch(
            {
                "coder": self._changed_coder,
                "case": lambda _: self._show_case(),
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
        cases, parts = _many(len(self.cases), "case"), _many(len(self.codes), "contribution")
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
        else:
            self.coder.value = change["old"]

    def _changed(self, part: str, code: str | None = None, reason: str | None = None) -> None:
        """Keep a code or a reason that the reader has set, and save all."""
        if not self._watching:
            return
        self._refused = ""
        # The one that was set alone: another form may have set the other meanwhile.
        self.saved.change({(self.case.value, part): (code, reason)})
        self._show_decisions()
        # Beside what was changed: in a long form, the count at its end is out of sight.
        said = CUT if len(plain_cell(reason or "")) > LONGEST else "Saved."
        told = TROUBLE[self.saved.trouble] or said
        self._compared[
            part
        ].value = f'<p role="status">{escape(told)}</p>{self._compared[part].value}'

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
        self.status.value = f'<p role="status">{escape(self._said())}</p>'
        if self._handle is not None:
            self._handle.update(self._stored(), raw=True)
        # In the page and not a path: a browser on another machine cannot reach the notes folder.
        packed = base64.b64encode(self.saved.text().encode()).decode()
        self.download.value = (
            f'<a download="{escape(self.saved.name)}" href="data:text/csv;base64,{packed}" '
            'style="display: inline-block; padding: 4px 12px; border: 1px solid #767676; '
            'color: inherit">Download codings</a>'
        )

    def _said(self) -> str:
        """Count what is done and what is open, and say what went wrong if anything did."""
        # A file may hold cases beyond those that this form asks about.
        mine = [g for u, g in self.saved.given.items() if u[0] in self.cases and u[1] in self.codes]
        done = sum(bool(code) for code, _ in mine)
        said = [f"{done} of {len(self.cases) * len(self.codes)} decisions coded."]
        if bare := sum(bool(code and not reason) for code, reason in mine):
            said.append(f"{bare} without a reason: a code without one cannot be discussed.")
        if drafts := sum(bool(reason and not code) for code, reason in mine):
            said.append(f"{drafts} with a reason and no code yet.")
        if lost := self.saved.restored:
            said.append(f"Your file had lost {_many(lost, 'decision')}, which it has again.")
        if gone := self.saved.replaced:
            said.append(REPLACED.format(_many(gone, "earlier decision")))
        told = self._refused or TROUBLE[self.saved.trouble]
        return " ".join([*said, told or ("Saved." if done or drafts else "")]).strip()

    def _others(self, part: str) -> str:
        """Fold away what the readings of the package are, if it has some on this decision."""
        unit = self.case.value, part
        if unit not in self._readings.index.droplevel("coder"):
            return ""
        return other_readings(self._readings.xs(unit, level=UNIT))

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
            return
        if coder:
            self.coder.value = coder
        self._refused = ""
        self.saved.take_up(taken)
        self._show_decisions()


def _many(count: int, what: str) -> str:
    """Say how many there are of something."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def _name(data: str | Path) -> str:
    """Give the name of a package, which goes with it wherever it is moved."""
    records = open_records(data)
    return str(records.descriptor.get("name") or records.folder.name)
