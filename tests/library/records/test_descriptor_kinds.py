"""Whatever a descriptor holds, `validate` says what is wrong with it, and never fails itself."""

import json

import pytest
from generated import SLOW
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_descriptors import PLACES, SOUND, WRITTEN, changed, every_shape, write

import track2lib
from track2lib.records.descriptor import parsed
from track2lib.records.problem import DataError

SHAPES = dict(every_shape())
# What Hypothesis puts somewhere in a descriptor.
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3)
    ),
    max_leaves=5,
)


def problems_of(content):
    """Give what is wrong with a descriptor, each as a sentence of ours."""
    try:
        parsed(content)
    except DataError as error:
        found = error.problems
        assert found["file"].unique().tolist() == ["datapackage.json"]
        assert (
            found["problem"].str.endswith(".").all()
            or found["problem"].str.contains("Did you").any()
        )
        return found["problem"].tolist()
    return []


def test_every_shape_is_read_or_refused_with_a_reason():
    """None of some six hundred fails in another way, and some are read."""
    found = {name: problems_of(content) for name, content in SHAPES.items()}
    assert len(found) > 600
    assert 50 < sum(not told for told in found.values()) < 150


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_read_can_be_used(tmp_path, name):
    """A shape that is not refused is checked, listed, loaded and cited."""
    folder = write(tmp_path / "mine", SHAPES[name])
    told = track2lib.validate(folder)
    if problems_of(SHAPES[name]):
        assert len(told)
        return
    assert told.empty, told
    listed = track2lib.list_tables(data=folder)
    assert listed["rows"].tolist() == [2]
    assert len(track2lib.load(listed["table"].item(), data=folder)) == 2
    assert len(track2lib.codebook(listed["table"].item(), data=folder)) == 6
    assert track2lib.cite(data=folder)
    assert track2lib.cite(data=folder, style="bibtex").startswith("@misc{")


@pytest.mark.parametrize(
    "name",
    [
        "a key as a word",
        "no references",
        "references are null",
        "a reference as words",
        "a reference to its own table",
        "UTF-8 in other letters",
        "commas",
        "numbers to choose from",
        "a version as number",
        "a year as number",
        "nobody",
        "a mark",
        "UTF-16",
    ],
)
def test_what_the_standard_allows_is_read(name):
    """One form of it is read like the other."""
    assert problems_of(SHAPES[name]) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no resources", "It lists no tables."),
        ("a resource as text", "Table 1: it is a text, and is to be an object, {...}."),
        ("schema in a file", "Table talks: schema is a text, and is to be an object, {...}."),
        ("several files", "Table talks: path is a list, and is to be a text."),
        ("a field of any type", 'type "any" is not supported. The types are: string, integer'),
        ("a field twice", "Table talks: two columns have the name 'after'."),
        ("a key of another table", 'the column "topic_id" of its key does not exist.'),
        ("a reference of two columns", "it is to lead from one column to one column"),
        ("another encoding", "its encoding is 'windows-1252'. Save the file as 'CSV UTF-8'"),
        ("semicolons", "its dialect has delimiter ';'; files are read with ',' alone."),
        ("limits as text", "constraints.minimum is '0', and is to be a number."),
        ("roles as a word", "Contributor 1: roles is a text, and is to be a list."),
        ("evidence without its columns", "a table of this name needs the column table, key"),
        ("rows that name no source", "say not where they are from: it needs a column source."),
        ("a title as list", "title is a list, and is to be a text."),
        ("deep lists", "lie within each other so deep that it cannot be read."),
        ("a little deep", "lie within each other so deep that it cannot be read."),
        ("a name above", "the name '../mine' would lead out of a folder; write no slash"),
        ("a name of two dots", "the name '..' would lead out of a folder; write no slash"),
        ("a table with a name above", "the name '../talks' would lead out of a folder;"),
        ("a reference to another package", "it leads to another package, which is not read."),
        ("lists to choose from", "constraints.enum is to be a list of the words allowed."),
        ("a limit as a word", "constraints.required is a text, and is to be "),
        ("a date as number", 'a date with "edtf" is of type "string".'),
        ("a key twice", "its key names a column twice."),
        ("NaN", "NaN is no number of JSON."),
        ("a list", "The file holds no object, {...}, that describes a package."),
    ],
)
def test_what_is_wrong_is_said(name, said):
    """In a sentence that names the table and the part."""
    shapes = SHAPES | {"a resource as text": json.dumps({"resources": ["talks.csv"]}).encode()}
    assert any(said in told for told in problems_of(shapes[name]))


def test_citing_copes_with_a_package_that_says_little_of_itself(tmp_path):
    """Version, day and title are the package's own to give; without them the folder names it."""
    folder = write(tmp_path / "mine", json.dumps(SOUND | {"name": None}).encode())
    assert track2lib.validate(folder).empty
    assert track2lib.cite(data=folder) == "mine [Data set]. (n.d.)."


@settings(SLOW, max_examples=150)
@given(st.sampled_from(PLACES), ANYTHING)
def test_anything_anywhere_is_read_or_refused(place, value):
    """Whatever stands in whatever place."""
    problems_of(json.dumps(changed({place: value})).encode())


@settings(SLOW, max_examples=150)
@given(st.binary(max_size=40) | ANYTHING.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(content):
    """Also where they are no JSON, or no description."""
    assert problems_of(content)
