"""How much was written down: counts over time beside what they rest on."""

import pandas as pd
import pytest
from drawn import words_of
from hand_written import DIALOGUE, MEETING, fill

import track2lib as t2
from track2lib.records import dates

COLUMNS = ["year", "rows", "possible", "sources", "documents"]


def dated(*rows):
    """Make a table of dates and of the sources that each rests on."""
    ends = [dates.bounds(date) if date else (None, None, False) for date, _ in rows]
    table = pd.DataFrame({"sources": [sources for _, sources in rows]}, dtype="string")
    for place, end in enumerate(("earliest", "latest")):
        table[f"date_{end}"] = pd.Series([bound[place] for bound in ends], dtype="datetime64[s]")
    return table


def counted(*rows):
    """Count such a table: rows, possible rows and sources, by year."""
    found = t2.count_per_year(dated(*rows)).set_index("year")
    return {year: row[:3] for year, *row in found.itertuples()}


def test_columns():
    """There is a row for each year, in order, and the same whole numbers in each column."""
    found = t2.count_per_year(dated(("2003", "a"), ("2006", "b")))
    assert found.columns.tolist() == COLUMNS
    assert set(map(str, found.dtypes)) == {"Int64"}
    assert found["year"].tolist() == [2003, 2004, 2005, 2006]


def test_a_year_without_rows_is_there():
    """A year of which nothing is told stands between the others, with nothing in it."""
    assert counted(("2003", "a"), ("2005", "a"))[2004] == [0, 0, 0]


@pytest.mark.parametrize("date", ["2005", "2005-03", "2005-03-14", "2005-03/2005-05", "2005-23"])
def test_a_date_within_a_year_is_counted_in_it(date):
    """What lies in one year, however exactly it is known, is a row of that year."""
    assert counted((date, "a")) == {2005: [1, 0, 1]}


@pytest.mark.parametrize("date", ["2004/2006", "2004-12/2006-01", "[2004..2006]"])
def test_a_date_of_several_years_is_possible_in_each(date):
    """What may lie in several years is certain in none of them."""
    assert counted((date, "a")) == {year: [0, 1, 1] for year in (2004, 2005, 2006)}


@pytest.mark.parametrize("date", ["[..2005]", "2005/..", "../2005"])
def test_an_open_end_is_counted_where_it_is_known(date):
    """A date with one bound may lie in the year of that bound."""
    assert counted((date, "a")) == {2005: [0, 1, 1]}


def test_a_row_without_a_date_is_not_counted():
    """What has no date is in no year."""
    assert counted(("2005", "a"), ("", "b"), ("../..", "c")) == {2005: [1, 0, 1]}


def test_sources_are_counted_once():
    """A year rests on so many different sources, however many of its rows each of them bears."""
    rows = [("2005", "a; b"), ("2005", "b"), ("2005/2006", "c"), ("2006", "a; c")]
    assert counted(*rows) == {2005: [2, 1, 3], 2006: [1, 1, 2]}


@pytest.mark.parametrize("table", ["meetings", "events"])
def test_our_tables_are_counted(table):
    """Of our own tables, each row that lies in one year is counted once."""
    frame = t2.load(table)
    certain = frame["date_earliest"].dt.year == frame["date_latest"].dt.year
    found = t2.count_per_year(frame).set_index("year")
    assert found["rows"].sum() == certain.sum()
    years = frame.loc[certain, "date_earliest"].dt.year.value_counts()
    assert found.loc[years.index, "rows"].tolist() == years.tolist()
    assert (found["sources"] > 0).equals((found["rows"] + found["possible"]) > 0)


def test_documents_of_a_year():
    """Beside the rows stands how many documents of the bibliography appeared in the year."""
    sources = t2.load("sources")
    of_2009 = sources["date"].str.startswith("2009").sum()
    found = t2.count_per_year(t2.load("meetings")).set_index("year")
    assert found.loc[2009, "documents"] == of_2009 > 0


def test_documents_of_the_scope():
    """The bibliography is that of the scope of the table."""
    found = t2.count_per_year(t2.load("events", scope="founding")).set_index("year")
    assert found["documents"].sum() == 2
    assert found.loc[[2007, 2010], "documents"].tolist() == [1, 1]


def test_documents_of_a_package_without_a_bibliography(tmp_path):
    """Where sources are named and not listed, how many appeared in a year is missing."""
    mine = t2.start_dataset(tmp_path / "mine")
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(mine, "meetings", *[MEETING | {"meeting_id": f"m{n}", "date": "2005"} for n in (1, 2)])
    found = t2.count_per_year(t2.load("meetings", data=mine))
    assert found[COLUMNS[:4]].values.tolist() == [[2005, 2, 0, 1]]
    assert found["documents"].isna().all()


@pytest.mark.parametrize("column", ["date_earliest", "date_latest", "sources"])
def test_a_column_that_is_missing_is_told(column):
    """A table that cannot be counted is refused by the column that it lacks."""
    with pytest.raises(ValueError, match=f"no column {column}. Start from load"):
        t2.count_per_year(dated(("2005", "a")).drop(columns=column))


@pytest.mark.parametrize("rows", [(), (("", "a"),), (("../..", "a"),)])
def test_nothing_to_count(rows):
    """A table without rows, or with none that has a date, is refused."""
    with pytest.raises(ValueError, match="No row has a date to count by"):
        t2.count_per_year(dated(*rows))


def test_many_meetings_are_counted(many):
    """What is too much to be read one by one can be counted by year and by town."""
    meetings = t2.load("meetings", data=many)
    assert t2.count_per_year(meetings)["rows"].sum() == 5000
    assert "1950" in t2.per_year(meetings).description
    chart = t2.venue_map(meetings)
    assert "Geneva 1667" in chart.description
    assert "1666 of 5000 meetings" in words_of(chart.to_dict())


def test_one_of_two_years_is_not_counted_between_them(mine):
    """A row of 2001 or 2003 may lie in either, and not in 2002; its source is not counted there."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for n, date in enumerate(["[2001,2003]", "{2001-02,2001-05}", "[..2001,2003]"]):
        fill(mine, "meetings", MEETING | {"meeting_id": f"m{n}", "date": date})
    found = t2.count_per_year(t2.load("meetings", data=mine))
    assert found["year"].tolist() == [2001, 2002, 2003]
    assert found["rows"].tolist() == [1, 0, 0]
    assert found["possible"].tolist() == [2, 0, 2]
    assert found["sources"].tolist() == [1, 0, 1]


def test_documents_are_not_counted_for_a_package_that_is_lost(mine):
    """After a merge our own rows keep our bibliography, and the rows of others have none."""
    note = pd.DataFrame({"note": ["mine"]})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(mine, "meetings", MEETING | {"meeting_id": "m1", "date": "2005"})
    own, ours = t2.load("meetings", data=mine), t2.load("meetings").head(9)
    merged = own.merge(note, how="cross")
    assert t2.count_per_year(merged).equals(t2.count_per_year(own))
    assert t2.count_per_year(merged)["documents"].isna().all()
    kept = t2.count_per_year(ours.merge(note, how="cross"))
    assert kept.equals(t2.count_per_year(ours))
    assert kept["documents"].notna().all()
    assert t2.count_per_year(pd.concat([ours, own]))["documents"].isna().all()


def test_each_date_of_a_set_of_all_is_counted_in_its_year(mine):
    """Curly brackets say that both are meant, and square ones that one of them is."""
    fill(mine, "dialogues", DIALOGUE)
    for n, date in enumerate(["{2001,2003}", "[2001,2003]", "{2003-02,2003-05}", "{2001..2003}"]):
        fill(mine, "meetings", MEETING | {"meeting_id": f"m{n}", "date": date})
    meetings = t2.load("meetings", data=mine)
    found = t2.count_per_year(meetings).set_index("year")[["rows", "possible"]]
    assert found.T.to_dict("list") == {2001: [2, 1], 2002: [1, 0], 2003: [3, 1]}
    twice = pd.concat([meetings, meetings])
    twice.attrs = meetings.attrs
    again = t2.count_per_year(twice).set_index("year")[["rows", "possible"]]
    assert (again == 2 * found).all(axis=None)


def test_days_that_are_text_are_told(tmp_path):
    """So they come back from a CSV file."""
    t2.load("meetings").to_csv(tmp_path / "meetings.csv", index=False)
    with pytest.raises(ValueError, match="days in date_earliest are text"):
        t2.count_per_year(pd.read_csv(tmp_path / "meetings.csv"))


def test_days_of_another_place_are_counted_as_they_were_written():
    """New Year's day in Tehran is one of the new year, and a day of Python is a day."""
    table = dated(("2005-01-01", "una2007"), ("2006-12-31", "una2007"))
    right = t2.count_per_year(table)
    ends = {f"date_{end}": table[f"date_{end}"] for end in ("earliest", "latest")}
    for change in (
        lambda days: days.dt.tz_localize("Asia/Tehran"),
        lambda days: days.dt.date,
    ):
        changed = table.assign(**{name: change(days) for name, days in ends.items()})
        assert t2.count_per_year(changed).equals(right)
