"""Exported lessons in a browser: nothing is asked for, and nothing runs off the paper."""

import sys
from pathlib import Path

import pytest
from commands import ROOT, run

TEMPLATES = ROOT / "track2lib" / "jupyter" / "nbconvert"
# A sheet of A4 less its margins, in the pixels of a browser.
PAPER = 697
WIDER = """(paper) => [...document.querySelectorAll("p, pre, img, table, td, li")]
    .filter((part) => {
        // The edge of the paper, and of a box that would cut what is wider than itself.
        const box = part.closest(".jp-OutputArea-output") ?? document.body;
        const edge = Math.min(paper, box.getBoundingClientRect().right);
        return part.getBoundingClientRect().right > edge + 1;
    })
    .map((part) => part.tagName + ": " + part.textContent.trim().slice(0, 60))"""

# On paper: what may be broken within a word, and code that may be broken within itself.
BROKEN = """() => [
    ...[...document.querySelectorAll(".jp-OutputArea-output pre")]
        .filter((part) => getComputedStyle(part).wordBreak !== "normal"),
    ...[...document.querySelectorAll(".jp-CodeCell .jp-Cell-inputWrapper")]
        .filter((part) => getComputedStyle(part).breakInside !== "avoid"),
].map((part) => part.textContent.trim().slice(0, 60))"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Convert every lesson to a page and to slides, as the command does."""
    folder = tmp_path_factory.mktemp("exported")
    paths = sorted((ROOT / "notebooks").glob("*.ipynb"))
    places = ("extra_template_basedirs", "extra_template_paths")
    settings = [f"--TemplateExporter.{place}={TEMPLATES}" for place in places]
    settings.append(f"--output-dir={folder}")
    for kind, template in {"html": "track2", "slides": "track2-slides"}.items():
        options = ["--log-level=ERROR", f"--to={kind}", f"--template={template}", *settings]
        run(sys.executable, "-m", "nbconvert", *options, *paths)
    return sorted(folder.glob("*.html"))


def test_nothing_is_asked_for_and_nothing_runs_off_the_paper(page, exported):
    """Each page asks for its own file only; on paper nothing is cut, and no word and no code."""
    assert len(exported) > 8
    window = page.context.browser.new_page()
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    for path in exported:
        asked.clear()
        window.goto(Path(path).as_uri())
        if "slides" in path.name:
            assert window.evaluate("() => Reveal.getTotalSlides()") > 10
        else:
            window.set_viewport_size({"width": PAPER, "height": 1000})
            window.emulate_media(media="print")
            assert window.evaluate(WIDER, PAPER) == [], path.name
            assert window.evaluate(BROKEN) == [], path.name
            window.emulate_media(media="screen")
        assert [url for url in asked if not url.startswith("data:")] == [Path(path).as_uri()]
    window.close()
