"""What a live page needs besides ipywidgets: a question as a form, a watch, a file to download."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

__all__ = ["Download", "QuestionWidget", "Watch"]

HERE = Path(__file__).parent


def _read(*names: str) -> str:
    """Join files of this folder: a page loads a widget's code as one text."""
    return "\n".join(HERE.joinpath(name).read_text("utf-8") for name in names)


class _Alive(anywidget.AnyWidget):
    """A widget that tells its page that the kernel is there."""

    _css = _read("live.css")

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._answer)

    def _answer(self, _: Any, content: dict[str, Any], __: Any) -> None:
        if isinstance(content, dict) and "alive" in content:
            self.send({"alive": content["alive"]})


class QuestionWidget(_Alive):
    """A question with its options or its field; what is answered comes as a message."""

    _esm = _read("alive.js", "question.js")
    asked = traitlets.Dict().tag(sync=True)


class Watch(_Alive):
    """What names a box of controls, says what becomes of it, and closes it without its kernel."""

    _esm = _read("alive.js", "watch.js")
    called = traitlets.Unicode().tag(sync=True)

    def tell(self, words: str) -> None:
        """Have words heard by whoever does not see what has changed."""
        self.send({"told": words})


class Download(anywidget.AnyWidget):
    """A link by which a text is downloaded as a file."""

    _css = _read("live.css")
    _esm = _read("download.js")
    words = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
