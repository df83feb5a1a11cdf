"""The style by which charts follow a dark theme: what it says; `browser/` looks at what it does."""

import re

from track2lib.page import theme
from track2lib.page.dark import DARK_PAGE, NOTHING, dark_style

STYLE = dark_style()
WHOLE = re.compile(r"@media screen \{\n(.+)\n\}\n", re.DOTALL)
NESTED = re.compile(r"\n& \{.*?\n\}\n", re.DOTALL)


def test_paper_stays_paper():
    """All of it is for a dark page on a screen: print has its colours of paper."""
    (inside,) = WHOLE.fullmatch(STYLE.strip() + "\n").groups()
    outer = re.findall(r"([^{}]+)\{[^{}]*\}", NESTED.sub("\n}\n", inside))
    assert len(outer) == 3
    assert all(selector.strip().startswith(DARK_PAGE) for selector in outer)


def test_each_colour_is_replaced_where_it_is_drawn():
    """Fill and stroke have a rule for each colour of the theme, within a chart that has no other."""
    (nested,) = NESTED.findall(STYLE)
    for channel in ("fill", "stroke"):
        found = re.findall(rf'\[{channel}="?([^"\]]+)"?\]\{{{channel}:([^}}]+)\}}', nested)
        assert dict(found) == theme.ON_DARK
        (known,) = re.findall(rf":not\((\[{channel}.*?)\)", STYLE)
        named = re.findall(rf'\[{channel}="?([^"\]]+)"?\]', known)
        assert named == [*NOTHING, *theme.ON_DARK]


def test_a_lesson_can_hold_it_many_times():
    """Each stored chart has the style, and a lesson is to stay small."""
    assert len(STYLE) < 3200
