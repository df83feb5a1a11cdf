"""The site as files: every link leads somewhere, every row has its address, nothing comes from outside."""

import gzip
import json
import re
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from website.links import place_in_page
from website.rows import read_tables

ROOT = Path(__file__).parents[3]

# Of a lesson, as it lies on a disk and as a host sends it, in bytes; both with all that it loads.
LYING, SENT = 1_400_000, 480_000
OTHER_PAGES = ("next", "prev", "index", "search")
LOADED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}


class Read(HTMLParser):
    """What a page has: ids, links, and what it loads."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loads = [], [], []

    def handle_starttag(self, tag, attrs):
        about = dict(attrs)
        if "id" in about:
            self.ids.append(about["id"])
        if tag == "a" and about.get("href"):
            self.links.append(about["href"])
        other = tag == "link" and about.get("rel") in OTHER_PAGES
        if about.get(LOADED.get(tag)) and not other:
            self.loads.append(about[LOADED[tag]])


@pytest.fixture(scope="module")
def pages(site):
    """Read every page of the site."""
    found = {}
    for file in site.rglob("*.html"):
        reader = Read()
        reader.feed(file.read_text("utf-8"))
        found[file.relative_to(site).as_posix()] = reader
    return found


def test_every_link_leads_somewhere(site, pages):
    """Each link within the site names a file that is there, and of a page a place that it has."""
    ids = {name: {*page.ids} for name, page in pages.items()}
    wrong = []
    for name, page in pages.items():
        for link in {*page.links, *page.loads}:
            parts = urlsplit(urljoin(f"http://site/{name}", link))
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            goal = unquote(parts.path).removeprefix("/")
            goal = f"{goal}index.html" if goal.endswith("/") or not goal else goal
            place = parts.fragment
            if not (site / goal).is_file():
                wrong.append(f"{name}: {link}")
            # A browser looks for an id as it is written, and then for what its signs stand for.
            elif place and goal in pages and not {place, unquote(place)} & ids[goal]:
                wrong.append(f"{name}: {link} (no such place)")
    assert not wrong


def test_nothing_is_loaded_from_outside(pages):
    """No page names a script, a style, a picture or a font of another place."""
    outside = {load for page in pages.values() for load in page.loads if urlsplit(load).scheme}
    assert {load for load in outside if not load.startswith("data:")} == set()


def test_an_id_is_borne_once(pages):
    """An address within a page is that of one place."""
    double = {
        name: repeated
        for name, page in pages.items()
        if (repeated := [one for one, times in Counter(page.ids).items() if times > 1])
    }
    assert not double


def test_a_lesson_is_light(site, pages):
    """A lesson with its scripts, styles, icons and Vega stays below what a slow line bears."""
    for name in sorted(one for one in pages if one.startswith("notebooks/")):
        files = [site / name, site / "_static/vega.min.js", *site.rglob("fa-solid-900.woff2")]
        for load in {*pages[name].loads}:
            files.append(site / unquote(urlsplit(urljoin(f"http://site/{name}", load)).path)[1:])
        held = [file.read_bytes() for file in files if "stills" not in file.parts]
        assert sum(map(len, held)) < LYING, name
        assert sum(len(gzip.compress(one)) for one in held) < SENT, name


def test_every_row_has_an_address(pages):
    """Each row of each table but the evidence stands on the page of its table under its key."""
    for name, table in read_tables().items():
        places = {place_in_page(key) for key in table.rows}
        assert places <= set(pages[f"data/{name}.html"].ids), name


def test_an_id_has_no_space(pages):
    """No id holds a space, at which an address that is copied would end."""
    assert not [(name, one) for name, page in pages.items() for one in page.ids if " " in one]


def test_what_was_followed_is_found_in_a_copy(site):
    """The archive holds the whole site, under one folder."""
    files = {file.relative_to(site.parent).as_posix() for file in site.rglob("*") if file.is_file()}
    with zipfile.ZipFile(site.with_suffix(".zip")) as archive:
        assert {name for name in archive.namelist() if not name.endswith("/")} == files


def test_no_page_tells_of_the_machine_that_built_it(site):
    """Neither a path of the machine nor a day stands in a page."""
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert str(site.parent) not in text, file
        assert "/tmp/" not in re.sub(r"<code.*?</code>|<pre.*?</pre>", "", text, flags=re.DOTALL), (
            file
        )


def test_questions_and_data_can_be_searched(site):
    """The index of the search knows words of questions, of rows and of chart descriptions."""
    index = (site / "searchindex.js").read_text("utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert {"pugwash", "sipri", "imagin"} <= terms.keys()


def test_who_has_the_site_alone_is_told_what_a_lesson_needs(site, pages):
    """Each lesson leads to the page that says whom to ask for the course, and that to its commands."""
    for file in site.glob("notebooks/*.html"):
        text = file.read_text("utf-8")
        assert re.search(r'href="../run\.html"><span[^>]*>run the lesson', text), file
        assert '<a href="../run.html">how to run it' in text, file
    assert {"README.html#start", "index.html"} <= set(pages["run.html"].links)


def test_lines_that_open_are_heard_as_they_read(site):
    """No line that opens a cell bears a name other than its words."""
    assert not [
        file
        for file in site.glob("notebooks/*.html")
        if "<summary aria-" in file.read_text("utf-8")
    ]


def test_a_term_has_the_address_of_the_glossary(pages):
    """A term is found under the address that it has in the repository."""
    text = (ROOT / "docs/glossary.md").read_text("utf-8")
    addresses = set(re.findall(r'^## <a id="([^"]+)">', text, re.MULTILINE))
    page = pages["docs/glossary.html"]
    assert addresses <= set(page.ids)
    led_to = {
        urlsplit(link).fragment
        for page in pages.values()
        for link in page.links
        if "glossary.html#" in link
    }
    assert led_to <= addresses


def test_the_lessons_are_listed_with_their_minutes(site):
    """The page of the lessons names minutes of each, as the README does."""
    minutes = re.findall(
        r"^\| \d\d \|.*\| (\d+) \|$", (ROOT / "README.md").read_text(), re.MULTILINE
    )
    cells = re.findall(
        r'<td data-label="minutes[^"]*">(\d+)</td>', (site / "lessons.html").read_text()
    )
    assert cells == minutes
