"""The workshop to play: what its pages promise each other, their sources, and the class that plays it."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from citing import KNOWN, LABELS, PACKAGE, citations, places

import track2lib as t2
from track2lib.impact.sheet_kinds import FATES, IDEAS, STAGES, Kind, stages_of
from track2lib.records.provenance import locators

WORKSHOP = Path(__file__).parents[2] / "docs" / "workshop"
PAGES = sorted(WORKSHOP.rglob("*.md"))
BRIEFS = sorted((WORKSHOP / "roles").glob("*.md"))
IRANIAN, AMERICAN = BRIEFS[:4], BRIEFS[4:]
# The day on which the scenario plays; what participants read ends with it.
DAY = date(2007, 4, 27)
OF_THE_DAY = [WORKSHOP / "scenario.md", WORKSHOP / "home.md", *BRIEFS]
HEADINGS = ["For everybody", "For you alone", "Where this comes from"]
# What each brief tells its player in bold, so that no side has more to hide or to give.
TOLD = [
    "You hope",
    "You fear",
    "You may not say",
    "At home you answer to",
    "You cannot",
    "You could offer",
    "What would shut you up",
    "Your first sentence:",
]
MONTHS = list(calendar.month_name)[1:]
DATED = re.compile(rf"(?:\b({'|'.join(MONTHS)})(?: (\d{{1,2}}),?)? )?\b((?:19|20)\d\d)\b")


def text_of(page: Path) -> str:
    """Give the text of a page."""
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> list[str]:
    """Give the paragraphs, items and rows of a page, each on one line."""
    split = re.split(r"\n\n|\n(?=[|]|- |\d+\. )", text_of(page))
    return [" ".join(block.split()) for block in split if block.strip()]


def cited_in(page: Path) -> list[str]:
    """Give each place that a page cites."""
    return [place for block in blocks(page) for one in citations(block) for place in places(one)]


def sections(page: Path) -> dict[str, str]:
    """Give what stands under each heading of the second level."""
    parts = re.split(r"^## (.+)\n", text_of(page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def table(text: str) -> list[list[str]]:
    """Give the cells of the first table of a text, its heading first."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            break
    return [row for row in rows if not set("".join(row)) <= {"-"}]


def minutes(text: str, column: str = "Minutes") -> list[int]:
    """Give the minutes in a column of the first table of a text."""
    heading, *rows = table(text)
    return [int(row[heading.index(column)]) for row in rows]


def later(words: str) -> bool:
    """Tell whether words outside brackets name a day, month or year after that of the scenario."""
    plain = re.sub(r"\([^()]*\)", "", words)
    for month, day, year in DATED.findall(plain):
        number = MONTHS.index(month) + 1 if month else 1
        if date(int(year), number, int(day or 1)) > DAY:
            return True
    return False


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_citation_leads_to_a_passage(path: Path) -> None:
    """Whatever a page cites is a passage of a source in the data."""
    assert [place for place in cited_in(path) if place not in KNOWN] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    """Each link to another page names a file that is there."""
    for target in re.findall(r"\]\(([^)#:]+)\)", text_of(path)):
        assert (path.parent / target).exists(), target


def test_what_pages_call_is_there() -> None:
    """Each function that a page names is one of the library."""
    named = {name for page in PAGES for name in re.findall(r"t2\.impact\.(\w+)", text_of(page))}
    assert named
    assert [name for name in sorted(named) if not hasattr(t2.impact, name)] == []


def test_there_are_eight_briefs() -> None:
    """Eight briefs, numbered, four from each country."""
    assert [path.name[:2] for path in BRIEFS] == [f"{number:02}" for number in range(1, 9)]
    titles = [text_of(path).splitlines()[0] for path in BRIEFS]
    assert [title[2] for title in titles] == [*"12345678"]
    assert all(title.endswith("Tehran") for title in titles[:4])
    assert not any("Tehran" in title for title in titles[4:])


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_is_a_card(brief: Path) -> None:
    """A title and three headings, on one page, with everything that its player has to know."""
    assert list(sections(brief)) == HEADINGS
    assert 250 <= len(text_of(brief).split()) <= 450
    alone = sections(brief)["For you alone"]
    assert [bold for bold in re.findall(r"\*\*([A-Z][^*]+)\*\*", alone) if bold in TOLD] == TOLD


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_says_what_it_rests_on_and_what_is_invented(brief: Path) -> None:
    """Sources stand in their section only, several of them, and what is made up is called so."""
    said = sections(brief)
    resting = " ".join(said["Where this comes from"].split())
    assert len({label for label in LABELS if f"({label}" in resting}) >= 2
    assert "*Invented:*" in resting
    assert not citations(said["For everybody"] + said["For you alone"])


def test_sides_are_balanced() -> None:
    """Neither side has much more to say, to rest on, or to offer."""
    words = [sum(len(text_of(path).split()) for path in side) for side in (IRANIAN, AMERICAN)]
    assert max(words) / min(words) < 1.15
    cited = [sum(len(cited_in(path)) for path in side) for side in (IRANIAN, AMERICAN)]
    assert max(cited) / min(cited) < 1.5


@pytest.mark.parametrize("side", [IRANIAN, AMERICAN], ids=["Iranian", "American"])
def test_a_side_does_not_agree_among_itself(side: list[Path]) -> None:
    """On each side, cards say what they think of cards of their own side."""
    own = {path.name[1] for path in side}
    named = [
        set(re.findall(r"\(?card (\d)\)?", sections(path)["For you alone"])) & own for path in side
    ]
    assert sum(bool(cards) for cards in named) >= 2


@pytest.mark.parametrize("path", OF_THE_DAY, ids=lambda path: path.stem)
def test_no_date_is_later_than_the_day(path: Path) -> None:
    """What participants read names no later date, unless it says that it is later."""
    assert [block for block in blocks(path) if later(block) and "later" not in block] == []


@pytest.mark.parametrize(
    ("words", "is_later"),
    [
        ("On April 27, 2007 they met.", False),
        ("On April 28, 2007 they met.", True),
        ("In May 2007 it was over.", True),
        ("It is spring 2007.", False),
        ("By 2008 it had begun.", True),
        ("So it is told (Penketh 2008, paras. 1-4).", False),
    ],
)
def test_a_later_date_is_recognized(words: str, is_later: bool) -> None:
    """A date after the day is seen; the year of a source in brackets is none."""
    assert later(words) is is_later


@pytest.mark.parametrize("path", OF_THE_DAY, ids=lambda path: path.stem)
def test_no_event_is_later_than_the_day(path: Path) -> None:
    """No passage is cited that tells only of events after the day, unless it is called later."""
    began = t2.load("events").set_index("event_id")["date_earliest"]
    told = PACKAGE.text("evidence").query("table == 'events'").dropna(subset="passage_id")
    where = locators(PACKAGE)
    events: dict[str, list[bool]] = {}
    for key, passage in zip(told["key"], told["passage_id"], strict=True):
        first = began[key]
        events.setdefault(where[passage], []).append(
            bool(pd.notna(first) and first > pd.Timestamp(DAY))
        )
    assert any(all(after) for after in events.values())
    for block in blocks(path):
        for citation in citations(block):
            after = [late for place in places(citation) for late in events.get(place, [])]
            assert not (after and all(after)) or "later" in block, (citation, block)


def test_the_plan_fills_two_sessions() -> None:
    """Both sessions add up to 75 minutes, each phase begins when the one before it ends."""
    planned = sections(WORKSHOP / "guide.md")
    for session in ("Session 1: in the room", "Session 2: going home"):
        lasting = minutes(planned[session])
        assert sum(lasting) == 75
        assert minutes(planned[session], "From") == [sum(lasting[:n]) for n in range(len(lasting))]


def test_all_pages_give_the_same_minutes() -> None:
    """At a glance, in the third party's brief and in the debrief the minutes are those of the guide."""
    planned = sections(WORKSHOP / "guide.md")
    first = minutes(planned["Session 1: in the room"])
    second = minutes(planned["Session 2: going home"])
    glance = table(sections(WORKSHOP / "README.md")["The two sessions at a glance"])[1:-1]
    assert [int(row[1]) for row in glance] == first
    assert [int(row[3]) for row in glance] == second
    assert minutes(sections(WORKSHOP / "third-party.md")["Your two days in one look"]) == [
        *first[2:5],
        *second[1:3],
    ]
    assert sum(minutes(sections(WORKSHOP / "debrief.md")["The order"])) == second[-1]


def test_other_ways_to_play_add_up() -> None:
    """The short version takes half an hour, the online one two sessions of 75 minutes."""
    short = text_of(WORKSHOP / "short.md")
    assert sum(minutes(short)) == 30
    assert minutes(short, "From") == [sum(minutes(short)[:n]) for n in range(len(minutes(short)))]
    online = table(sections(WORKSHOP / "online.md")["Minutes online"])[1:-1]
    assert sum(int(row[1]) for row in online) == sum(int(row[3]) for row in online) == 75


def test_observers_code_the_stages_of_the_data() -> None:
    """The page lists each stage and fate, in the order and spelling that the sheets take."""
    said = sections(WORKSHOP / "observers.md")
    stages = table(said["Sheet 1: the stage, every five minutes"])[1:]
    assert [row[0].strip("`") for row in stages] == [*stages_of()]
    fates = table(said["Sheet 2: what became of the ideas"])[1:]
    assert [row[0].strip("`") for row in fates] == [*FATES]


@pytest.mark.parametrize(
    ("kind", "fill"),
    [
        (STAGES, lambda rows: rows.assign(observer="Kim", room="A", stage="concerns")),
        (IDEAS, lambda rows: rows.assign(observer="Kim", room="A", idea="line", fate="carried")),
    ],
    ids=["stages", "ideas"],
)
def test_a_sheet_that_was_filled_in_can_be_read(
    kind: Kind, fill: Callable[[pd.DataFrame], pd.DataFrame], tmp_path: Path
) -> None:
    """The templates have the columns that are read, and their untouched lines do no harm."""
    template = pd.read_csv(WORKSHOP / f"{kind.name}-sheet.csv", dtype="string")
    assert template.columns.tolist() == kind.columns
    filled = fill(template.head(6)).drop_duplicates(["room", *kind.unit])
    pd.concat([filled, template.tail(-6)]).to_csv(tmp_path / "Kim.csv", index=False)
    assert len(t2.impact.load_sheets(tmp_path, kind=kind.name)) == len(filled)


def test_a_sheet_of_stages_has_a_line_for_every_five_minutes() -> None:
    """On the screen and on paper the lines are those of both sessions."""
    template = pd.read_csv(WORKSHOP / "stages-sheet.csv")
    assert template["minute"].tolist() == [*range(0, 150, 5)]
    paper = table(sections(WORKSHOP / "observers.md")["Paper: stages"])[1:]
    on_paper = [int(row[column]) for column in (0, 4) for row in paper]
    assert on_paper == template["minute"].tolist()


def test_each_capital_has_three_desks_with_three_questions() -> None:
    """Neither capital asks more than the other, and the sheet has a line for each desk."""
    said = sections(WORKSHOP / "home.md")
    for capital in ("Tehran", "Washington"):
        desks = re.split(r"^### ", said[f"The desks in {capital}"], flags=re.MULTILINE)[1:]
        assert [desk.split(":")[0] for desk in desks] == ["Minister", "Editor", "Parliament"]
        assert [len(re.findall(r"^\d\. ", desk, re.MULTILINE)) for desk in desks] == [3, 3, 3]
    sheet = pd.read_csv(WORKSHOP / "ideas-sheet.csv")
    assert set(sheet["audience"]) == {
        f"{who} in {capital}"
        for who in ("minister", "editor", "parliament")
        for capital in ("Tehran", "Washington")
    }


def test_the_guide_tells_what_each_card_hides() -> None:
    """The facilitator's list has the eight cards in their order, each with its offer."""
    listed = table(sections(WORKSHOP / "guide.md")["What each card hides"])[1:]
    assert [row[0][0] for row in listed] == [*"12345678"]
    assert all(row[1] and row[2] for row in listed)
