"""The controls of the coding form, and how they stand on the page."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd

from track2lib.impact.rubric import CODES, told_apart
from track2lib.widgets.case_card import rubric
from track2lib.widgets.stored import watched

__all__ = ["CodingControls"]

OPEN = "choose a code"


class CodingControls:
    """All controls, with what each is for.

    Parameters
    ----------
    coder : str
        Name or initials at first.
    cases : dict of str to str
        Key and name of each case.
    parts : pandas.DataFrame
        ``name`` and ``statement`` of each contribution, by its key.
    intro : str
        What is asked.

    Attributes
    ----------
    coder, case, upload : ipywidgets.Widget
        Controls for the name, the case and a file to take up.
    codes, reasons, compared : dict of str to ipywidgets.Widget
        Controls for each contribution, and a place for what others have read.
    card, status, download : ipywidgets.HTML
        The case, how far the coding is, and the file.
    box : ipywidgets.VBox
        All of them.
    """

    def __init__(self, coder: str, cases: dict[str, str], parts: pd.DataFrame, intro: str) -> None:
        import ipywidgets as w

        # A label that is longer than the style foresees would be cut off.
        # Without a tooltip, ipywidgets shows the word "null" to whoever points at a field.
        plain = {"style": {"description_width": "initial"}, "tooltip": ""}
        wide = plain | {"layout": w.Layout(width="720px", max_width="100%")}
        # A text counts when the reader leaves its field: not each letter is to be saved.
        typed = {"continuous_update": False}
        codes = [(OPEN, ""), *((code, code) for code in CODES)]
        self.coder = w.Text(coder, description="Your name or initials", **typed, **wide)
        named = [(name, key) for key, name in cases.items()]
        self.case = w.Dropdown(options=named, description="Case", **wide)
        self.card, self.status, self.download = w.HTML(), w.HTML(), w.HTML()
        self.upload = w.FileUpload(
            accept=".csv",
            description="Upload codings",
            tooltip="Take up a file of codings that was downloaded",
            layout=w.Layout(width="auto"),
        )
        self.codes, self.reasons, self.compared, blocks = {}, {}, {}, []
        for part, name, statement in parts.assign(
            name=told_apart(parts["name"].to_dict())
        ).itertuples():
            self.codes[part] = w.Dropdown(options=codes, description=f"Code: {name}", **wide)
            self.reasons[part] = w.Textarea(description=f"Reason: {name}", rows=2, **typed, **wide)
            self.compared[part] = w.HTML()
            head = w.HTML(f"<h4>{escape(name)}</h4><p>{escape(statement)}</p>")
            blocks += [head, self.codes[part], self.reasons[part], self.compared[part]]
        top = [w.HTML(f"<p>{intro}</p>{rubric()}"), self.coder, self.case, self.card]
        bottom = [self.status, w.HBox([self.download, self.upload])]
        self.box = watched([*top, *blocks, *bottom])
        self.box.add_class("t2-coding")

    def watch(self, heard: dict[str, Any]) -> None:
        """Have functions called when the value of a control changes.

        Parameters
        ----------
        heard : dict
            By the name of the attribute, a function of the change; of those for each
            contribution, a function of its key and the change.
        """
        for name, function in heard.items():
            control = getattr(self, name)
            if not isinstance(control, dict):
                control.observe(function, names="value")
                continue
            for part, one in control.items():
                one.observe(partial(function, part), names="value")
