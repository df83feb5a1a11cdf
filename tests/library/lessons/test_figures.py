"""Numbers as people write them."""

import pytest

from track2lib.lessons.figures import number_in
from track2lib.lessons.given import FormError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24", 24),
        (" 24. ", 24),
        ("1,234", 1234),
        ("-8", -8),
        ("1e2", 100),
        ("۱۴", 14),
        ("9 rows", 9),
        ("rows: 31", 31),
        ("It is 8.", 8),
        ("about 8", 8),
        ("nine rows", 9),
        ("twenty-four", 24),
        ("a hundred and eighty-five", 185),
        ("three hundred", 300),
        ("two dozen", 24),
        ("none", 0),
        ("8 of the 100", 8),
        ("40/5", 8),
    ],
)
def test_a_count(text: str, number: float) -> None:
    """A count is read in figures and in words, with its unit and what people put around it."""
    assert number_in(text, share=False) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0,75", 0.75),
        (".75", 0.75),
        ("0,750", 0.75),
        ("75 %", 0.75),
        ("seventy-five per cent", 0.75),
        ("3/4", 0.75),
        ("¾", 0.75),
        ("3 in 4", 0.75),
        ("three out of four", 0.75),
        ("three quarters", 0.75),
        ("a half", 0.5),
        ("1 divided by 13", 1 / 13),
        ("one thirteenth", 1 / 13),
    ],
)
def test_a_share(text: str, number: float) -> None:
    """A share is read as a decimal, a fraction and in per cent."""
    assert number_in(text, share=True) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("many", "is not a number"),
        ("dimaggio2010", "is not a number"),
        ("nan", "is not a number"),
        ("over 8", "without *over* or *not*"),
        ("not 8", "without *over* or *not*"),
        ("8 or 9", "without *over* or *not*"),
        ("8 to 10", "more than one number"),
        ("eight and nine", "more than one number"),
        ("10/0", "divides by nothing"),
        ("75 %", "is a share"),
    ],
)
def test_what_is_no_number_is_told(text: str, said: str) -> None:
    """A bound, a range, a share where a count is asked for: each is told what is wrong with it."""
    with pytest.raises(FormError, match=said.replace("*", r"\*")):
        number_in(text, share=False)
