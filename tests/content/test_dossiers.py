"""The dossiers of lesson 09: each is made of rows of one year, and no line tells which."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

import track2lib as t2

LESSON = Path(__file__).parents[2] / "notebooks" / "09-when-and-who.ipynb"
CELLS = json.loads(LESSON.read_text("utf-8"))["cells"]
TEXTS = ["".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "markdown"]
WHOLE = "\n".join(TEXTS)
# What each is made of, and its year; what began in the autumn or winter before is said to have done so.
MADE_OF = {
    letter: (year, keys.split())
    for letter, year, keys in [
        ("A", 2002, "geneva-paris-channel bonn-conference axis-of-evil nuclear-sites-public"),
        (
            "B",
            1998,
            "khatami-cnn iran-khamenei-campaign wrestlers-in-tehran wrestlers-fingerprinted "
            "albright-road-map iran-radio-road-map iran-kharrazi-conduct",
        ),
        ("C", 2003, "paris-geneva-2003 paper-of-2003 eu3-agreement pugwash-288-tehran"),
        (
            "D",
            2007,
            "unsc-1747 ties-with-ipis-severed religious-leaders-tehran delegation-open-to-talks "
            "scholar-jailed iran-ministry-invitations baghdad-ambassadors-may "
            "baghdad-ambassadors-july iran-legislator-friendship",
        ),
        (
            "E",
            2009,
            "obama-new-year leader-letters-2009 geneva-series-disclosed mass-trials "
            "hikers-detained burns-jalili",
        ),
        (
            "F",
            2012,
            "oman-proposes-meeting canada-closes-embassy adler-run-dry iran-tehran-bureau-istanbul",
        ),
    ]
}
EARLIER = {
    "geneva-paris-channel",
    "bonn-conference",
    "ties-with-ipis-severed",
    "oman-proposes-meeting",
}


def rows() -> pd.DataFrame:
    """Give events, accounts and meetings by their key."""
    tables = [(t2.load(name), f"{name[:-1]}_id") for name in ("events", "accounts", "meetings")]
    return pd.concat(table.set_index(key) for table, key in tables)


@pytest.mark.parametrize("letter", MADE_OF)
def test_lines_of_a_dossier_are_rows_of_its_year(letter: str) -> None:
    """Each row lies in the year that is shown, or begins in the autumn or winter before."""
    year, keys = MADE_OF[letter]
    own = rows().loc[keys]
    first, last = own["date_earliest"].dt.year, own["date_latest"].dt.year
    assert (last.where(~last.index.isin(EARLIER), year) == year).all()
    assert (first.where(first.index.isin(EARLIER), year - 1) == year - 1).all()
    assert f'"{letter}": {year}' in LESSON.read_text("utf-8").replace('\\"', '"')


@pytest.mark.parametrize("letter", MADE_OF)
def test_each_line_is_cited_when_the_year_is_shown(letter: str) -> None:
    """Of every row, one of its sources stands beside the letter of the dossier."""
    [listed] = re.findall(rf"\| \*\*{letter}\*\* \| {MADE_OF[letter][0]} \| \((.+)\) \|", WHOLE)
    for key, cited in rows().loc[MADE_OF[letter][1], "cited"].items():
        assert any(place in listed for place in cited.split("; ")), key


@pytest.mark.parametrize("letter", MADE_OF)
def test_no_dossier_tells_its_year(letter: str) -> None:
    """Neither a year nor a name of a person stands in it."""
    [own] = [text for text in TEXTS if f"**Dossier {letter}**" in text]
    own = own.partition(f"**Dossier {letter}**")[2].partition("**Dossier")[0]
    assert not re.search(r"\b(19|20)\d\d\b", own)
    names = {word for name in t2.load("people")["name"] for word in name.split() if len(word) > 3}
    assert not {*re.findall(r"\w+", own)} & names


def test_meetings_of_dossier_f_are_counted() -> None:
    """Twelve meetings and visits of the case are dated in 2012, and most of them are of Pugwash."""
    case = t2.load("dialogues").query("case == 'United States and Iran'")["dialogue_id"]
    meetings = t2.load("meetings")
    own = meetings[meetings["dialogue_id"].isin(case) & (meetings["date_earliest"].dt.year == 2012)]
    assert len(own) == 12
    assert (own["dialogue_id"] == "pugwash-2012").mean() > 0.5
    assert "twelve unofficial meetings and visits" in WHOLE


def lanes() -> dict[str, pd.DataFrame]:
    """Give the lanes of the chart, as the cells of the lesson make them."""
    code = {cell["id"]: "".join(cell["source"]) for cell in CELLS}
    names: dict[str, dict[str, pd.DataFrame]] = {}
    exec(code["c18"] + "\n" + code["c20"].partition("t2.year_by_year")[0], {"t2": t2}, names)
    return names["lanes"]


def test_rows_of_a_lane_bear_its_name() -> None:
    """What narrows is coded so; the others are acts of officials and states; no event is in two lanes."""
    states, narrows = lanes()["officials and states"], lanes()["what narrows"]
    assert set(narrows["effect"]) == {"constrains", "mixed"}
    assert set(states["kind"]) == {"official relations", "nuclear program"}
    assert not {*states["event_id"]} & {*narrows["event_id"]}
    # A release from jail, and a scholar's finding, narrow nothing.
    assert not {"scholar-released", "nuclear-track2-2005-2011"} & {*narrows["event_id"]}


@pytest.mark.parametrize("letter", MADE_OF)
def test_official_events_of_a_dossier_are_squares(letter: str) -> None:
    """Each event of a dossier is in a lane, save unofficial ones that narrow nothing."""
    events = t2.load("events")
    own = events[events["event_id"].isin(MADE_OF[letter][1]) & (events["kind"] != "track II")]
    drawn = pd.concat(table for table in lanes().values() if "event_id" in table)["event_id"]
    assert len(own) > 0
    assert set(own["event_id"]) <= set(drawn)
