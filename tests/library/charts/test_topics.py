"""What talks were about, and which lists are open."""

import json

import pytest
from drawn import founding, rows_of
from hand_written import DIALOGUE, fill
from own_rows import ROWS

import track2lib as t2
from track2lib.page.theme import INK


def test_topics_mark_the_lists_that_are_open() -> None:
    """'Included' and 'including' leave a list open, 'centered on' does not."""
    rows = rows_of(t2.topics(founding("dialogue_topics")))
    marked = {row["dialogue"] for row in rows if row["topic"] == "more, not listed"}
    assert marked == {"Pugwash meetings of 2008", "UNA-USA and SIPRI dialogue"}


@pytest.mark.parametrize(
    ("links", "title"),
    [
        (
            [(1, 1), (1, 2), (2, 1), (2, 2)],
            "2 topics are named for both dialogues: Topic 1 and Topic 2",
        ),
        ([(1, 1), (2, 1), (3, 2)], "Topic 1 is named most often, for 2 of 3 dialogues"),
        ([(1, 1), (2, 1), (2, 2)], "Topic 1 alone is named for both dialogues"),
        ([(1, 1), (2, 1)], "Topic 1 is named for both dialogues"),
        ([(1, 1), (2, 1), (3, 1)], "Topic 1 is named for 3 of 3 dialogues"),
        ([(1, 1), (2, 2)], "No topic is named for both dialogues"),
        ([(1, 1), (2, 2), (3, 3)], "Each topic is named for one dialogue only"),
        ([(1, 1), (1, 2)], "2 topics are named for one dialogue"),
        ([(1, 1)], "1 topic is named for one dialogue"),
        (
            [(n, t) for n in (1, 2) for t in range(1, 6)],
            "5 topics are named for both dialogues",
        ),
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


def linked(folder, named: list[tuple[int, int]]):
    """Give links between dialogues and topics, each by its number."""
    for table, key, fields in (
        ("dialogues", "dialogue_id", DIALOGUE),
        ("topics", "topic_id", {"area": "regional"}),
    ):
        numbers = sorted({link[key == "topic_id"] for link in named})
        fill(folder, table, *(fields | {key: f"{n}", "name": f"Name {n:03}"} for n in numbers))
    links = [{"dialogue_id": f"{dialogue}", "topic_id": f"{topic}"} for dialogue, topic in named]
    fill(folder, "dialogue_topics", *links)
    return t2.load("dialogue_topics", data=folder)


def test_of_many_topics_those_named_most_often_are_drawn(mine) -> None:
    """What is left out is counted beside the bars, and topics of one count stay together."""
    twice = [(dialogue, topic) for topic in range(40) for dialogue in (topic % 8, 8)]
    once = [(9, topic) for topic in range(40, 140)]
    chart = t2.topics(linked(mine, twice + once))
    assert {row["topic"] for row in rows_of(chart)} == {f"Name {n:03}" for n in range(40)}
    cut = "Shown are the 40 named most often of 140 topics."
    title = chart.to_dict()["title"]
    assert cut in " ".join(title["subtitle"])
    assert " ".join(title["text"]).startswith(
        "40 topics are named most often, for 2 of 10 dialogues each"
    )
    assert cut in chart.description


def test_bars_fit_on_one_screen() -> None:
    """Of all topics those that are named most often are drawn, and no topic of a count is left out."""
    links = t2.load("dialogue_topics")
    chart = t2.topics(links)
    counts = links.drop_duplicates(["topic_id", "dialogue_id"])["topic_id"].value_counts()
    shown = [row["dialogues"] for row in rows_of(chart)]
    assert 8 <= len(shown) <= 20
    assert sorted(shown, reverse=True) == counts.head(len(shown)).tolist()
    assert counts.iloc[len(shown)] < min(shown)
    assert (
        f"Shown are the {len(shown)} named most often of {len(counts)} topics." in chart.description
    )


def test_more_topics_of_one_count_than_can_be_read_are_not_drawn(mine) -> None:
    """No topic is left out that is named as often as one that is drawn."""
    links = linked(mine, [(topic % 8, topic) for topic in range(101)])
    with pytest.raises(ValueError, match="More than 100 of 101 topics are named as often"):
        t2.topics(links)


def test_more_rows_of_topics_than_can_be_read_are_not_drawn(mine) -> None:
    """Side by side, too, a hundred topics are the most."""
    links = linked(mine, [(topic % 2, topic) for topic in range(101)])
    with pytest.raises(ValueError, match=r"There are 101 topics, .* up to 100 can be read"):
        t2.topics(links)


@pytest.mark.parametrize("name", ["A topic with a long name ", "二轨对话参加者"])
def test_long_names_of_bars_are_written_whole(mine, name: str) -> None:
    """Names that differ in their last word only can be told apart: nothing is cut."""
    linked(mine, [(dialogue, topic) for topic in range(3) for dialogue in range(9)])
    path = mine / "topics.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Name ", name * 5), encoding="utf-8")
    links = t2.load("dialogue_topics", data=mine)
    plot = t2.topics(links).to_dict()["vconcat"][0]
    axis = plot["layer"][0]["encoding"]["y"]["axis"]
    assert axis["labelLimit"] == 0
    assert all(f"00{n}" in axis["labelExpr"] for n in range(3))
    lines = json.loads(axis["labelExpr"].removesuffix("[datum.value]"))
    assert plot["height"]["step"] >= 15 * max(map(len, lines.values()))


def test_short_names_of_bars_need_one_line(mine) -> None:
    """Where no name is long, the bars are as close as ever."""
    links = linked(mine, [(dialogue, 1) for dialogue in range(9)])
    plot = t2.topics(links).to_dict()["vconcat"][0]
    assert plot["height"] == {"step": 22}
    assert plot["layer"][0]["encoding"]["y"]["axis"] == {"aria": False}


def test_each_of_several_topics_has_its_dialogues(mine) -> None:
    """Of five topics that are named for two dialogues each, not all five are named for the same two."""
    drawn = t2.topics(linked(mine, [(n, n // 2) for n in range(10)])).to_dict()
    assert " ".join(drawn["title"]["text"]) == "5 topics are named for 2 of 10 dialogues each"


@pytest.mark.parametrize(
    ("links", "dark"),
    [
        ([(1, 1), (2, 1), (2, 2)], {"Name 001"}),
        ([(1, 1), (2, 1)], {"Name 001"}),
        ([(1, 1), (2, 2)], {"Name 001", "Name 002"}),
    ],
)
def test_topics_of_the_title_stand_out(mine, links, dark) -> None:
    """Marks of the topic that leads are darker than others; where none leads, all are alike."""
    rows = rows_of(t2.topics(linked(mine, links)))
    assert {row["topic"] for row in rows if row["colour"] == INK} == dark
