"""The style by which a chart follows a dark theme of JupyterLab, at once and both ways.

Vega writes a colour into each mark of an SVG as an attribute, and a style goes before an attribute. So
nothing is drawn anew, and what is not on such a page stays as it was: pictures, files and paper.
"""

from track2lib.page.theme import COAST, INK, LAND, ON_DARK, PAPER

__all__ = ["dark_style"]

# JupyterLab and Notebook write on the body of the page whether their theme is light.
DARK_PAGE = '[data-jp-theme-light="false"]'
# What Vega writes where nothing is drawn.
NOTHING = ("none", "transparent")
CHANNELS = ("fill", "stroke")

WHOLE = """
@media screen {{
{page} .vega-embed svg[style*="background-color: {paper}"]{known} {{
  {variables} background-color: {ground} !important; }}
{page} .vega-embed {{ color-scheme: dark; }}
{page} .vega-embed details,
{page} #vg-tooltip-element#vg-tooltip-element {{
  background: {raised}; color: {ink}; border-color: {line}; }}
}}
"""


def dark_style() -> str:
    """Give the style of charts on a dark page: each colour of paper by the one that stands for it."""
    variables = " ".join(f"{_variable(paper)}: {dark};" for paper, dark in ON_DARK.items())
    whole = WHOLE.format(
        page=DARK_PAGE,
        paper=PAPER,
        known=f":not(:has({', '.join(map(_unknown, CHANNELS))}))",
        variables=variables,
        ground=ON_DARK[PAPER],
        raised=ON_DARK[LAND],
        ink=ON_DARK[INK],
        line=ON_DARK[COAST],
    )
    rules = (_rule(channel, paper) for channel in CHANNELS for paper in ON_DARK)
    return whole + "\n".join(rules) + "\n"


def _variable(paper: str) -> str:
    """Give the name under which a chart has what stands for a colour."""
    return f"--t2-{paper.removeprefix('#')}"


def _unknown(channel: str) -> str:
    """Give the selector of a mark whose colour nothing stands for."""
    known = ",".join(f'[{channel}="{value}"]' for value in (*NOTHING, *ON_DARK))
    return f"[{channel}]:not({known})"


def _rule(channel: str, paper: str) -> str:
    """Give the rule for one colour; on paper, where a chart has no variables, it is that colour."""
    marks = f'.vega-embed svg [{channel}="{paper}"]'
    return f"{marks} {{ {channel}: var({_variable(paper)}, {paper}); }}"
