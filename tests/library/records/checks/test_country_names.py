"""Countries by their names in other languages."""

import pytest

from track2lib.records.checks.country_names import in_english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Österreich", "austria"),
        ("España", "spain"),
        ("آلمان", "germany"),
        ("Հայաստան", "armenia"),
        ("საქართველო", "georgia"),
        ("日本", "japan"),
        ("Босния и Герцеговина", "bosnia & herzegovina"),
    ],
)
def test_a_country_is_found_by_its_name_elsewhere(name: str, english: str) -> None:
    """Each is written as those write it who speak the language."""
    assert in_english(name) == english


def test_what_is_no_country_keeps_its_name() -> None:
    """Nothing is taken for a country that only looks like one."""
    assert in_english("abkhazia") == "abkhazia"
