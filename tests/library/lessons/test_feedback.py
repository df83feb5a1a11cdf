"""How feedback looks: on a page, and in plain text."""

import re

import pytest

from track2lib.lessons.exercises import check
from track2lib.lessons.feedback import STATUS, Feedback, quote


def test_text_fits_the_page() -> None:
    """Plain text is at most 88 wide, keeps lists and code, and starts with a sign in words."""
    body = "word " * 40 + "\n\n- " + "item " * 30 + "\n- two\n\n```\ncode  kept\n\n  as is\n```\n"
    text = repr(Feedback("not yet", "q1-1", body))
    assert text.startswith("✗ Not yet: q1-1\n\nword")
    assert max(map(len, text.splitlines())) <= 88
    assert "\n- two\n" in text
    assert "    code  kept\n\n      as is" in text


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "`</code><img src=x onerror=alert(1)>`", "[a](javascript:b)"],
)
@pytest.mark.usefixtures("small")
def test_html_is_escaped(evil: str) -> None:
    """What a reader types never becomes markup, and neither does HTML in a question."""
    for said in (check("q7-2", [evil]), Feedback("hint", "q7-1", evil)):
        html = said._repr_html_()
        assert not re.search(r"<(script|img|a)\b", html)
        assert re.sub(r"</?(div|p|strong|ul|li|code)\b[^<>]*>", "", html).count("<") == 0


def test_html_is_plain() -> None:
    """HTML has emphasis, code and lists, and only attributes that JupyterLab lets through."""
    html = Feedback(
        "right", "q1-1", "*so* `x_y` a_b_c\n\n- one\n- two\n\n```\nlong\n```"
    )._repr_html_()
    for part in (
        "<strong>✓ Right: q1-1</strong>",
        "<em>so</em> <code>x_y</code> a_b_c",
        "<li>two</li>",
    ):
        assert part in html
    assert set(re.findall(r" ([\w-]+)=", html)) == {"style"}


@pytest.mark.parametrize("colour", sorted({colour for _, _, colour in STATUS.values()}))
@pytest.mark.parametrize("page", ["#ffffff", "#111111"])
def test_contrast(colour: str, page: str) -> None:
    """The coloured rule stands out from light and dark pages by 3:1 or more."""

    def luminance(code: str) -> float:
        parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    light, dark = sorted((luminance(colour), luminance(page)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_quote() -> None:
    """A quotation is one short piece of code, whatever the reader typed."""
    assert quote("a`b\nc\u202e") == "`a'b c`"
    assert len(quote("x" * 1000)) == 42
    assert quote("") == "`(empty)`"
