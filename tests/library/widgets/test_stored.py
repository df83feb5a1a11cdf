"""What is stored with a page in place of a form."""

from track2lib.lessons.feedback import Feedback
from track2lib.widgets.live import HERE
from track2lib.widgets.stored import stored


def test_stored_words_are_marked() -> None:
    """The words are HTML with the mark by which a live form hides them, and text."""
    said = Feedback("right", "q1-1", "So.", question="Why?")
    bundle = stored(said)
    assert bundle["text/html"].startswith('<div class="t2-stored">')
    assert "Why?" in bundle["text/html"]
    assert bundle["text/plain"] == repr(said)
    assert ".t2-stored" in (HERE / "live.css").read_text("utf-8")
