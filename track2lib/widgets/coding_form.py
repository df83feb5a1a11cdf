"""The coding task: read a case, code each contribution, give a reason; saved at every step."""

import base64
from html import escape
from typing import Any

from track2lib.impact.codings import CODES, UNIT, load_codings
from track2lib.records.loading import load
from track2lib.records.problem import DataError
from track2lib.widgets.case_card import case_card, rubric
from track2lib.widgets.saved_codings import LONGEST, Saved, uploaded

__all__ = ["CodingTask", "code_cases"]

OPEN = "choose a code"
TOLD = (
    "A form to code {} cases: choose a case, read it, choose a code for each of {} contributions "
    "and give a reason. Run this cell to use it."
)


def code_cases(coder: str = "me") -> None:
    """Show the coding task: cases to read, codes to choose, reasons to give.

    Every choice is saved at once in the reader's notes folder, a file for each coder, and is
    there again after a restart. One button downloads the file, another takes one up.

    Parameters
    ----------
    coder : str, default "me"
        Name or initials under which the codings are kept.

    Raises
    ------
    ValueError
        If the name is empty.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.code_cases("me")  # doctest: +SKIP
    """
    from IPython.display import display

    task = CodingTask(coder)
    shown = task.box._repr_mimebundle_() or {}
    told = {
        "text/plain": TOLD.format(len(task.cases), len(task.codes)),
        # What a reader sees where no kernel runs: the codes, and the first case.
        "text/html": f"<p>{task.intro}</p>{rubric()}{case_card(task.case.value)}",
    }
    display(shown | told, raw=True)  # type: ignore[no-untyped-call]


class CodingTask:
    """The form behind `code_cases`, whose controls can be set from Python.

    Parameters
    ----------
    coder : str
        Name or initials.

    Attributes
    ----------
    cases : dict of str to str
        Key and name of each case.
    coder, case, upload : ipywidgets.Widget
        Controls for the name, the case and a file to take up.
    codes, reasons : dict of str to ipywidgets.Widget
        Controls for each contribution.
    saved : Saved
        What this coder has decided so far.
    """

    def __init__(self, coder: str) -> None:
        import ipywidgets as w

        if not coder.strip():
            raise ValueError("A coder needs a name or initials: code_cases('me').")
        readings = load_codings()
        names = load("dialogues").set_index("dialogue_id")["name"]
        parts = load("constructs").set_index("construct_id")
        self.cases = {key: names[key] for key in dict.fromkeys(readings["dialogue_id"])}
        self._readings = readings.set_index(["coder", *UNIT])
        self.saved = Saved(coder)
        wide = {"layout": w.Layout(width="720px", max_width="100%")}
        plain = {"style": {"description_width": "initial"}}
        self.coder = w.Text(
            coder, description="Your name or initials", continuous_update=False, **plain
        )
        self.case = w.Dropdown(
            options=[(name, key) for key, name in self.cases.items()],
            description="Case",
            **wide,
            **plain,
        )
        self.card, self.status = w.HTML(), w.HTML()
        self.download = w.HTML()
        self.upload = w.FileUpload(
            accept=".csv", description="Upload codings", layout=w.Layout(width="auto")
        )
        self.codes, self.reasons, self._compared, blocks = {}, {}, {}, []
        for key in dict.fromkeys(readings["construct_id"]):
            name, statement = parts.loc[key, ["name", "statement"]]
            self.codes[key] = w.Dropdown(
                options=[(OPEN, ""), *((code, code) for code in CODES)],
                description=f"Code: {name}",
                **wide,
                **plain,
            )
            self.reasons[key] = w.Text(
                description=f"Reason: {name}", continuous_update=False, **wide, **plain
            )
            self._compared[key] = w.HTML()
            head = w.HTML(f"<h4>{escape(name)}</h4><p>{escape(statement)}</p>")
            blocks += [head, self.codes[key], self.reasons[key], self._compared[key]]
        self.intro = (
            f"Did the dialogue make these contributions? Code {len(self.cases)} cases, on what the "
            "card says and nothing else."
        )
        self.box = w.VBox(
            [
                w.HTML(f"<p>{self.intro}</p>{rubric()}"),
                self.coder,
                self.case,
                self.card,
                *blocks,
                self.status,
                w.HBox([self.download, self.upload]),
            ]
        )
        self._watching = True
        self._show()
        self.coder.observe(self._changed_coder, names="value")
        self.case.observe(lambda _: self._show(), names="value")
        self.upload.observe(lambda _: self._take_up(), names="value")
        for key in self.codes:
            for control in (self.codes[key], self.reasons[key]):
                control.observe(lambda _, part=key: self._changed(part), names="value")

    def _changed_coder(self, change: Any) -> None:
        if not change["new"].strip():
            self.coder.value = change["old"]
            return
        self.saved = Saved(change["new"])
        self._show()

    def _changed(self, part: str) -> None:
        """Keep a code or a reason that the reader has set, and save all."""
        if not self._watching:
            return
        self.saved.change({(self.case.value, part): (self.codes[part].value, self._reason(part))})
        self._report()

    def _reason(self, part: str) -> str:
        """Give a reason as one line of text that any program can read and none would run."""
        typed = self.reasons[part].value.encode("utf-8", "replace").decode()
        return " ".join(typed.split()).lstrip("=+-@ ")[:LONGEST]

    def _show(self) -> None:
        """Show the case that is chosen, with what has been coded for it."""
        self.card.value = case_card(self.case.value)
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
            self._compared[part].value = self._others(part) if code and reason else ""
        mine = [g for u, g in self.saved.given.items() if u[0] in self.cases and u[1] in self.codes]
        done = sum(bool(code) for code, _ in mine)
        said = [f"{done} of {len(self.cases) * len(self.codes)} decisions coded."]
        if bare := sum(bool(code and not reason) for code, reason in mine):
            said.append(f"{bare} without a reason: a code without one cannot be discussed.")
        if drafts := sum(bool(reason and not code) for code, reason in mine):
            said.append(f"{drafts} with a reason and no code: not saved yet.")
        said.append(self.saved.told or ("Saved." if done else ""))
        self.status.value = f'<p role="status">{escape(" ".join(filter(None, said)))}</p>'
        packed = base64.b64encode(self.saved.text().encode()).decode()
        self.download.value = (
            f'<a download="{escape(self.saved.name)}" href="data:text/csv;base64,{packed}" '
            'style="display: inline-block; padding: 4px 12px; border: 1px solid #767676; '
            'color: inherit">Download codings</a>'
        )

    def _others(self, part: str) -> str:
        """Fold away what the project's own readings are, to be opened and argued with."""
        told = []
        for coder in self._readings.index.unique("coder"):
            one = self._readings.loc[(coder, self.case.value, part)]
            told.append(
                f"<li>{escape(coder)}: <strong>{escape(one['code'])}</strong>. {escape(one['reason'])}</li>"
            )
        return (
            "<details><summary>Compare with two other readings</summary>"
            f"<ul>{''.join(told)}</ul><p>Neither is the key. Where you differ, whose reason is better?</p>"
            "</details>"
        )

    def _take_up(self) -> None:
        """Put the decisions of a file in place of those for the same cases."""
        if not self.upload.value:
            return
        file = self.upload.value[0]
        self.upload.value = ()  # so that the same file can be chosen again
        try:
            coder, taken = uploaded(bytes(file["content"]))
        except (DataError, ValueError) as error:
            self.saved.told = f"Not taken up. {error}"
            self._report()
            return
        if coder:
            self.coder.value = coder
        self.saved.change(taken)
        self._show()
