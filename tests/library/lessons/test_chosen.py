"""Options as people name them."""

import pytest

from track2lib.lessons.chosen import MANY, all_meant, one_meant
from track2lib.lessons.given import FormError
from track2lib.lessons.question import Option, Question

TESTS = ["A straw in the wind", "A hoop", "A smoking gun", "Nobody's *own* test, as they say"]
TOPICS = ["Iraq", "Pakistan", "Iran's nuclear program", "Iran-Arab-U.S. relations"]


def asked(kind: str, texts: list[str]) -> Question:
    options = tuple(Option(value, text) for value, text in zip("abcdefgh", texts, strict=False))
    return Question("q1-1", kind, 1, "Which?", ["Look."], "So.", [], options=options)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("b", "b"),
        (" (B). ", "b"),
        ('"b"', "b"),
        ("ｂ", "b"),
        ("с", "c"),  # Cyrillic
        ("option b", "b"),
        ("The answer is b", "b"),
        ("hoop", "b"),
        ("I think it is a hoop.", "b"),
        ("hoop test", "b"),
        ("b) a hoop", "b"),
        ("b: hoop", "b"),
        ("`b` A hoop", "b"),
        ("gun", "c"),
        ("a straw", "a"),
        ("A", "a"),
        ("Nobody’s own test, as they say", "d"),
        ("nobody", "d"),
        ("b, because it must be there", "b"),
        ("hoop since all must pass", "b"),
    ],
)
def test_one_option(text: str, value: str) -> None:
    """An option is named by its letter, its words, or some words that only this one has."""
    assert one_meant(asked("choice", TESTS), text) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("e", "is not one of the options"),
        ("not a hoop", "is not one of the options"),
        ("?", "is not one of the options"),
        ("<b>talks</b>", "is not one of the options"),
        ("so", "is not one of the options"),
        ("b or c", "several of the options: `b`, `c`"),
        ("hoop or straw", "several of the options: `b`, `a`"),
        ("a c", "several of the options: `a`, `c`"),
        ("b) a straw", "several of the options: `b`, `a`"),
    ],
)
def test_what_names_no_single_option_is_told(text: str, said: str) -> None:
    """Nothing is guessed: a denial, another letter, two options are each told so."""
    with pytest.raises(FormError, match=said):
        one_meant(asked("choice", TESTS), text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ac", ["a", "c"]),
        ("a c", ["a", "c"]),
        ("a, c", ["a", "c"]),
        ("A and C", ["a", "c"]),
        ("(a); (c)", ["a", "c"]),
        ("The answers are a and c", ["a", "c"]),
        ("abcde", ["a", "b", "c", "d", "e"]),  # the last is no option
        ("all of them", ["a", "b", "c", "d"]),
        ("Iraq and nuclear program", ["a", "c"]),
        ("iran’s nuclear program, iraq", ["a", "c"]),
        ("c) Iran's nuclear program", ["c"]),
        ("Iraq, Afghanistan", ["a", "Afghanistan"]),
        ("dab", ["d", "a", "b"]),
        ("bee", ["bee"]),
    ],
)
def test_several_options(text: str, values: list[str]) -> None:
    """Several are named by letters or words, with any sign between them; what is none stays a word."""
    assert {*all_meant(asked("set", TOPICS), text)} == {*values}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Iran", "several of the options: `c`, `d`"),
        ("none of them", "At least one of the options is right"),
        ("x," * (MANY + 1), "more than 1,000 words"),
    ],
)
def test_what_may_mean_several_is_told(text: str, said: str) -> None:
    """A word that stands in two options is asked back."""
    with pytest.raises(FormError, match=said):
        all_meant(asked("set", TOPICS), text)
