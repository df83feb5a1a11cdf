"""The site in Firefox, opened from its folder: what Chromium shows of it, this browser shows, too."""

import base64

import pypdfium2
import pytest
from firefox import find_firefox, opened

DRAWN = (
    """[...document.querySelectorAll("figure.t2-chart")].every((one) => "live" in one.dataset)"""
)
CHARTS = "() => document.querySelectorAll('figure.t2-chart[data-live] svg.marks').length"
# The first chart with a slider, what opens opened, and its table; and what changes with the slider.
SLIDER = """() => {
    for (const one of document.querySelectorAll("details.hide")) one.open = true;
    window.figure = document.querySelector("figure.t2-chart:has(input[type=range])");
    figure.querySelector(".t2-table").open = true;
    figure.querySelector("input[type=range]").focus();
}"""
MOVED = """() => [figure.querySelector("input[type=range]").value,
    figure.querySelector("svg [aria-roledescription=title]").ariaLabel,
    figure.querySelector(".t2-table table").innerText]"""
END = "\ue010"


@pytest.fixture(scope="module")
def page(site, tmp_path_factory):
    """Open Firefox, once there is a site to show."""
    with opened(find_firefox(), tmp_path_factory.mktemp("firefox")) as page:
        yield page


def show(page, site, name):
    """Open a page, and wait until its charts are drawn."""
    page.goto((site / name).as_uri())
    page.wait_for(DRAWN)


def test_every_chart_is_drawn_and_nothing_is_asked_outside(page, site):
    """Every chart of every lesson is drawn by scripts of the site alone, without an error."""
    drawn = 0
    for path in sorted(site.glob("notebooks/*.html")):
        show(page, site, f"notebooks/{path.name}")
        drawn += page.evaluate(CHARTS)
    for name in ("index.html", "data/dialogues.html", "docs/instructors/00-start-here.html"):
        show(page, site, name)
    assert drawn == 41
    assert page.outside == []
    assert page.errors == []


def test_a_control_moves_chart_title_and_table(page, site):
    """A slider is moved by keyboard, and the title as it is heard and the table follow."""
    show(page, site, "notebooks/00-start-here.html")
    page.evaluate(SLIDER)
    page.wait_for("figure.querySelector('.t2-table table')")
    before = page.evaluate(MOVED)
    page.press(END)
    page.wait_for(f"({MOVED})()[2] !== {before[2]!r}")
    assert all(now != then for now, then in zip(page.evaluate(MOVED), before, strict=True))


def test_an_address_opens_its_row(page, site):
    """Whoever follows the address of a row sees what it rests on."""
    page.goto((site / "data/dialogues.html").as_uri() + "#una-sipri")
    page.wait_for("document.querySelector('#una-sipri details').open")
    assert (
        page.evaluate("() => document.querySelector('#una-sipri .t2-more').innerText.length") > 50
    )


def test_a_chart_is_dark_on_a_dark_page_and_light_in_print(page, site):
    """A chart follows the dark; printed, it has the words of its title, as text that can be read."""
    show(page, site, "notebooks/05-measuring-impact.html")
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark' }")
    ground = "getComputedStyle(document.querySelector('figure.t2-chart svg.marks')).backgroundColor"
    page.wait_for(f"{ground} === 'rgb(17, 17, 17)'")
    with pypdfium2.PdfDocument(base64.b64decode(page.printed())) as document:
        words = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "43 of 100 imagined talks succeed" in " ".join(words.split())
