"""A descriptor that cannot be followed is told as such."""

import pytest

import track2lib


@pytest.mark.parametrize(
    ("old", "new", "file", "problem"),
    [
        ('"type": "string"', "strnig", "datapackage.json", 'type "strnig" is not supported'),
        ('"resource": "places"', "plazes", "datapackage.json", '"plazes" does not exist'),
    ],
)
def test_faulty_descriptor(copy, old, new, file, problem):
    """A descriptor that cannot be followed is reported, and where."""
    path = copy / "datapackage.json"
    content = path.read_text(encoding="utf-8")
    name, _, _ = old.partition(": ")
    path.write_text(content.replace(old, f'{name}: "{new}"', 1), encoding="utf-8")
    found = track2lib.validate(copy)
    assert found["file"].tolist() == [file]
    assert problem in found["problem"].item()
