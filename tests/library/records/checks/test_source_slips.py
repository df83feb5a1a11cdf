"""Sources in a cell that may be meant as a key of the bibliography."""

import pytest
from hand_written import DIALOGUE, fill

import track2lib as t2

MILLER = {"source_id": "miller1999", "authors": "Miller, A.", "short_name": "Miller"}
MILLER |= {"date": "1999", "title": "A Book"}
WRITER = MILLER | {"source_id": "writer2015", "short_name": "Writer", "date": "2015"}


def asked(mine, *cells):
    """Give what is asked about the sources of some dialogues."""
    fill(mine, "sources", MILLER, WRITER)
    rows = [DIALOGUE | {"dialogue_id": f"d{n}", "name": f"Talks {n}"} for n in range(len(cells))]
    rows = [row | {"source": cell} for row, cell in zip(rows, cells, strict=True)]
    fill(mine, "dialogues", *rows)
    found = t2.validate(mine)
    assert set(found["severity"]) <= {"warning"}
    return found[found["column"] == "source"]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("miler1999, p. 4", "miller1999"),  # a letter is missing
        ("miller1998, p. 4", "miller1999"),
        ("Miller1999, p. 4", "miller1999"),
        ("miller 1999, p. 4", "miller1999"),
        ("Miller 1999", "miller1999"),  # as it is cited: it would count as another document
        ("miller1999 p. 4", "miller1999"),
        ("miller1999: 4", "miller1999"),
        ("[@miller1999, p. 3]", "miller1999"),
        ("\\cite{miller1999}", "miller1999"),
        ("vgl. miller1999, S. 3", "miller1999"),
        ("(miller1999)", "miller1999"),
        ("miller1999.", "miller1999"),
        ("writer2015; milleг1999", "miller1999"),  # the last letter of the name is Cyrillic
    ],
)
def test_a_mistyped_key_is_asked_about(mine, cell, meant):
    """What is nearly a key would be one more document, without a year of its own."""
    (row,) = asked(mine, cell).itertuples()
    assert row.problem.endswith(f"is no key of the table sources; '{meant}' is.")
    assert row.row == 2


def test_what_is_written_like_a_key_and_is_like_none(mine):
    """A name and a year in one word are meant as a key, though nobody knows which."""
    (row,) = asked(mine, "brown1984").itertuples()
    assert row.problem == "'brown1984' is no key of the table sources."


def test_a_comma_between_two_keys(mine):
    """The second would be taken for a page of the first."""
    (row,) = asked(mine, "miller1999, writer2015, p. 3").itertuples()
    assert "'writer2015' stands as the place in 'miller1999'" in row.problem
    assert row.remedy.endswith("miller1999; writer2015, p. 3.")


def test_one_slip_in_many_rows_is_one_question(mine):
    """Of the same words it is asked once, and said how often they stand."""
    (row,) = asked(mine, "miler1999", "miler1999", "miler1999").itertuples()
    assert row.problem.endswith("It stands in 3 rows.")


@pytest.mark.parametrize(
    "cell",
    ["miller1999, p. 4", "Brown 1984, p. 2", "Interview 7, Oslo", "Miller 2001", "JAMnews 2022"],
)
def test_other_sources_are_left_alone(mine, cell):
    """A key of the bibliography and free text that is like none are both allowed."""
    assert asked(mine, cell).empty


def test_a_key_that_has_lost_its_zeros_is_asked_about(mine):
    """A spreadsheet makes 7 of 007 where it stands alone, and leaves it in a cell with a place."""
    listed = {"source_id": "7", "authors": "W.", "short_name": "W.", "title": "T", "date": "2001"}
    fill(mine, "sources", listed)
    fill(mine, "topics", {"topic_id": "t1", "name": "One", "area": "water", "source": "007, p. 3"})
    found = t2.validate(mine)
    assert found[["file", "row", "column", "severity"]].values.tolist() == [
        ["topics.csv", 2, "source", "warning"]
    ]
    assert "'7' is" in found["problem"].item()
