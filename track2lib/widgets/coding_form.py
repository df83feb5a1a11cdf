"""The coding task: read a case, code each contribution, give a reason; saved at every step."""

import base64
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from track2lib.impact.codings import load_codings, read_codings
from track2lib.impact.rubric import CODES, COLUMNS, UNIT, contributions, table_of, told_apart
from track2lib.reader.coder_file import Codings
from track2lib.records.snapshot import open_records
from track2lib.widgets.case_card import case_card, other_readings, rubric
from track2lib.widgets.upload import uploaded

__all__ = ["CodingTask", "code_cases"]

OPEN = "choose a code"
LONGEST = 2000  # letters of a reason
NOT_SAVED = "This could not be saved in your notes folder. Download your codings before you leave."
DAMAGED = "Your earlier file could not be read; it is kept with 'damaged' in its name."
TROUBLE = {"": "", "not saved": NOT_SAVED, "damaged": DAMAGED}
TOLD = (
    "A form to code {}: choose a case, read it, choose a code for each of {} and give a reason. "
    "Run this cell to use it."
)


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
    ValueError
        If the name is empty, or the package has no case.
    track2lib.DataError
        If the package is not sound.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.code_cases("me")  # doctest: +SKIP
    """
    from IPython.display import display

    task = CodingTask(coder, data=data)
    cases, parts = _many(len(task.cases), "case"), _many(len(task.codes), "contribution")
    told = {
        "text/plain": TOLD.format(cases, parts),
        # What a reader sees where no kernel runs: the codes, and the first case.
        "text/html": f"<p>{task.intro}</p>{rubric()}{task.card.value}",
    }
    display(task.box._repr_mimebundle_() | told, raw=True)


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
        if not coder.strip():
            raise ValueError("A coder needs a name or initials: code_cases('me').")
        # The whole path, since the working directory may be another when the form is used.
        self._data = None if data is None else Path(data).absolute()
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
        # Setting a control from here must not look like a choice of the reader's, which is saved.
        self._watching = True
        self._make_controls(coder, contributions(self._data))
        self._open(coder)

    def _make_controls(self, coder: str, parts: pd.DataFrame) -> None:
        """Make all controls, say what each is for, and put them into a box."""
        import ipywidgets as w

        # A label that is longer than the style foresees would be cut off.
        plain = {"style": {"description_width": "initial"}}
        wide = plain | {"layout": w.Layout(width="720px", max_width="100%")}
        # A text counts when the reader leaves its field: not each letter is to be saved.
        typed = {"continuous_update": False}
        cases = [(name, key) for key, name in self.cases.items()]
        codes = [(OPEN, ""), *((code, code) for code in CODES)]
        self.coder = w.Text(coder, description="Your name or initials", **typed, **plain)
        self.case = w.Dropdown(options=cases, description="Case", **wide)
        self.card, self.status, self.download = w.HTML(), w.HTML(), w.HTML()
        self.upload = w.FileUpload(
            accept=".csv", description="Upload codings", layout=w.Layout(width="auto")
        )
        self.codes, self.reasons, self._compared, blocks = {}, {}, {}, []
        named = told_apart(parts["name"].to_dict())
        for part, name, statement in parts.assign(name=named).itertuples():
            self.codes[part] = w.Dropdown(options=codes, description=f"Code: {name}", **wide)
            self.reasons[part] = w.Text(description=f"Reason: {name}", **typed, **wide)
            self._compared[part] = w.HTML()
            head = w.HTML(f"<h4>{escape(name)}</h4><p>{escape(statement)}</p>")
            blocks += [head, self.codes[part], self.reasons[part], self._compared[part]]
            for control in (self.codes[part], self.reasons[part]):
                control.observe(lambda _, part=part: self._changed(part), names="value")
        self.coder.observe(self._changed_coder, names="value")
        self.case.observe(lambda _: self._show(), names="value")
        self.upload.observe(lambda _: self._take_up(), names="value")
        top = [w.HTML(f"<p>{self.intro}</p>{rubric()}"), self.coder, self.case, self.card]
        bottom = [self.status, w.HBox([self.download, self.upload])]
        self.box = w.VBox([*top, *blocks, *bottom])

    def _open(self, coder: str) -> None:
        """Open the file of a coder."""
        self.saved = Codings(coder, read_codings, COLUMNS, self._package)
        self._refused = ""
        self._show()

    def _changed_coder(self, change: Any) -> None:
        """Go on with another coder; a name that is empty is not taken."""
        if change["new"].strip():
            self._open(change["new"])
        else:
            self.coder.value = change["old"]

    def _changed(self, part: str) -> None:
        """Keep a code or a reason that the reader has set, and save all."""
        if not self._watching:
            return
        self._refused = ""
        self.saved.change({(self.case.value, part): (self.codes[part].value, self._reason(part))})
        self._report()

    def _reason(self, part: str) -> str:
        """Give a reason as one line of text that any program can read and none would run."""
        typed = self.reasons[part].value.encode("utf-8", "replace").decode()
        # A spreadsheet takes for a formula what begins with one of these signs.
        return " ".join(typed.split()).lstrip("=+-@ ")[:LONGEST]

    def _show(self) -> None:
        """Show the case that is chosen, with what has been coded for it."""
        self.card.value = case_card(self.case.value, self._data)
        self._watching = False
        for part in self.codes:
            code, reason = self.saved.of(self.case.value, part)
            self.codes[part].value, self.reasons[part].value = code, reason
        self._watching = True
        self._report()

    def _report(self) -> None:
        """Say how far the coding is, and what others have read where a reason stands."""
        for part in self.codes:
            code, reason = self.saved.of(self.case.value, part)
            # Not before: whoever has read two other reasons finds it hard to give one of their own.
            self._compared[part].value = self._others(part) if code and reason else ""
        self.status.value = f'<p role="status">{escape(self._said())}</p>'
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
        if told := self._refused or TROUBLE[self.saved.trouble] or ((done or drafts) and "Saved."):
            said.append(told)
        return " ".join(said)

    def _others(self, part: str) -> str:
        """Fold away what the readings of the package are, if it has some on this decision."""
        unit = self.case.value, part
        if unit not in self._readings.index.droplevel("coder"):
            return ""
        return other_readings(self._readings.xs(unit, level=UNIT))

    def _take_up(self) -> None:
        """Put the decisions of a file in place of those for the same cases."""
        if not self.upload.value:
            return
        file = self.upload.value[0]
        self.upload.value = ()  # so that the same file can be chosen again
        try:
            coder, taken = uploaded(bytes(file["content"]), self._data)
        except ValueError as error:
            self._refused = f"Not taken up. {error}"
            self._report()
            return
        if coder:
            self.coder.value = coder
        self._refused = ""
        self.saved.change(taken)
        self._show()


def _many(count: int, what: str) -> str:
    """Say how many there are of something."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def _name(data: str | Path) -> str:
    """Give the name of a package, which goes with it wherever it is moved."""
    records = open_records(data)
    return str(records.descriptor.get("name") or records.folder.name)
