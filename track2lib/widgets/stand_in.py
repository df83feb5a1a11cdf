"""What stands in the place of controls where no kernel answers them, and how they show it.

A box of controls is alive only while its kernel is. A saved notebook has none, and a restart leaves
the box on the page, where it takes input that nobody reads. So the words go into an output of their
own, which every page shows, and rules of style, which come and go with the box, put them away while
the box is alive: JupyterLab marks each box whose kernel is gone, and each notebook without one. On
a page that is no notebook the words stay.
"""

from typing import Any

__all__ = ["show_with_words"]

LIVE = "track2-live"
INSTEAD = "track2-instead"
# What the lamp of a notebook's toolbar says when its kernel was shut down or cannot be reached.
LAMPS = ("unknown", "dead", "disconnected", "connecting")
UNREACHED = ", ".join(f'.jp-Notebook-ExecutionIndicator[data-status="{lamp}"]' for lamp in LAMPS)
MARKED = f".{LIVE}.jupyter-widgets-disconnected"
WITHOUT = f".jp-NotebookPanel:has({UNREACHED})"
# Where a browser cannot take the focus from a control that is seen, the control is not seen.
STYLE = f"""<style>
{MARKED}::before, {MARKED} .jupyter-widgets-disconnected::before {{ display: none; }}
{MARKED}, {WITHOUT} .{LIVE} {{ opacity: 0.5; pointer-events: none; interactivity: inert; }}
@supports not (interactivity: inert) {{
  {MARKED}, {WITHOUT} .{LIVE} {{ visibility: hidden; }}
}}
.jp-NotebookPanel .jp-OutputArea:has(.{LIVE}) .{INSTEAD} {{ display: none; }}
.jp-NotebookPanel .jp-OutputArea:has({MARKED}) .{INSTEAD},
{WITHOUT} .jp-OutputArea:has(.{LIVE}) .{INSTEAD} {{ display: block; }}
</style>"""


def show_with_words(box: Any, words: str, html: str, state: str) -> None:
    """Show a box of controls, and before it what stands for them where they do not live.

    Parameters
    ----------
    box : ipywidgets.Box
        The controls.
    words : str
        What they are and that the cell is to be run, as plain text.
    html : str
        The same for a page.
    state : str
        What the controls are set to; seen where the box itself is not drawn.
    """
    from IPython.display import display
    from ipywidgets import HTML

    instead = {"text/plain": words, "text/html": f'<div class="{INSTEAD}">{html}</div>'}
    display(instead, raw=True)
    # No place of its own in the box, where it would take up a line.
    box.children = (*box.children, HTML(STYLE, layout={"display": "none"}, tooltip=""))
    box.add_class(LIVE)
    display(box._repr_mimebundle_() | {"text/plain": state}, raw=True)
