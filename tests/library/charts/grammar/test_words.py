"""What a caption says of sources, and which year is that of writing."""

import pandas as pd
import pytest

from track2lib.charts.grammar.words import source_note, year_of_writing, years_of_writing


def cited(*texts):
    """Make a table of rows that cite these places."""
    return pd.DataFrame({"cited": texts})


def test_more_sources_than_can_be_read_are_counted():
    """Six documents are named in a caption; of seven it says how many, and where each is named."""
    names = [f"Author {year}, p. 1" for year in range(2001, 2008)]
    assert source_note(cited(*names[:6])).count("Author") == 6
    assert source_note(cited(*names)).startswith("Sources: 7 documents; the column cited")


@pytest.mark.parametrize(
    ("text", "year"),
    [("RAND 2007, para. 5; Slim 2009a, title", 2009), ("Else 1998, p. 2012", 1998)],
)
def test_the_year_of_a_source_is_not_that_of_a_place(text, year):
    """The latest source counts, and a number within a place in it is no year."""
    assert year_of_writing(cited(text)) == year


def test_each_row_has_the_year_of_its_own_sources():
    """What is open is open as of the row's own source; without one, as of the table's dates."""
    table = cited("RAND 2007, para. 5", "A newspaper", "Else 1998").assign(
        date_latest=pd.to_datetime(["2001", "2003", "2005"])
    )
    assert years_of_writing(table) == [2007, 2003, 1998]
