"""What is reported of each year, in lanes."""

import pandas as pd
import pytest
from drawn import caption_of, rows_in, title_of
from hand_written import DIALOGUE, MEETING, fill
from library_charts import lanes

import track2lib as t2


def own(mine, *dated: str) -> pd.DataFrame:
    """Give meetings of one's own, one for each date."""
    fill(mine, "dialogues", DIALOGUE)
    fill(
        mine,
        "meetings",
        *(MEETING | {"meeting_id": f"m{n}", "date": d} for n, d in enumerate(dated)),
    )
    return t2.load("meetings", data=mine)


def test_each_row_of_a_year_is_a_square_with_its_source() -> None:
    """Squares are as many as rows that lie or may lie in these years, lane by lane."""
    tables = lanes()
    spec = t2.year_by_year(tables, years=(1997, 2013)).to_dict()
    drawn = [row for row in rows_in(spec) if "cited" in row]
    wanted = 0
    for table in tables.values():
        counts = t2.count_per_year(table)
        counts = counts[counts["year"].between(1997, 2013)]
        wanted += int((counts["rows"] + counts["possible"]).sum())
    assert len(drawn) == wanted > 100
    assert all(row["cited"] and 1997 <= row["year"] <= 2013 for row in drawn)


def test_what_was_written_stands_below() -> None:
    """Lanes never stand without the documents of the same years, unless nobody counts them."""
    spec = t2.year_by_year(lanes(), years=(1997, 2013)).to_dict()
    written = [row for row in rows_in(spec) if "documents" in row]
    counts = t2.count_per_year(t2.load("events")).set_index("year")["documents"]
    assert {row["year"]: row["documents"] for row in written} == counts.loc[1997:2013].to_dict()
    assert "not that more happened" in " ".join(caption_of(spec))


@pytest.mark.parametrize("listed", [True, False])
def test_lanes_of_two_packages_have_no_documents_of_one(mine, listed: bool) -> None:
    """Of two bibliographies neither says how much was written on both, nor does one of two packages."""
    if listed:
        source = {"source_id": "writer2001", "title": "A book", "date": "2001", "authors": "Writer"}
        source |= {"short_name": "Writer", "kind": "book", "language": "en"}
        fill(mine, "sources", source)
    theirs = own(mine, "2001", "2001")
    assert t2.count_per_year(theirs)["documents"].notna().any() == listed
    both = {"ours": t2.load("meetings"), "mine": theirs}
    words = t2.year_by_year(both, years=(1997, 2013)).to_dict()["title"]["subtitle"]
    assert "documents" not in " ".join(words)


def test_title_names_the_fullest_years(mine) -> None:
    """It follows from the rows, and a title of one's own replaces it."""
    table = own(mine, "2001", "2003", "2003", "2002/2003")
    assert title_of(t2.year_by_year({"talks": table}).to_dict()) == "Fullest years: talks 2003 (2)"
    assert title_of(t2.year_by_year({"talks": table}, title="Mine").to_dict()) == "Mine"


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        ({"lanes": t2.load("events")}, TypeError, "is to name the tables"),
        ({"lanes": {}}, ValueError, "There are 0 lanes"),
        ({"lanes": {"a": "events"}}, TypeError, "draws a table, and was given text"),
        ({"lanes": {"": t2.load("events")}}, ValueError, "name of a lane is empty"),
        ({"years": (2013, 1997)}, ValueError, "before it begins"),
        ({"years": (1900, 2013)}, ValueError, "114 years, and up to 60"),
        ({"years": (1997, 2005, 2013)}, ValueError, "has 3 parts"),
        ({"years": (1961, 1962)}, ValueError, "No row of the lane 'official relations'"),
        ({"marked": {"A": 2020}}, ValueError, "A is 2020, and the chart reaches from 1997 to 2013"),
        ({"marked": [2009]}, TypeError, "letter for each year"),
    ],
)
def test_what_cannot_be_drawn_is_told(change, error, said) -> None:
    """Each fault is named with what would be right."""
    with pytest.raises(error, match=said):
        t2.year_by_year(**{"lanes": lanes(), "years": (1997, 2013)} | change)


def test_rows_without_a_date_are_no_chart(mine) -> None:
    """Where no row has a date, nothing is drawn, and it is said so."""
    table = own(mine, "2001")
    table["date_earliest"] = table["date_latest"] = pd.NaT
    table["date"] = pd.NA
    with pytest.raises(ValueError, match="No row of any lane has a date"):
        t2.year_by_year({"talks": table})
