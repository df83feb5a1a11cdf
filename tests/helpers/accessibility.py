"""What of a page is against the rules of WCAG that a tool can tell, which is axe-core."""

from pathlib import Path

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """async ([rules, inside]) => {
    const { violations } = await axe.run(document,
        { runOnly: rules, resultTypes: ['violations'], preload: false, elementRef: true });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ element, html, failureSummary }) =>
        [id, html.slice(0, 300), failureSummary, element.closest(inside) !== null]));
}"""
LOADED = "() => window.axe !== undefined"


def broken(page, rules, inside="html"):
    """Give what is against the rules: rule, place, why, and whether it is inside what a selector names."""
    if not page.evaluate(LOADED):
        page.evaluate(AXE)
    return [tuple(found) for found in page.evaluate(FIND, [rules, inside])]
