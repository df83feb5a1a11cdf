"""Each page of the site by the rules of WCAG 2.2 AA that a tool can tell, in light and in the dark."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false })"
# Lines that open are opened; of a table of data those of its first rows, which are all made alike.
OPEN = """most => [...document.querySelectorAll('details')].slice(0, most).forEach(one => { one.open = true })"""
# Rows made alike are not all looked at, for an hour would be gone: what stands first is.
FEW = """most => [...document.querySelectorAll('.t2-rows tbody')].slice(most).forEach(one => one.remove())"""
DRAWN = """() => [...document.querySelectorAll('figure.t2-chart')].every(one => 'live' in one.dataset)"""


def violations(page, file, rules):
    """Give what is against the rules on a page: the rule, and the first place."""
    page.goto(file.as_uri())
    page.wait_for_function(DRAWN)
    page.evaluate(FEW, 10)
    page.evaluate(OPEN, 40)
    page.wait_for_timeout(600)  # what opens fades in
    page.evaluate(AXE)
    found = page.evaluate(RUN, rules)["violations"]
    return [
        (one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found
    ]


# In the dark nothing changes but colors.
@pytest.mark.parametrize(("scheme", "rules"), [("light", RULES), ("dark", ["color-contrast"])])
def test_no_page_is_against_the_rules(page, site, scheme, rules):
    """No page of the site breaks a rule, with its lines opened and its charts drawn."""
    page.emulate_media(color_scheme=scheme)
    broken = {}
    for file in sorted(site.rglob("*.html")):
        if found := violations(page, file, rules):
            broken[file.relative_to(site).as_posix()] = found
    assert not broken


def test_a_broken_rule_is_found(page, site):
    """A picture without words is among what is looked for."""
    page.goto((site / "index.html").as_uri())
    page.evaluate("document.querySelector('article img').removeAttribute('alt')")
    page.evaluate(AXE)
    assert "image-alt" in {one["id"] for one in page.evaluate(RUN, RULES)["violations"]}
