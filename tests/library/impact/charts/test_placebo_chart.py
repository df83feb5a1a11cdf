"""The change at one year among the changes at others."""

import pandas as pd
import pytest
from drawn import drawn_width, rows_in
from impact_charts import spec_of, table_of

from track2lib import impact
from track2lib.page.theme import INK, MUTED, PALE


def test_the_year_in_question_is_marked():
    """A bar stands for each year of the ranking, and one alone is that which was asked."""
    ranked = table_of(impact.placebo_chart)
    rows = [row for row in rows_in(spec_of("placebo_chart")) if "solid" in row]
    assert [row["year"] for row in rows] == ranked["year"].tolist()
    (bars,) = [
        layer
        for layer in spec_of("placebo_chart")["vconcat"][0]["layer"]
        if layer["mark"]["type"] == "bar"
    ]
    fill = f"datum.year == 2005 ? '{INK}' : datum.larger ? '{MUTED}' : '{PALE}'"
    assert bars["mark"]["fill"]["expr"] == fill
    (rank,) = ranked.loc[ranked["asked"], "rank"]
    counted = int((ranked["clean"] | ranked["asked"]).sum())
    assert f"rank {rank:.0f} of {counted}" in spec_of("placebo_chart")["description"]


def test_larger_changes_are_darker_and_have_their_rank():
    """The years that the title counts stand out, each with its rank, and so does the one in question."""
    rows = [row for row in rows_in(spec_of("placebo_chart")) if "larger" in row]
    larger = [row["year"] for row in rows if row["larger"]]
    assert larger == [*range(1979, 1987)]
    ranks = {row["year"]: row["rank"] for row in rows if row["year"] in [*larger, 2005]}
    assert {row["year"]: row["number"] for row in rows if row["number"]} == {
        year: f"{rank:.0f}" for year, rank in ranks.items()
    }


def test_changes_of_one_size_are_not_the_larger_ones():
    """What equals the year in question is not drawn as larger."""
    values = [5, 1, 1, 2, 1, 3, 1, 3, 5, 5, 5, 5, 5, 2, 3, 1]
    series = pd.Series(values, index=range(1990, 2006), dtype=float)
    spec = impact.placebo_chart(impact.placebo(series, 1996, window=3)).to_dict()
    assert sum(row["larger"] for row in rows_in(spec) if "larger" in row) == 3
    assert sum(row["number"] != "" for row in rows_in(spec) if "larger" in row) == 3 + 2


@pytest.mark.parametrize(("at", "window"), [(1996, 3), (1999, 4)])
def test_the_length_of_the_spans_is_said(at, window):
    """How many years each mean is of is told by the ranking itself."""
    series = pd.Series([float(n * n) for n in range(16)], index=range(1990, 2006))
    chart = impact.placebo_chart(impact.placebo(series, at, window=window))
    said = " ".join(chart.to_dict()["title"]["subtitle"])
    assert f"mean of the {window} years from a year on, less the mean of the {window} years" in said


def test_years_that_are_not_ranked_are_hollow_and_counted():
    """What reaches across the year in question is outlined, and the chart says why and how many."""
    ranked = table_of(impact.placebo_chart)
    spec = spec_of("placebo_chart")
    rows = [row for row in rows_in(spec) if "solid" in row]
    hollow = [row["year"] for row in rows if not row["solid"]]
    assert hollow == [year for year in range(1998, 2013) if year != 2005]
    assert [row["year"] for row in rows if row["rank"] is None] == hollow
    assert ranked.loc[ranked["rank"].isna(), "year"].tolist() == hollow
    said = " ".join(spec["title"]["subtitle"])
    assert "Hollow: 14 years whose spans reach across 2005" in said


def test_where_no_year_stands_apart_there_is_no_rank():
    """A series too short for any clean year is not said to have a change of the first rank."""
    own = pd.Series([1.0, 4, 2, 8, 5, 7, 1, 3], index=range(1990, 1998))
    chart = impact.placebo_chart(impact.placebo(own, 1994, window=3))
    title = " ".join(chart.to_dict()["title"]["text"])
    assert title == "No year stands apart from 1994, to compare it with"
    assert "rank 1" not in chart.description


@pytest.mark.parametrize(
    ("values", "title", "said"),
    [
        (
            [1.0, 2.0] * 8,
            "Every ranked year saw a change as large as 1996",
            "all 7 breaks that can be ranked, 1996 among them, have a change of one size.",
        ),
        (
            [5, 1, 1, 2, 1, 3, 1, 3, 5, 5, 5, 5, 5, 2, 3, 1],
            "3 of 6 other ranked years saw a larger change than 1996; 1 equals it",
            "the change at 1996 has rank 5 of 7 by size, shared with 1 other year.",
        ),
        (
            [n * n for n in range(16)],
            "5 of 6 other ranked years saw a larger change than 1996",
            "the change at 1996 has rank 6 of 7 by size.",
        ),
    ],
)
def test_a_rank_that_is_shared_says_so(values, title, said):
    """Changes of one size all have the worse rank, and none of them is said to be the smallest."""
    series = pd.Series([float(value) for value in values], index=range(1990, 2006))
    chart = impact.placebo_chart(impact.placebo(series, 1996, window=3))
    assert " ".join(chart.to_dict()["title"]["text"]) == title
    assert said in chart.description


@pytest.mark.parametrize(
    ("count", "at", "said"),
    [
        (16, 2003, "None of the 8 other ranked years saw a"),
        (16, 2000, "1 of 6 other ranked years saw a"),
        (16, 1993, "All 8 other ranked years saw a"),
        (10, 1993, "Both other ranked years saw a"),
        (9, 1993, "The one other ranked year saw a"),
        (9, 1996, "The one other ranked year saw no"),
    ],
)
def test_the_title_counts_the_years_with_a_larger_change(count, at, said):
    """None, one, some or all: of a series that climbs faster and faster, all the later years."""
    series = pd.Series([float(n * n) for n in range(count)], index=range(1990, 1990 + count))
    title = impact.placebo_chart(impact.placebo(series, at, window=3)).to_dict()["title"]["text"]
    assert " ".join(title) == f"{said} larger change than {at}"


def test_lines_show_which_changes_are_larger():
    """Broken lines lie as far from 0 as the bar in question, on both sides."""
    (reach,) = table_of(impact.placebo_chart).query("asked")["estimate"].abs().round(6)
    rows = [row["estimate"] for row in rows_in(spec_of("placebo_chart")) if {*row} == {"estimate"}]
    assert sorted(rows) == [-reach, 0, reach]


def test_a_name_from_right_to_left_is_marked_below_the_title():
    """What stands behind it stays behind it."""
    own = pd.Series([1.0, 2.0] * 6, index=range(1990, 2002))
    own.attrs["name"] = "رأی‌ها 1990"
    chart = impact.placebo_chart(impact.placebo(own, 1996, window=3))
    below = chart.to_dict()["title"]["subtitle"]
    assert "\u2068رأی‌ها 1990\u2069. " in " ".join(below)


@pytest.mark.parametrize(("count", "wide"), [(50, 14), (150, 4)])
def test_many_years_share_the_page(count, wide):
    """Bars of many years are narrower, and of too many the reader is told."""
    years = range(1800, 1800 + count + 15)  # of which 15 lie too near to an end to be a break
    ranked = impact.placebo(pd.Series(range(len(years)), index=years, dtype=float) ** 2, 1820)
    assert len(ranked) == count
    spec = impact.placebo_chart(ranked).to_dict()
    assert spec["vconcat"][0]["width"] == {"step": wide}
    assert drawn_width(spec) <= 830
    # Without room for numbers, none are spoken of.
    assert "Number" not in " ".join(spec["title"]["subtitle"])
    with pytest.raises(ValueError, match=r"years, and this chart draws.*shorter part"):
        impact.placebo_chart(pd.concat([ranked] * 4).assign(smallest=0.25 / len(ranked)))
