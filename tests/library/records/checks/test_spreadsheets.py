"""Cells that a spreadsheet has changed are asked about with their cause."""

import pytest
from hand_written import DIALOGUE, fill

import track2lib as t2

DATE = "looks like a date that a spreadsheet made of other words."
NUMBER = "looks like a number that a spreadsheet has shortened."
ERROR = "looks like the error of a formula."
NO_VALUE = "is what programs write where there is no value, and here it is a word."
AS_TEXT = "If so, write what was there, and format the column as text before filling it."
CHANGED = {
    DATE: [
        *["May-10", "10-May", "12-Mar-05", "12-Mar-2005", "Dec-06", "05/10/26", "5/10/2026"],
        *["Mai-10", "12-Okt-05", "avr-10", "10-août", "2002/05/01", "11.12.2006", "11.12.06"],
        *["05-abr", "ago-05", "05.дек", "5月10日", "12-Ağu-05"],
    ],
    NUMBER: ["1E+05", "1,2E+05", "1.23457E+11", "5E-10"],
    ERROR: [
        *["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#BEZUG!", "#NV", "#VALEUR!"],
        *["Err:502", "#####", "#ERROR!", "#N/D", "#¡VALOR!", "#¿NOMBRE?", "#Н/Д", "#ССЫЛКА!"],
        *["#DEĞER!", "#YOK", "#BUSY!", "Loading..."],
    ],
    NO_VALUE: ["NA", "NULL", "NaN", ".", ".a", "\\N", "–"],
}


@pytest.fixture
def said(mine):
    """Write a cell of a dialogue, and give what is said of it."""

    def write(cell, column="date_words"):
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", column: cell})
        found = t2.validate(mine)[["row", "column", "problem", "severity"]]
        return found.values.tolist()

    return write


@pytest.mark.parametrize("column", ["date_words", "name", "source", "dialogue_id"])
@pytest.mark.parametrize(
    ("kind", "cell"), [(kind, cell) for kind in CHANGED for cell in CHANGED[kind]]
)
def test_a_changed_cell_is_asked_about(said, kind, cell, column):
    """Whatever the column of words; keys in small letters are not of a spreadsheet's making."""
    by_people = kind == DATE and column == "dialogue_id" and cell.islower()
    expected = [] if by_people else [kind]
    found = said(cell, column)
    assert found == [[2, column, f"{cell!r} {kind}", "warning"] for kind in expected]


@pytest.mark.parametrize(
    "words",
    [
        *["Track 1.5", "2005-10", "5-10", "5-10 persons", "Geneva, 12 March 2005", "pp. 5-10"],
        *["10/12", "9/11", "24/7", "2005/06", "2005-10-12", "May 2005", "mid-May", "12 May"],
        *["E1", "1e5", "2E", "A-10", "3.2.1", "10.05", "1,5", "S/RES/1747", "Sept. 11"],
        *["#1", "#MeToo", "N/A", "n/a", "Mar-a-Lago", "May-June 2005", "گفت‌وگوهای ایران، ۱۳۸۵"],
        *["None", "na", "no.", "A.", "—, as above"],
        *["café, Genève", "First line\nand second, third", "One,, two"],
    ],
)
def test_words_that_people_write_are_left_alone(said, words):
    """No range, page, resolution or name is taken for something that a spreadsheet made."""
    assert said(words) == []


def test_a_value_that_stands_in_many_rows_is_asked_about_once(mine):
    """One change to a column is one question."""
    rows = [{"dialogue_id": f"d{n}", "date_words": "May-10"} for n in range(3)]
    fill(mine, "dialogues", *[DIALOGUE | row for row in rows])
    assert t2.validate(mine)["problem"].tolist() == [f"'May-10' {DATE} It stands in 3 rows."]


def test_a_changed_key_is_asked_about_where_it_stands(mine):
    """What refers to it says the same, and is not asked about."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "May-10"})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d2", "part_of": "May-10"})
    assert t2.validate(mine)[["row", "column"]].values.tolist() == [[2, "dialogue_id"]]


def test_letters_in_the_wrong_encoding_are_one_question_of_a_file(mine):
    """A file that was opened in the wrong encoding is asked about once, with how it would read."""
    rows = [{"dialogue_id": f"d{n}", "name": f"CafÃ© {n}", "summary": "TrÃ¨s bien"} for n in (1, 2)]
    fill(mine, "dialogues", *[DIALOGUE | row for row in rows])
    found = t2.validate(mine)
    said = "'CafÃ© 1' looks like 'Café 1', read in the wrong encoding. So it is in 4 cells of the file."
    assert found[["row", "column", "problem", "severity"]].values.tolist() == [
        [2, "name", said, "warning"]
    ]


def test_letters_that_are_lost_are_asked_about(said):
    """The sign that stands for a letter which could not be read."""
    assert said("Caf\ufffd", "name") == [
        [2, "name", "'Caf\ufffd' looks as if letters were lost.", "warning"]
    ]


def test_a_cell_that_takes_in_a_row_is_asked_about(mine):
    """A quotation mark that is closed in the row below makes one cell of two rows."""
    path = mine / "topics.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write('t1,"Water,,regional,,,A 2003\nt2,Land",,regional,,,A 2003\n')
    found = t2.validate(mine)
    assert found[["row", "column", "severity"]].values.tolist() == [[2, "name", "warning"]]
    assert "a quotation mark may be left open" in found["problem"].item()


def test_a_name_that_is_an_error_is_not_asked_about_as_a_name(mine):
    """The same error under two keys is one question."""
    place = {"name": "#REF!", "precision": "city"}
    fill(mine, "places", place | {"place_id": "a"}, place | {"place_id": "b"})
    assert t2.validate(mine)["problem"].tolist() == [f"'#REF!' {ERROR} It stands in 2 rows."]
