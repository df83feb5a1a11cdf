"""The width of a text is rather too large than too small."""

import re

import pytest
import vl_convert

from track2lib.charts.grammar.widths import pixels

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
