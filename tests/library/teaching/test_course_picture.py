"""The picture of the course."""

import re

from bs4 import BeautifulSoup

from track2lib.teaching.course import progress
from track2lib.teaching.course_picture import as_html, as_text

ROWS = [
    ("00", "Start & see", [("q0-1", "done"), ("q0-2", "tried"), ("q0-3", "open")]),
    ("01", "Definitions", [("q1-1", "open")]),
]


def test_text():
    """A line for each lesson, in which signs and words say the same."""
    assert as_text("So far.", ROWS).splitlines() == [
        "So far.",
        "",
        "00  Start & see  ■ □ ·  1 of 3 done, 1 tried",
        "01  Definitions  ·      0 of 1 done",
        "",
        "■ done, □ tried, · not answered",
    ]


def test_page():
    """A table with headings of rows and a caption; squares are silent, and the count says them."""
    page = BeautifulSoup(as_html("So <far>.", ROWS), "html.parser")
    assert page.caption.text == "So <far>."
    assert [head.text for head in page.find_all("th", scope="row")] == [
        "00 Start & see",
        "01 Definitions",
    ]
    squares, count = page.tbody.tr.find_all("td")
    assert squares.text == ""
    assert [box["title"] for box in squares.find_all("span")] == [
        *("q0-1: done", "q0-2: tried", "q0-3: not answered"),
    ]
    assert count.text == "1 of 3 done, 1 tried"


def test_shape_alone_tells_them_apart():
    """Full, thick and dotted borders, whatever the colors."""
    html = re.sub(r"#\w{6}", "", as_html("", ROWS))
    boxes = {re.sub(r' title="[^"]*"', "", box) for box in re.findall(r"<span[^>]*>", html)}
    assert len(boxes) == 3


def test_it_is_light_and_safe():
    """Little to store in each lesson, and nothing that a page takes away before it is trusted."""
    html = progress()._repr_html_()
    assert len(html) < 300 * len(progress()) + 220 * progress()["questions"].sum()
    assert {tag.name for tag in BeautifulSoup(html, "html.parser").find_all()} <= {
        *("table", "caption", "tbody", "tr", "th", "td", "span", "p"),
    }
    assert "aria" not in html
