"""What talks were about, and which lists are open."""

from drawn import founding, rows_of

import track2lib as t2


def test_topics_mark_the_lists_that_are_open() -> None:
    """'Included' and 'including' leave a list open, 'centered on' does not."""
    rows = rows_of(t2.topics(founding("dialogue_topics")))
    marked = {row["dialogue"] for row in rows if row["topic"] == "more, not listed"}
    assert marked == {"Pugwash meetings of 2008", "UNA-USA and SIPRI dialogue"}
