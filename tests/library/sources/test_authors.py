"""Who wrote a source."""

import pytest
from hand_written import fill
from own_rows import ROWS

from track2lib.records.snapshot import open_records
from track2lib.sources.authors import Author, authors_of, houses


@pytest.mark.parametrize(
    ("cell", "authors"),
    [
        ("Roe, Jane Ann", [Author("Roe", "Jane Ann")]),
        (
            "Roe, Jane; A House; Doe, J.",
            [Author("Roe", "Jane"), Author("A House"), Author("Doe", "J.")],
        ),
        ("Doe, John, Jr.", [Author("Doe", "John", "Jr.")]),
        ("Doe, III, John", [Author("Doe", "John", "III")]),
        ("One House, Its Part, and Another", [Author("One House, Its Part, and Another")]),
        ("خاتمی، محمد؛ خانه", [Author("خاتمی", "محمد"), Author("خانه")]),
        ("Roe, Jane;", [Author("Roe", "Jane")]),
        ("", []),
    ],
)
def test_names_are_taken_apart_by_their_signs(cell, authors):
    """A comma parts the family name, a semicolon one author from the next, in either script."""
    assert authors_of(cell) == authors


def test_a_house_that_is_known_keeps_its_comma():
    """A name that published something, or that the package describes, is no person with initials."""
    known = houses(open_records())
    assert authors_of("University of California, Davis", known)[0].given == ""
    part = "Institute on Global Conflict and Cooperation, University of California"
    assert authors_of(part, known) == [Author(part)]
    assert authors_of("DiMaggio, Suzanne", known) == [Author("DiMaggio", "Suzanne")]


def test_houses_of_ones_own(mine):
    """The organizations of one's own package are known by their names; another's are not."""
    fill(mine, "organizations", ROWS["organizations"][0] | {"name": "Academy, East"})
    known = houses(open_records(mine))
    assert known == {"Academy, East"}
    assert authors_of("Academy, East", known) == [Author("Academy, East")]
    assert authors_of("Academy, West", known) == [Author("Academy", "West")]


def test_who_prints_his_own_book_is_a_person(copy):
    """A publisher that is written as a person is does not make a house of an author."""
    known = houses(open_records(copy))
    assert "United States Institute of Peace" in known
    path = copy / "sources.csv"
    text = path.read_text("utf-8").replace(",United States Institute of Peace,", ',"Roe, Jane",')
    path.write_text(text, encoding="utf-8")
    assert "Roe, Jane" not in houses(open_records(copy))


def test_every_author_of_ours_is_read():
    """No author of the bibliography is left with a comma unless it is a house that is known."""
    records = open_records()
    known = houses(records)
    for cell in records.cells("sources")["authors"]:
        for author in authors_of(cell, known):
            assert author.family
            if "," in author.family:
                assert author.family in known or author.family.split(",")[0] in known
