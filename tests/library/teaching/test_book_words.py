"""What a class book says of itself."""

import re

import pandas as pd

from track2lib.teaching.book_words import told


def words(count=12, codings=None, problems=(), share=0.5):
    gradebook = pd.DataFrame({"student": [str(n) for n in range(count)]})
    answers = pd.DataFrame({"lesson": ["01", "02"], "question": ["q1-2", "q2-1"]})
    row = {"question": "q1-2", "answered": 4, "first": int(4 * share), "share_first": share}
    columns = ["file", "severity"]
    problems = pd.DataFrame(problems, columns=columns, dtype="string")
    return "\n".join(told(gradebook, answers, pd.DataFrame([row]), codings or {}, problems))


def test_it_says_what_cannot_be_trusted():
    """Always: solutions are open, names are typed, files can be edited."""
    for text in (words(), words(400)):
        assert re.search("solutions are open .* names are typed, and files can be edited", text)
        assert "no proof for a grade" in text


def test_few_students_are_told_what_a_share_says():
    """With the interval of half of them; a large class needs no such word."""
    assert "6 of 12 says how it was in this class" in words(12)
    assert "from 25% to 75%" in words(12)
    assert "Few students" not in words(100)


def test_what_is_not_in_it_comes_first():
    """Each file once, and how many things there are to look at."""
    text = words(problems=[("a.csv", "error"), ("a.csv", "error"), ("b.csv", "warning")])
    assert "Not in it, or not wholly: a.csv. To look at: 1 thing." in text
    assert ".problems says why" not in words()


def test_hardest_and_codes():
    """Named where there are some."""
    assert "q1-2 (2 of 4)" in words()
    assert "Hardest" not in words(share=1)
    coded = pd.DataFrame({"coder": ["Ana", "Ben"]})
    assert "Codes of 2 coders" in words(codings={"": coded})
    assert "load_codings('class-book/codings')" in words(codings={"": coded})
    assert "cases of mine lie beside" in words(codings={"": coded, "mine": coded})
