"""A descriptor that cannot be followed is told as such."""

import json

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


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("path", "Table sources: its description lacks path."),
        ("name", "Table 1: its description lacks name."),
        ("schema", "Table sources: its description lacks schema.fields, schema.primaryKey."),
    ],
)
def test_a_part_that_is_missing_is_named(copy, part, told):
    """A description without a part that is needed says which, and of which table."""
    path = copy / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    del descriptor["resources"][0][part]
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert track2lib.validate(copy)["problem"].tolist() == [told]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"contributors": ["Ann"]}, 'contributors is to be written as a list, such as [{"title":'),
        ({"licenses": "CC-BY"}, "licenses is to be written as a list"),
        ({"keywords": "peace"}, 'keywords is to be written as a list, such as ["peace"].'),
    ],
)
def test_what_citations_need_is_written_as_they_read_it(copy, part, told):
    """Another form would crash them, or give five keywords for one."""
    path = copy / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | part), encoding="utf-8")
    assert told in track2lib.validate(copy)["problem"].item()


@pytest.mark.parametrize(
    "name", ["era", "cited", "sources", "contested", "date_latest", "date_ongoing"]
)
def test_a_column_is_not_called_like_one_that_is_added(copy, name):
    """Loaded, its cells would be written over."""
    path = copy / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"][0]["schema"]["fields"].append({"name": name, "type": "string"})
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    (said,) = track2lib.validate(copy)["problem"]
    assert said.endswith(f"column {name}: load() adds a column of that name; choose another.")


FIELD = ("resources", 0, "schema", "fields", 0)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (
            ("calendar",),
            "solar hijri",
            "calendar is 'solar hijri'; dates are read in the Gregorian",
        ),
        (("resources", 0, "schema", "missingValues"), ["", "NA"], "only an empty cell is missing"),
        (("resources", 0, "schema", "missingValues"), [{"value": "-"}], "only an empty cell"),
        (("resources", 0, "dialect"), {"commentChar": "#"}, "commentChar, which is not read"),
        ((*FIELD, "decimalChar"), ",", "decimalChar is not read. Write true or false, and 1234.5."),
        ((*FIELD, "trueValues"), ["ja"], "trueValues is not read."),
    ],
)
def test_what_would_be_read_otherwise_is_told(copy, place, value, said):
    """A description that gives cells another meaning than they are read with is not passed over."""
    path = copy / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    part = descriptor
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    (found,) = track2lib.validate(copy)["problem"]
    assert said in found


def test_what_is_read_as_it_is_described_is_no_fault(copy):
    """The same parts may say what holds in any case."""
    path = copy / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8")) | {"calendar": "Gregorian"}
    descriptor["resources"][0]["schema"]["missingValues"] = [""]
    descriptor["resources"][0]["dialect"] = {"delimiter": ",", "headerRows": [1]}
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert track2lib.validate(copy).empty
