"""Whatever a public function is given, it does what is right or says in one sentence what is wrong."""

import warnings

import altair as alt
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from nonsense import KINDS, judged, unlike
from sound_calls import SOUND, called, parts

import track2lib
from track2lib import impact

# What is no nonsense there after all.
TABLES = {"an empty table", "another table"}
NAMES = {
    "a wrong key",
    "a text of numpy",
    "nearly a table",
    "nearly a source",
    "nearly a scope",
    "a place that is missing",
}
TITLES = (
    NAMES - {"a place that is missing"}
    | {"a year as text"}
    | {
        "a formula",
        "markup",
        "a path of text",
    }
)
LONG = {"a long text", "a million letters"}
WORDS = TITLES | {"no text", "a zero byte"}
BLANK = {"no letter", "spaces", "an empty list", "an empty set"}
SEEDS = {"zero", "a huge number", "a number beyond all writing", "a large float"}
EMPTY = {"an empty list", "an empty set", "an empty object", "an iterator used up"}
LISTED = {"a list of words", "a set", "keys", "an index"}
# A number, a yes and a text are where a control starts, and a list is what it chooses from.
CONTROLS = {
    "no letter",
    "zero",
    "minus one",
    "a fraction",
    "a number of numpy",
    "a decimal",
    "true",
    "yes of numpy",
    "a tuple",
    "a list of nothing",
    "a generator",
    "an object with a part",
    "an array of no numbers",
    *LISTED,
    *TITLES,
}
YES = {"true", "yes of numpy"}
SHARES = {"zero", "a decimal"}
EFFECTS = {"zero", "minus one", "a fraction", "a number of numpy", "a decimal"}
FINE = {
    ("active_in_year", "year"): {"None"},
    ("check", "answer"): BLANK,
    ("check: guess", "answer"): BLANK,
    ("check: number", "answer"): BLANK
    | EFFECTS
    | {"a huge number", "a large float", "a year as text", "an array of one"},
    ("check: sentence", "answer"): BLANK | {"a path of text", "a wrong key", "a text of numpy"},
    ("check: set", "answer"): BLANK | WORDS | LISTED | {"a long text", "a tuple", "a column"},
    ("check: table", "answer"): BLANK,
    ("code_cases", "coder"): TITLES,
    ("class_book", "folder"): {"a folder"},
    ("define", "term"): {"None", "nearly a scope"},  # a word for a term
    ("evidence", "field"): {"None"},
    ("export", "folder"): NAMES
    | {"a year as text", "a folder", "a formula", "markup", "a path of text"},
    ("hand_in", "name"): BLANK - EMPTY | TITLES,
    ("hand_in", "lesson"): {"None"},
    ("hand_in", "notes"): YES,
    ("imagined_talks", "seed"): {"zero"},
    ("impact.agreement", "codes"): {"None"},
    ("impact.agreement", "unordered"): EMPTY,
    ("impact.estimate_change", "window"): {"None"},
    ("impact.from_taguette", "coder"): TITLES,
    ("impact.agreement_coverage", "alpha"): {"a decimal"},
    ("impact.agreement_coverage", "shares"): {"a tuple"},
    ("impact.interval_coverage", "leaning"): SHARES,
    ("impact.load_codings", "path"): {"None"},
    ("impact.load_codings: file", "path"): {"None", "a folder"},
    ("impact.load_sheets", "path"): {"None"},
    ("impact.load_sheets: file", "path"): {"None", "a folder"},
    ("impact.load_sheets", "kind"): {"None"},
    ("impact.permutation_test", "window"): {"None"},
    ("impact.sensitivity", "doubt"): SHARES,
    ("impact.sensitivity", "prior"): {"a decimal"},
    ("impact.trace", "prior"): {"a decimal"},
    ("impact.simulate", "effect"): EFFECTS,
    ("impact.simulate", "selection"): EFFECTS,
    ("impact.simulate", "disclosure"): SHARES,
    ("impact.simulate", "lag"): EFFECTS - {"minus one"},
    ("interact", "make"): {"a class"},
    ("interact", "controls"): CONTROLS,
    ("left_open", "claims"): {"None"},
    ("load", "sources"): {"None"} | EMPTY,
    ("note", "text"): BLANK - EMPTY | WORDS | LONG,
    ("progress", "lesson"): {"None"},
    ("show", "table"): TABLES,
    ("show", "caption"): WORDS | LONG | {"None", "no letter", "spaces"},
    ("start_dataset", "place"): NAMES | {"a year as text", "a formula", "markup"},
    ("start_dataset", "title"): TITLES | LONG,
    ("start_dataset", "authors"): EMPTY | LISTED | TITLES | LONG,
    ("start_dataset", "tables"): {"None"},
    ("timeline", "by"): {"None"},
    ("timeline", "turning_points"): {"None"},
    ("timeline: dialogues", "by"): {"None"},
    ("timeline: dialogues", "turning_points"): {"None"},
    ("year_by_year", "years"): {"None"},
    ("year_by_year", "marked"): {"None", "an empty object"},
}
# Whatever the function, these mean the same: the project's own data, this machine, any seed, yes.
ALWAYS = {
    "beside": YES,
    "data": {"None"},
    "executor": {"None"},
    "seed": SEEDS,
    "title": TITLES | {"None"},
    "trend": YES,
    "trends": YES,
}
# Of the titles that are none but could be, one is drawn.
ALIKE = TITLES - {"markup"}
# To export all of the project's data takes a minute, and is looked at elsewhere.
SLOW = ("export", "data", "None")
# What is raised, and a part of the package: nobody calls these.
UNCALLED = {"DataError", "DataWarning", "impact"}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Work in a folder with a small package and a reader's folder, and nothing else."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "reader"))
    # What is shown outside of a session of IPython begins one.
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    track2lib.start_dataset("mine", tables=["topics"])
    yield
    InteractiveShell.clear_instance()


def test_every_function_is_looked_at():
    """A new function is added here, with what it is given where nothing is wrong."""
    looked_at = {name.partition(":")[0] for name in SOUND}
    public = {*track2lib.__all__} | {f"impact.{name}" for name in impact.__all__}
    assert looked_at == public - UNCALLED
    assert len(KINDS) >= 70


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_taken(here, name):
    """Else an error would show nothing."""
    result = called(name)
    if isinstance(result, alt.TopLevelMixin):
        assert result.to_dict()  # by the rules of Vega-Lite


@pytest.mark.parametrize(("name", "part"), [*parts()])
def test_nonsense_ends_in_one_clear_sentence(here, name, part):
    """Each kind of it in each part: an error that our code raises, or a right result."""
    function = name.partition(":")[0]
    fine = FINE.get((name, part), FINE.get((function, part), ALWAYS.get(part, set())))
    wrong = {}
    for kind, make in KINDS.items():
        if (name, part, kind) == SLOW or (part == "title" and kind in ALIKE):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            given = {part: make()}
            if name in ("start_dataset", "export") and part not in ("place", "folder"):
                given["place" if name == "start_dataset" else "folder"] = (
                    f"{part}-{len(wrong)}-{kind}"
                )
            fault, result = judged(lambda given=given: called(name, **given))
        if said := fault or unlike(result, fine=kind in fine):
            wrong[kind] = said
    assert wrong == {}, pd.Series(wrong).to_string()
