"""What is stored with a page in place of a form."""

from ipywidgets import IntText

from track2lib.lessons.feedback import Feedback
from track2lib.widgets.live import HERE, Watch
from track2lib.widgets.stored import stored, watched


def test_stored_words_are_marked() -> None:
    """The words are HTML with the mark by which a live form hides them, and text."""
    said = Feedback("right", "q1-1", "So.", question="Why?")
    bundle = stored(said)
    assert bundle["text/html"].startswith('<div class="t2-stored">')
    assert "Why?" in bundle["text/html"]
    assert bundle["text/plain"] == repr(said)
    assert ".t2-stored" in (HERE / "live.css").read_text("utf-8")


def test_controls_are_watched() -> None:
    """The box has the part that is closed, what closes it, and the marks of what is live."""
    field = IntText(1)
    box, tell = watched([field], "Numbers")
    inner, watch = box.children
    assert inner.children == (field,)
    assert "t2-controls" in inner._dom_classes
    assert isinstance(watch, Watch)
    assert watch.called == "Numbers"
    assert tell == watch.tell
    assert {"t2-form", "t2-live"} <= set(box._dom_classes)
