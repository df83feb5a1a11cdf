"""The prose of the lessons: every fact has its place in a source, every citation leads there."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from citing import FOUNDING, KNOWN, citations, places

import track2lib as t2

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PART_ONE = [path for path in LESSONS if path.stem[:2] <= "05"]
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


def prose(lesson: Path) -> list[str]:
    """Give the text cells of a lesson."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_citation_leads_to_a_passage(lesson: Path) -> None:
    """Source, section and paragraph of each citation exist."""
    cited = [
        place
        for text in prose(lesson)
        for citation in citations(text)
        for place in places(citation)
    ]
    assert cited
    assert [citation for citation in cited if citation not in KNOWN] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So it is (Slim 2009, Executive Summary).", ["Slim 2009, Executive Summary"]),
        ("So it is (Al Jazeera 2006).", ["Al Jazeera 2006"]),
        ("Two (RAND 2007, para. 2; Slim 2009, title).", ["RAND 2007, para. 2", "Slim 2009, title"]),
        (
            "Both (DiMaggio 2010, Overview, paras. 1 and 2).",
            ["DiMaggio 2010, Overview, paras. 1 and 2"],
        ),
        ("It is nowhere (Smith 2011, p. 3).", ["Smith 2011, p. 3"]),
        ("It is nowhere (Smith 2011).", ["Smith 2011"]),
        ("No place (Slim 2009, no such section).", ["Slim 2009, no such section"]),
        ("Read on (The Nation (Pakistan) 2019).", ["The Nation (Pakistan) 2019"]),
        ("A day (December 2006), a term (1997 to 2005), [a link](https://example.org/2010).", []),
    ],
)
def test_citations_are_recognised(text: str, found: list[str]) -> None:
    """A citation of any source is seen, also one that leads nowhere; a date is none."""
    assert citations(text) == found


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_citation_has_the_one_form(lesson: Path) -> None:
    """Whatever stands in brackets after a year reads like a citation that can be resolved."""
    for text in prose(lesson):
        for bracket in re.findall(r"\(([^()]*(?:2010|2007), [^()]*)\)", text):
            parts = [bracket] if bracket in KNOWN else [part.strip() for part in bracket.split(";")]
            assert all(FOUNDING.fullmatch(part) or part in KNOWN for part in parts), bracket


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_factual_passage_cites_its_source(lesson: Path) -> None:
    """A text cell that speaks of the case says where that stands."""
    bare = [
        text[:70]
        for text in prose(lesson)
        if SUBJECTS.search(text) and not EXEMPT.search(text) and not citations(text)
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
    """Each question of a lesson is asked in it once, in order, and waits for its answer."""
    number = lesson.stem[:2]
    file = ROOT / "track2lib" / "lessons" / "questions" / f"{number}.toml"
    wanted = [
        question["id"] for question in tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    ]
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert re.findall(r'check\("(q[\d-]+)"\)', code) == wanted
    assert len(re.findall(r"\bcheck\(", code)) == len(wanted)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_links_between_lessons_lead_somewhere(lesson: Path) -> None:
    """A link to another lesson names a file that is there."""
    for text in prose(lesson):
        for target in re.findall(r"\]\(([^)#:]+\.ipynb)\)", text):
            assert (lesson.parent / target).is_file(), target


@pytest.mark.parametrize("lesson", PART_ONE, ids=lambda path: path.stem)
def test_a_lesson_rests_on_the_founding_documents(lesson: Path) -> None:
    """Lessons 00 to 05 load what the two documents bear, so that more data change no word of them.

    Cells at their end may show what all the sources add, and say so in their first line.
    """
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    marked = [source.startswith("# With every source, not only the two") for source in sources]
    assert any(marked)
    assert sum(marked) == sum(marked[marked.index(True) :]) == len(marked) - marked.index(True)
    code = "\n".join(sources[: marked.index(True)])
    loads = [call for call in re.findall(r"t2\.load\([^)]*\)", code) if "dialoges" not in call]
    assert all('scope="founding"' in call for call in loads)
    assert len(t2.load("sources", scope="founding")) == 2


@pytest.mark.parametrize(
    ("lesson", "place", "words"),
    [
        ("01", "RAND 2007, para. 6", ["Often", "it was natural, and not the aftershocks"]),
        ("05", "DiMaggio 2010, Measuring success, para. 1", ["*usually*", "*generally*"]),
        (
            "05",
            "DiMaggio 2010, Measuring success, para. 1",
            ["can reach policymakers and influence them"],
        ),
        ("05", "DiMaggio 2010, Opening, para. 2", ["limited", "largely", "made it hard"]),
        ("07", "DiMaggio 2010, Measuring success, para. 3", ["Usually", "commonly"]),
        ("07", "Kuttab 1998, opening", ["can hide", "does not give up dialogue"]),
        (
            "07",
            "Pilecki and Hammack 2014, abstract",
            ["Jewish Israelis", "both kinds had a hard time", "not advisers of governments"],
        ),
    ],
)
def test_a_paraphrase_keeps_what_limits_it(lesson: str, place: str, words: list[str]) -> None:
    """A hedge, and of whom or what something is said, stand where the passage is told."""
    (file,) = [path for path in LESSONS if path.stem.startswith(lesson)]
    assert any(place in text and all(word in text for word in words) for text in prose(file))
