"""The controls of the coding form, and how they stand on the page."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd

from track2lib.impact.rubric import CODES, told_apart
from track2lib.widgets.case_card import rubric
from track2lib.widgets.stored import WHOLE, watched

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
    codes, reasons, told, compared : dict of str to ipywidgets.Widget
        Controls for each contribution, and places for what became of them and what others read.
    card, status : ipywidgets.HTML
        The case, and how far the coding is.
    download : Download
        The file.
    box : ipywidgets.VBox
        All of them.
    tell : callable
        Has words heard by whoever does not see what has changed.
    """

    def __init__(self, coder: str, cases: dict[str, str], parts: pd.DataFrame, intro: str) -> None:
        import ipywidgets as w

        from track2lib.widgets.live import Download

        # A label that is longer than the style foresees would be cut off.
        # Without a tooltip, ipywidgets shows the word "null" to whoever points at a field.
        plain = {"style": {"description_width": "initial"}, "tooltip": ""}
        wide = plain | {"layout": w.Layout(width="720px", max_width=WHOLE)}
        # A text counts when the reader leaves its field: not each letter is to be saved.
        typed = {"continuous_update": False}
        codes = [(OPEN, ""), *((code, code) for code in CODES)]
        self.coder = w.Text(coder, description="Your name or initials", **typed, **wide)
        named = [(name, key) for key, name in cases.items()]
        self.case = w.Dropdown(options=named, description="Case", **wide)
        self.card, self.status = w.HTML(), w.HTML()
        self.download = Download(words="Download codings")
        self.upload = w.FileUpload(
            accept=".csv",
            description="Upload codings",
            icon="",  # a sign without a name, which would be heard before the words
            tooltip="Take up a file of codings that was downloaded",
            layout=w.Layout(width="auto"),
        )
        self.codes, self.reasons, self.told, self.compared, blocks = {}, {}, {}, {}, []
        for part, name, statement in parts.assign(
            name=told_apart(parts["name"].to_dict())
        ).itertuples():
            self.codes[part] = w.Dropdown(options=codes, description=f"Code: {name}", **wide)
            self.reasons[part] = w.Textarea(description=f"Reason: {name}", rows=2, **typed, **wide)
            self.told[part], self.compared[part] = w.HTML(), w.HTML()
            head = w.HTML(f"<h4>{escape(name)}</h4><p>{escape(statement)}</p>")
            blocks += [head, self.codes[part], self.reasons[part]]
            # Two places: what is unfolded, and has the focus, stays when "Saved." is said anew.
            blocks += [self.told[part], self.compared[part]]
        top = [w.HTML(f"<p>{intro}</p>{rubric()}"), self.coder, self.case, self.card]
        bottom = [
            self.status,
            w.HBox([self.download, self.upload], layout=w.Layout(flex_flow="row wrap")),
        ]
        self.box, self.tell = watched([*top, *blocks, *bottom], "Coding form")
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
