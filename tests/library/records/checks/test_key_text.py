"""What is not seen in a key is found, and what belongs to its spelling is left."""

import pytest

from track2lib.records.checks.key_text import fault_of_key, tidied

FAULTS = {
    "geneva ": ("a space at its end", "geneva"),
    " geneva": ("a space at its beginning", "geneva"),
    "geneva\u00a0": ("a space at its end", "geneva"),
    "geneva\t": ("a space at its end", "geneva"),
    "new\u00a0york": ("a space that is not the usual one (U+00A0)", "new york"),
    "new\u2003york": ("a space that is not the usual one (U+2003)", "new york"),
    "new\nyork": ("a space that is not the usual one (U+000A)", "new york"),
    "geneva\u200b": ("a sign that is not seen (U+200B)", "geneva"),
    "\ufeffgeneva": ("a sign that is not seen (U+FEFF)", "geneva"),
    "gen\u00adeva": ("a sign that is not seen (U+00AD)", "geneva"),
    "\u200fعلی": ("a sign that is not seen (U+200F)", "علی"),
    "gen\u200ceva": ("a sign that is not seen (U+200C)", "geneva"),
    "گفت\u200c": ("a sign that is not seen (U+200C)", "گفت"),
    "گفت\u200c-1": ("a sign that is not seen (U+200C)", "گفت-1"),
    "gen\x07eva": ("a sign that is not seen (U+0007)", "geneva"),
    "zu\u0308rich": ("accents that stand apart from their letters", "zürich"),
}


@pytest.mark.parametrize("key", FAULTS, ids=ascii)
def test_what_is_not_seen_is_named(key):
    """A key is told by what is wrong with it, and how to write it."""
    what, right = FAULTS[key]
    assert fault_of_key(key) == (f"{key!r} has {what}.", f"Write {right!r}.")
    assert tidied(right) == right


@pytest.mark.parametrize(
    "key", ["una-sipri", "گفت\u200cوگو", "नेपाल\u200dक", "zürich", "new york", "۱۳۸۵", "北京", "a/b"]
)
def test_what_belongs_to_a_key_is_left(key):
    """Joiners inside words that are written with them, and letters of any script, are no fault."""
    assert fault_of_key(key) is None


@pytest.mark.parametrize("key", [" ", "\u200b", "\u00a0\t", "\u200c"])
def test_a_key_of_nothing_is_told(key):
    """A cell that looks empty and is not has no key to be written in its place."""
    assert fault_of_key(key)[0] == "The cell holds nothing that is seen."
