"""Sources that are spelled in two ways are asked about, and stop nothing."""

import pytest
from hand_written import DIALOGUE, fill

import track2lib as t2

ASK = "Are they one source? If so, write it in one way; if not, leave both."


@pytest.fixture
def cited(mine):
    """Write dialogues with these sources, and give what is said of them."""

    def write(*sources):
        rows = [{"dialogue_id": f"d{n}", "source": text} for n, text in enumerate(sources)]
        fill(mine, "dialogues", *(DIALOGUE | row for row in rows))
        return t2.validate(mine).values.tolist()

    return write


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Writer 2015", "writer 2015"),
        ("Writer 2015", "WRITER, 2015"),
        ("Smith and Jones 2001", "Smith & Jones 2001"),
        ("Writer, P. (2019). Some Book", "Writer P (2019) some book"),
        ("علی 2015", "علي 2015"),
        ("Interview 12", "interview  12."),
    ],
)
def test_a_source_in_two_spellings_is_asked_about_once(cited, one, other):
    """Whatever the place in it: the second spelling, where it stands first."""
    ((file, row, column, said, remedy, severity),) = cited(one, f"{other}, p. 3", other)
    assert (file, row, column) == ("dialogues.csv", 3, "source")
    assert said.endswith("look alike, and count as two.")
    assert (remedy, severity) == (ASK, "warning")


@pytest.mark.parametrize(
    "sources",
    [
        ("Writer, 2015, p. 3", "Writer (2015)", "Writer 2015"),
        ("Writer 2015a", "Writer 2015b"),
        ("Interview 1, 2014", "Interview 12, 2014"),
        ("Writer 2015; Other 2016", "Other 2016"),
    ],
)
def test_what_is_one_source_or_is_surely_two_is_left_alone(cited, sources):
    """Forms of the rule are one work already, and a letter or a number tells two apart."""
    assert cited(*sources) == []


@pytest.mark.parametrize("text", ["Writer2015, p. 3", "Writer, 2015, p. 3"])
def test_what_looks_like_a_listed_source_is_asked_about(mine, cited, text):
    """A key in other letters, or the words by which a source is cited, is not its key."""
    listed = {"source_id": "writer2015", "authors": "Writer", "short_name": "Writer"}
    fill(mine, "sources", listed | {"date": "2015", "title": "A Book"})
    ((_, row, _, said, remedy, _),) = cited("writer2015, p. 1", text)
    assert row == 3
    assert said.endswith("is no key of the table sources; 'writer2015' is.")
    assert remedy.startswith("If that one is meant, write writer2015, ")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("w", "circa 2015")], "sources.csv, row 2, column date"),
        ([("w", "2015"), ("w", "2016")], "sources.csv, row 3"),
    ],
)
def test_a_bibliography_at_fault_bears_nothing(mine, cited, rows, told):
    """A key that stands for two documents, or a year that cannot be read, would name a false one."""
    source = {"authors": "Writer", "short_name": "Writer", "title": "A Book"}
    fill(mine, "sources", *(source | {"source_id": key, "date": date} for key, date in rows))
    cited("w, p. 1")
    with pytest.raises(t2.DataError, match=told):
        t2.load("dialogues", data=mine)
