"""Whatever a public function is given, it does what is right or says in one sentence what is wrong."""

import warnings

import altair as alt
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from nonsense import KINDS, judged
from sound_calls import SOUND, called, parts

import track2lib
from track2lib import impact

# What is no nonsense there after all.
TABLES = {"an empty table", "another table"}
NAMES = {
    "a wrong key",
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
        "a long text",
    }
)
WORDS = TITLES | {"no text", "a zero byte"}
BLANK = {"no letter", "spaces", "an empty list", "an empty set"}
SEEDS = {"zero", "a huge number", "a number beyond all writing"}
EMPTY = {"an empty list", "an empty set", "an empty object"}
# A number, a yes and a text are where a control starts, and a list is what it chooses from.
CONTROLS = {
    "no letter",
    "zero",
    "minus one",
    "a fraction",
    "a number of numpy",
    "true",
    "a tuple",
    "a list of words",
    "a list of nothing",
    "a generator",
    "an object with a part",
    "an array of no numbers",
    *TITLES,
} - {"a long text"}
CODERS = TITLES - {"a long text"}
EFFECTS = {"zero", "minus one", "a fraction", "a number of numpy"}
FINE = {
    ("active_in_year", "year"): {"None"},
    ("check", "answer"): BLANK,
    ("check: guess", "answer"): BLANK,
    ("check: number", "answer"): BLANK
    | {"zero", "minus one", "a huge number", "a fraction", "a number of numpy", "a year as text"},
    ("check: sentence", "answer"): BLANK
    | {"a long text", "a path of text", "a wrong key", "markup"},
    ("check: set", "answer"): BLANK | WORDS | {"a tuple", "a list of words", "a column"},
    ("check: table", "answer"): BLANK,
    ("code_cases", "coder"): CODERS,
    ("evidence", "field"): {"None"},
    ("export", "folder"): NAMES
    | {"a year as text", "a folder", "a formula", "markup", "a path of text"},
    ("impact.agreement", "unordered"): EMPTY,
    ("impact.estimate_change", "window"): {"None"},
    ("impact.from_taguette", "coder"): CODERS,
    ("impact.interval_coverage", "leaning"): {"zero"},
    ("impact.load_codings", "path"): {"None"},
    ("impact.load_codings: file", "path"): {"None", "a folder"},
    ("impact.permutation_test", "window"): {"None"},
    ("impact.sensitivity", "doubt"): {"zero"},
    ("impact.simulate", "effect"): EFFECTS,
    ("impact.simulate", "selection"): EFFECTS,
    ("impact.simulate", "disclosure"): {"zero"},
    ("impact.simulate", "lag"): {"zero", "a fraction", "a number of numpy"},
    ("interact", "make"): {"a class"},
    ("interact", "controls"): CONTROLS,
    ("load", "sources"): {"None"} | EMPTY,
    ("note", "text"): BLANK - EMPTY | WORDS,
    ("show", "table"): TABLES,
    ("show", "caption"): WORDS | {"None", "no letter", "spaces"},
    ("start_dataset", "place"): NAMES | {"a year as text", "a formula", "a path of text", "markup"},
    ("start_dataset", "title"): TITLES,
    ("start_dataset", "authors"): EMPTY | {"a list of words"} | TITLES,
    ("start_dataset", "tables"): {"None"},
}
# Whatever the function, these mean the same: the project's own data, this machine, any seed, yes.
ALWAYS = {
    "beside": {"true"},
    "data": {"None"},
    "executor": {"None"},
    "seed": SEEDS,
    "title": TITLES - {"a long text"} | {"None"},
    "trend": {"true"},
    "trends": {"true"},
}
# Of the titles that are none but could be, one is drawn.
ALIKE = TITLES - {"a long text", "markup"}
# To export all of the project's data takes a minute, and is looked at elsewhere.
LONG = ("export", "data", "None")
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
    assert len(KINDS) >= 30


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_taken(here, name):
    """Else an error would show nothing."""
    fault, result = judged(lambda: called(name))
    assert fault == ""
    assert result is not None
    if isinstance(result, alt.TopLevelMixin):
        result.to_dict()  # by the rules of Vega-Lite as well


@pytest.mark.parametrize(("name", "part"), [*parts()])
def test_nonsense_ends_in_one_clear_sentence(here, name, part):
    """Each kind of it in each part: an error that our code raises, or a right result."""
    function = name.partition(":")[0]
    fine = FINE.get((name, part), FINE.get((function, part), set())) | ALWAYS.get(part, set())
    wrong = {}
    for kind, make in KINDS.items():
        if (name, part, kind) == LONG or (part == "title" and kind in ALIKE):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            given = {part: make()}
            if name in ("start_dataset", "export") and part not in ("place", "folder"):
                given["place" if name == "start_dataset" else "folder"] = (
                    f"{part}-{len(wrong)}-{kind}"
                )
            fault, result = judged(lambda given=given: called(name, **given))
        if fault:
            wrong[kind] = fault
        elif result is not None and kind not in fine:
            wrong[kind] = f"is taken: {type(result).__name__}"
    assert wrong == {}, pd.Series(wrong).to_string()
