"""Lines of text: how wide they are, where they end, and which way they run."""

import struct
import zlib

import altair as alt
import numpy as np
import pytest
import vl_convert

from track2lib.page import still
from track2lib.page.lines import (
    AS_IT_RUNS,
    END,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    inserted,
    isolated,
    letters,
    wrap,
)

PERSIAN = ["گفت‌وگوی غیررسمی دانشگاهیان", "و همکاری‌های علمی و فرهنگی"]
HEBREW = ["שיחות לא רשמיות בין", "חוקרים משתי מדינות"]


def widths_of_ink(lines):
    """Draw lines as one text, well apart, and give the width of each band in which there is ink."""
    text = alt.Chart(alt.Data(values=[{"text": lines}]), width=400, height=90)
    text = text.mark_text(align="right", x=390, y=20, fontSize=14, lineHeight=40)
    spec = text.encode(text="text:N").configure_view(stroke=None).to_dict()
    png = still.pack(vl_convert.vegalite_to_png(spec, scale=1))
    width, height, _, kind = struct.unpack(">IIBB", png[16:26])
    rows = np.frombuffer(zlib.decompress(b"".join(still.chunks(png, b"IDAT"))), np.uint8)
    pixels = rows.reshape(height, -1)[:, 1:].reshape(height, width, -1)
    ink = (pixels != pixels[0, 0]).any(axis=2)
    assert kind in (3, 6)
    bands = np.split(ink, np.flatnonzero(np.diff(ink.any(axis=1))) + 1)
    return [int(np.ptp(np.flatnonzero(band.any(axis=0)))) + 1 for band in bands if band.any()]


@pytest.mark.parametrize("lines", [PERSIAN, HEBREW, [f"{line} UCLA (2003)." for line in PERSIAN]])
def test_lines_from_right_to_left_stand_below_each_other(lines):
    """In the picture each line has its own place, and is as wide as it is alone."""
    alone = [widths_of_ink([line]) for line in lines]
    together = widths_of_ink(isolated(lines))
    assert [len(bands) for bands in alone] == [1, 1]
    assert together == pytest.approx([width for (width,) in alone], abs=4)


def test_lines_from_left_to_right_are_left_alone():
    """Marks of direction stand only where they are needed; the picture of all else is as it was."""
    for lines in (
        ["A dialogue", "of two days"],
        ["Genève, ۲۰۰۳"],
        PERSIAN[:1],
        [],
        ["2003", "2004"],
    ):
        assert isolated(lines) is lines


@pytest.mark.parametrize(
    ("first", "start"),
    [("(۲۰۰۳) نشست", RIGHT_TO_LEFT), ("UCLA و", LEFT_TO_RIGHT), ("2003, שיחות", RIGHT_TO_LEFT)],
)
def test_all_lines_run_as_the_first_letter_does(first, start):
    """A line that begins with a word in other letters is ordered as the text of which it is a part."""
    assert isolated([first, "UCLA"]) == [f"{start}{line}{END}" for line in (first, "UCLA")]


JAPANESE = "東北亜細亜における「安全保障対話」の第三回会議が、ソウルで開かれた。"
KOREAN = "이산가족상봉과 비무장지대의 기상자료교환에 관한 실무협의회"


@pytest.mark.parametrize("text", [JAPANESE, KOREAN, "中美二轨对话2010年会议纪要及其参加者名单"])
def test_letters_as_wide_as_high_take_the_room_of_two(text):
    """No line is wider than it may be, where a letter has the width that Unicode gives it."""
    lines = wrap(text, 120, 12)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(letters(line) * 6 <= 120 for line in lines)
    assert len(lines) > 1


def test_lines_end_where_readers_expect_it():
    """Between any two Chinese or Japanese letters, not before a full stop; Korean at its spaces."""
    assert wrap(JAPANESE[:-1] * 2, 120, 12)[0] == JAPANESE[:9]
    for width in range(60, 300, 12):
        lines = wrap(JAPANESE, width, 12)
        assert not [line for line in lines[1:] if line[0] in "」、。"]
        assert not [line for line in lines if line[-1] == "「"]
    assert " ".join(wrap(KOREAN, 200, 12)) == KOREAN


def test_an_inserted_name_stays_one_over_two_lines():
    """Each line closes what it has opened, and the sentence around it decides how all of it runs."""
    name = inserted(" ".join(PERSIAN))
    lines = wrap(f"{name}: 1 American voice", 200, 12)
    assert len(lines) > 2
    assert all(line.count(AS_IT_RUNS) == line.count(END) for line in lines)
    assert all(line.startswith(LEFT_TO_RIGHT) for line in isolated(lines))
    assert isolated(lines[:1]) == lines[:1]


def test_an_inserted_name_from_left_to_right_is_left_alone():
    """No chart of names in Latin, Greek or Chinese letters changes by a byte."""
    for name in ("UCLA", "Διάλογος", "中美二轨对话", "2010", ""):
        assert inserted(name) is name


def test_a_name_in_capitals_takes_more_room():
    """Capitals are wider than other letters, and a line has fewer of them."""
    text = "Centre pour le dialogue humanitaire et la sécurité régionale"
    usual, capitals = wrap(text, 200, 13), wrap(text.upper(), 200, 13)
    assert max(map(len, capitals)) * 1.3 <= max(30, *map(len, usual))
    assert letters("UNA-USA, SIPRI") == 14


@pytest.mark.parametrize("line", ["نشست (۲۰۰۳)", "گفت‌وگو با UCLA", "به نتیجه نرسید.", "שיחות 2003"])
def test_a_name_that_stands_alone_runs_as_its_first_letter(line):
    """Brackets, numbers and full stops at its end are drawn at its end, which is on the left."""
    assert isolated([line], alone=True) == [f"{RIGHT_TO_LEFT}{line}{END}"]
    assert isolated([line]) == [line]


@pytest.mark.parametrize("line", ["UCLA و", "Genève, ۲۰۰۳", "نشست تهران", "(2003)"])
def test_a_name_without_need_has_no_marks(line):
    """It is drawn rightly without them."""
    assert isolated([line], alone=True) == [line]
