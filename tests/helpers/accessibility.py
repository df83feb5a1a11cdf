"""What of a page is against the rules of WCAG that a tool can tell, which is axe-core."""

from pathlib import Path

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """async ([rules, include]) => {
    const options = { runOnly: rules, resultTypes: ['violations'], preload: false };
    const { violations } = await axe.run({ include }, options);
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => [id, html.slice(0, 300), failureSummary]));
}"""
LOADED = "() => window.axe !== undefined"


def broken(page, rules, places=("html",)):
    """Give what is against the rules within the places that selectors name: rule, place and why."""
    if not page.evaluate(LOADED):
        page.evaluate(AXE)
    return [tuple(found) for found in page.evaluate(FIND, [rules, [*places]])]
