"""A question on a page without Python: its options answer, and it gives away nothing unasked."""

import re

import pytest
from website.questions import asked

from track2lib.lessons.feedback import as_html
from track2lib.lessons.question import find, lessons

LIVE = "../README.html#start"
EVERY = [one.id for questions in lessons().values() for one in questions]


def before_opening(html):
    """Give what is seen before any line is opened."""
    html = re.sub(r"</summary>.*?</details>", "</summary></details>", html, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", html)


def test_each_option_of_a_choice_has_its_reason():
    """A wrong option says why it is wrong, and the right one says so with the reason."""
    html = asked(find("q5-1"), LIVE)
    opened = re.findall(r"<li><details><summary>.*?</summary>(.*?)</details></li>", html, re.DOTALL)
    assert len(opened) == 4
    assert [("Not yet." in one, "Right." in one) for one in opened] == [
        (True, False),
        (True, False),
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_given_away_before_it_is_opened(name):
    """The reason, and which option is right, stand behind a line to open."""
    question = find(name)
    seen = before_opening(asked(question, LIVE))
    assert "Right" not in seen
    assert "Not yet" not in seen
    assert re.sub(r"<[^>]+>", " ", as_html(question.solution)).strip() not in seen
    assert len(question.hints) == seen.count("Hint ")


@pytest.mark.parametrize("name", EVERY)
def test_what_needs_python_says_so_and_leads_on(name):
    """Each question says what the live lesson does with an answer, and where that is told."""
    html = asked(find(name), LIVE)
    assert "To answer it, run the lesson" in html
    assert f'<a href="{LIVE}">' in html


def test_a_number_is_told_where_the_answer_is():
    """The answer of a question for a number, counted in the data, stands behind its line."""
    question = find("q0-2")
    assert f"Right: {len(question.rows())}." in asked(question, LIVE)
