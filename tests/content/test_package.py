"""The data package: every table, column, key and cell of it."""

import csv

import pytest
from founding_rows import rows
from hand_written import row_keys

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
FOUNDING = [name for name in PACKAGE.names if not PACKAGE.resource(name).get("beyond")]
FIELDS = [(name, field["name"], field) for name in PACKAGE.names for field in PACKAGE.fields(name)]


def test_every_file_is_described():
    """The folder holds the descriptor, the tables that it describes, and words about them."""
    files = {path.name for path in PACKAGE.folder.iterdir()} - {
        "README.md",
        "CHANGELOG.md",
        "INTEROPERABILITY.md",
    }
    assert files == {"datapackage.json"} | {f"{name}.csv" for name in PACKAGE.names}


@pytest.mark.parametrize("name", PACKAGE.names)
def test_tables_are_described(name):
    """Each table has a title, a description of its rows, a key and the columns of its file."""
    resource = PACKAGE.resource(name)
    assert resource["title"].strip()
    assert resource["description"].strip().endswith(".")
    with (PACKAGE.folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        heading = next(csv.reader(file))
    assert [field["name"] for field in PACKAGE.fields(name)] == heading
    assert set(PACKAGE.key(name)) <= set(heading)


@pytest.mark.parametrize(
    "field", [pytest.param(field, id=f"{name}.{column}") for name, column, field in FIELDS]
)
def test_columns_are_described(field):
    """Each column is described."""
    assert field["description"].strip(" .")


@pytest.mark.parametrize("name", PACKAGE.names)
def test_references_resolve(name):
    """Each key that points to another row finds it."""
    text = PACKAGE.text(name)
    for reference in PACKAGE.resource(name)["schema"].get("foreignKeys", []):
        (column,), target = reference["fields"], reference["reference"]
        others = PACKAGE.text(target["resource"] or name)
        assert set(text[column]) - {""} <= set(others[target["fields"][0]])


@pytest.mark.parametrize("name", PACKAGE.names)
def test_links_are_described(name):
    """A column named like the key of another table is declared to point there."""
    keys = {PACKAGE.key(other)[0]: other for other in PACKAGE.names if len(PACKAGE.key(other)) == 1}
    declared = {
        reference["fields"][0]
        for reference in PACKAGE.resource(name)["schema"].get("foreignKeys", [])
    }
    columns = {field["name"] for field in PACKAGE.fields(name)}
    assert {column for column in columns if keys.get(column, name) != name} <= declared


@pytest.mark.parametrize("name", PACKAGE.names)
def test_cells_are_clean(name):
    """No cell has space at its ends, two spaces in a row, or a line of its own."""
    text = PACKAGE.text(name)
    for column in text:
        assert not [cell for cell in text[column] if " ".join(cell.split()) != cell]


# The bounds and the words of a count belong together, so that they have one source.
COUNT = ("minimum", "maximum", "as_stated")


def given():
    """Give for each cell with evidence of its own what is first said of it.

    A founding document comes first, unless it leaves the cell open and another source fills it.
    """
    facts = track2lib.load("evidence").dropna(subset=["field"]).fillna({"value": ""})
    founding = facts["passage_id"].isin(rows("passages")["passage_id"])
    of_count = (facts["table"] == "counts") & facts["field"].isin(COUNT)
    told = facts["key"].isin(facts.loc[of_count & founding & (facts["value"] != ""), "key"])
    facts["last"] = founding & (facts["value"] == "")
    facts["first"] = founding & ~facts["last"]
    facts = facts[~(of_count & told & ~founding)]
    facts = facts.sort_values(["last", "first"], ascending=[True, False], kind="stable")
    return facts.drop_duplicates(["table", "key", "field"])


def test_evidence_gives_what_the_table_shows():
    """A cell has the value of its first founding evidence, or else of its first evidence."""
    differing = []
    for table, facts in given().groupby("table"):
        text = PACKAGE.text(table)
        shown = text.set_axis(row_keys(PACKAGE, table, text))
        for fact in facts.itertuples():
            if shown.at[fact.key, fact.field] != fact.value:
                differing.append((table, fact.key, fact.field, fact.value))
    assert differing == []


@pytest.mark.parametrize("name", FOUNDING)
def test_no_founding_document_fills_what_is_beyond_it(name):
    """A column that is marked as beyond the founding documents has no evidence from them."""
    beyond = [field["name"] for field in PACKAGE.fields(name) if field.get("beyond")]
    facts = rows("evidence", table=name).dropna(subset=["value"])
    assert set(facts["field"]).isdisjoint(beyond)
    assert not [column for column in beyond if track2lib.load(name)[column].isna().all()]


@pytest.mark.parametrize("name", FOUNDING)
def test_founding_rows_are_rows_of_all(name):
    """What other sources add takes no founding row away and changes no value of its own."""
    if name in ("passages", "evidence"):
        keys = [row_keys(PACKAGE, name, PACKAGE.text(name)).tolist()]
        frame = rows(name).astype(object).where(rows(name).notna(), "")
        assert set(row_keys(PACKAGE, name, frame)) <= set(*keys)
        return
    every = track2lib.load(name)
    every = every.set_axis(row_keys(PACKAGE, name, every))
    own = rows(name)
    own = own.set_axis(row_keys(PACKAGE, name, own))
    assert set(own.index) <= set(every.index)
    for column in PACKAGE.fields(name, founding=True):
        said = own[column["name"]].dropna()
        assert said.tolist() == every.loc[said.index, column["name"]].tolist()


def test_other_sources_say_where_they_stand():
    """Each further source says who speaks, and whether its author acted or spoke in what it tells."""
    sources = track2lib.load("sources")
    others = sources[~sources["founding"]]
    assert len(others)
    assert others[["position", "primary"]].notna().all(axis=None)


def test_every_passage_is_used():
    """Each source has a passage, and each passage bears something."""
    passages = track2lib.load("passages")
    assert set(track2lib.load("sources")["source_id"]) == set(passages["source_id"])
    assert set(passages["passage_id"]) == set(track2lib.load("evidence")["passage_id"])


def test_only_towns_have_a_position():
    """A region or a country is not put on a spot, and a position is one on the globe."""
    places = track2lib.load("places").dropna(subset=["latitude"])
    assert set(places["precision"]) == {"city"}
    assert places["longitude"].notna().all()
    assert places["latitude"].between(-90, 90).all()
    assert places["longitude"].between(-180, 180).all()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (name, column)
        for name, column, _ in FIELDS
        if column in ("date", "dates") and name not in ("sources", "outcomes")
    ],
)
@pytest.mark.parametrize("scope", ["all", "founding"])
def test_dates_have_evidence_of_their_own(table, column, scope):
    """A row with a date names the passage that gives the date."""
    if scope == "founding" and table not in FOUNDING:
        return
    frame = track2lib.load(table, scope=scope)
    keys = row_keys(PACKAGE, table, frame)
    facts = track2lib.load("evidence", scope=scope).dropna(subset=["value"])
    borne = facts.loc[(facts["table"] == table) & (facts["field"] == column), "key"]
    assert set(keys[frame[column].notna()]) == set(borne)
