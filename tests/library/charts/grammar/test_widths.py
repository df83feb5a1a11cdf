"""The width of a text is rather too large than too small."""

import itertools
import re

import pytest
import vl_convert

from track2lib.charts.grammar.widths import fitted, pixels

TEXTS = ["CODEPINK", "illicit till", "Mennonite-Qom students", "Shi'a talks, 2003", "WWMM @"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_no_text_is_wider_than_told(text: str, weight: str) -> None:
    """Between two marks at both ends of a text, as Vega draws it, there are no more pixels."""
    spec = {
        "data": {"values": [{"t": text}]},
        "mark": {"type": "text", "font": "Liberation Sans", "fontSize": 13, "fontWeight": weight},
        "encoding": {"text": {"field": "t"}, "x": {"value": 0}},
        "width": 1,
        "height": 1,
        "padding": 0,
    }
    drawn = re.match(r'<svg[^>]* width="([\d.]+)"', vl_convert.vegalite_to_svg(spec))[1]
    told = pixels(text, 13, bold=weight == "bold")
    assert 0.8 * told < float(drawn) <= told + 2


def test_wide_letters_and_marks_on_letters() -> None:
    """A Chinese letter is as wide as high, and an accent that is written on a letter has no width."""
    assert pixels("二", 100) > 100
    assert pixels("e\u0301", 13) == pixels("e", 13)


@pytest.mark.parametrize("bold", [False, True])
def test_lines_have_room_and_are_few(bold: bool) -> None:
    """No line is wider than the room, and two neighbours would not fit into one."""
    text = "Ministry of Intelligence and Security of Iran, through Iranian media"
    for width in (120, 200, 333):
        lines = fitted(text, width, 14, bold=bold)
        assert " ".join(lines) == text
        assert all(pixels(line, 14, bold=bold) <= width for line in lines)
        for first, second in itertools.pairwise(lines):
            assert pixels(f"{first} {second}", 14, bold=bold) > width


def test_a_word_wider_than_the_room_is_kept() -> None:
    """What cannot be broken is drawn, in more lines, and no letter of it is lost."""
    lines = fitted("Verständigungsausschussvorsitzende", 40, 16)
    assert "".join(lines) == "Verständigungsausschussvorsitzende"
    assert fitted("one\ntwo", 400, 14) == ["one", "two"]
