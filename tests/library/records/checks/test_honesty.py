"""The rules of honest data: each finds what it is about, and nothing else."""

import pytest
from damage import add, drop, meeting, put, see_fault

import track2lib
from track2lib.records.checks.honesty import RULES
from track2lib.records.snapshot import open_records

EVIDENCE = "Add a row to evidence.csv with this table and key, an empty field and a passage."
SILENCE = "Name a source that does, or take it out."
WORD = "Leave minimum and maximum empty: a word is no number."
HONESTY = {
    "row without evidence": (
        "dialogues.csv",
        [drop("dialogues,ottawa,", "evidence.csv")],
        ("ottawa,", "-", "Row 'ottawa' has no evidence."),
        EVIDENCE,
    ),
    "row with evidence for a field alone": (
        "works.csv",
        [drop("works,breaking-the-stalemate,,", "evidence.csv")],
        ("breaking", "-", "Row 'breaking-the-stalemate' has no evidence."),
        EVIDENCE,
    ),
    "number beside a word": (
        "counts.csv",
        [put("ipis-severed", "minimum", "24")],
        ("ipis-severed", "as_stated", "A number stands beside 'several dozen'."),
        WORD,
    ),
    "ceiling beside a word": (
        "counts.csv",
        [put("una-sipri-former-officials", "maximum", "20")],
        ("una-sipri-former", "as_stated", "A number stands beside 'many'."),
        WORD,
    ),
    "floor above ceiling": (
        "counts.csv",
        [put("una-sipri-meetings", "minimum", "15")],
        ("una-sipri-meetings", "minimum", "The floor 15 is above the ceiling 14."),
        "Correct the bounds.",
    ),
    "a count below nothing": (
        "counts.csv",
        [put("una-sipri-meetings", "minimum", "-9")],
        ("una-sipri-meetings", "minimum", "-9 is out of range."),
        "Write a number from 0 on.",
    ),
    "number beside a word and a year": (
        "counts.csv",
        [put("una-sipri-meetings", "as_stated", "several since 2002")],
        ("una-sipri-meetings", "as_stated", "A number stands beside 'several since 2002'."),
        WORD,
    ),
    "count of no row": (
        "counts.csv",
        [put("una-sipri-meetings", "key", "una-sipry")],
        ("una-sipri-meetings", "key", "Table dialogues has no row 'una-sipry'."),
        "Name the key of a row.",
    ),
    "count of no table": (
        "counts.csv",
        [put("una-sipri-meetings", "table", "dialogs")],
        ("una-sipri-meetings", "table", "There is no table 'dialogs'."),
        "Name a table of the package.",
    ),
    "series as a meeting": (
        "meetings.csv",
        meeting("2002/.."),
        ("m1", "date", "'2002/..' has an open end; that is a series, not a meeting."),
        "Give the date of this meeting, or record the series in dialogues.",
    ),
    "silence in a row": (
        "constructs.csv",
        [put("r-false-hopes", "statement", "Hopes in Iran can be false.")],
        (
            "r-false-hopes",
            "statement",
            "'Iran' rests on rand2007, which does not speak of it.",
        ),
        SILENCE,
    ),
    "silence in a passage": (
        "passages.csv",
        [put("rand2007-text-4.1", "gist", "Kaye: what Tehran cannot think of.")],
        ("rand2007-text-4.1", "gist", "'Tehran' rests on rand2007, which does not speak of it."),
        SILENCE,
    ),
    "silence in evidence": (
        "evidence.csv",
        [
            put(
                "works/talking-to-the-enemy//rand2007-text-13.1",
                "says",
                "It leaves out the Iranian side.",
            )
        ],
        (
            "works,talking-to-the-enemy,,rand2007-text-13.1",
            "says",
            "'Iran' rests on rand2007, which does not speak of it.",
        ),
        SILENCE,
    ),
    "evidence for no column": (
        "evidence.csv",
        [put("eras/khatami/dates", "field", "date")],
        ("eras,khatami,date,", "field", "Table eras has no column 'date'."),
        "Name a column, or none.",
    ),
    "evidence for no table": (
        "evidence.csv",
        [put("eras/khatami/dates", "table", "era")],
        ("era,khatami", "table", "There is no table 'era'."),
        "Name a table of the package.",
    ),
    "evidence for a lost row": (
        "evidence.csv",
        [drop("r-us-appearance,", "constructs.csv")],
        ("constructs,r-us-app", "key", "Table constructs has no row 'r-us-appearance'."),
        "Name the key of a row.",
    ),
}


@pytest.mark.parametrize("name", HONESTY)
def test_fault_of_honesty(copy, name):
    """A rule that is broken gives one message for its file, with its remedy; nothing loads."""
    see_fault(copy, HONESTY[name])


@pytest.mark.parametrize(
    ("words", "bounds", "asked"),
    [
        ("about 14", ("14", "14"), 1),
        ("some 14 meetings", ("14", "14"), 1),
        ("about 14", ("12", "16"), 0),
        ("about 14", ("", ""), 0),
        ("about 14", ("14", ""), 0),
        ("14, about two a year", ("14", "14"), 0),
    ],
)
def test_a_number_that_is_about_right_is_not_exact(copy, words, bounds, asked):
    """Where the words say 'about', equal bounds are asked about; they may have another ground."""
    cells = dict(zip(("as_stated", "minimum", "maximum"), (words, *bounds), strict=True))
    for column, cell in cells.items():
        if cell != "14":  # as it stands there
            put("una-sipri-meetings", column, cell)(copy, "counts.csv")
    found = track2lib.validate(copy)
    assert found["severity"].tolist() == ["warning"] * asked
    said = f"The source says {words!r}, and the bounds say that it is exactly 14."
    assert found["problem"].tolist() == [said] * asked


@pytest.mark.parametrize("rule", RULES)
def test_rule_is_quiet(rule):
    """No rule finds anything in the data that come with the project."""
    records = open_records()
    assert list(rule(records, records.names)) == []


@pytest.mark.parametrize("rule", RULES)
def test_rule_without_its_tables(rule):
    """A rule has nothing to say where the tables that it is about cannot be read."""
    assert list(rule(open_records(), [])) == []


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(
            [
                put("r-false-hopes", "statement", "Hopes in Iran can be false.", "constructs.csv"),
                add(
                    "constructs,r-false-hopes,,dimaggio2010-future-1.3,,author,,stated,",
                    "evidence.csv",
                ),
            ],
            id="another source speaks of it",
        ),
        pytest.param(
            [
                put("rand2007", "silent_on", "", "sources.csv"),
                put("r-false-hopes", "statement", "Hopes in Iran can be false.", "constructs.csv"),
            ],
            id="no silence recorded",
        ),
        pytest.param(
            meeting("2002-05"),
            id="a meeting with a date of its own",
        ),
        pytest.param(
            [
                put("una-sipri-meetings", "minimum", "", "counts.csv"),
                put("una-sipri-meetings", "as_stated", "as many as 14", "counts.csv"),
            ],
            id="a ceiling in words that give a number",
        ),
        pytest.param(
            [
                put("una-sipri-meetings", "minimum", "", "counts.csv"),
                put(
                    "una-sipri-meetings",
                    "as_stated",
                    "at most 14, some of them short",
                    "counts.csv",
                ),
            ],
            id="at most so many",
        ),
    ],
)
def test_rule_allows(copy, steps):
    """A rule stops at what it is about: these are sound."""
    for step in steps:
        step(copy, None)
    assert track2lib.validate(copy).values.tolist() == []
