"""What a reader gets from `help()`."""

import doctest
from operator import attrgetter
from pathlib import Path

import pytest
from numpydoc.validate import validate

import track2lib
from track2lib import impact

# The summary stands on the line of the quotes; a longer text and See Also are for where they help.
NOT_ASKED = {"GL01", "ES01", "SA01"}
# More names than a reader can look through are no help. Of track2lib three are for the classroom: a
# glossary, the file that a student hands in, and the book that a teacher makes of these; and lessons 09,
# 10, 12 and 13 have one chart each that no other lesson needs. Three of impact are for observers of a
# workshop.
MOST = {track2lib: 42, impact: 25}
PUBLIC = [name for name in track2lib.__all__ if name != "impact"]
PUBLIC += [f"impact.{name}" for name in impact.__all__]


def named(name):
    """Find what a public name stands for."""
    return attrgetter(name)(track2lib)


def has_example(name):
    """Tell whether the docstring of a public name has lines that can be run."""
    return bool(doctest.DocTestParser().get_examples(named(name).__doc__))


@pytest.mark.parametrize("name", PUBLIC)
def test_public_docstrings_are_complete(name):
    """Every public name says what it takes, gives and raises, and a function shows an example."""
    asked_less = NOT_ASKED | ({"EX01"} if isinstance(named(name), type) else set())
    errors = validate(f"track2lib.{name}")["errors"]
    assert [text for code, text in errors if code not in asked_less] == []


@pytest.mark.parametrize("name", PUBLIC)
def test_public_examples_can_be_run(name):
    """The example of a function is code with its result, which the tests run; an error needs none."""
    assert has_example(name) or issubclass(named(name), Exception)


@pytest.mark.parametrize("package", MOST, ids=lambda package: package.__name__)
def test_public_names(package):
    """There are few names, each is listed once, and no other can be had from the package."""
    stub = Path(package.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    listed = [line.rpartition(" as ")[2] for line in stub.splitlines()]
    assert len(listed) == len(set(listed)) <= MOST[package]
    assert sorted(listed) == sorted(package.__all__)
    with pytest.raises(AttributeError):
        package.no_such_name  # noqa: B018
