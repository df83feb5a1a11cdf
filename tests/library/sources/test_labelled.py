"""Tables whose words are numbers with labels."""

import pandas as pd
import pytest
from odd_table import LONG, odd_package

import track2lib as t2
from track2lib.records.snapshot import open_records
from track2lib.sources.labelled import described, labelled, named, shortened

# The odd table has a text "NA" on purpose, which is asked about.
pytestmark = pytest.mark.filterwarnings("ignore:.*what programs write where:UserWarning")

OURS = open_records()


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Write a table that is hard on other programs. Tests only read it."""
    return odd_package(tmp_path_factory.mktemp("odd") / "odd")


def made(folder, longest=120, first_day="1582-10-15"):
    """Put labels on the odd table."""
    records = open_records(folder)
    return labelled(records, "talks", folder, longest=longest, first_day=first_day)


@pytest.mark.parametrize("name", OURS.names)
def test_numbers_stand_for_words(name):
    """Put back in the place of its number, each word is that of the table."""
    table, loaded = labelled(OURS, name, None, longest=120, first_day="1582-10-15"), t2.load(name)
    assert list(table.frame) == list(table.columns) == list(loaded)
    for column, words in table.values.items():
        told = (
            loaded[column].map({True: "true", False: "false"}.get)
            if len(words) == 2 and words[min(words)] == "false"
            else loaded[column]
        )
        back = table.frame[column].map(words)
        assert back.fillna("").tolist() == told.astype("string").fillna("").tolist()


def test_a_vocabulary_is_numbered_in_its_order():
    """The first word of the descriptor is 1, whatever stands in the rows; yes or no is 1 or 0."""
    table = labelled(OURS, "dialogues", None, longest=120, first_day="1582-10-15")
    (field,) = [one for one in OURS.fields("dialogues") if one["name"] == "case"]
    assert list(table.values["case"].values()) == field["constraints"]["enum"]
    assert list(table.values["case"]) == [1, 2, 3]
    assert table.values["topics_open"] == {0: "false", 1: "true"}


def test_a_word_that_is_too_long_is_not_cut(odd):
    """Two words that differ at their ends stay apart: a vocabulary with such words is text."""
    assert "words" not in made(odd).values
    assert made(odd).frame["words"].tolist() == [LONG + "ب", LONG + "الف", "", ""]
    assert made(odd, longest=32_000).values["words"][2] == LONG + "ب"


def test_a_number_is_exact_or_text(odd):
    """A whole number beyond what a measure can hold is not rounded."""
    assert made(odd).frame["number"].tolist() == ["9007199254740993", "", "0", "1"]
    assert made(odd).frame["CASE"].tolist()[2:] == [-7.0, 0.0]
    assert made(odd).frame["CASE"].isna().tolist() == [False, True, False, False]


def test_a_day_that_a_program_cannot_hold_is_missing(odd):
    """Its text stands beside, and the days that can be held are whole."""
    days = made(odd).frame["held_earliest"]
    assert days.dtype == "datetime64[us]"
    assert days.isna().tolist() == [True, False, False, True]
    assert days[2] == pd.Timestamp("1582-10-15")
    assert made(odd, first_day="0100-01-01").frame["held_earliest"][0] == pd.Timestamp("0628-01-02")


@pytest.mark.parametrize("name", OURS.names)
def test_each_column_says_what_it_is(name):
    """The words are those of the codebook; what `load` adds has words too."""
    said = described(OURS, name, list(t2.load(name)))
    assert all(said.values())
    book = t2.codebook(name).set_index("column")["description"]
    assert {column: said[column] for column in book.index} == book.to_dict()


def test_a_column_with_another_name_tells_its_own(odd):
    """Where a program takes another name, the label begins with the one that the data have."""
    table = made(odd)
    assert table.label("with", "with_") == "with: Whether others took part."
    assert table.label("with", "with") == "Whether others took part."
    assert table.label("case", "case_") == "case"


@pytest.mark.parametrize(
    ("columns", "capitals", "names"),
    [
        (["a", "A"], True, ["a", "A"]),
        (["a", "A"], False, ["a", "A_2"]),
        (["if", "If", "if_"], False, ["if_", "If_2", "if__2"]),
        (["1st", "", "a-b", "a b"], True, ["v1st", "v", "a_b", "a_b_2"]),
        (["abcdefgh", "abcdefgi", "abcdefgh_2"], True, ["abcdefgh", "abcdefgi", "abcdef_2"]),
        (["گفت‌وگو", "ماه"], True, ["گفت_وگو", "ماه"]),
    ],
)
def test_names_fit_and_are_told_apart(columns, capitals, names):
    """A column keeps its name where a program takes it, and no two have the same."""
    reserved = frozenset({"if"})
    assert (
        list(named(columns, lambda name: name[:8], reserved, capitals=capitals).values()) == names
    )


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Short name.", 11, "Short name."),
        ("Short name of it", 11, "Short name…"),
        ("Short name of it", 10, "Short…"),
        ("Incomprehensibilities", 10, "Incompreh…"),
        ("One, two", 6, "One…"),
    ],
)
def test_a_text_is_cut_at_a_word(text, most, short):
    """What is left fits, and shows that something is missing."""
    assert shortened(text, most) == short


def test_a_text_is_cut_between_letters_where_bytes_count():
    """Half a letter is never kept."""
    short = shortened("واژه " * 60, 255, lambda text: len(text.encode()))
    assert len(short.encode()) <= 255
    assert short == "واژه " * (len(short) // 5 - 1) + "واژه…"
