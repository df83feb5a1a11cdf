"""What a reader gets from `help()`."""

import pytest
from numpydoc.validate import validate

import track2lib

# The summary stands on the line of the quotes; a longer text and See Also are for where they help.
NOT_ASKED = {"GL01", "ES01", "SA01"}


@pytest.mark.parametrize("name", track2lib.__all__)
def test_public_docstrings_are_complete(name):
    """Every public name says what it takes, gives and raises, and a function shows an example."""
    asked_less = NOT_ASKED | ({"EX01"} if isinstance(getattr(track2lib, name), type) else set())
    errors = validate(f"track2lib.{name}")["errors"]
    assert [text for code, text in errors if code not in asked_less] == []
