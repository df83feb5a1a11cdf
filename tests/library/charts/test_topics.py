"""What talks were about, and which lists are open."""

import pytest
from drawn import founding, rows_of
from hand_written import fill
from own_rows import ROWS

import track2lib as t2


def test_topics_mark_the_lists_that_are_open() -> None:
    """'Included' and 'including' leave a list open, 'centered on' does not."""
    rows = rows_of(t2.topics(founding("dialogue_topics")))
    marked = {row["dialogue"] for row in rows if row["topic"] == "more, not listed"}
    assert marked == {"Pugwash meetings of 2008", "UNA-USA and SIPRI dialogue"}


@pytest.mark.parametrize(
    ("links", "title"),
    [
        ([(1, 1), (1, 2), (2, 1), (2, 2)], "Topic 1 and Topic 2 are named for 2 dialogues"),
        ([(1, 1), (2, 1), (3, 2)], "Topic 1 is named for 2 dialogues, more than any other topic"),
        ([(1, 1), (2, 1)], "Topic 1 is named for 2 dialogues"),
        ([(n, t) for n in (1, 2) for t in range(1, 6)], "5 topics are named for 2 dialogues"),
    ],
)
def test_a_topic_leads_only_others(mine, links, title) -> None:
    """Where all topics have as many dialogues none is named for more, and a long list is counted."""
    fill(mine, "dialogues", *ROWS["dialogues"])
    topic = {"area": "regional"}
    fill(
        mine, "topics", *[topic | {"topic_id": f"t{n}", "name": f"Topic {n}"} for n in range(1, 6)]
    )
    pairs = [{"dialogue_id": f"d{n}", "topic_id": f"t{t}"} for n, t in links]
    fill(mine, "dialogue_topics", *pairs)
    drawn = t2.topics(t2.load("dialogue_topics", data=mine)).to_dict()
    assert " ".join(drawn["title"]["text"]) == title
