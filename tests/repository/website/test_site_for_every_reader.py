"""Each page of the site by the rules of WCAG 2.2 AA that a tool can tell, in light and in the dark."""

from accessibility import WCAG, broken

RULES = [*WCAG, "best-practice"]
# In the dark nothing changes but colors.
IN_THE_DARK = ["color-contrast"]
# Lines that open are opened, at once and without fading in; of a table of data those of its first rows,
# which are all made alike.
OPEN = """most => {
    const still = '* { animation: none !important; transition: none !important }';
    document.head.append(Object.assign(document.createElement('style'), { textContent: still }));
    [...document.querySelectorAll('details')].slice(0, most).forEach(one => { one.open = true });
}"""
# Rows made alike are not all looked at, for an hour would be gone: what stands first is.
FEW = """most => [...document.querySelectorAll('.t2-rows tbody')].slice(most).forEach(one => one.remove())"""
DRAWN = """() => [...document.querySelectorAll('figure.t2-chart')].every(one => 'live' in one.dataset)"""


def opened(page, file):
    """Open a page with its lines open and its charts drawn, in light; of a table, its first rows."""
    page.emulate_media(color_scheme="light")
    page.goto(file.as_uri())
    page.wait_for_function(DRAWN)
    page.evaluate(FEW, 6)
    page.evaluate(OPEN, 40)


def test_no_page_is_against_the_rules(page, site):
    """No page of the site breaks a rule, with its lines opened and its charts drawn."""
    wrong = {}
    for file in sorted(site.rglob("*.html")):
        opened(page, file)
        found = broken(page, RULES)
        # Not loaded a second time, which would take as long again.
        page.emulate_media(color_scheme="dark")
        page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
        found += broken(page, IN_THE_DARK)
        if found:
            wrong[file.relative_to(site).as_posix()] = found[:5]
    assert not wrong


def test_a_broken_rule_is_found(page, site):
    """A picture without words is among what is looked for, and dark words in the dark are."""
    opened(page, site / "index.html")
    page.evaluate("document.querySelector('article img').removeAttribute('alt')")
    assert "image-alt" in {rule for rule, *_ in broken(page, RULES)}
    page.evaluate("document.querySelector('article p').style.color = 'rgb(34, 40, 50)'")
    assert broken(page, IN_THE_DARK) == []
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    assert {rule for rule, *_ in broken(page, IN_THE_DARK)} == {"color-contrast"}
