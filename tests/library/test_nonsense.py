"""Whatever a public function is given, it does what is right or says in one sentence what is wrong."""

import inspect
import warnings

import pandas as pd
import pytest
from nonsense import KINDS, judged

import track2lib

# What each function is given where nothing is wrong; one part at a time is then replaced.
SOUND = {
    "cite": lambda: {"table_or_source": "topics", "key": "film", "style": "apa"},
    "codebook": lambda: {"name": "topics"},
    "count_per_year": lambda: {"table": track2lib.load("events")},
    "evidence": lambda: {"table": "topics", "key": "film", "field": "name"},
    "export": lambda: {"folder": "out", "data": "mine"},
    "list_tables": lambda: {"data": "mine"},
    "load": lambda: {"name": "topics", "data": "mine"},
    "show": lambda: {"table": track2lib.load("topics").head(2), "caption": "Topics"},
    "solar_hijri": lambda: {"text": "1385/9/20"},
    "start_dataset": lambda: {"place": "new", "tables": ["topics"]},
    "validate": lambda: {"data": "mine"},
}
# What is no nonsense there after all.
TABLES = {"an empty table", "another table"}
NAMES = {
    "a wrong key",
    "nearly a table",
    "nearly a source",
    "nearly a scope",
    "a place that is missing",
}
TITLES = NAMES - {"a place that is missing"} | {
    "a formula",
    "markup",
    "a path of text",
    "a long text",
}
FINE = {
    ("evidence", "field"): {"None"},
    ("export", "folder"): NAMES | {"a folder", "a formula", "markup", "a path of text"},
    ("load", "sources"): {"None", "an empty list", "an empty set", "an empty object"},
    ("load", "beside"): {"true"},
    ("show", "table"): TABLES,
    ("show", "caption"): TITLES | {"None", "no letter", "spaces", "no text", "a zero byte"},
    ("start_dataset", "place"): NAMES | {"a formula", "a path of text", "markup"},
    ("start_dataset", "title"): TITLES,
    ("start_dataset", "authors"): {
        "an empty list",
        "an empty set",
        "an empty object",
        "a list of words",
    }
    | TITLES,
    ("start_dataset", "tables"): {"None"},
}
# The project's own data are meant where no other are named.
DATA = {"None"}
# To export all of the project's data takes a minute, and is looked at elsewhere.
LONG = ("export", "data", "None")
# Functions of other rooms, which are looked at next.
WAITING = {
    "DataError",
    "DataWarning",
    "active_in_year",
    "check",
    "code_cases",
    "compare_definitions",
    "compare_groups",
    "enable_charts",
    "enable_lesson",
    "events_by_era",
    "hint",
    "imagined_talks",
    "impact",
    "interact",
    "note",
    "organizers",
    "per_year",
    "progress",
    "solution",
    "timeline",
    "topics",
    "venue_map",
    "venues",
    "voices",
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Work in a folder with a small package, and nothing else."""
    monkeypatch.chdir(tmp_path)
    track2lib.start_dataset("mine", tables=["topics"])


def parts():
    """Give each part of each function that can be replaced."""
    for name in SOUND:
        for part in inspect.signature(getattr(track2lib, name)).parameters:
            yield name, part


def test_every_function_is_looked_at():
    """A new function is added here, with what it is given where nothing is wrong."""
    assert {*SOUND, *WAITING} == {*track2lib.__all__}
    assert len(KINDS) >= 30


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_taken(here, name):
    """Else an error would show nothing."""
    fault, result = judged(lambda: getattr(track2lib, name)(**SOUND[name]()))
    assert fault == ""
    assert result is not None


@pytest.mark.parametrize(("name", "part"), [*parts()])
def test_nonsense_ends_in_one_clear_sentence(here, name, part):
    """Each kind of it in each part: an error that our code raises, or a right result."""
    function, sound = getattr(track2lib, name), SOUND[name]()
    fine = FINE.get((name, part), set()) | (DATA if part == "data" else set())
    wrong = {}
    for kind, make in KINDS.items():
        if (name, part, kind) == LONG:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            given = {**sound, part: make()}
            if name in ("start_dataset", "export") and part not in ("place", "folder"):
                given["place" if name == "start_dataset" else "folder"] = (
                    f"{part}-{len(wrong)}-{kind}"
                )
            fault, result = judged(lambda given=given: function(**given))
        if fault:
            wrong[kind] = fault
        elif result is not None and kind not in fine:
            wrong[kind] = f"is taken: {type(result).__name__}"
    assert wrong == {}, pd.Series(wrong).to_string()
