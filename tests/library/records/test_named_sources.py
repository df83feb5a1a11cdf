"""A reader's own cell of sources is read by one rule, and no year is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from track2lib.records.named_sources import references, work_and_year, works_of_each

# Parts of which sources are made, in any order, so that sound ones and odd ones come of it.
PIECES = [
    *("Writer", "de la Cruz", " A.", " S", " 1999", " (2003)", " (2003: 12)", "Interview", "Box 3"),
    *(
        ", p. 4",
        ", pp. 3-9",
        ", para. 2",
        ", ch. 1",
        ", p. 1999",
        ",",
        ", ",
        " ,",
        ": ",
        "; ",
        ";",
        "；",
    ),
    *(
        " ",
        "\n",
        ". A Title",
        "، ص ۱۲",
        "7",
        "miller1999",
        "Letters, p. 4",
        "https://example.org/a",
    ),
]
CELLS = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), unique=True)
LISTS = st.sampled_from([{}, {"miller1999": 1999, "Writer": None}, {"Letters, p. 4": None}])


@pytest.mark.parametrize(
    ("cell", "work", "year", "place"),
    [
        ("Writer, 2015, p. 33", "Writer 2015", 2015, "p. 33"),
        ("Writer 2015", "Writer 2015", 2015, ""),
        ("Writer (2015: 33)", "Writer 2015", 2015, "33"),
        ("Writer (2015b, pp. 3-4)", "Writer 2015b", 2015, "pp. 3-4"),
        ("Writer 2015a: 12", "Writer 2015a", 2015, "12"),
        ("Writer  2015 , p. 2", "Writer 2015", 2015, "p. 2"),
        ("Writer, P. (2019). Some Book, p. 7", "Writer, P. (2019). Some Book", 2019, "p. 7"),
        ("Writer and Other, eds., 2011, p. 3", "Writer and Other, eds. 2011", 2011, "p. 3"),
        ("de la Cruz-Ortiz 1999", "de la Cruz-Ortiz 1999", 1999, ""),
        (
            "Writer, A. 2003. War, Peace 1990 and Talks. Oslo: House, p. 9",
            "Writer, A. 2003. War, Peace 1990 and Talks. Oslo: House",
            2003,
            "p. 9",
        ),
        ("نویسنده 1998، ص ۱۲", "نویسنده 1998", 1998, "ص ۱۲"),
        ("Автор (2012). Книга, с. 64", "Автор (2012). Книга", 2012, "с. 64"),
        ("Respondents' report, 2003", "Respondents' report 2003", 2003, ""),
        ("International Film Institute 2004", "International Film Institute 2004", 2004, ""),
        ("Иванов Ф. 1990", "Иванов Ф. 1990", 1990, ""),
        ("Writer/Other 2004, S. 12", "Writer/Other 2004", 2004, "S. 12"),
        ("Page, B. 2004", "Page, B. 2004", 2004, ""),
    ],
)
def test_a_year_is_read_where_it_is_written_as_the_rule_has_it(cell, work, year, place):
    """Author, year and place are told apart in each of the forms of the rule."""
    assert references(cell, {}) == [(work, year, place)]


@pytest.mark.parametrize(
    ("cell", "work"),
    [
        ("UN document A/1998/123", "UN document A/1998/123"),
        ("https://example.org/2003/05/talks", "https://example.org/2003/05/talks"),
        ("Interview 1987, Oslo", "Interview 1987, Oslo"),
        ("Interview no. 2003", "Interview no. 2003"),
        ("Council, Resolution 1929 (2010)", "Council, Resolution 1929 (2010)"),
        ("Department cable 1987", "Department cable 1987"),
        ("Box 12, 1987", "Box 12, 1987"),
        ("doi:10.1000/2003.12", "doi:10.1000/2003.12"),
        ("The Times, 12 March 2005", "The Times, 12 March 2005"),
        (
            "Writer, First. A Title. Oslo: House, 2003.",
            "Writer, First. A Title. Oslo: House, 2003.",
        ),
        ("Writer 1999-2003", "Writer 1999-2003"),
        ("Writer 2187", "Writer 2187"),
        ("Some Book, p. 4", "Some Book"),
        ("Das Buch, S. 12", "Das Buch"),
        ("سند ۱۳۸۵، ص ۱۲", "سند ۱۳۸۵"),
        ("Интервью 1987, Москва", "Интервью 1987, Москва"),
        ("Дело 1994, л. 3", "Дело 1994, л. 3"),
        ("Entrevista 1998", "Entrevista 1998"),
        ("Carton 1962", "Carton 1962"),
        ("Книга, с. 64-66", "Книга"),
        ("El libro, pág. 12", "El libro"),
        ("UNSC Res. 1929, para. 5", "UNSC Res. 1929"),
        ("القرار 1929", "القرار 1929"),
        ("قرار مجلس الأمن 1929", "قرار مجلس الأمن 1929"),
        ("安保理決議 1929", "安保理決議 1929"),
        ("Документ № 1987", "Документ № 1987"),
        ("Resolución N.º 1929", "Resolución N.º 1929"),
        ("سند شمارهٔ 1987", "سند شمارهٔ 1987"),
        ("АВП, ф. 1989, оп. 1", "АВП, ф. 1989, оп. 1"),
        ("АВП. Ф. 1790, оп. 1", "АВП. Ф. 1790, оп. 1"),
        ("RG 1990, Box 3", "RG 1990, Box 3"),
        ("www.example.org/Foo 2004", "www.example.org/Foo 2004"),
        ("S/RES 1747", "S/RES 1747"),
        ("Drucksache 1990", "Drucksache 1990"),
        ("Writer before 2004", "Writer before 2004"),
    ],
)
def test_a_year_that_is_not_written_so_is_missing(cell, work):
    """Numbers of documents, interviews, boxes and addresses are no years."""
    ((found, year, _),) = references(cell, {})
    assert (found, year) == (work, None)


def test_five_pages_of_one_book_are_one_work():
    """A page is a place in a work, with a year or without."""
    for book in ("Writer 2003", "Writer, P. (2019). Some Book", "Some Book"):
        found = {references(f"{book}, p. {page}", {})[0].work for page in range(1, 6)}
        assert found == {book}


def test_semicolons_divide_sources_and_addresses_stay_whole():
    """A semicolon and a space divide; one inside an address does not."""
    found = references("Writer 2001, p. 3; Other 2004;  https://example.org/a;b; ", {})
    assert [one.work for one in found] == ["Writer 2001", "Other 2004", "https://example.org/a;b"]
    doi = "doi:10.1002/(SICI)1099-1328(199601)8:1<1::AID-JID362>3.0.CO;2-A"
    assert [one.work for one in references(doi, {})] == [doi]


@pytest.mark.parametrize(
    "cell", ["a2001, p. 3;b2004", "a2001; b2004", "a2001؛b2004", "a2001；b2004", ";a2001;;b2004;"]
)
def test_a_semicolon_without_a_space_divides_too(cell):
    """Programs that join cells write none, and the second source would be lost."""
    found = references(cell, {"a2001": 2001, "b2004": 2004})
    assert [one.work for one in found] == ["a2001", "b2004"]


def test_another_page_is_no_source():
    """A number behind a semicolon is a place in the work that stands before it."""
    found = references("Writer (2005), pp. 3-5; 7; p. 12; Other 2004; 9-10", {})
    assert found == [("Writer 2005", 2005, "pp. 3-5; 7; p. 12"), ("Other 2004", 2004, "9-10")]
    for place in ("33, 35", "page 4", "ch. IV", "xii", "§5", "pp. 33 and 35", "4ff.", "p. 7, p. 9"):
        assert references(f"Writer 2004; {place}", {}) == [("Writer 2004", 2004, place)]
        assert works_of_each([f"Writer 2004; {place}"], {}).popitem()[1] == "Writer 2004"
    assert len(references("Writer 2004; Li", {})) == 2
    listed = {"a2001": 2001, "12": 1990}
    assert references("a2001, p. 3; 12", listed) == [("a2001", 2001, "p. 3"), ("12", 1990, "")]


def test_two_addresses_with_a_semicolon_between_them_are_two():
    """Where another address begins, the first has ended."""
    found = references("https://example.org/a;https://example.org/b", {})
    assert [one.work for one in found] == ["https://example.org/a", "https://example.org/b"]


def test_a_key_of_the_bibliography_is_that_source():
    """A key counts before the rule, and has the year that the bibliography gives."""
    listed = {"miller1999": 2001, "Interview 1987, Oslo": 1990}
    assert references("miller1999, p. 4; Interview 1987, Oslo", listed) == [
        ("miller1999", 2001, "p. 4"),
        ("Interview 1987, Oslo", 1990, ""),
    ]
    assert work_and_year("miller1999") == ("miller1999", None)


@given(CELLS, LISTS)
def test_read_all_at_once_the_works_are_those_of_each_cell(cells, listed):
    """Whatever stands in them: several sources or lines, odd commas, a key with a page in it."""
    alone = [dict.fromkeys(one.work for one in references(cell, listed)) for cell in cells]
    found = works_of_each(cells, listed)
    assert [*found] == cells
    assert [*found.values()] == ["; ".join(works) for works in alone]
