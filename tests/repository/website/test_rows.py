"""The pages of the data give each row with all that it rests on, and say no more than the tables do."""

import html
import re

import pytest
from website.pages_of_data import overview, page
from website.rows import read_tables

import track2lib as t2

TABLES = read_tables()


def body(table, key):
    """Give what the page of a table says of a row, as text."""
    (found,) = re.findall(
        rf'<tbody id="{re.escape(html.escape(key))}">.*?</tbody>', page(table, TABLES), re.DOTALL
    )
    return html.unescape(re.sub(r"<[^>]+>", " ", found))


def test_every_row_of_evidence_stands_with_its_row():
    """No statement of evidence is lost, or shown with another row."""
    evidence = t2.load("evidence")
    own = evidence[evidence["table"].isin(TABLES)]
    assert len(own) == len(evidence)
    counted = own.groupby(["table", "key"]).size()
    borne = {"outcomes"}  # its values rest on what their series rests on
    for (table, key), number in counted.items():
        assert len(TABLES[table].rows[key].evidence) == number
    shown = {
        (t, k) for t in TABLES if t not in borne for k, r in TABLES[t].rows.items() if r.evidence
    }
    assert shown == set(counted.index)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("dialogues", "una-sipri"),
        ("dialogue_venues", "una-sipri/stockholm"),
        ("events", "axis-of-evil"),
    ],
)
def test_a_row_is_cited_as_the_library_cites_it(table, key):
    """How a row is cited is what `cite` gives, to the letter."""
    said = " ".join(body(TABLES[table], key).split())
    assert " ".join(t2.cite(table, key).split()) in said


def test_where_sources_differ_the_page_says_so():
    """A cell for which sources give other values is marked, and one that nobody disputes is not."""
    said = " ".join(body(TABLES["dialogues"], "una-sipri").split())
    assert said.count("2002 to 2008 (sources differ)") == 2
    assert said.count("(sources differ)") == 2


def test_a_row_leads_on_and_is_led_to():
    """A dialogue names the meetings that belong to it, by name; a passage the rows that rest on it."""
    meetings = t2.load("meetings").query("dialogue_id == 'una-sipri'")
    said = body(TABLES["dialogues"], "una-sipri")
    assert all(title in said for title in meetings["title"])
    passage = TABLES["passages"].rows["dimaggio2010-organizers-5.2"]
    assert ("dialogues", "una-sipri") in passage.led_from


def test_dates_are_in_words_and_as_they_are_stored():
    """A date is written in words, and its EDTF form stands beside it where the row is opened."""
    said = " ".join(body(TABLES["dialogues"], "una-sipri").split())
    assert "2002 to 2008 (sources differ) 2002/2008" in said


def test_the_overview_names_each_table_with_its_rows():
    """Each table is listed with its number of rows."""
    listed = overview(TABLES)
    for name, table in TABLES.items():
        assert f"]({name}.md) | {len(table.rows)} |" in listed


def test_words_of_the_project_are_called_so():
    """What the project notes with a statement is no word of the source."""
    said = " ".join(body(TABLES["dialogues"], "una-sipri").split())
    assert "our note: In the title of the report." in said
    assert "says:" not in said
