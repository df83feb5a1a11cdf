"""Words for a quantity: a number may stand beside some of them."""

import pytest

from track2lib.records.checks.quantities import is_about, is_vague


@pytest.mark.parametrize(
    ("words", "minimum", "maximum"),
    [
        ("at most 12", None, 12),
        ("14 meetings, most of them in spring", 14, 14),
        ("some 40 to 50", 40, 50),
        ("twelve sessions on various topics", 12, 12),
        ("as many as 250", None, 250),
        ("Some twenty-five people", 25, 25),
        ("twenty one, some of them young", 21, 21),
        ("most of a hundred", 100, 100),
        ("two hundred, many of them young", 200, None),
        ("some 1,500 people", 1500, None),
        ("some 2000 people", 2000, None),  # the number of the count, and no year
        ("a few more than ۱۲", 12, None),
        ("some ١٢", 12, 12),
        ("one of many", 1, 1),
        ("over 20, most of them officials", 20, None),
        ("no words for it", 3, 3),
    ],
)
def test_a_number_of_its_own_is_not_vague(words, minimum, maximum):
    """Where the words hold a number, in figures or not, a number stands rightly beside them."""
    assert not is_vague(words, minimum, maximum)


@pytest.mark.parametrize(
    ("words", "minimum"),
    [
        ("several dozen", 24),
        ("a dozen", 12),
        ("two dozen", 24),
        ("many", 100),
        ("a few", 3),
        ("several hundred", 200),
        ("at most several", 5),
        ("most", 3),
        ("several rounds since 2002", 3),
        ("several, on 12 March", 3),
        ("several Track 1.5 meetings", 5),
        ("several Track 2 meetings", 5),
        ("dozens in the 1990s", 20),
        ("some of the 3rd round", 3),
        ("many, one after another", 30),
    ],
)
def test_a_number_that_says_something_else_does_not_help(words, minimum):
    """A year, a day, a track or a round is not how many there were."""
    assert is_vague(words, minimum, None)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("about 30", 30),
        ("About thirty people", 30),
        ("some 40 to 50", 40),
        ("around 1,500", 1500),
        ("nearly twenty-five", 25),
        ("ca. 12", 12),
        ("~ 80 in all", 80),
        ("20 or so", 20),
        ("about 6 billion", 6_000_000_000),
        ("about two hundred", 200),
        ("12 rounds, about 80 people", 80),
    ],
)
def test_a_number_that_is_about_right_is_known_by_its_words(words, number):
    """A word before or behind the number says that it is not exact."""
    assert is_about(words, number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("30", 30),
        ("14 meetings, about two a year", 14),
        ("the 12 that the text is about", 12),
        ("some of the 30", 30),
        ("over 20", 20),
        ("about 30", 3),
        ("about 2 million", 2),
        ("", 0),
    ],
)
def test_a_number_beside_another_is_left_alone(words, number):
    """What is said of one number is not said of another."""
    assert not is_about(words, number)
