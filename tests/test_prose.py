"""The prose of the lessons: every fact has its place in a source, every citation leads there."""

import json
import re
import tomllib
from pathlib import Path

import pytest

import track2lib as t2
from track2lib.package import locators, open_package

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CITATION = re.compile(
    r"((?:DiMaggio 2010|RAND 2007)(?:, [A-Z][^,()]*)?, (?:paras?\. \d+(?:(?:, \d+)* and \d+)?|heading))"
)
# A passage that names one of these states a fact about the case.
SUBJECTS = re.compile(
    r"\b(Iran|Iranians?|Tehran|Washington|Khatami|Ahmadinejad|Mottaki|Pugwash|Stockholm|Kaye|Cold War|"
    r"Americans?|IPIS|UCLA|RAND release)\b"
)
# What asks or sums up repeats facts that stand, with their source, in the same lesson.
EXEMPT = re.compile(
    r"^(\*\*(Your turn|Predict|Your first|Next:)|## (To talk about|What to keep|References)|# )",
    re.MULTILINE,
)


def places(citation: str) -> list[str]:
    """Write out each paragraph of a citation: 'paras. 1 and 5' are two places."""
    start, mark, numbers = citation.partition(" paras. ")
    return (
        [f"{start} para. {number}" for number in re.findall(r"\d+", numbers)]
        if mark
        else [citation]
    )


def prose(lesson: Path) -> list[str]:
    """Give the text cells of a lesson."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_citation_leads_to_a_passage(lesson: Path) -> None:
    """Source, section and paragraph of each citation exist."""
    known = set(locators(open_package()))
    cited = [
        place
        for text in prose(lesson)
        for citation in CITATION.findall(text)
        for place in places(citation)
    ]
    assert cited
    assert [citation for citation in cited if citation not in known] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_citation_has_the_one_form(lesson: Path) -> None:
    """Whatever stands in brackets after a year reads like a citation that can be resolved."""
    for text in prose(lesson):
        for bracket in re.findall(r"\(([^()]*(?:2010|2007), [^()]*)\)", text):
            assert all(CITATION.fullmatch(part.strip()) for part in bracket.split(";")), bracket


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_factual_passage_cites_its_source(lesson: Path) -> None:
    """A text cell that speaks of the case says where that stands."""
    bare = [
        text[:70]
        for text in prose(lesson)
        if SUBJECTS.search(text) and not EXEMPT.search(text) and not CITATION.search(text)
    ]
    assert bare == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_nothing_cited_to_rand_speaks_of_iran(lesson: Path) -> None:
    """The release does not mention Iran, so no sentence with Iran in it may rest on it alone."""
    for text in prose(lesson):
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text):
            if "RAND 2007" in sentence and "DiMaggio 2010" not in sentence:
                assert not re.search(r"\bIran|\bTehran", sentence), sentence


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_questions_stand_in_their_lesson(lesson: Path) -> None:
    """Each question of a lesson is asked in it once, in order, with the dots still in place."""
    number = lesson.stem[:2]
    file = ROOT / "track2lib" / "questions" / f"{number}.toml"
    wanted = [
        question["id"] for question in tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    ]
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert re.findall(r'check\("(q[\d-]+)", \.\.\.\)', code) == wanted
    assert len(re.findall(r"\bcheck\(", code)) == len(wanted)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_links_between_lessons_lead_somewhere(lesson: Path) -> None:
    """A link to another lesson names a file that is there."""
    for text in prose(lesson):
        for target in re.findall(r"\]\(([^)#:]+\.ipynb)\)", text):
            assert (lesson.parent / target).is_file(), target


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_rests_on_the_founding_documents(lesson: Path) -> None:
    """Lessons 00 to 05 load what the two documents bear, so that more data change no word of them."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    loads = [call for call in re.findall(r"t2\.load\([^)]*\)", code) if "dialoges" not in call]
    assert all('scope="founding"' in call for call in loads)
    assert len(t2.load("sources", scope="founding")) == 2
