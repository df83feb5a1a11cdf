"""Titles that a control moves."""

import json

from track2lib.charts.grammar.moving import moving_title


def lines_of(titles, width=600):
    """Give the lines of each title."""
    return json.loads(moving_title(titles, width).removesuffix("[setting]"))


def test_all_titles_have_as_many_lines_as_the_longest():
    """What is shorter is broken as evenly as can be, and no line is left empty above or below."""
    titles = {"a": "Some words about one of the two yardsticks", "b": "many words again " * 6}
    broken = lines_of(titles)
    assert {len(lines) for lines in broken.values()} == {2}
    for name, lines in broken.items():
        assert " ".join(lines) == titles[name].strip()
        assert all(line.strip() for line in lines)
    first, second = map(len, broken["a"])
    assert abs(first - second) <= 8


def test_a_title_of_one_word_stands_at_the_top():
    """Where words are too few to fill the lines, the empty one is not above them."""
    assert lines_of({"a": "One", "b": "many words again " * 6})["a"] == ["One", " "]


def test_titles_of_one_line_stay_whole():
    """Where all have room in a line, none is broken."""
    assert lines_of({"a": "One of six", "b": "Two of six"}) == {
        "a": ["One of six"],
        "b": ["Two of six"],
    }
