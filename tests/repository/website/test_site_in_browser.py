"""The site in a real browser, opened from its folder as a class without a network would."""

import pytest
from playwright.sync_api import expect

LIVE = "figure.t2-chart[data-live]"
# Of a chart: its widest room, how wide it is drawn, and the height of its smallest words as drawn.
SIZES = """() => [...document.querySelectorAll('figure.t2-chart')].map(figure => {
  const [box, svg] = [figure.querySelector('.t2-sideways'), figure.querySelector('svg')];
  const wide = svg.getBoundingClientRect().width;
  const words = [...svg.querySelectorAll('text')].filter(one => one.getBoundingClientRect().width > 2);
  const heights = words.map(one => parseFloat(getComputedStyle(one).fontSize));
  return [box.clientWidth, wide, Math.min(...heights) * wide / svg.width.baseVal.value];
})"""
SMALLEST = 10.9  # pixels that a word of a chart is high, and what rounding takes


def shown(page, site, name):
    """Open a page, and wait until its charts are drawn."""
    page.goto((site / name).as_uri())
    page.wait_for_function(
        "document.querySelectorAll('figure.t2-chart').length =="
        " document.querySelectorAll('figure.t2-chart[data-live]').length"
    )
    return page


@pytest.fixture
def lessons(site):
    """Give the pages of the lessons."""
    return sorted(file.relative_to(site).as_posix() for file in site.glob("notebooks/*.html"))


def test_every_chart_is_drawn_and_nothing_is_asked_outside(page, site, lessons):
    """Every chart is drawn live, by scripts of the site alone, without an error, and whole at 1280 pixels."""
    drawn = 0
    for name in lessons:
        drawn += shown(page, site, name).locator(f"{LIVE} svg").count()
        page.evaluate(
            "document.querySelectorAll('details.hide').forEach(one => { one.open = true })"
        )
        for room, wide, words in page.evaluate(SIZES):
            assert wide <= room + 1, name
            assert words > SMALLEST, name
        assert page.locator("figure.t2-chart img").count() == 0
    assert drawn == 41
    assert page.outside == []
    assert page.errors == []


def test_a_control_moves_chart_title_and_table(page, site):
    """A slider is moved by keyboard, and the marks, the title as it is heard, and the table follow."""
    shown(page, site, "notebooks/00-start-here.html")
    page.evaluate("document.querySelectorAll('details.hide').forEach(one => { one.open = true })")
    figure = page.locator(LIVE).filter(has=page.locator("input[type=range]")).first
    figure.locator(".t2-table > summary").click()
    figure.locator(".t2-table table").wait_for()
    title = figure.locator("svg text[aria-roledescription=title]")
    before = title.get_attribute("aria-label"), figure.locator(".t2-table").inner_text()
    figure.locator("input[type=range]").first.focus()
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    after = title.get_attribute("aria-label"), figure.locator(".t2-table").inner_text()
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_a_choice_says_why(page, site):
    """An option that is opened says whether it is right and why, without any Python."""
    shown(page, site, "notebooks/05-measuring-impact.html")
    options = page.get_by_role("group", name="Question q5-1").locator(".t2-options details")
    options.nth(0).locator("summary").click()
    assert "Not yet. It does not speak of U.S.-Iran talks." in options.nth(0).inner_text()
    options.nth(3).locator("summary").click()
    assert "Right." in options.nth(3).inner_text()


def test_what_answers_a_guess_is_shown_when_it_is_asked_for(page, site):
    """A chart that answers a guess stands behind a line to open, and is drawn when it is opened."""
    page.goto((site / "notebooks/12-after-2010.html").as_uri())
    figure = page.locator("details.hide figure.t2-chart").first
    assert not figure.is_visible()
    page.get_by_text("Show what this cell gives").first.click()
    figure.locator("svg").first.wait_for()
    assert figure.is_visible()


def test_an_address_opens_its_row(page, site):
    """Whoever follows the address of a row sees what it rests on, and a source leads to its passage."""
    page.goto((site / "data/dialogues.html").as_uri() + "#una-sipri")
    row = page.locator("[id='una-sipri']")
    assert row.locator("details").first.get_attribute("open") is not None
    assert row.locator(".t2-more").is_visible()
    said = row.get_by_role("link", name="DiMaggio 2010, American organizers, para. 5").first
    said.click()
    page.wait_for_url("**/data/passages.html#dimaggio2010-organizers-5.*")
    assert "convened one of the track II efforts" in page.locator("tbody:target").inner_text()


def test_rows_are_chosen_and_sorted(page, site):
    """A word leaves the rows that have it, and a column puts them in order, both by keyboard."""
    page.goto((site / "data/dialogues.html").as_uri())
    field = page.get_by_label("Only rows with")
    field.fill("pugwash vienna")
    rows = page.locator(".t2-rows tbody:visible")
    assert 0 < rows.count() < 20
    assert page.get_by_text(f"{rows.count()} of 114 rows").is_visible()
    field.fill("")
    page.get_by_role("button", name="name").press("Enter")
    names = rows.locator("tr:first-child > th").all_inner_texts()
    assert names == sorted(names, key=str.lower) or names[0] < names[-1]
    assert page.locator("th[aria-sort=ascending]").count() == 1


def test_dates_are_sorted_as_dates(page, site):
    """A column of dates is in the order of time, which is not that of its words."""
    page.goto((site / "data/events.html").as_uri())
    page.get_by_role("button", name="date").press("Enter")
    cells = page.locator(".t2-rows tbody td[data-label=date]")
    orders = cells.evaluate_all("all => all.map(one => one.dataset.order).filter(Boolean)")
    years = [int(order[:4]) for order in orders]
    assert years == sorted(years)


def test_the_search_works_from_a_folder(page, site):
    """The search finds a word of a lesson and leads to it, with no server."""
    page.goto((site / "search.html").as_uri() + "?q=stalemate")
    page.locator("#search-results li a[href*='05-measuring-impact']").first.wait_for()
    assert page.outside == []


def test_what_was_searched_leads_to_the_rows(page, site):
    """Of a table to which a search leads, only the rows are shown that have the word."""
    page.goto((site / "search.html").as_uri() + "?q=stalemate")
    page.locator("#search-results").get_by_role("link", name="Works (table)").click()
    page.locator(".t2-rows").wait_for()
    assert page.get_by_label("Only rows with").input_value() == "stalemate"
    assert page.locator(".t2-rows tbody:visible").count() == 1


def test_a_chart_follows_the_dark(page, site):
    """In the dark a chart has the colors of the dark page, and words that can be read on it."""
    page.emulate_media(color_scheme="dark")
    shown(page, site, "notebooks/05-measuring-impact.html")
    ground = page.locator(f"{LIVE} svg").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(17, 17, 17)"


def test_a_dark_page_is_printed_on_white(page, site):
    """What is dark on the screen is light on paper, and dark again afterwards."""
    page.emulate_media(color_scheme="dark")
    shown(page, site, "notebooks/05-measuring-impact.html")
    theme = "document.documentElement.dataset.theme"
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(theme) == "light"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(theme) == "dark"


def test_without_scripts_there_are_stills_with_their_words(chromium, site):
    """A page that runs no script shows each chart as a picture with its words."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "notebooks/05-measuring-impact.html").as_uri())
    still = page.locator("figure.t2-chart img")
    assert still.evaluate("e => e.naturalWidth") > 0
    assert still.get_attribute("alt").startswith("Chart: 43 of 100 imagined talks succeed")
    context.close()


def test_words_of_a_chart_can_be_read_on_a_phone(page, site):
    """At 320 pixels a chart is moved in its box, and not drawn smaller than can be read."""
    page.set_viewport_size({"width": 320, "height": 800})
    for room, wide, words in shown(page, site, "notebooks/05-measuring-impact.html").evaluate(
        SIZES
    ):
        assert wide > room
        assert words > SMALLEST


def test_what_is_too_wide_says_so_and_is_moved_by_keyboard(page, site):
    """On a phone the box of a chart has a hint, takes the focus, and moves by the arrow keys."""
    page.set_viewport_size({"width": 390, "height": 800})
    shown(page, site, "notebooks/05-measuring-impact.html")
    box = page.locator(".t2-sideways").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.t2-sideways').scrollLeft > 0")
    hint = box.evaluate("one => getComputedStyle(one, '::before').content")
    assert "move it sideways" in hint
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function("!document.querySelector('.t2-sideways').hasAttribute('tabindex')")


def test_what_a_control_changes_is_heard(page, site):
    """When a control has come to rest, what the chart then says of itself is said once, with its rows."""
    shown(page, site, "notebooks/00-start-here.html")
    page.evaluate("document.querySelectorAll('details.hide').forEach(one => { one.open = true })")
    figure = page.locator(LIVE).filter(has=page.locator("input[type=range]")).first
    status = figure.get_by_role("status")
    assert status.text_content() == ""
    figure.locator("input[type=range]").focus()
    page.keyboard.press("End")
    expected = (
        "2010: 3 of 9 dialogues are said to be going on; no word on 3. 9 rows, as the chart stands."
    )
    expect(status).to_have_text(expected)


def test_what_is_not_stated_is_no_word_of_a_table(page, site):
    """An event without a date has an empty cell in the table of its chart."""
    shown(page, site, "notebooks/02-khatami-years.html")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    cells = page.locator(".t2-table td")
    cells.first.wait_for()
    assert "null" not in cells.all_text_contents()


def test_a_chart_keeps_its_ground_in_forced_colors(chromium, site):
    """Where a reader forces colors, a chart keeps white ground and dark words, and a line that opens its ring."""
    context = chromium.new_context(forced_colors="active", color_scheme="light")
    page = shown(context.new_page(), site, "notebooks/05-measuring-impact.html")
    svg = page.locator(f"{LIVE} svg").first
    assert svg.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"
    assert svg.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    assert (
        svg.locator("text").last.evaluate("one => getComputedStyle(one).fill")
        != "rgb(255, 255, 255)"
    )
    page.locator(".t2-question summary").first.focus()
    page.keyboard.press("Tab")
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(ring) != "none"
    context.close()


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_is_wider_than_a_phone(page, site, lessons, width):
    """At 390 pixels, and at 320, which is 400 % of a screen of 1280, nothing lies off the page."""
    page.set_viewport_size({"width": width, "height": 800})
    others = [
        "index.html",
        "run.html",
        "lessons.html",
        "data/dialogues.html",
        "docs/instructors/README.html",
        "README.html",
    ]
    for name in [*lessons, *others, "reference/names/track2lib.load.html"]:
        shown(page, site, name)
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(over) <= 0, name
