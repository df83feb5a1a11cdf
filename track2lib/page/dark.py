"""The style by which a chart follows a dark theme of JupyterLab, at once and both ways.

Vega writes a colour into each mark of an SVG as an attribute, and a style goes before an attribute. So
nothing is drawn anew, and what is not on such a page stays as it was: pictures, files and paper.
"""

from track2lib.page.theme import COAST, INK, LAND, ON_DARK, PAPER

__all__ = ["DARK_PAGE", "NOTHING", "dark_style"]

# JupyterLab and Notebook write on the body of the page whether their theme is light.
DARK_PAGE = "[data-jp-theme-light=false]"
# What Vega writes where nothing is drawn.
NOTHING = ("none", "transparent")
CHANNELS = ("fill", "stroke")

# A chart with a colour that nothing stands for is left as it is. Its own rules stand within the rule for
# the whole, ground and all: a browser that cannot read them so leaves the paper, too.
WHOLE = """
@media screen {{
{page} .vega-embed svg[style*="background-color: {paper}"]:not(:has({unknown})) {{
& {{ background-color: {ground} !important; }}
{rules}
}}
{page} .vega-embed {{ color-scheme: dark; }}
{page} :is(.vega-embed details, #vg-tooltip-element#vg-tooltip-element) {{
  background: {raised}; color: {ink}; border-color: {line}; }}
}}
"""


def dark_style() -> str:
    """Give the style of charts on a dark page: each colour of paper by the one that stands for it."""
    rules = (
        f"{_drawn(channel, paper)}{{{channel}:{dark}}}"
        for channel in CHANNELS
        for paper, dark in ON_DARK.items()
    )
    return WHOLE.format(
        page=DARK_PAGE,
        paper=PAPER,
        unknown=",".join(map(_unknown, CHANNELS)),
        ground=ON_DARK[PAPER],
        rules="\n".join(rules),
        raised=ON_DARK[LAND],
        ink=ON_DARK[INK],
        line=ON_DARK[COAST],
    )


def _unknown(channel: str) -> str:
    """Give the selector of a mark in a colour for which nothing stands."""
    known = ",".join(_drawn(channel, value) for value in (*NOTHING, *ON_DARK))
    return f"[{channel}]:not({known})"


def _drawn(channel: str, colour: str) -> str:
    """Give the selector of a mark in a colour."""
    # Every lesson holds this once for each chart: what needs no quotes has none.
    return f"[{channel}={colour}]" if colour.isalpha() else f'[{channel}="{colour}"]'
