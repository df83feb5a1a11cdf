"""The years with most rows and with most documents."""

import pandas as pd
import pytest

from track2lib.charts.grammar.peaks import headline, leading


def counts(rows: list[int], documents: list[int | None], first: int = 2001) -> pd.DataFrame:
    """Make what count_per_year gives of these rows and documents."""
    found = pd.DataFrame({"rows": rows, "possible": 0, "sources": 1, "documents": documents})
    return found.assign(year=range(first, first + len(rows))).astype("Int64")


@pytest.mark.parametrize(
    ("rows", "documents", "said"),
    [
        ([1, 5, 1, 1], [1, 9, 2, 3], "Rows peak in 2002 (5), and so do documents (9)"),
        ([1, 5, 1, 1], [9, 3, 2, 1], "Rows peak in 2002 (5), documents in 2001 (9)"),
        ([1, 5, 1, 1], [1, 9, 2, 9], "Rows peak in 2002 (5), documents in 2002 and 2004 (9 each)"),
        ([5, 5, 1, 1], [1, 0, 2, 3], "Rows peak in 2001 and 2002 (5 each), documents in 2004 (3)"),
        (
            [5, 5, 1, 1],
            [9, 9, 2, 3],
            "Rows peak in 2001 and 2002 (5 each), and so do documents (9 each)",
        ),
        ([1, 5, 1, 1], [0, 0, 0, 0], "Rows peak in 2002 (5)"),
        ([1, 5, 1, 1, 1], [2, 2, 2, 2, 2], "Rows peak in 2002 (5)"),
        ([1, 5, 1], [3, None, 1], "Rows peak in 2002 (5), documents in 2001 (3)"),
        ([1], [3], "2001 has 1 row and 3 documents"),
        ([1], [None], "2001 has 1 row"),
        ([1, 0, 1], [1, 2, 3], "No more than one row is dated in any year"),
        ([2] * 5, [1] * 5, "5 years have the most rows, 2 each"),
        ([0, 0], [1, 2], "No row is dated to a single year"),
        ([1, 2], [None, None], "Rows peak in 2002 (2)"),
    ],
)
def test_title_names_the_years_with_most_rows_and_documents(
    rows: list[int], documents: list[int | None], said: str
) -> None:
    """The finding is computed, of rows and of documents alike."""
    assert headline(counts(rows, documents), ("row", "rows")) == said


@pytest.mark.parametrize(
    ("rows", "years"),
    [
        ([1, 2], [2002]),
        ([2, 2], [2001, 2002]),
        ([1, 1], []),
        ([2] * 5, []),
        ([0], []),
        ([1], [2001]),
    ],
)
def test_a_year_leads_where_others_have_less(rows: list[int], years: list[int]) -> None:
    """Years that are too many to be named, or have one row each, are not set off from others."""
    assert leading(counts(rows, [1] * len(rows)))["year"].tolist() == years


def test_documents_lead_in_years_of_their_own() -> None:
    """In its part of the chart, each count has its own years that stand out."""
    years = counts([1, 5, 1], [9, 2, 3])
    assert leading(years)["year"].tolist() == [2002]
    assert leading(years, "documents")["year"].tolist() == [2001]
