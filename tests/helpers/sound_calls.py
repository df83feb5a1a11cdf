"""What each public function is given where nothing is wrong."""

import functools
import inspect
import os
import shutil
from pathlib import Path

import pandas as pd

import track2lib
from track2lib import impact

CODED = """coder,dialogue_id,construct_id,code,reason
ana,una-sipri,c-forum,denied,A reason
ben,una-sipri,c-forum,nothing found,Another
"""


def _codings():
    Path("coded.csv").write_text(CODED, encoding="utf-8")
    return "coded.csv"


def _highlights():
    Path("tags.csv").write_text(
        "id,document,tag,content\n1,oslo,c-channel.denied,No one met.\n", encoding="utf-8"
    )
    return "tags.csv"


def _hand_ins():
    track2lib.hand_in("Ana")
    Path("class").mkdir(exist_ok=True)
    for file in Path(os.environ["TRACK2_FOLDER"]).glob("hand-in-*.csv"):
        shutil.copy(file, "class")
    return "class"


@functools.cache
def _series():
    return impact.load_series("un-agreement-final")


@functools.cache
def _loaded(name, scope="all"):
    return track2lib.load(name, scope=scope)


def _sheet():
    lines = "observer,room,minute,stage,remark\nana,A,0,rules,\nben,A,0,other,\n"
    Path("stages-ana.csv").write_text(lines, encoding="utf-8")
    return "stages-ana.csv"


@functools.cache
def _claims():
    return _loaded("constructs").query("author == 'DiMaggio' and kind == 'outlook'")


@functools.cache
def _rehearsal(kind):
    return impact.load_sheets(kind=kind)


@functools.cache
def _shipped():
    return impact.load_codings()


def _organizations():
    return _loaded("organizations", "founding").query("side == 'Iranian'")


@functools.cache
def _clues():
    return _loaded("clues").query("hypothesis_id == 'paper-read'")


@functools.cache
def _ranked():
    return impact.placebo(_series(), window=8)


@functools.cache
def _tried():
    return impact.interval_coverage(leaning=[0.6], draws=20)


@functools.cache
def _worlds():
    return impact.simulate(cases=20, worlds=10)


@functools.cache
def _specified():
    return impact.all_specifications(measures=["us-exports"])


@functools.cache
def _traced():
    return impact.trace(_clues())


@functools.cache
def _found():
    return impact.sensitivity(_clues())


def _some(name, count=4):
    return _loaded(name, "founding").head(count)


# A name of a part of the package has the part in front. Behind a colon stands in what other way
# the same function is called.
SOUND = {
    "active_in_year": lambda: {"dialogues": _some("dialogues"), "year": 2005, "title": "Talks"},
    "check": lambda: {"question": "q1-2", "answer": "a", "more": ()},
    "check: number": lambda: {"question": "q0-2", "answer": 3},
    "check: set": lambda: {"question": "q1-3", "answer": ["a"]},
    "check: table": lambda: {"question": "q0-3", "answer": _organizations()},
    "check: guess": lambda: {"question": "q0-4", "answer": "a"},
    "check: sentence": lambda: {"question": "q1-1", "answer": "It does not."},
    "class_book": lambda: {"folder": _hand_ins()},
    "cite": lambda: {"table_or_source": "topics", "key": "film", "style": "apa"},
    "code_cases": lambda: {"coder": "ana", "data": None},
    "codebook": lambda: {"name": "topics"},
    "compare_cases": lambda: {"dialogues": _some("dialogues"), "by": "case", "title": "Cases"},
    "compare_definitions": lambda: {"readings": _some("readings"), "title": "Talks"},
    "compare_groups": lambda: {"traits": _some("group_traits"), "title": "Groups"},
    "compare_risks": lambda: {"risks": _loaded("risks").head(4), "title": "Risks"},
    "count_per_year": lambda: {"table": _loaded("events")},
    "define": lambda: {"term": "transfer"},
    "enable_charts": lambda: {"size": "page"},
    "enable_lesson": dict,
    "events_by_era": lambda: {"events": _some("events"), "title": "Events"},
    "evidence": lambda: {"table": "topics", "key": "film", "field": "name"},
    "export": lambda: {"folder": "out", "data": "mine"},
    "hand_in": lambda: {"name": "Ana", "lesson": "01"},
    "hint": lambda: {"question": "q1-2"},
    "imagined_talks": lambda: {"seed": 3, "title": "Talks"},
    "impact.agreement": lambda: {"codings": _shipped(), "resamples": 20},
    "impact.agreement: ordinal": lambda: {
        "codings": _shipped(),
        "level": "ordinal",
        "resamples": 20,
    },
    "impact.agreement: sheets": lambda: {"codings": _rehearsal("stages"), "resamples": 20},
    "impact.agreement_coverage": lambda: {"draws": 20},
    "impact.all_specifications": lambda: {"measures": ["us-exports"]},
    "impact.coverage_chart": lambda: {"tried": _tried(), "title": "Shares"},
    "impact.disagreement_chart": lambda: {
        "codings": _shipped().query("dialogue_id == 'una-sipri'"),
        "title": "Codes",
    },
    "impact.estimate_change": lambda: {"values": _series(), "at": 2005, "window": 8},
    "impact.estimate_change: trend": lambda: {"values": _series(), "at": 2005, "trend": True},
    "impact.from_taguette": lambda: {"path": _highlights(), "coder": "ana"},
    "impact.ideas_chart": lambda: {"sheets": _rehearsal("ideas"), "title": "Ideas"},
    "impact.interval_coverage": lambda: {"leaning": [0.6], "draws": 20},
    "impact.interval_coverage: trend": lambda: {"leaning": [0.6], "draws": 20, "trend": True},
    "impact.load_codings": dict,
    "impact.load_codings: file": lambda: {"path": _codings()},
    "impact.load_sheets": dict,
    "impact.load_sheets: file": lambda: {"path": _sheet(), "kind": "stages"},
    "impact.load_series": lambda: {"series_id": "us-exports"},
    "impact.permutation_test": lambda: {"values": _series(), "at": 2005, "permutations": 20},
    "impact.placebo": lambda: {"values": _series(), "at": 2005, "window": 8},
    "impact.placebo_chart": lambda: {"ranked": _ranked(), "title": "Ranks"},
    "impact.rubric_codebook": lambda: {"path": "rubric.qdc"},
    "impact.sensitivity": lambda: {"clues": _clues(), "prior": 0.4, "doubt": 0.1},
    "impact.sensitivity_chart": lambda: {"found": _found(), "title": "Ends"},
    "impact.series_chart": lambda: {"values": _series(), "at": 2005, "window": 8, "title": "Votes"},
    "impact.simulate": lambda: {"cases": 20, "worlds": 10},
    "impact.simulation_chart": lambda: {"worlds": _worlds(), "title": "Worlds"},
    "impact.specification_curve": lambda: {"table": _specified(), "title": "Ways"},
    "impact.stages_chart": lambda: {"sheets": _rehearsal("stages"), "title": "Stages"},
    "impact.trace": lambda: {"clues": _clues(), "prior": 0.4},
    "impact.tracing_chart": lambda: {"traced": _traced(), "title": "Clues"},
    "interact": lambda: {
        "make": lambda year: f"In {year}",
        "controls": {"year": (1997, 2010)},
    },
    "list_tables": lambda: {"data": "mine"},
    "load": lambda: {"name": "topics", "data": "mine"},
    "note": lambda: {"text": "To be kept."},
    "left_open": lambda: {"since": _loaded("since"), "claims": _claims(), "title": "Since"},
    "organizers": lambda: {"links": _some("dialogue_organizations"), "title": "Organizers"},
    "per_year": lambda: {"table": _some("events"), "title": "Years"},
    "progress": dict,
    "show": lambda: {"table": _loaded("topics").head(2), "caption": "Topics"},
    "solar_hijri": lambda: {"text": "1385/9/20"},
    "solution": lambda: {"question": "q1-2"},
    "start_dataset": lambda: {"place": "new", "tables": ["topics"]},
    "timeline": lambda: {"table": _some("events"), "title": "Events"},
    "timeline: dialogues": lambda: {"table": _some("dialogues"), "title": "Talks"},
    "topics": lambda: {"links": _some("dialogue_topics"), "title": "Topics"},
    "topics: counted": lambda: {"links": _loaded("dialogue_topics").head(60)},
    "validate": lambda: {"data": "mine"},
    "venue_map": lambda: {"meetings": _loaded("meetings").head(6), "title": "Towns"},
    "venues": lambda: {"links": _some("dialogue_venues"), "title": "Places"},
    "voices": lambda: {"accounts": _loaded("accounts").head(4), "title": "Voices"},
    "year_by_year": lambda: {
        "lanes": {"events": _some("events"), "meetings": _loaded("meetings").head(4)},
        "years": (1959, 2010),
        "marked": {"A": 1979},
        "title": "Lanes",
    },
}


def function_of(name):
    """Give the function that a name of `SOUND` stands for."""
    found = track2lib
    for part in name.partition(":")[0].split("."):
        found = getattr(found, part)
    return found


@functools.cache
def signature(name):
    """Give the signature of the function that a name of `SOUND` stands for."""
    return inspect.signature(function_of(name))


def parts():
    """Give each part of each function that can be replaced."""
    for name in SOUND:
        for part in signature(name).parameters:
            yield name, part


def called(name, /, **given):
    """Call a function with what is sound, but for what is given."""
    bound = signature(name).bind_partial()
    for part, own in {**SOUND[name](), **given}.items():
        kind = signature(name).parameters[part].kind
        if part not in given:
            # What was read once is given away as a copy, which nobody else sees change.
            own = own.copy() if isinstance(own, pd.DataFrame | pd.Series) else own
        elif kind is inspect.Parameter.VAR_POSITIONAL:
            own = (own,)
        elif kind is inspect.Parameter.VAR_KEYWORD:
            own = dict.fromkeys(SOUND[name]()[part], own)
        bound.arguments[part] = own
    return function_of(name)(*bound.args, **bound.kwargs)
