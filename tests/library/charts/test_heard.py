"""What is heard of the charts: the words of their rows, and nothing of how they are drawn."""

import re

import pandas as pd
import pytest
from drawn import founding, named
from facts import Fact, fact, facts_of
from hearing import WORDS_OF_ALL, heard_in, marks_in, points_in
from library_charts import CHARTS, OWN, lanes, spec_of, theme

import track2lib as t2
from track2lib.page.sentence import parts_of


def groups(traits: pd.DataFrame) -> list[Fact]:
    """Give what is said of groups; a gap cites whatever was read for it."""
    cited = " ".join(traits["cited"])
    return [*facts_of(traits), *(fact(own.words, cited) for own in facts_of(traits, "group_id"))]


def cases() -> list[Fact]:
    """Give what is said of dialogues, and of those of one case and kind that have no year."""
    rows = t2.load("dialogues").query("grain == 'one'")
    kinds = rows["case"] + rows["form"].fillna("")
    return [*facts_of(rows), *facts_of(rows.assign(kinds=kinds), "kinds")]


def towns(rows: pd.DataFrame) -> list[Fact]:
    """Give what is said of towns, and how many of what there are no room for more."""
    return facts_of(rows, "place_id", counts=["dialogue_id"])


def years(table: pd.DataFrame) -> list[Fact]:
    """Give the counts of each year."""
    return facts_of(t2.count_per_year(table))


def squares(tables: dict[str, pd.DataFrame]) -> list[Fact]:
    """Give what is said of each row, with the years that it spans, and how much was written in a year."""
    said = []
    for table in tables.values():
        first, last = (table[f"date_{end}"].dt.year for end in ("earliest", "latest"))
        spans = zip(facts_of(table), first.fillna(last), last.fillna(first), strict=True)
        said += [
            own._replace(values=(*own.values, *map(float, range(int(a), int(b) + 1))))
            for own, a, b in spans
            if pd.notna(a)
        ]
        said += years(table)
    return said


# What each chart may say: the rows that it is drawn from, or counts of these.
FROM = {
    "boundaries": lambda: facts_of(founding("readings")),
    "eras": lambda: facts_of(founding("events")),
    "groups": lambda: groups(founding("group_traits")),
    "organizers": lambda: facts_of(founding("dialogue_organizations"), "dialogue_id"),
    "running": lambda: [fact(own.words, 2010.0) for own in facts_of(named())],
    "timeline of dialogues": lambda: facts_of(founding("dialogues")),
    "timeline of events": lambda: facts_of(founding("events")),
    "topics": lambda: facts_of(founding("dialogue_topics")),
    "venues": lambda: facts_of(founding("dialogue_venues")),
    "boundaries of all": lambda: facts_of(t2.load("readings")),
    "groups of all": lambda: groups(t2.load("group_traits")),
    "risks": lambda: facts_of(t2.load("risks"), ["risk", "bearer", "told_as"]),
    "claims and since": lambda: facts_of(t2.load("since")),
    "map of meetings": lambda: towns(t2.load("meetings")),
    "map of dialogues": lambda: towns(t2.load("dialogue_venues")),
    "timeline of all dialogues": lambda: facts_of(t2.load("dialogues").head(40)),
    "timeline of meetings": lambda: facts_of(t2.load("meetings").head(40)),
    "voices": lambda: facts_of(theme()),
    "cases": cases,
    "lanes by year": lambda: squares(lanes()),
    "meetings by year": lambda: years(t2.load("meetings")),
    "events by year": lambda: years(t2.load("events")),
    "topics by dialogues": lambda: facts_of(
        t2.load("dialogue_topics"), "topic_id", counts=["dialogue_id"]
    ),
}
# Of these most or all rows are bars, and bars help to draw as well; a timeline is counted below.
IN_BARS = {name for name in CHARTS if name.startswith("timeline")}
IN_BARS |= {"meetings by year", "events by year", "topics by dialogues", "lanes by year", "cases"}
SHORT = {"organizers": {"names"}}
FIELD = re.compile(r'datum\["(\w+)"\]')
MARKS = {"point", "circle", "bar", "text mark"}
every_chart = pytest.mark.parametrize("name", CHARTS)


def test_all_charts_are_listened_to() -> None:
    """For each chart it is said what it may say."""
    assert {*FROM} == {*CHARTS}


@every_chart
def test_only_marks_and_titles_are_heard(name: str) -> None:
    """Axes, legends, bands, lines and whatever helps to draw are silent."""
    heard = heard_in(spec_of(name))
    assert {kind for kind, _ in heard} <= WORDS_OF_ALL | MARKS
    assert all(label.strip() and "text ''" not in label for _, label in heard)


@every_chart
def test_no_number_is_heard_that_its_rows_do_not_give(name: str) -> None:
    """Each mark speaks of some rows, and each of its numbers and months is one of theirs."""
    facts = FROM[name]()
    labels = marks_in(spec_of(name))
    assert labels
    assert [label for label in labels if not any(own.bears(label) for own in facts)] == []


@every_chart
def test_a_mark_is_heard_once(name: str) -> None:
    """No row speaks by two marks, so that nothing is counted twice by ear."""
    labels = marks_in(spec_of(name))
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", [name for name in CHARTS if name not in IN_BARS])
def test_each_point_is_heard(name: str) -> None:
    """No point of a chart of points is silent: who hears it is told of every row that is seen."""
    labels = [label for label in marks_in(spec_of(name)) if not label.endswith(": not stated")]
    assert len(labels) == points_in(spec_of(name)) > 0


@every_chart
def test_what_is_heard_stands_in_the_table(name: str) -> None:
    """A mark says nothing aloud that its tooltip has not, of which the table of the chart is made."""
    for part in parts_of(spec_of(name)):
        channels = part.get("encoding", {})
        words = channels.get("description", {}).get("value")
        if isinstance(words, dict):
            told = {tip["field"] for tip in channels["tooltip"]}
            # The short name of an organization beside a mark is in the table in full.
            assert {*FIELD.findall(words["expr"])} - told <= SHORT.get(name, set())


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("boundaries", "reason"),
        ("eras", "column"),
        ("groups", "told"),
        ("lanes by year", "lane"),
        ("organizers", "side"),
        ("risks", "cited"),
        ("running", "verdict"),
        ("voices", "side"),
    ],
)
def test_the_table_tells_where_a_mark_stands(name: str, field: str) -> None:
    """What is seen of a mark by its place, or in words beside it, is a line of its tooltip too."""
    told = [
        {tip["field"] for tip in part["encoding"].get("tooltip", [])}
        for part in parts_of(spec_of(name))
        if part.get("mark", {}).get("type") in ("point", "bar") and "encoding" in part
    ]
    assert any(field in fields for fields in told)


@pytest.mark.parametrize("name", ["timeline of dialogues", "timeline of all dialogues"])
def test_each_row_of_a_timeline_is_heard(name: str) -> None:
    """A row is heard once, dated or not, and once more for each date that another source gives."""
    labels = [label for label in marks_in(spec_of(name)) if "When: another source:" not in label]
    assert len(labels) == (16 if name == "timeline of dialogues" else 40)


@pytest.mark.parametrize(("chart", "name"), OWN)
def test_own_rows_are_heard_as_ours_are(three, chart, name) -> None:
    """Rows of one's own speak by their names and sources, and no aid of drawing does."""
    table = t2.load(name, data=three)
    spec = chart(table).to_dict()
    assert {kind for kind, _ in heard_in(spec)} <= WORDS_OF_ALL | MARKS
    facts = years(table) if chart is t2.per_year else facts_of(table)
    # Where rows are counted, and where a control stands.
    counts = tuple(map(float, range(len(table) + 1)))
    stands = [param["value"] for param in spec.get("params", []) if param["name"] == "setting"]
    allowed = [
        own._replace(values=(*own.values, *counts, *(s for s in stands if isinstance(s, int))))
        for own in facts
    ]
    labels = marks_in(spec)
    assert labels
    assert [label for label in labels if not any(own.bears(label) for own in allowed)] == []
