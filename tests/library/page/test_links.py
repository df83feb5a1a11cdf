"""Links in a chart."""

import altair as alt
import pandas as pd
import pytest

from track2lib.page.clean import cleaned
from track2lib.page.links import only_links

UNSAFE = [
    "javascript:alert(1)",
    " JavaScript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/hostname",
]
UNSAFE += ["no link", "", "//example.org", "java\tscript:x"]
SAFE = [
    "https://example.org/a?b=c",
    "http://example.org",
    "doi:10.1000/182",
    "mailto:a@example.org",
    "HTTPS://e.org",
]


def chart(link, **how):
    """Give the specification of a chart with one link in a cell."""
    table = pd.DataFrame({"name": ["Oslo"], "web.page": [link]})
    return alt.Chart(table).mark_point(**how).encode(x="name:N", href="web\\.page:N").to_dict()


def cells(spec):
    """Give the rows of a chart."""
    (rows,) = spec["datasets"].values()
    return rows


@pytest.mark.parametrize("link", UNSAFE)
def test_what_is_no_link_leads_nowhere(link):
    """Neither in a cell, nor of a mark, nor as a value or the value of a condition."""
    assert cells(cleaned(chart(link))) == [{"name": "Oslo"}]
    assert "href" not in cleaned({"mark": {"type": "point", "href": link}})["mark"]
    condition = {"condition": {"test": "true", "value": link}, "value": link}
    held = cleaned({"encoding": {"href": condition}})["encoding"]["href"]
    assert held == {"condition": {"test": "true"}}


@pytest.mark.parametrize("link", SAFE)
def test_a_link_stays(link):
    """Of the web, of a paper, of a mailbox."""
    spec = chart(link)
    assert cells(only_links(spec)) == [{"name": "Oslo", "web.page": link}]


def test_other_words_stay():
    """A column that nobody takes for a link may hold any word."""
    spec = chart("https://example.org")
    cells(spec)[0]["name"] = "javascript:x"
    assert only_links(spec) is spec


def test_a_chart_without_a_link_is_drawn():
    """The engine takes a point that leads nowhere, and the chart after it."""
    import vl_convert

    for link in ("javascript:alert(1)", "https://example.org"):
        assert "<svg" in vl_convert.vegalite_to_svg(cleaned(chart(link)))
