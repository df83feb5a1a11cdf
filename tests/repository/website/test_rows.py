"""The pages of the data give each row with all that it rests on, and say no more than the tables do."""

import html
import json
import re
from urllib.parse import unquote

import pytest
from rows_cited import with_address
from website.links import Links, address, place_in_page, sources_linked
from website.pages_of_data import overview, page
from website.row_index import row_index
from website.rows import read_tables

import track2lib as t2
from track2lib.sources.bibtex import latex

TABLES = read_tables()
LINKS = Links(TABLES)
# What a page may weigh that alone loads the index, in bytes.
INDEX = 600_000


def body(table, key):
    """Give what the page of a table says of a row, as text."""
    (found,) = re.findall(
        rf'<tbody id="{re.escape(place_in_page(key))}".*?</tbody>', page(table, LINKS), re.DOTALL
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
    """How a row is cited is what `cite` gives, to the letter; the entry has the address of the row in it."""
    said = " ".join(body(TABLES[table], key).split())
    assert " ".join(t2.cite(table, key).split()) in said
    assert " ".join(with_address(table, key).split()) in said


def test_a_source_is_cited_itself():
    """The row of a source tells how to cite the source, and not the row."""
    said = " ".join(body(TABLES["sources"], "rand2007").split())
    assert t2.cite("rand2007") in said
    assert " ".join(t2.cite("rand2007", style="bibtex").split()) in said


def test_the_address_is_one_that_can_be_copied():
    """A citation ends with the address of its row, in which no space or sign ends it too early."""
    key = next(one for one in TABLES["workshop_ideas"].rows if " " in one)
    said = body(TABLES["workshop_ideas"], key)
    (shown,) = re.findall(r"data/workshop_ideas\.html#\S+", said)
    assert unquote(shown.partition("#")[2]) == key


def test_a_key_of_a_source_leads_to_its_row():
    """Words set as code are linked where they are the key of a source, and nothing else is."""
    linked = sources_linked(
        "Read `kuttab1998` by `t2.cite`, or `sources`.", TABLES["sources"], ".."
    )
    link = '<a href="../sources.html#kuttab1998">`kuttab1998`</a>'
    assert linked == f"Read {link} by `t2.cite`, or `sources`."


def test_an_entry_has_its_address_as_latex_prints_it():
    """In the BibTeX of a row with a space in its key no sign of the address means something to LaTeX."""
    key = next(one for one, row in TABLES["codings"].rows.items() if " " in one and row.evidence)
    said = " ".join(body(TABLES["codings"], key).split())
    (shown,) = re.findall(r", data/(\S+); rests on", said.partition("@misc")[2])
    plain = re.sub(r"\\([#%_])", r"\1", shown)
    assert "\\" not in plain
    assert plain == address(("codings", key))
    assert shown == latex(plain)


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
        assert f'href="{name}.html"' in listed
        assert (
            f'{html.escape(table.about["title"])}</a></th><td data-label="rows">{len(table.rows)}<'
            in listed
        )


def test_words_of_the_project_are_called_so():
    """What the project notes with a statement is no word of the source."""
    said = " ".join(body(TABLES["dialogues"], "una-sipri").split())
    assert "our note: In the title of the report." in said
    assert "says:" not in said


@pytest.mark.parametrize(
    "table", [name for name, one in TABLES.items() if not one.about.get("beyond")]
)
def test_founding_rows_are_those_that_the_first_lessons_load(table):
    """A row is called founding where `load` gives it with that scope, and nowhere else."""
    loaded = t2.load(table, scope="founding")[TABLES[table].key]
    founding = {key for key, row in TABLES[table].rows.items() if row.founding}
    assert founding == {"/".join(own) for own in loaded.itertuples(index=False)}


def test_founding_rows_are_counted_and_marked():
    """The page says how many founding rows there are, and marks so many; where all are, it marks none."""
    number = len(t2.load("dialogues", scope="founding"))
    said = page(TABLES["dialogues"], LINKS)
    assert f"Only the {number} founding rows" in said
    assert said.count("data-founding") == said.count(">founding row<") == number
    assert "founding row" not in page(TABLES["works"], LINKS)


def test_a_statement_tells_how_it_is_meant_and_whose_it_is():
    """With a statement stand hedge, voice, status, gist and how much was read; with the row each standpoint."""
    said = " ".join(body(TABLES["counts"], "ucla-participants").split())
    assert "As many as 250 people take part" in said
    assert "voice: author; hedge: as many as; status: stated" in said
    (source,) = t2.load("sources").query("source_id == 'hettena2010'").itertuples()
    assert (
        f"position of the source: {source.position}; read of the source: {source.extent_read}"
        in said
    )
    assert f"Hettena 2010 : {source.standpoint}" in said


def test_a_value_is_said_once_where_nobody_differs():
    """A value that is no other than the cell is not repeated; where sources differ, each gives its own."""
    row = TABLES["dialogues"].rows["una-sipri"]
    said = body(TABLES["dialogues"], "una-sipri")
    assert said.count(html.escape(row.cells["outputs"])) == 1
    assert "value: 2002/2008" in said
    assert "value: 2002-12/2008" in said


def test_the_least_and_the_most_of_a_count_rest_on_one_sentence():
    """A passage that bears several cells of a row counts once, and its statement is not said twice."""
    said = " ".join(body(TABLES["counts"], "ucla-meetings").split())
    assert "Who says so: 2 passages, 2 sources" in said
    assert "(the same as for minimum bears it)" in said


@pytest.mark.parametrize("table", ["dialogues", "organizations", "topics", "places", "passages"])
def test_links_beside_a_row_are_told_apart(table):
    """Of the links from a row into one table no two have the same words."""
    for row in TABLES[table].rows.values():
        for name in {place[0] for place in row.led_from}:
            places = [place for place in row.led_from if place[0] == name]
            links = LINKS.apart(places, (table, row.key))
            texts = [re.sub("<.*?>", "", link) for link in links]
            assert len({*texts}) == len(texts), (row.key, texts)


def test_a_link_does_not_name_the_row_beside_which_it_stands():
    """Of a dialogue and a topic the topic is named beside the dialogue, and the dialogue beside the topic."""
    place = ("dialogue_topics", "una-sipri/regional-security")
    (topic,) = LINKS.apart([place], ("dialogues", "una-sipri"))
    assert f">{TABLES['topics'].rows['regional-security'].cells['name']}<" in topic
    (dialogue,) = LINKS.apart([place], ("topics", "regional-security"))
    assert ">UNA-USA and SIPRI dialogue<" in dialogue


def test_every_row_is_in_the_index():
    """Each row of each table can be found, but for single values, and the index is no heavy load."""
    script = row_index(LINKS)
    _, tables = json.loads(script.removeprefix("window.t2Rows = ").removesuffix(";\n"))
    held = {
        (name, line.split("\t")[0]) for name, _, _, lines in tables for line in lines.split("\n")
    }
    assert held == {(t, key) for t in TABLES if t != "outcomes" for key in TABLES[t].rows}
    assert len(script.encode()) < INDEX


def test_the_files_of_all_tables_are_listed():
    """The overview leads to the file of each table, that of the evidence too."""
    listed = overview(TABLES)
    assert all(f'<a href="{name}.csv" download>' in listed for name in [*TABLES, "evidence"])


def test_nothing_in_a_table_is_measured_by_the_theme():
    """No row holds a `pre`: the theme asks each for its size, and a thousand rows would open in half a minute."""
    assert "<pre" not in page(TABLES["sources"], LINKS)
