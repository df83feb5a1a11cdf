"""Events by the era of their date, whatever the section that tells them."""

import pandas as pd
import pytest
from drawn import caption_of, founding, rows_in, rows_of
from hand_written import fill
from hearing import heard_in
from own_rows import ROWS

import track2lib as t2


def test_eras_go_by_date_and_not_by_section() -> None:
    """Told under Khatami and dated under Ahmadinejad is the election of 2009, and it alone."""
    rows = [
        row
        for row in rows_of(t2.events_by_era(founding("events")))
        if row.get("setting") == "the date" and "told" in row
    ]
    told = [row for row in rows if row["told"] == "The Khatami years"]
    by_column = {row["title"]: row["column"] for row in told}
    crossed = {title for title, column in by_column.items() if column == "The Ahmadinejad years"}
    assert crossed == {"Disputed presidential election in Iran"}
    charge = "Hardline elements begin to accuse track II reformists"
    assert by_column[charge] == "No exact year, only a latest"


def test_the_title_moves_with_the_columns() -> None:
    """By date the title names the period that is empty, by section how much each one tells."""
    events = founding("events")
    spec = t2.events_by_era(events).to_dict()
    told = events["told_in"].value_counts()
    titles = []
    for name in spec["params"][0]["bind"]["options"]:
        spec["params"][0]["value"] = name
        titles += [label for kind, label in heard_in(spec) if kind == "title"][-1:]
    khatami = told["The Khatami years"]
    said = (
        f"The section on the Khatami years tells {khatami} events; 1 has a year in that time alone"
    )
    assert said in titles[0]
    assert "Told by section: " in titles[1]
    assert f"{khatami} on the Khatami years" in titles[1]


def test_a_head_says_what_its_column_goes_by() -> None:
    """A period and the section on it bear one name, so that each head and the key say which is meant."""
    spec = t2.events_by_era(founding("events")).to_dict()
    (axis,) = {
        layer["encoding"]["x"]["axis"]["labelExpr"]
        for layer in spec["vconcat"][0]["layer"]
        if layer["mark"]["type"] == "point"
    }
    by_date, by_section = axis.split('"the section that tells it"')
    assert "Dated in" in by_date
    assert "Section on" not in by_date
    assert "Section on" in by_section
    assert "section on the Khatami years" in str(spec["vconcat"][0])


def test_no_blank_band_is_left_below() -> None:
    """Wherever the control stands, the longest column ends where the chart does."""
    for table in (founding("events"), founding("events").query("told_in != 'Overview'")):
        rows = pd.DataFrame([row for row in rows_of(t2.events_by_era(table)) if "setting" in row])
        ends = rows.groupby("setting")["edge"].max()
        assert ends.max() - ends.min() <= 0.2 * ends.max()


def test_only_events_before_the_presidencies_are_refused() -> None:
    """Where nothing falls in a column, the error says what draws such events."""
    events = t2.load("events").query("era == 'before'").head(3)
    with pytest.raises(ValueError, match="before the first period"):
        t2.events_by_era(events)


def test_the_periods_of_another_package_are_named(three) -> None:
    """Key and caption come from the table of eras; a package without periods is told so."""
    events = t2.load("events", data=three)
    events.loc[0, "told_in"] = "The first cabinet"
    spec = t2.events_by_era(events).to_dict()
    words = " ".join(caption_of(spec))
    assert shapes_in(spec) == {
        "The first cabinet": "circle",
        "The second cabinet": "square",
        "Told elsewhere": "diamond",
    }
    assert "Periods are given in years, without days (Author 2012)." in words
    assert "2004 belongs to both periods." in words


def shapes_in(spec):
    """Give the shape of each section from the key above the columns; none where there is no key."""
    (marks,) = (
        layer["encoding"]
        for layer in spec["vconcat"][0]["layer"]
        if layer["mark"]["type"] == "point"
    )
    if "shape" not in marks:
        return {}
    scale = marks["shape"]["scale"]
    assert marks["fill"]["scale"]["domain"] == scale["domain"]
    assert marks["shape"]["legend"]["title"] == "Color and form: told in"
    return dict(zip(scale["domain"], scale["range"], strict=True))


def test_without_sections_there_are_columns_by_date_alone(three) -> None:
    """Of what nobody tells by periods, no title says that nothing is told out of its time."""
    spec = t2.events_by_era(t2.load("events", data=three)).to_dict()
    assert spec["title"]["text"] == ["2 of 3 events have dates in one period"]
    assert spec["title"]["subtitle"] == ["Each event stands in the column of its date."]
    assert "setting" not in str(spec.get("params"))
    assert shapes_in(spec) == {}
    rows = rows_of(t2.events_by_era(t2.load("events", data=three)))
    columns = {row["title"]: row["column"] for row in rows}
    assert columns["Event 2"] == "The second cabinet"
    assert columns["Event 3"] == "No exact year"


def test_a_package_without_periods_is_told_so(mine) -> None:
    """There is nothing to sort events by, and no presidency of another country is taken for it."""
    fill(mine, "events", *ROWS["events"])
    with pytest.raises(ValueError, match="has no periods to sort by"):
        t2.events_by_era(t2.load("events", data=mine))


def test_what_lies_in_no_period_is_not_drawn_in_one(mine) -> None:
    """Between two periods and after the last there are columns; what was before is counted."""
    early, late = {"era_id": "a", "dates": "1990/1995"}, {"era_id": "b", "dates": "2000/2005"}
    fill(mine, "eras", late | {"name": "Late"}, early | {"name": "Early"})
    dates = {"gap": "1997", "after": "2010", "before": "1980", "first": "1992", "open": "200X"}
    event = ROWS["events"][0]
    fill(
        mine, "events", *[event | {"event_id": k, "title": k, "date": d} for k, d in dates.items()]
    )
    spec = t2.events_by_era(t2.load("events", data=mine)).to_dict()
    assert spec["description"] == (
        "Events by period. Early: first (1992). Between the periods: gap (1997). After the last "
        "period: after (2010). Perhaps in none: open (the 2000s)."
    )
    assert "1 event is dated before the first period, and not drawn." in " ".join(caption_of(spec))


def test_periods_beside_ours_change_none_of_ours(mine) -> None:
    """Beside ours, periods of another package are no columns of our rows, nor end ours."""
    fill(mine, "eras", {"era_id": "s", "name": "S", "dates": "2010/2018"})
    fill(mine, "events", ROWS["events"][0] | {"event_id": "mine", "date": "2012"})
    events = t2.load("events", data=mine, beside=True)
    ours = " ".join(caption_of(t2.events_by_era(events.head(9)).to_dict()))
    assert "2005, 2013 and August 2021 each belong to two periods." in ours
    theirs = t2.events_by_era(events.tail(1)).to_dict()
    assert "belong" not in " ".join(caption_of(theirs))
    assert theirs["description"].startswith("Events by period. S: ")


@pytest.mark.parametrize(
    ("date", "column", "said"),
    [
        ("1955/1965", "First", "1955 to 1965, begins before the period"),
        ("2005/2014", "Second", "2005 to 2014, ends after the period"),
        ("1961/1965", "First", "1961 to 1965"),
    ],
)
def test_a_date_that_reaches_out_of_a_period_is_said_to(mine, date, column, said) -> None:
    """What began before a period or went on after it stands in it, and is not counted in it alone."""
    for key, name, dates in (("a", "First", "1960/1970"), ("b", "Second", "1971/2010")):
        fill(mine, "eras", {"era_id": key, "name": name, "dates": dates})
    fill(mine, "events", ROWS["events"][0] | {"date": date})
    chart = t2.events_by_era(t2.load("events", data=mine))
    assert f"{column}: Event 1 ({said})" in chart.description
    title = " ".join(chart.to_dict()["title"]["text"])
    wholly = "," not in said
    assert title.startswith(f"{int(wholly)} of 1 event")


def test_a_period_that_is_reached_into_from_both_sides_says_so(mine) -> None:
    """An event that began before the only period and ended after it is in it for a part."""
    fill(mine, "eras", {"era_id": "a", "name": "Only", "dates": "1960/1970"})
    fill(mine, "events", ROWS["events"][0] | {"date": "1955/1975"})
    chart = t2.events_by_era(t2.load("events", data=mine))
    assert "1955 to 1975, begins before the period and ends after it" in chart.description
    assert "0 of 1 event" in " ".join(chart.to_dict()["title"]["text"])


@pytest.mark.parametrize(("count", "shared"), [(5, 0), (7, 0), (9, 3)])
def test_a_shape_means_one_section(mine, count, shared) -> None:
    """Each section has a shape of its own in the key; where there are too many, the last ones share one."""
    for n in range(count):
        dates = f"{1900 + 10 * n}/{1909 + 10 * n}"
        fill(mine, "eras", {"era_id": f"a{n}", "name": f"P{n}", "dates": dates})
        told = {"event_id": f"e{n}", "date": f"{1901 + 10 * n}", "told_in": f"P{n}"}
        fill(mine, "events", ROWS["events"][0] | told)
    fill(mine, "events", ROWS["events"][0] | {"event_id": "other", "date": "1905"})
    shapes = shapes_in(t2.events_by_era(t2.load("events", data=mine)).to_dict())
    assert [*shapes] == [*(f"P{n}" for n in range(count)), "Told elsewhere"]
    alike = [name for name, shape in shapes.items() if shape == "triangle-left"]
    assert len({*shapes.values()}) == len(shapes) - max(shared - 1, 0)
    assert alike == [f"P{n}" for n in range(6, count)]


def test_a_column_without_events_says_so() -> None:
    """By date a period that holds nothing says it, and by section the columns that are none."""
    events = founding("events")
    rows = rows_of(t2.events_by_era(events[events["told_in"].str.contains("years")]))
    said = {(row["setting"], row["column"]): row["said"] for row in rows if "said" in row}
    assert said["the date", "The Khatami years"] == "none has a year here"
    assert said["the section that tells it", "No exact year"] == "by date only"
    filled = {(row["setting"], row["column"]) for row in rows if "title" in row}
    columns = {column for _, column in filled}
    assert {*said} | filled == {(setting, c) for setting, _ in filled for c in columns}
    assert not {*said} & filled


def test_periods_that_are_lost_are_not_called_missing(three) -> None:
    """After a merge nobody knows in which periods the rows of a package lie, and they are not drawn."""
    events = t2.load("events", data=three)
    merged = events.merge(pd.DataFrame({"event_id": ["e1"], "note": ["mine"]}))
    with pytest.raises(
        ValueError, match=r"lost the data package.*table 'eras' cannot be looked up"
    ):
        t2.events_by_era(merged)


@pytest.mark.parametrize(
    ("date", "column"),
    [
        ("{1992,2002}", "Fits or spans both"),
        ("[1992,2002]", "Fits or spans both"),
        ("[1990,1996]", "In none of the periods"),
        ("{1990,1996}", "In none of the periods"),
    ],
)
def test_several_dates_are_placed_by_each_of_them(mine, date, column) -> None:
    """What lies between the first and the last of them may be no date of the event."""
    for key, dates in (("a", "1991/1993"), ("b", "2000/2004")):
        fill(mine, "eras", {"era_id": key, "name": key.upper(), "dates": dates})
    fill(mine, "events", ROWS["events"][0] | {"date": date})
    drawn = rows_in(t2.events_by_era(t2.load("events", data=mine)).to_dict())
    assert {row["column"] for row in drawn if "column" in row} == {column}


def test_events_of_no_period_are_not_said_to_be_before_the_first():
    """Where no era is known, that is told, and nothing of dates."""
    events = t2.load("events", scope="founding").head(4)
    with pytest.raises(ValueError, match=r"era of row \d is .*, and is to be one of"):
        t2.events_by_era(events.assign(era=None))
