"""Keys: one fault is told once, where it lies, and what refers to it is left alone."""

import pytest
from damage import add, drop, put, rewrite
from hand_written import DIALOGUE, MEETING, fill

import track2lib as t2
from track2lib.records.checks.keys import Lost, lost_keys
from track2lib.records.snapshot import open_records

PLACE = {"name": "Geneva", "precision": "city"}
TELL_APART = "Where they are one thing, use one key; where they are two, tell them apart."
ZEROS = (
    "A spreadsheet may have changed the number: write the key as it was, "
    "and format its column as text before filling it."
)


@pytest.fixture
def meet(mine):
    """Write places with these keys, and a meeting at each of these places."""

    def write(keys, references):
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
        named = [{"place_id": key, "name": f"Town {n}"} for n, key in enumerate(keys)]
        fill(mine, "places", *[PLACE | row for row in named])
        held = [{"meeting_id": f"m{n}", "place_id": place} for n, place in enumerate(references)]
        fill(mine, "meetings", *[MEETING | {"date": "2001"} | row for row in held])
        return t2.validate(mine)[["file", "row", "column", "problem", "remedy"]].values.tolist()

    return write


@pytest.mark.parametrize(
    "key", ["geneva ", "\u00a0geneva", "geneva\u200b", "\ufeffgeneva"], ids=ascii
)
def test_a_space_in_a_key_is_told_where_it_is(meet, key):
    """The row with the key is at fault, and not what refers to it."""
    ((file, row, column, _, remedy),) = meet(["accra", key], ["geneva", "accra", "geneva"])
    assert (file, row, column, remedy) == ("places.csv", 3, "place_id", "Write 'geneva'.")


def test_a_key_with_accents_apart_is_told_where_it_is(meet):
    """A key that a Mac has written meets references that were typed, and the other way round."""
    ((file, *_, remedy),) = meet(["zu\u0308rich"], ["zürich"])
    assert (file, remedy) == ("places.csv", "Write 'zürich'.")


@pytest.mark.parametrize("reference", ["geneva ", "geneva\u200e"], ids=ascii)
def test_a_space_in_a_reference_is_told_there(meet, reference):
    """A reference is told by how it is written, and not as one that is lost."""
    ((file, row, column, _, remedy),) = meet(["geneva"], ["geneva", reference])
    assert (file, row, column, remedy) == ("meetings.csv", 3, "place_id", "Write 'geneva'.")


def test_a_joiner_inside_a_word_is_no_fault(meet):
    """Keys in Persian are written as Persian is."""
    assert meet(["گفت\u200cوگو"], ["گفت\u200cوگو"]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Geneva", "geneva"), ("علي", "علی"), ("new york", "new  york"), ("t-۱", "t-1")],
)
def test_keys_that_look_alike_are_told_at_the_second(meet, one, other):
    """Two keys that a reader would take for one are an error, whichever of them is referred to."""
    assert meet([one, "accra", other], [other, one]) == [
        ["places.csv", 4, "place_id", f"{other!r} and {one!r} (row 2) look alike.", TELL_APART]
    ]


@pytest.mark.parametrize(
    ("key", "reference"),
    [("geneva", "Geneva"), ("علی", "علي"), ("گفت\u200cوگو", "گفتوگو"), ("t-1", "t-۱")],
)
def test_a_reference_in_other_letters_is_told_how_to_be_written(meet, key, reference):
    """The key that is there is shown beside the one that is not."""
    problem = f"{reference!r} is not in the table places; {key!r} is."
    assert meet([key], [key, reference]) == [
        ["meetings.csv", 3, "place_id", problem, "Write it so."]
    ]


@pytest.mark.parametrize(
    ("key", "reference"), [("7", "007"), ("007", "7"), ("100000", "1e5"), ("1.1", "1.10")]
)
def test_a_number_that_a_spreadsheet_changed_is_told_with_its_cause(meet, key, reference):
    """Zeros that were lost in a key, or in what refers to it."""
    problem = f"{reference!r} is not in the table places; {key!r} is."
    assert meet([key], [reference]) == [["meetings.csv", 2, "place_id", problem, ZEROS]]


def test_a_lost_reference_is_told_once(meet):
    """However many rows refer to what is not there, it is one message, at the first."""
    problem = "'genf' is not in the table places. It stands in 3 rows."
    remedy = "Correct it, or add the row to places."
    assert meet(["geneva"], ["geneva", "genf", "genf", "genf"]) == [
        ["meetings.csv", 3, "place_id", problem, remedy]
    ]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("genevva", "Correct it, or add the row to places. Did you mean 'geneva'?"),
        ("genevа", "Write it so: its letter 6 is Cyrillic, and has to be Latin."),
    ],
)
def test_a_lost_reference_names_what_may_be_meant(meet, written, remedy):
    """A letter too many, or one from another keyboard, is no search through the table."""
    ((*_, said),) = meet(["geneva"], [written])
    assert said == remedy


@pytest.mark.parametrize("key", ["", " ", "=geneva", "-geneva", "<b>"])
def test_a_key_that_cannot_be_read_may_be_the_one_that_is_lost(meet, key):
    """Of a key at fault and a reference that finds none, the key is told."""
    ((file, row, column, *_),) = meet([key], ["geneva", "geneva"])
    assert (file, row, column) == ("places.csv", 2, "place_id")


def test_more_references_than_keys_at_fault_are_told(meet):
    """One key at fault does not hide two references that are lost."""
    assert [row[:2] for row in meet(["=geneva"], ["geneva", "genf"])] == [
        ["places.csv", 2],
        ["meetings.csv", 2],
        ["meetings.csv", 3],
    ]


def test_a_key_that_stands_twice_may_be_the_one_that_is_lost(meet):
    """Where a key was written over another, what refers to the other is not told."""
    ((file, row, column, problem, _),) = meet(["accra", "accra"], ["accra", "geneva"])
    assert (file, row, column) == ("places.csv", 3, "-")
    assert problem == "The key of this row stands in an earlier row too."


def unlink(folder, own):
    (folder / own).unlink()


# In a package whose facts have evidence, links and counts.
ONCE = {
    "a space in a key": ("dialogues.csv", [put("una-sipri", "dialogue_id", "una-sipri ")]),
    "a formula as a key": ("dialogues.csv", [put("una-sipri", "dialogue_id", "=una")]),
    "no key": ("dialogues.csv", [put("una-sipri", "dialogue_id", "")]),
    "a key twice": ("dialogues.csv", [put("ottawa", "dialogue_id", "munk-toronto")]),
    "a space in the key of a place": ("places.csv", [put("stockholm", "place_id", " stockholm")]),
    "a space in the key of a source": ("sources.csv", [put("rand2007", "source_id", "rand2007 ")]),
    "a space in the key of a passage": (
        "passages.csv",
        [put("rand2007-text-5.1", "passage_id", "rand2007-text-5.1\u200b")],
    ),
    "a space in the key of a person": ("people.csv", [put("khatami", "person_id", "khatami ")]),
    "a space in one part of a key": (
        "dialogue_venues.csv",
        [put("una-sipri/stockholm", "place_id", "stockholm ")],
    ),
    "a reference that is lost in a key": (
        "dialogue_venues.csv",
        [put("una-sipri/stockholm", "place_id", "stokholm")],
    ),
    "a reference that is lost in many keys": (
        "dialogue_topics.csv",
        [rewrite(lambda content: content.replace(b",iraq", b",irak"))],
    ),
    "a value not allowed": ("dialogues.csv", [put("una-sipri", "form", "x")]),
    "a count of two faults": (
        "counts.csv",
        [put("una-sipri-meetings", "minimum", "-3"), put("una-sipri-meetings", "key", "una")],
    ),
    "no places": ("places.csv", [unlink]),
    "no dialogues": ("dialogues.csv", [unlink]),
    "no evidence": ("evidence.csv", [unlink]),
    "no passages": ("passages.csv", [unlink]),
    "no sources": ("sources.csv", [unlink]),
    "dialogues with semicolons": (
        "dialogues.csv",
        [rewrite(lambda content: content.replace(b",", b";"))],
    ),
    "evidence with semicolons": (
        "evidence.csv",
        [rewrite(lambda content: content.replace(b",", b";"))],
    ),
    "dialogues in another encoding": (
        "dialogues.csv",
        [rewrite(lambda content: content.decode().encode("utf-16"))],
    ),
    "one line of evidence lost": ("constructs.csv", [drop("r-us-appearance,")]),
}


@pytest.mark.parametrize("name", ONCE)
def test_one_fault_is_one_message(copy, name):
    """What refers to something at fault, or bears it, is not at fault with it."""
    file, steps = ONCE[name]
    for step in steps:
        step(copy, file)
    found = t2.validate(copy)
    lies = "evidence.csv" if name == "one line of evidence lost" else file
    assert found["file"].tolist() == [lies]


def test_two_faults_of_a_row_are_two_messages(copy):
    """A row with an empty cell and a reference to nothing is told of both."""
    put("pugwash-2008", "name", "")(copy, "dialogues.csv")
    put("pugwash-2008", "part_of", "pugwosh")(copy, "dialogues.csv")
    found = t2.validate(copy)
    assert found["column"].tolist() == ["name", "part_of"]
    assert found["row"].nunique() == 1


def test_evidence_in_other_letters_is_told_once(copy):
    """Evidence for a key in capitals is told there; that the row has none is not told too."""
    put("khatami", "era_id", "Khatami")(copy, "eras.csv")
    found = t2.validate(copy)
    assert found["problem"].tolist() == [
        "Table eras has no row 'khatami'; it has 'Khatami'. It stands in 3 rows."
    ]


def test_evidence_for_one_lost_row_is_told_once(copy):
    """However many facts bear a row that is not there."""
    for _ in range(2):
        add("eras,rouhani,,rand2007-text-5.1,,author,,stated,")(copy, "evidence.csv")
    add("era,rouhani,,rand2007-text-5.1,,author,,stated,")(copy, "evidence.csv")
    found = t2.validate(copy)["problem"].tolist()
    assert "Table eras has no row 'rouhani'. It stands in 2 rows." in found
    assert "There is no table 'era'." in found


def test_what_is_lost_is_given_with_what_is_there():
    """A caller gets the key in its place and what to do."""
    records = open_records()
    assert lost_keys(records, "places", "place_id", ["geneva"]) == {}
    assert lost_keys(records, "places", "place_id", ["GENEVA", "nowhere"]) == {
        "GENEVA": Lost("geneva", "Write it so."),
        "nowhere": Lost("", "Correct it, or add the row to places."),
    }
