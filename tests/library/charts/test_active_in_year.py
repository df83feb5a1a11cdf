"""What went on in a year, and what no source says."""

import json
import re

import pandas as pd
import pytest
from drawn import named, rows_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.charts.active_in_year import GOING_ON, NOT_THEN, UNKNOWN, VERDICTS
from track2lib.page.sentence import title_of
from track2lib.records import dates


def marks_of(chart):
    """Give the marks of a chart, for all years together, without the counts above them."""
    return [row for row in rows_of(chart) if "subject" in row]


def test_running_never_calls_silence_absence() -> None:
    """A dialogue without a date is neither going on nor 'not then' in any year."""
    rows = [
        row
        for row in marks_of(t2.active_in_year(named()))
        if row["subject"] == "Munk Center discussions"
    ]
    assert {row["verdict"] for row in rows} == {"source does not say"}


def test_running_refuses_a_year_out_of_range() -> None:
    """The error names the range."""
    with pytest.raises(ValueError, match="1997 to 2010"):
        t2.active_in_year(named(), year=2020)


def test_dialogues_without_dates_are_in_no_year() -> None:
    """Where no dialogue has a date, the title says that none can be placed."""
    undated = t2.load("dialogues").query("dates.isna()").head(2)
    chart = t2.active_in_year(undated.assign(dates=pd.Series(pd.NA, undated.index, dtype="string")))
    assert "none of 2 dialogues is said to be going on; no word on 2" in title_of(chart.to_dict())


@pytest.mark.parametrize(
    ("date", "cited", "told"),
    [
        # Open as of its own source, and of later years that says nothing.
        ("2001/..", "A 2003", {2000: NOT_THEN, 2001: GOING_ON, 2003: GOING_ON, 2004: UNKNOWN}),
        ("2001/..", "Interview 1987", {2001: GOING_ON, 2002: UNKNOWN}),
        ("../..", "A 2003", {2002: UNKNOWN, 2003: GOING_ON, 2004: UNKNOWN}),
        # A beginning or an end that is known to the decade leaves its years open.
        ("199X/2003", "A 2003", {1989: NOT_THEN, 1995: UNKNOWN, 1999: GOING_ON, 2004: NOT_THEN}),
        ("2003/200X", "A 2010", {2003: GOING_ON, 2005: UNKNOWN, 2010: NOT_THEN}),
        ("[2001..2003]", "A 2010", {2000: NOT_THEN, 2002: UNKNOWN, 2004: NOT_THEN}),
        ("../2001", "A 2010", {1995: UNKNOWN, 2002: NOT_THEN}),
        ("[..2001]", "A 2010", {1995: UNKNOWN, 2002: UNKNOWN}),
    ],
)
def test_a_year_is_claimed_only_where_the_date_bears_it(date, cited, told) -> None:
    """What may have been, and what was known only until its source was written, is not said."""
    rows = t2.load("dialogues").head(2).assign(dates=[date, "1985/2012"], cited=[cited, "B 2012"])
    rows["sources"] = rows["cited"]
    bounds = [dates.bounds(text) for text in rows["dates"]]
    rows["dates_earliest"] = pd.Series([own[0] for own in bounds], dtype="datetime64[s]")
    rows["dates_latest"] = pd.Series([own[1] for own in bounds], dtype="datetime64[s]")
    subject = rows["name"].iloc[0]
    found = {
        row["setting"]: row["verdict"]
        for row in marks_of(t2.active_in_year(rows))
        if row["subject"] == subject
    }
    assert {year: found[year] for year in told} == told


def test_the_slider_stands_at_first_where_most_went_on() -> None:
    """The first year of those in which most were going on is shown before the slider is moved."""
    rows = t2.load("dialogues").head(2).assign(dates=["1990/1994", "1993/1999"])
    rows["dates_earliest"] = pd.to_datetime(["1990-01-01", "1993-01-01"])
    rows["dates_latest"] = pd.to_datetime(["1994-12-31", "1999-12-31"])
    (slider,) = t2.active_in_year(rows).to_dict()["params"]
    assert slider["value"] == 1993


@pytest.mark.parametrize(
    ("span", "going_on", "not_told"),
    [
        ("2002/2004", {2002, 2003, 2004}, set()),
        ("2002~/2003", {2002, 2003}, set()),
        ("2003", {2003}, set()),
        ("2003-24", set(), {2003, 2004}),
        ("[2002,2004]", set(), {2002, 2004}),
        ("{2002..2004}", {2002, 2003, 2004}, set()),
        ("199X/2001", {1999, 2000, 2001}, {1997, 1998}),
        ("1998/200X", {1998, 1999, 2000}, set(range(2001, 2008))),
        ("2002-24/..", set(range(2003, 2008)), {2002}),
        ("[2005..]", set(), {2005, 2006, 2007}),
        ("../2003", set(), set(range(2000, 2004))),
        ("../..", {2007}, set(range(2000, 2007))),
    ],
)
def test_a_year_that_a_date_only_may_mean_is_not_told(mine, span, going_on, not_told) -> None:
    """A dialogue goes on in the years between its ends, and in those of an end it may have."""
    row = DIALOGUE | {"dialogue_id": "d1", "dates": span, "source": "Author 2007, p. 1"}
    until = {"dialogue_id": "d2", "dates": "2000/2007", "source": "Author 2007, p. 1"}
    fill(mine, "dialogues", row | {"name": "This"}, DIALOGUE | until | {"name": "Other"})
    chart = t2.active_in_year(t2.load("dialogues", data=mine))
    told = [
        row for row in marks_of(chart) if row["subject"] == "This" and int(row["setting"]) >= 1997
    ]
    said = {
        verdict: {int(row["setting"]) for row in told if row["verdict"] == verdict}
        for verdict in ("going on", "source does not say")
    }
    assert said == {"going on": going_on, "source does not say": not_told}


@pytest.mark.parametrize(
    ("dates", "going_on", "open_in"),
    [
        ("{2001,2003}", [2001, 2003], []),
        ("[2001,2003]", [], [2001, 2003]),
        ("{2001..2002,2004}", [2001, 2002, 2004], []),
    ],
)
def test_several_years_leave_out_what_lies_between(mine, dates, going_on, open_in):
    """Of two years that a source names it says both, or one of them, and not the year between."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": dates})
    rows = marks_of(t2.active_in_year(t2.load("dialogues", data=mine)))
    found = {row["setting"]: row["verdict"] for row in rows if "verdict" in row}
    assert [year for year, said in found.items() if said == "going on"] == going_on
    assert [year for year, said in found.items() if said == "source does not say"] == open_in


@pytest.mark.parametrize("dates", ["1628/1632", "1970-01-01", "2012"])
def test_a_year_is_chosen_whatever_the_dates(mine, dates):
    """The slider stands where the dialogue was, in whatever age that is."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": dates})
    drawn = t2.active_in_year(t2.load("dialogues", data=mine)).to_dict()
    (slider,) = drawn["params"]
    assert slider["value"] == int(dates[:4])
    assert f"Talks: going on {int(dates[:4])}" in drawn["description"]
    title = title_of(drawn)
    assert title == f"{int(dates[:4])}: 1 of 1 dialogue is said to be going on"


@pytest.mark.parametrize(
    ("dates", "going_on", "not_told"),
    [
        ("2016/2018", [], [2016, 2017, 2018]),
        ("2020", [], [2020]),
        ("2030/..", [], [2030]),
        ("2010/2015", [2010, 2011, 2012], [2013, 2014, 2015]),
        ("2010/201X", [2010], [2011, 2012]),
        ("2010/2012", [2010, 2011, 2012], []),
    ],
)
def test_what_was_only_planned_is_not_told(mine, dates, going_on, not_told):
    """A source of 2012 does not vouch for what comes after, and the slider still reaches it."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": dates})
    drawn = marks_of(t2.active_in_year(t2.load("dialogues", data=mine)))
    told = [row for row in drawn if "verdict" in row]
    assert [row["setting"] for row in told if row["verdict"] == GOING_ON] == going_on
    assert [row["setting"] for row in told if row["verdict"] == UNKNOWN] == not_told
    late = {row["reason"] for row in told if row["setting"] > 2012}
    assert all(reason.endswith(", as told in 2012") for reason in late)


def test_after_a_plan_nobody_knows_that_it_was_over(mine):
    """That it was to end in 2014 is no word on 2015, which another source lets the slider reach."""
    rows = {"d1": ("2010/2014", "Author 2012"), "d2": ("2010/2011", "Author 2012")}
    rows["d3"] = ("2001/2015", "Writer 2015")
    for key, (span, source) in rows.items():
        told = {"dialogue_id": key, "name": key, "dates": span, "source": source}
        fill(mine, "dialogues", DIALOGUE | told)
    drawn = marks_of(t2.active_in_year(t2.load("dialogues", data=mine)))
    found = {row["subject"]: row["verdict"] for row in drawn if row.get("setting") == 2015}
    assert found == {"d1": UNKNOWN, "d2": NOT_THEN, "d3": GOING_ON}


def test_undated_namesakes_have_their_keys(mine):
    """Two dialogues of one name are called by their keys, and not by the number of their row."""
    for key in ("geneva", "oslo", "z"):
        name = "Seminar" if key != "z" else "Visits"
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": name})
    drawn = marks_of(t2.active_in_year(t2.load("dialogues", data=mine).iloc[::-1]))
    names = {row["subject"] for row in drawn if "subject" in row}
    assert names == {"Seminar (geneva)", "Seminar (oslo)", "Visits"}


def test_one_key_of_two_packages_is_not_drawn_as_one(mine, tmp_path):
    """What two packages call by one key may be two things, so that the chart is refused."""
    other = t2.start_dataset(tmp_path / "other")
    for folder in (mine, other):
        fill(folder, "dialogues", DIALOGUE | {"dialogue_id": "d1", "name": "Seminar"})
    both = pd.concat([t2.load("dialogues", data=folder) for folder in (mine, other)])
    with pytest.raises(
        ValueError, match="Two rows have the same dialogue_id and name, 'd1/Seminar'"
    ):
        t2.active_in_year(both)
    # Under another name it is known to be another.
    both["name"] = ["Seminar", "Visits"]
    assert "none of 2 dialogues is said to be going on" in title_of(
        t2.active_in_year(both).to_dict()
    )


def test_more_years_than_a_slider_can_show_are_not_drawn(mine) -> None:
    """Where a dialogue of another age makes the slider too long, the reader is told."""
    for n, days in enumerate(["0628", "2001/2003"]):
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": f"d{n}", "dates": days})
    with pytest.raises(ValueError, match=r"from 628 to 2012, .* 1,385 years: up to 500"):
        t2.active_in_year(t2.load("dialogues", data=mine))


def test_many_dialogues_in_many_years_are_refused() -> None:
    """Where one chart would hold more marks than can be stored, the reader is told what to do."""
    rows = t2.load("dialogues").dropna(subset="dates_earliest").head(20)
    rows = rows.assign(dates=["1600/2000", *rows["dates"].iloc[1:]])
    rows.loc[rows.index[0], "dates_earliest"] = pd.Timestamp("1600-01-01")
    with pytest.raises(ValueError, match=r"20 dialogues in \d+ years are .* marks.*timeline"):
        t2.active_in_year(rows)
    t2.active_in_year(rows.head(8))


def test_the_description_holds_wherever_the_slider_stands() -> None:
    """It says of each dialogue what holds in which years, and is the same from whatever year."""
    charts = [t2.active_in_year(named(), year=year) for year in (2003, 2009)]
    assert charts[0].description == charts[1].description
    said = charts[0].description
    assert "UNA-USA and SIPRI dialogue: going on 2002 to 2008; not then in other years." in said
    assert "going on 2010; source does not say for 1997 to 2009." in said


def test_title_says_what_holds_in_the_year_of_the_slider():
    """Wherever the slider stands, the title counts the marks of that year."""
    chart = t2.active_in_year(t2.load("dialogues", scope="founding"), year=2008)
    rows = [row for row in marks_of(chart) if "verdict" in row]
    spec = chart.to_dict()
    _, all_of_them = spec["title"]["text"]["expr"].removesuffix("[setting]][1]").split('", {', 1)
    moving = json.loads("{" + all_of_them)
    assert title_of(spec) == " ".join(moving["2008"]).strip()
    for year, lines in moving.items():
        own = [row["verdict"] for row in rows if row["setting"] == int(year)]
        said = " ".join(lines)
        assert f"{year}: {own.count('going on') or 'none'} of {len(own)} dialogues " in said
        assert f" said to be going on; no word on {own.count('source does not say')}" in said


def test_what_is_open_at_both_ends_says_when_it_was_going_on() -> None:
    """Beside a ring of 1999, "going on" alone would say that of 1999."""
    rows = marks_of(t2.active_in_year(named(), year=1999))
    said = {row["reason"] for row in rows if row["subject"] == "Search for Common Ground exchanges"}
    assert said == {"going on in 2010, beginning not stated"}


def test_heads_count_their_marks() -> None:
    """For each year, each head has the number of its marks, none of them too."""
    chart = t2.active_in_year(named(), year=1999)
    (said,) = re.findall(r"'labelExpr': '(\{[^']*)\[setting\]'", str(chart.to_dict()))
    heads = json.loads(said.replace("[datum.value]", ""))
    marks = rows_of(chart)
    assert {*heads} == {str(row["setting"]) for row in marks if "setting" in row}
    for year, own in heads.items():
        verdicts = [row["verdict"] for row in marks if row.get("setting") == int(year)]
        for verdict in VERDICTS:
            assert " ".join(own[verdict]) == f"{verdict}: {verdicts.count(verdict)}"
    assert heads["1999"][GOING_ON] == ["going on: 0"]


def test_rows_stand_in_the_order_of_the_timeline() -> None:
    """What is dated comes first, then what is only said to go on, and what has no date last."""
    order = [*dict.fromkeys(row["subject"] for row in marks_of(t2.active_in_year(named())))]
    assert order == [
        *dict.fromkeys(row["label"] for row in rows_of(t2.timeline(named())) if row.get("when"))
    ]
    dates_of = named().set_index("name")["dates"]
    undated = [pd.isna(dates_of[name]) for name in order]
    assert undated == sorted(undated)
