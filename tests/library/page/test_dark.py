"""The style by which charts follow a dark theme: what it says; `browser/` looks at what it does."""

import re

from track2lib.page import theme
from track2lib.page.dark import DARK_PAGE, dark_style

STYLE = dark_style()
ON_SCREEN = STYLE[STYLE.index("@media screen {") : STYLE.index("\n}\n")]


def test_paper_stays_paper():
    """Dark colours are given to a dark page on a screen, and nowhere else: print has none."""
    rest = STYLE.replace(ON_SCREEN, "")
    for paper, dark in theme.ON_DARK.items():
        assert dark in ON_SCREEN
        assert dark not in rest, paper
    rules = [rule for rule in ON_SCREEN.partition("{")[2].split("}") if rule.strip()]
    assert all(rule.strip().startswith(DARK_PAGE) for rule in rules)


def test_each_colour_is_replaced_where_it_is_drawn():
    """Fill and stroke have a rule for each colour of the theme, which falls back on that colour."""
    for channel in ("fill", "stroke"):
        found = re.findall(rf'\[{channel}="([^"]+)"\] {{ {channel}: var\(([^,]+), ([^)]+)\)', STYLE)
        assert [paper for paper, _, _ in found] == list(theme.ON_DARK)
        for paper, variable, otherwise in found:
            assert f"{variable}: {theme.ON_DARK[paper]};" in ON_SCREEN
            assert otherwise == paper
