"""What counts as a sentence."""

import pytest

from track2lib.lessons.sentences import is_a_sentence

YES = [
    "It does not",
    "I do so",
    "Who asks whom?",
    "این یک جمله است",
    "我不知道",
    "Nobody – said – so",
]
NO = ["", "x", "x x x", "x y z", "no no no", "No, no, NO!", "two words", "1 2 3", "a _ b", "?!"]


@pytest.mark.parametrize("text", YES)
def test_three_words_are_a_sentence(text: str) -> None:
    """Three different words are one, in any script; signs of Chinese count as words."""
    assert is_a_sentence(text)


@pytest.mark.parametrize("text", NO)
def test_filling_is_no_sentence(text: str) -> None:
    """Neither is a letter, the same word three times, numbers, or signs."""
    assert not is_a_sentence(text)
