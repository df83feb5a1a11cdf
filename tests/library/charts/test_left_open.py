"""Claims beside what has been reported since."""

import pandas as pd
import pytest
from drawn import caption_of, drawn_height, rows_of

import track2lib as t2

SINCE = t2.load("since")
CLAIMS = t2.load("constructs")


def marks(chart):
    """Give the rows of the reports that a chart draws, each once."""
    found = {row["title"] + row["claim"]: row for row in rows_of(chart) if "speaks" in row}
    return list(found.values())


def own(**changed):
    """Give two reports of a reader's own, as a table that was typed."""
    table = {
        "construct_id": ["one", "one"],
        "title": ["A first meeting", "A letter"],
        "date": ["1998-05", "2001"],
        "date_earliest": pd.to_datetime(["1998-05-01", "2001-01-01"]),
        "date_latest": pd.to_datetime(["1998-05-31", "2001-12-31"]),
        "speaks": ["for", "against"],
        "sure": ["firm", "weak"],
        "reason": ["Both came.", "One refused."],
        "cited": ["Miller 2015, p. 3", "Miller 2015, p. 9"],
    }
    return pd.DataFrame(table | changed)


def theirs(*keys):
    """Give claims of a reader's own."""
    return pd.DataFrame({"construct_id": keys, "name": [f"Claim {key}" for key in keys]})


def test_each_report_is_drawn_once_as_what_it_is() -> None:
    """One mark for each row, in the shape of how it speaks, and hollow unless it is firm."""
    chart = t2.left_open(SINCE)
    drawn = marks(chart)
    assert len(drawn) == len(SINCE)
    counted = pd.Series([row["speaks"] for row in drawn]).value_counts().to_dict()
    assert counted == SINCE["speaks"].value_counts().to_dict()
    assert all(row["reason"] and row["cited"] for row in drawn)
    assert drawn_height(chart.to_dict()) <= 640


def test_above_is_for_and_below_is_against() -> None:
    """So that a row can be read without its key."""
    high = {row["speaks"]: row["y"] for row in marks(t2.left_open(own(), claims=theirs("one")))}
    assert high["for"] < high["against"]


def test_a_claim_without_a_report_stays_empty_and_says_so() -> None:
    """Nothing found is seen, counted in the title, and described."""
    chart = t2.left_open(own(), claims=theirs("two", "one"))
    spec = chart.to_dict()
    assert spec["title"]["text"] == [
        "Of 2 claims, 1 has later reports for and against; on 1 nothing is found"
    ]
    assert "Claim two: nothing found." in spec["description"]
    assert any(row.get("said") == "nothing found" for row in rows_of(chart))


def test_reports_on_other_claims_are_counted() -> None:
    """Whoever draws some claims is told of what is left out; no report is lost in silence."""
    outlook = CLAIMS.query("kind == 'outlook' and author == 'DiMaggio'")
    chart = t2.left_open(SINCE, claims=outlook)
    left = int((~SINCE["construct_id"].isin(outlook["construct_id"])).sum())
    assert f"{left} reports are on other claims" in " ".join(caption_of(chart.to_dict()))
    assert len(marks(chart)) == len(SINCE) - left > 0


def test_keys_that_meet_no_claim_are_refused() -> None:
    """A chart that is empty because of a slip is not drawn as if nothing were found."""
    with pytest.raises(ValueError, match=r"No report is on any of these claims.*'one'"):
        t2.left_open(own(), claims=theirs("One"))


def test_a_table_that_lost_its_package_needs_claims() -> None:
    """Without them nobody can say what the claims are called."""
    with pytest.raises(ValueError, match="the names of the claims cannot be looked up"):
        t2.left_open(own())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"speaks": ["for", "perhaps"]}, "speaks of row 1 is 'perhaps'.*for, against, unclear"),
        ({"sure": ["firm", "very"]}, "sure of row 1 is 'very'.*firm, reported, weak"),
        (
            {
                "date_earliest": pd.to_datetime(["1950-01-01", "2001-01-01"]),
                "date_latest": pd.to_datetime(["1950-01-01", "2001-01-01"]),
            },
            "52 years, and up to 30",
        ),
        (
            {"title": ["A letter"] * 2, "date": ["2001"] * 2, "cited": ["Miller 2015, p. 3"] * 2},
            "Two rows have the same",
        ),
    ],
    ids=["speaks", "sure", "years", "twice"],
)
def test_what_cannot_be_read_is_refused(changed, said) -> None:
    """With the column, the row and what would be right."""
    with pytest.raises(ValueError, match=said):
        t2.left_open(own(**changed), claims=theirs("one"))


def test_a_claim_given_twice_is_refused() -> None:
    """Two lanes of one key would show each report twice."""
    with pytest.raises(ValueError, match="construct_id"):
        t2.left_open(own(), claims=theirs("one", "one"))


def test_two_claims_of_one_name_keep_their_own_reports() -> None:
    """Keys decide which lane a report stands in; names are labels."""
    both = theirs("one", "two").assign(name="Alike")
    chart = t2.left_open(own(construct_id=["one", "two"]), claims=both)
    assert {row["claim"] for row in marks(chart)} == {"Alike (one)", "Alike (two)"}


def test_a_report_without_a_date_stands_behind_the_years() -> None:
    """It is drawn, and says that it has none."""
    missing = {"date": ["1998-05", None]}
    missing |= {name: [own()[name].iloc[0], pd.NaT] for name in ("date_earliest", "date_latest")}
    chart = t2.left_open(own(**missing), claims=theirs("one"))
    assert "A letter (no date given)" in chart.description
    assert any(row.get("said") == "no date" for row in rows_of(chart))
