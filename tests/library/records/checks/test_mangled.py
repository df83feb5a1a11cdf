"""Words in the wrong encoding are read anew, and words of many languages are left alone."""

import pytest

from track2lib.records.checks.mangled import mended
from track2lib.records.snapshot import open_records

WORDS = ["café", "Don’t – “so”", "ایران", "گفت‌وگو", "Тегеран", "Ελλάδα", "Łódź", "São Tomé", "北京"]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_words_read_in_the_wrong_encoding_are_read_anew(words, page):
    """What Western systems make of UTF-8, whatever the language; a byte without a letter as it is."""
    mangled = "".join(
        chr(byte) if (letter := bytes([byte]).decode(page, "replace")) == "\ufffd" else letter
        for byte in words.encode()
    )
    assert mangled != words
    assert mended(mangled) == words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("cp1250", "café à Genève"),
        ("cp1251", "Тегеран"),
        ("cp1256", "ایران"),
        ("mac_roman", "café – Genève"),
    ],
)
def test_other_systems_mangle_in_their_own_letters(page, words):
    """What systems of Central Europe, Russia and Persia make of UTF-8, and an old Mac."""
    assert mended(words.encode().decode(page)) == words


def test_words_added_later_do_not_hide_what_was_mangled():
    """Only the words that were read wrongly are read anew."""
    assert mended("RÃ©gion «Nord»") == "Région «Nord»"


# Each has letters that could stand in mangled words.
SOUND = """
São Paulo|«Perú»|PERÚ»|CAFÉ’S|RENÉ’S CAFÉ’|Strauß’ Oper|naïve – “quoted”|Ø|Þór|Đurđević’s|Tōkyō
تهران،|شک|سک شک|بچ|گفت‌وگوهای ایران و آمریکا، ۱۳۸۵|عکاس|ژ|کُرد|گفتگو – ‘صلح’|Москва|«Москва»
Αθήνα|תל אביב|北京|À la carte|Zürich–Genf|½|€ 5|™|ÇA VA »|IRÃ|“IRÃ”|“GUERRA NO IRÃ”|Öl»|Ä|Ã|Åse’s
İstanbul|Łódź|Český Krumlov|‘é’|Rua Â|5 °C|×|÷ 2
"""


@pytest.mark.parametrize("words", [word for line in SOUND.split("\n") for word in line.split("|")])
def test_sound_words_are_left_alone(words):
    """No word that somebody has written is taken for another."""
    assert mended(words) is None


def test_no_cell_of_ours_is_taken_for_mangled():
    """Names, titles and sentences in several languages, all as they were written."""
    records = open_records()
    cells = {
        cell for name in records.names for column in records.cells(name).values() for cell in column
    }
    assert [cell for cell in cells if mended(cell)] == []
