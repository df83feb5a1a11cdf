"""A chart for a projector is the chart of the page, all of it larger, and no word below 20 pixels."""

import re
import struct

import pytest
from drawn import named
from stored_pictures import drawn

import track2lib as t2
from track2lib.page.renderer import STYLE, render
from track2lib.page.sizes import LARGE, SIZES, factor
from track2lib.page.theme import enable_charts

VEGA = "application/vnd.vega.v5+json"


@pytest.fixture
def projector():
    """Draw for a projector during a test."""
    enable_charts(size="projector")
    yield
    enable_charts()


def shown(size):
    """Give what a notebook stores for a chart at a size."""
    enable_charts(size=size)
    spec = t2.timeline(named()).to_dict()
    enable_charts()
    return render(spec)


def test_smallest_words_of_a_page_are_20_high_for_a_projector():
    """The theme of the page has none below 13, and this is what they become."""
    assert 13 * SIZES["projector"] == pytest.approx(20)


def test_picture_is_larger_by_the_factor():
    """So is the place that it takes on the page; its words are the same."""
    (small, of_small), (large, of_large) = shown("page"), shown("projector")
    for side in ("width", "height"):
        wanted = of_small["image/png"][side] * SIZES["projector"]
        assert of_large["image/png"][side] == pytest.approx(wanted, abs=1.5)
    assert small["text/plain"] == large["text/plain"]
    assert factor(small[VEGA]) == 1 < factor(large[VEGA])


def test_chart_says_its_size_to_the_style_of_the_page():
    """The SVG has the class that the style asks for, and only a chart for a projector has it."""
    classes = [
        {part.get("class") for part in drawn(shown(size)[0][VEGA]).iter()} - {None}
        for size in SIZES
    ]
    has = [any(LARGE in name.split() for name in found) for found in classes]
    assert has == [False, True]
    assert re.search(rf"svg:has\(\.{LARGE}\) {{ zoom: 1\.5385; }}", STYLE)


def test_nothing_else_of_a_chart_is_changed():
    """The mark that says it is the only difference of the drawn chart, and takes no room."""
    small, large = (drawn(shown(size)[0][VEGA]) for size in SIZES)
    assert (small.get("width"), small.get("height")) == (large.get("width"), large.get("height"))
    told = [
        ["".join(text.itertext()) for text in svg.findall(".//{*}text")] for svg in (small, large)
    ]
    assert [*filter(None, told[0])] == [*filter(None, told[1])]


@pytest.mark.usefixtures("projector")
def test_saved_picture_is_larger(tmp_path):
    """What `save` writes is of the session's size, unless another is asked for."""
    chart = t2.timeline(named())
    widths = []
    for name, options in {"a.png": {}, "b.png": {"scale_factor": 1}}.items():
        chart.save(tmp_path / name, **options)
        widths.append(struct.unpack(">I", (tmp_path / name).read_bytes()[16:20])[0])
    assert widths[0] / widths[1] == pytest.approx(SIZES["projector"], abs=0.01)
