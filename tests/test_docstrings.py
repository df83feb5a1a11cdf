"""What a reader gets from `help()`."""

import doctest
from pathlib import Path

import pytest
from numpydoc.validate import validate

import track2lib

# The summary stands on the line of the quotes; a longer text and See Also are for where they help.
NOT_ASKED = {"GL01", "ES01", "SA01"}
# More names than a reader can look through are no help.
MOST = 32


def has_example(name):
    """Tell whether the docstring of a public name has lines that can be run."""
    return bool(doctest.DocTestParser().get_examples(getattr(track2lib, name).__doc__))


@pytest.mark.parametrize("name", track2lib.__all__)
def test_public_docstrings_are_complete(name):
    """Every public name says what it takes, gives and raises, and a function shows an example."""
    asked_less = NOT_ASKED | ({"EX01"} if isinstance(getattr(track2lib, name), type) else set())
    errors = validate(f"track2lib.{name}")["errors"]
    assert [text for code, text in errors if code not in asked_less] == []


@pytest.mark.parametrize("name", track2lib.__all__)
def test_public_examples_can_be_run(name):
    """The example of a function is code with its result, which the tests run; an error needs none."""
    assert has_example(name) or issubclass(getattr(track2lib, name), Exception)


def test_public_names():
    """There are few names, each is listed once, and no other can be had from the package."""
    stub = Path(track2lib.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    listed = [line.rpartition(" as ")[2] for line in stub.splitlines()]
    assert len(listed) == len(set(listed)) <= MOST
    assert sorted(listed) == sorted(track2lib.__all__)
    with pytest.raises(AttributeError):
        track2lib.no_such_name  # noqa: B018
