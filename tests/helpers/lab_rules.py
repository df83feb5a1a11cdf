"""What of a notebook in JupyterLab is against the rules of WCAG, of all that is ours in it."""

from accessibility import WCAG, broken

# What a lesson shows: outputs with their forms, charts and tables, and texts. The rest is JupyterLab's, whose
# editors and buttons have no names, and whose numbers of cells are pale.
OURS = (".jp-OutputArea-output", ".jp-MarkdownOutput")
# The body of JupyterLab has no height and cuts off what is beyond it, which a browser takes for the window;
# axe would take all of the page for hidden, and say nothing of colors. What is out of sight it passes over, too.
SHOWN = """() => {
    document.body.style.overflow = "visible";
    return document.querySelector(".jp-Notebook:not(.lm-mod-hidden) .jp-WindowedPanel-outer").scrollHeight;
}"""


def see_no_rule_broken(page):
    """Nothing of ours is against a rule."""
    usual = page.viewport_size
    page.set_viewport_size({"width": usual["width"], "height": page.evaluate(SHOWN) + 200})
    found = broken(page, WCAG, [place for place in OURS if page.locator(place).count()])
    page.set_viewport_size(usual)
    assert not found, found
