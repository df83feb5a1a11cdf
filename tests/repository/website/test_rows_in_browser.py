"""Rows of the data in a real browser, from a folder: found, chosen, sorted, cited and pointed at."""

import pytest
from rows_cited import with_address

import track2lib as t2

MARK = "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"


def opened(page, site, name, after=""):
    """Open a page of the data."""
    page.goto((site / "data" / name).as_uri() + after)
    return page


def test_a_row_of_any_table_is_found(page, site):
    """A word finds rows of several tables, says how many, and leads to the opened row."""
    opened(page, site, "tables.html")
    field = page.get_by_label("Find a row in any table")
    field.fill("una-sipri stockholm")
    found = page.locator(".t2-find li a")
    assert 0 < found.count() < 50
    assert page.locator(".t2-find output").inner_text().startswith(f"{found.count()} of ")
    field.fill("iran")
    assert found.count() == 50
    assert "the first 50 are here" in page.locator(".t2-find output").inner_text()
    field.fill("una-usa and sipri dialogue")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/data/dialogues.html#una-sipri")
    assert page.locator("[id='una-sipri'] .t2-more details[open]").count() == 1
    assert page.outside == []
    assert page.errors == []


@pytest.mark.parametrize(
    ("asked", "row"),
    [("گفتوگوی تمدنها", "bultannd"), ("ابتكار", "bultannd"), ("SECRÈTES a Geneve", "minoui2009")],
)
def test_letters_are_found_as_another_keyboard_writes_them(page, site, asked, row):
    """Accents, capitals, Arabic forms of Persian letters and what is not seen make no difference."""
    opened(page, site, "tables.html")
    page.get_by_label("Find a row in any table").fill(asked)
    goals = page.locator(".t2-find li a").evaluate_all("all => all.map(one => one.href)")
    assert any(goal.endswith(row) for goal in goals)


def test_the_page_of_the_search_finds_rows_too(page, site):
    """What is searched in the site is looked for among the rows as well, and leads to them."""
    page.goto((site / "search.html").as_uri() + "?q=una-sipri+stockholm")
    page.get_by_role("link", name="Rows of the data with these words").click()
    page.locator(".t2-find li a").filter(has_text="Stockholm").first.click()
    page.wait_for_url("**/data/*.html#**")
    assert page.locator(".t2-more details[open]").count() == 1


def test_the_rows_of_the_first_lessons_are_chosen(page, site):
    """The choice leaves the rows that a first lesson counts, and all counts on the page agree."""
    opened(page, site, "dialogues.html")
    number = len(t2.load("dialogues", scope="founding"))
    page.get_by_label(f"Only the {number} founding rows").check()
    assert page.locator(".t2-rows tbody:visible").count() == number
    total = page.locator(".t2-rows caption").inner_text().split()[0]
    assert page.get_by_text(f"{number} of {total} rows", exact=True).is_visible()
    page.get_by_label("Only rows with").fill("stockholm")
    assert 0 < page.locator(".t2-rows tbody:visible").count() < number


def test_a_citation_is_copied(page, site):
    """A button copies the citation with the address of its row, and says so."""
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })"
    )
    opened(page, site, "dialogues.html", "#una-sipri")
    row = page.locator("[id='una-sipri']")
    row.get_by_role("button", name="Copy citation").click()
    assert row.get_by_role("status").first.inner_text() == "Copied."
    words = f"{t2.cite('dialogues', 'una-sipri')} data/dialogues.html#una-sipri"
    assert page.evaluate("window.copied") == words
    row.get_by_text("BibTeX", exact=True).click()
    row.get_by_role("button", name="Copy BibTeX").click()
    assert page.evaluate("window.copied") == with_address("dialogues", "una-sipri")


def test_a_citation_is_marked_where_it_cannot_be_copied(page, site):
    """A browser that lets no page copy has the citation selected, and the status says what to press."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened(page, site, "dialogues.html", "#una-sipri")
    row = page.locator("[id='una-sipri']")
    row.get_by_role("button", name="Copy citation").click()
    assert "press Ctrl + C" in row.get_by_role("status").first.inner_text()
    assert page.evaluate("getSelection().toString()").endswith("data/dialogues.html#una-sipri")


@pytest.mark.parametrize(
    "after",
    [
        "#khatami-track2/reform-minded%20core%20group%20of%20Iranians",
        "#khatami-track2/reform-minded core group of Iranians",
    ],
)
def test_an_address_with_spaces_opens_its_row(page, site, after):
    """A row whose key has spaces is opened, however its address was written."""
    opened(page, site, "dialogue_participants.html", after)
    assert page.locator(".t2-more details[open]").count() == 1
    assert page.locator("tbody:target").count() == 1


def test_a_sign_that_stands_for_nothing_is_no_error(page, site):
    """An address that was cut within a sign leads to the table, and nothing breaks."""
    opened(page, site, "dialogue_participants.html", "#khatami-track2/reform-minded%2")
    assert page.get_by_label("Only rows with").is_visible()
    assert page.errors == []


def test_it_is_seen_that_columns_can_be_sorted(page, site):
    """A header shows a sign before it is used, is called by its word alone, and says how it is sorted."""
    opened(page, site, "dialogues.html")
    button = page.get_by_role("button", name="name", exact=True)
    sign = "e => getComputedStyle(e, '::after').content"
    assert "↕" in button.evaluate(sign)
    assert page.locator("th[aria-sort=none]").count() == 4
    button.press("Enter")
    assert "↑" in button.evaluate(sign)
    assert page.get_by_role("columnheader", name="name", exact=True).count() == 1


def test_no_table_is_cut(page, site):
    """A table to look through is no wider than its page, on a phone, at 400 % and between."""
    for name in ["tables", "counts", "dialogue_participants"]:
        opened(page, site, f"{name}.html")
        for width in [320, 620, 900]:
            page.set_viewport_size({"width": width, "height": 800})
            table, room = page.locator(".t2-rows").evaluate(
                "e => [e.scrollWidth, e.parentElement.clientWidth]"
            )
            assert table <= room, (name, width)


def test_the_row_of_an_address_is_marked_in_forced_colors(page, site):
    """A line around the row is seen also where a reader's system chooses all colors."""
    page.emulate_media(forced_colors="active")
    opened(page, site, "dialogues.html", "#una-sipri")
    style, width = page.locator("tbody:target").evaluate(MARK)
    assert style == "solid"
    assert width == "2px"
