"""What a JupyterLite of the lessons is made of; building it needs a network, and is not tried here."""

import json
import re

import lite
import pytest
from commands import ROOT

LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Put the sources of the site together."""
    place = tmp_path_factory.mktemp("lite")
    lite.put_together(place)
    return place


def test_lessons_are_there_with_the_index_of_their_charts(place):
    """Each lesson is the stored one, so that its charts are found, which nothing there can compile."""
    stored = [*(ROOT / "notebooks").glob("*.ipynb"), ROOT / "notebooks" / ".charts.json"]
    found = {path.name: path.read_bytes() for path in (place / "contents/notebooks").iterdir()}
    assert found == {path.name: path.read_bytes() for path in stored}
    config = json.loads((place / "jupyter_lite_config.json").read_text("utf-8"))
    assert config["ContentsManager"]["allow_hidden"]


def test_links_of_the_lessons_lead_somewhere(place):
    """What a lesson links to is beside it, as in the repository."""
    folder = place / "contents/notebooks"
    links = set()
    for path in folder.glob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                links |= {*LINK.findall("".join(cell["source"]))}
    assert "../docs/glossary.md" in links
    assert [link for link in links if not (folder / link).exists()] == []


def test_charts_are_made_by_the_locked_altair(place):
    """The version that stored the charts is asked for: another one writes another specification."""
    config = json.loads((place / "jupyter_lite_config.json").read_text("utf-8"))
    (wanted,) = config["PyodideLockAddon"]["specs"]
    assert wanted in (ROOT / "requirements.txt").read_text("utf-8").split()
