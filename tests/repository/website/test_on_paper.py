"""Slides and handouts are listed where a class looks for them and on its plan; one that is missing is named."""

import re

import pytest
from website.on_paper import KINDS, lay_beside, section

TITLES = {"00-start-here": "Start here", "01-definitions": "Definitions"}


@pytest.fixture
def printed(tmp_path):
    """Lay out empty files as `nox -s slides` and `nox -s handouts` name them."""
    for kind in KINDS:
        (tmp_path / kind).mkdir()
    names = [f"{kind}/{name}" for kind in KINDS for name in TITLES]
    names += [f"handouts/{name}-instructor" for name in TITLES]
    for name in [*names, "handouts/workshop-role-cards"]:
        (tmp_path / f"{name}.pdf").touch()
    return tmp_path


def test_all_that_is_printed_is_listed(printed):
    """Each file that lies there is a link of the section."""
    listed = section(TITLES, printed, "print")
    for file in printed.rglob("*.pdf"):
        assert f"](print/{file.relative_to(printed).as_posix()})" in listed


def test_what_was_not_printed_is_named(printed):
    """A lesson without slides is an error that says which file is missing, and how it is made."""
    (printed / "slides" / "01-definitions.pdf").unlink()
    with pytest.raises(ValueError, match=r"lacks slides/01-definitions\.pdf: run `nox -s slides`"):
        section(TITLES, printed, "print")


def test_a_plan_leads_to_what_is_printed_for_its_lesson(printed, tmp_path):
    """Below the title of each plan stand links to all files of its lesson, which lie there, and to the glossary."""
    folder = tmp_path / "docs" / "instructors"
    folder.mkdir(parents=True)
    for name in ["README", *TITLES]:
        (folder / f"{name}.md").write_text("# A plan\n\nWords.\n")
    lay_beside(folder / "README.md", printed, TITLES)
    for name in TITLES:
        title, line, words = (folder / f"{name}.md").read_text("utf-8").split("\n\n")
        assert (title, words) == ("# A plan", "Words.\n")
        *files, glossary = re.findall(r"\]\((.*?)\)", line)
        assert {*map(folder.joinpath, files)} == {*folder.glob(f"print/*/{name}*.pdf")}
        assert len(files) == 3
        assert glossary == "../glossary.md"
