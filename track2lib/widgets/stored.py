"""What a page keeps of a form: words of their own, in place of the form where no kernel runs."""

from collections.abc import Callable
from typing import Any

from track2lib.lessons.feedback import Feedback

__all__ = ["LIVE", "WHOLE", "stored", "stored_html", "watched"]

# A page that was saved holds a form whose kernel is gone, of which JupyterLab says that it cannot
# be displayed. Pages that keep no styles show that line below the words, and the words all the same.
STYLE = (
    "<style>.jp-OutputArea-child:has(.t2-stored) + .jp-OutputArea-child:not(:has(.t2-live))"
    "{display: none}</style>"
)
# Of the form itself nothing is seen where no kernel runs: its words stand above it.
LIVE = {"text/plain": "A form, where a kernel runs.", "text/html": "<!-- a form -->"}

# The whole width of a narrow page, without the margins that ipywidgets gives to each control.
WHOLE = "calc(100% - 4px)"


def stored(said: Feedback) -> dict[str, Any]:
    """Give feedback as an output that stands aside while its form is live.

    Parameters
    ----------
    said : Feedback
        A question, with its answer or without.

    Returns
    -------
    dict
        A bundle of HTML and text.
    """
    return {"text/html": stored_html(said._repr_html_()), "text/plain": repr(said)}


def stored_html(html: str) -> str:
    """Mark HTML as what is stored; `live.css` hides it above a live form, and only there."""
    return f'<div class="t2-stored">\n{html}\n</div>\n{STYLE}'


def watched(controls: list[Any], called: str) -> tuple[Any, Callable[[str], None]]:
    """Put controls into a box that takes nothing in when its kernel is gone, and says so.

    Parameters
    ----------
    controls : list of ipywidgets.Widget
        The controls.
    called : str
        What the box is called by a screen reader.

    Returns
    -------
    tuple
        The box, and a function that has words heard by whoever does not see what has changed.
    """
    from ipywidgets import VBox

    from track2lib.widgets.live import Watch

    inner = VBox(controls)
    inner.add_class("t2-controls")
    watch = Watch(called=called)
    box = VBox([inner, watch])
    for name in ("t2-form", "t2-live"):
        box.add_class(name)
    return box, watch.tell
