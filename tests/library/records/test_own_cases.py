"""Cases of a reader's own, and copies of data to give away."""

import json
import re
import zipfile

import frictionless
import openpyxl
import pandas as pd
import pytest
from hand_written import DIALOGUE, MEETING, SOURCE, fill, heading

import track2lib as t2
from track2lib.records.snapshot import DataError, open_package

OURS = open_package()
OWN = [name for name in OURS.names if name not in ("sources", "passages", "evidence")]

# Three rows of each table that a chart takes, and of the tables that these point to.
ROWS = {
    "dialogues": [
        DIALOGUE | {"dialogue_id": "d1", "dates": "2001/2003", "topics_open": "true"},
        DIALOGUE | {"dialogue_id": "d2", "name": "Rounds", "dates": "2007/..", "form": "bilateral"},
        DIALOGUE | {"dialogue_id": "d3", "name": "Visits"},
    ],
    "places": [
        {
            "place_id": "geneva",
            "name": "Geneva",
            "precision": "city",
            "latitude": "46.2",
            "longitude": "6.15",
        },
        {
            "place_id": "accra",
            "name": "Accra",
            "precision": "city",
            "latitude": "5.6",
            "longitude": "-0.2",
        },
        {"place_id": "somewhere", "name": "Somewhere", "precision": "not stated"},
    ],
    "meetings": [
        MEETING | {"meeting_id": "m1", "date": "2001-05-02", "place_id": "geneva"},
        MEETING | {"meeting_id": "m2", "date": "2007", "place_id": "accra"},
        MEETING | {"meeting_id": "m3", "date": "[..2003]", "place_id": "somewhere"},
    ],
    "dialogue_venues": [
        {"dialogue_id": "d1", "place_id": "geneva", "share": "most"},
        {"dialogue_id": "d2", "place_id": "accra"},
        {"dialogue_id": "d3", "place_id": "somewhere"},
    ],
    "topics": [{"topic_id": f"t{n}", "name": f"Topic {n}", "area": "regional"} for n in (1, 2, 3)],
    "dialogue_topics": [{"dialogue_id": f"d{n}", "topic_id": f"t{n}"} for n in (1, 2, 3)],
    "organizations": [
        {"org_id": f"o{n}", "name": f"House {n}", "short_name": f"H{n}", "description": "A house."}
        | side
        for n, side in ((1, {"side": "Iranian"}), (2, {"side": "American"}), (3, {}))
    ],
    "dialogue_organizations": [
        {"dialogue_id": f"d{n}", "org_id": f"o{n}", "role": "host"} for n in (1, 2, 3)
    ],
    "events": [
        {"event_id": f"e{n}", "title": f"Event {n}", "kind": "politics", "description": "It was."}
        | date
        for n, date in (
            (1, {"date": "2001"}),
            (2, {"date": "2008-05", "date_words": "in spring"}),
            (3, {}),
        )
    ],
    "participant_groups": [
        {"group_id": "g1", "name": "Some", "side": "Iranian", "description": "People."}
    ],
    "group_traits": [
        {"trait_id": f"x{n}", "group_id": "g1", "kind": "view", "trait": f"View {n}."}
        for n in (1, 2, 3)
    ],
    "definitions": [
        {"definition_id": "f1", "author": "Author", "term": "Track Two", "definition": "It is."}
    ],
    "readings": [
        {"definition_id": "f1", "dialogue_id": f"d{n}", "verdict": "inside", "reason": "So."}
        for n in (1, 2, 3)
    ],
    "accounts": [
        {
            "account_id": f"a{n}",
            "theme": "something else",
            "side": side,
            "standing": "scholar",
            "voice": "one",
            "charge": charge,
            "account": "It is so.",
        }
        for n, (side, charge) in enumerate(
            [("Iranian", "true"), ("American", "false"), ("third party", "false")]
        )
    ],
}
CHARTS = [
    (t2.compare_definitions, "readings"),
    (t2.events_by_era, "events"),
    (t2.compare_groups, "group_traits"),
    (t2.organizers, "dialogue_organizations"),
    (t2.per_year, "events"),
    (t2.per_year, "meetings"),
    (t2.active_in_year, "dialogues"),
    (t2.timeline, "dialogues"),
    (t2.timeline, "events"),
    (t2.timeline, "meetings"),
    (t2.topics, "dialogue_topics"),
    (t2.venue_map, "dialogue_venues"),
    (t2.venue_map, "meetings"),
    (t2.venues, "dialogue_venues"),
    (t2.voices, "accounts"),
]


@pytest.fixture
def mine(tmp_path):
    """Start a package."""
    return t2.start_dataset(tmp_path / "mine")


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    """Write three rows in each table of a package. Tests only read it."""
    folder = t2.start_dataset(tmp_path_factory.mktemp("own") / "three")
    for name, rows in ROWS.items():
        fill(folder, name, *rows)
    return folder


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Write 5,000 meetings. Tests only read them."""
    folder = t2.start_dataset(tmp_path_factory.mktemp("own") / "many")
    fill(folder, "dialogues", ROWS["dialogues"][0])
    fill(folder, "places", *ROWS["places"])
    places = [row["place_id"] for row in ROWS["places"]]
    rows = [
        {
            "meeting_id": f"m{n}",
            "date": f"{1950 + n % 70}-{n % 12 + 1:02}",
            "place_id": places[n % 3],
        }
        for n in range(5000)
    ]
    fill(folder, "meetings", *[MEETING | row for row in rows])
    return folder


def words_of(spec):
    """Give all that a chart writes around itself."""
    texts = [spec["title"]["text"], spec["vconcat"][0]["title"]["text"]]
    return " ".join(line for lines in texts for line in lines)


# An empty package.


def test_an_empty_package_is_sound(mine):
    """What is started has no problems, and says what to do next."""
    assert t2.validate(mine).values.tolist() == []
    said = (mine / "README.md").read_text(encoding="utf-8")
    assert f'track2lib.validate("{mine.as_posix()}")' in said


@pytest.mark.parametrize("name", OWN)
def test_an_empty_table_has_our_columns_and_a_source(mine, name):
    """Each table has the columns of ours, also those of other sources, and one for the source."""
    assert heading(name, mine) == [*heading(name), "source"]
    table = t2.load(name, data=mine)
    assert table.empty
    ours = t2.load(name)
    assert table.dtypes[ours.columns.drop(["sources", "cited", "contested"])].equals(
        ours.dtypes.drop(["sources", "cited", "contested"])
    )


def test_provenance_needs_one_column(mine):
    """There are no tables of sources and evidence: a column does for one's own cases."""
    assert open_package(mine).names == OWN
    assert t2.codebook("dialogues", data=mine).set_index("column").loc["source", "required"]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("My cases, 2026", "my-cases--2026"),
        ("Fälle", "f-lle"),
        ("گفتگو", "my-cases"),
        ("a/b/c", "c"),
    ],
)
def test_a_folder_of_any_name(tmp_path, folder, name):
    """Whatever the folder is called, the package has a name that the standard allows."""
    place = t2.start_dataset(tmp_path / folder, title="Cases {of} mine")
    assert t2.validate(place).values.tolist() == []
    about = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    assert (about["name"], about["title"]) == (name, "Cases {of} mine")
    assert "Cases {of} mine" in t2.cite(data=place)


def test_a_folder_that_is_empty_is_used(tmp_path):
    """A folder that is there and holds nothing can be filled; a text names it as well as a path."""
    assert t2.start_dataset(str(tmp_path)) == tmp_path
    assert t2.validate(tmp_path).empty


@pytest.mark.parametrize("place", ["", "notes.txt"])
def test_a_folder_that_is_not_empty_is_left_alone(tmp_path, place):
    """Files of the reader's are never written over, nor mixed with others."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="Name a folder that is new or empty"):
        t2.start_dataset(tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert (tmp_path / "notes.txt").read_text() == "mine"


# Cases in the package.


def test_three_rows_are_sound(three):
    """Rows with a source each need no evidence."""
    assert t2.validate(three).values.tolist() == []


def test_presidencies_are_ours_where_no_periods_are_written(three):
    """A table of periods that is left empty means ours."""
    assert t2.load("meetings", data=three)["era"].tolist()[0] == "khatami"


def test_rows_name_their_source(three):
    """The source stands where that of our rows stands: in a table, a citation and as evidence."""
    row = t2.load("dialogues", data=three).iloc[0]
    assert (row["sources"], row["cited"], row["source"]) == (SOURCE,) * 3
    assert pd.isna(row["contested"])
    found = t2.evidence("dialogues", "d1", data=three)
    assert found[["field", "locator"]].values.tolist() == [["(whole row)", SOURCE]]
    assert f"rests on {SOURCE}" in t2.cite("dialogues", "d1", data=three)


def test_rows_of_one_source(mine):
    """One's own rows can be chosen by their source, and another source is refused."""
    fill(mine, "topics", ROWS["topics"][0], ROWS["topics"][1] | {"source": "Else 2013"})
    chosen = t2.load("topics", data=mine, sources=["Else 2013"])
    assert chosen["topic_id"].tolist() == ["t2"]
    with pytest.raises(
        LookupError, match=r"There is no source 'Else 2014'\. Did you mean 'Else 2013'"
    ):
        t2.load("topics", data=mine, sources=["Else 2014"])


@pytest.mark.parametrize(("chart", "name"), CHARTS)
def test_a_chart_of_ones_own(three, chart, name):
    """Every chart draws three rows of one's own and names their source."""
    words = words_of(chart(t2.load(name, data=three)).to_dict())
    assert "Author 2012" in words


@pytest.mark.parametrize(("chart", "name"), CHARTS)
def test_a_chart_of_both(three, chart, name):
    """Every chart draws one's own rows beside some of ours."""
    both = t2.load(name, data=three, beside=True)
    own = both["source"].notna()
    assert own.sum() == 3
    chart(pd.concat([both[~own].head(8), both[own]]))
    if chart in (t2.per_year, t2.topics, t2.venue_map, t2.timeline):
        words = words_of(chart(both.tail(140)).to_dict())
        assert "Sources: " in words


def test_a_contested_date_beside_ones_own(three):
    """The other dates of our rows are drawn, though one's own package has no evidence."""
    both = t2.load("dialogues", data=three, beside=True)
    rows = both[both["dialogue_id"].isin(["una-sipri", "d1"])]
    drawn = [row for data in t2.timeline(rows).to_dict()["datasets"].values() for row in data]
    assert "other" in {row.get("kind") for row in drawn}


def test_periods_of_ones_own(mine):
    """Charts take other periods than ours, and other names for them."""
    fill(
        mine, "people", *[{"person_id": f"p{n}", "name": f"P {n}", "role": "R."} for n in (1, 2, 3)]
    )
    spans = ("1990/1999", "2000/2006", "2007/..")
    eras = enumerate(spans, start=1)
    rows = [
        {"era_id": f"p{n}", "name": f"Era {n}", "president": f"p{n}", "dates": d} for n, d in eras
    ]
    fill(mine, "eras", *rows)
    for name in ("dialogues", "places", "meetings", "events"):
        fill(mine, name, *ROWS[name])
    assert t2.load("meetings", data=mine)["era"].tolist() == ["p2", "p3", "p2 at the latest"]
    for chart, name in [(t2.timeline, "meetings"), (t2.events_by_era, "events")]:
        assert "Era" in json.dumps(chart(t2.load(name, data=mine)).to_dict())


def test_an_open_end_is_open_when_its_source_was_written(mine):
    """What goes on in one's own rows goes on until the year of the row's own source."""
    first, second = (
        {"dialogue_id": f"d{n}", "name": f"Talks {n}", "dates": "2001/.."} for n in (1, 2)
    )
    fill(mine, "dialogues", DIALOGUE | first, DIALOGUE | second | {"source": "Else 2005"})
    chart = t2.timeline(t2.load("dialogues", data=mine)).to_dict()
    drawn = [row for data in chart["datasets"].values() for row in data]
    open_at = {row["label"]: row["start"] for row in drawn if row["kind"] == "goes on"}
    assert open_at == {"Talks 1": "2013-01-01", "Talks 2": "2006-01-01"}


# Beside ours.


@pytest.mark.parametrize("name", OWN)
def test_ones_own_rows_stand_below_ours(three, name):
    """With `beside`, our rows come first, as they are, and one's own follow."""
    ours, own = t2.load(name), t2.load(name, data=three)
    both = t2.load(name, data=three, beside=True)
    pd.testing.assert_frame_equal(both.head(len(ours))[ours.columns], ours)
    key = OURS.key(name)
    again = own.set_index(key).index.isin(ours.set_index(key).index)
    assert (
        both.tail(len(both) - len(ours))[key].values.tolist()
        == own.loc[~again, key].values.tolist()
    )


@pytest.mark.parametrize("name", ["sources", "passages", "evidence"])
def test_provenance_beside_ours_is_ours(three, name):
    """What one's own package does not have is, beside ours, what ours has."""
    pd.testing.assert_frame_equal(t2.load(name, data=three, beside=True), t2.load(name))
    with pytest.raises(LookupError, match="There is no table"):
        t2.load(name, data=three)


def test_a_place_that_is_ours_too_is_the_same(three):
    """A town with the key of ours is that town, and stands once."""
    assert "geneva" in set(t2.load("places")["place_id"])
    both = t2.load("places", data=three, beside=True)
    assert both["place_id"].is_unique
    assert (both["place_id"] == "geneva").sum() == 1


@pytest.mark.parametrize("name", ["dialogues", "meetings", "events"])
def test_a_key_of_ours_is_refused(mine, name):
    """A case with the key of one of ours is an error that says where, not a second row."""
    key = t2.load(name).iloc[0, 0]
    own = {
        "dialogues": DIALOGUE,
        "meetings": MEETING | {"date": "2005"},
        "events": ROWS["events"][0],
    }
    if name == "meetings":
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    column = OURS.key(name)[0]
    fill(mine, name, own[name] | {column: "fresh"}, own[name] | {column: key})
    assert len(t2.load(name, data=mine)) == 2
    with pytest.raises(DataError) as refusal:
        t2.load(name, data=mine, beside=True)
    assert refusal.value.problems.iloc[0, :3].tolist() == [f"{name}.csv", 3, column]
    assert f"The key '{key}' stands in the project's own table too." in str(refusal.value)


# Faults in one's own files.


FAULTS = {
    "no source": ("dialogues", {"dialogue_id": "d1", "source": ""}, "source", "The cell is empty."),
    "unknown dialogue": (
        "meetings",
        {"dialogue_id": "d9"},
        "dialogue_id",
        "'d9' is not in the table dialogues.",
    ),
    "unknown place": (
        "meetings",
        {"place_id": "genf"},
        "place_id",
        "'genf' is not in the table places.",
    ),
    "no date at all": ("meetings", {"date": ""}, "date", "The cell is empty."),
    "bad date": ("meetings", {"date": "05/02/2001"}, "date", "'05/02/2001' is not an EDTF date"),
    "no such day": ("meetings", {"date": "2001-02-30"}, "date", "'2001-02-30' is not an EDTF date"),
    "ends before it begins": ("meetings", {"date": "2003/2001"}, "date", "'2003/2001' ends before"),
    "series": (
        "meetings",
        {"date": "2001/.."},
        "date",
        "'2001/..' has an open end; that is a series",
    ),
    "formula": ("meetings", {"title": "=1+1"}, "title", "'=1+1' would be run as a formula"),
    "markup": ("meetings", {"note": "<b>"}, "note", "'<b>' would be run as a formula or as markup"),
    "unknown kind": (
        "meetings",
        {"kind": "talk"},
        "kind",
        "'talk' is not one of the values allowed.",
    ),
    "no whole number": (
        "meetings",
        {"rows_for": "two"},
        "rows_for",
        "'two' is not a whole number.",
    ),
    "number with a blank": (
        "meetings",
        {"rows_for": " 2"},
        "rows_for",
        "' 2' is not a whole number.",
    ),
    "number in other figures": (
        "meetings",
        {"rows_for": "۲"},
        "rows_for",
        "'۲' is not a whole number.",
    ),
    "too large a number": (
        "meetings",
        {"rows_for": "9" * 25},
        "rows_for",
        f"'{'9' * 25}' is not a whole",
    ),
    "no measure": ("places", {"latitude": "north"}, "latitude", "'north' is not a number."),
    "decimal comma": ("places", {"latitude": "46,2"}, "latitude", "'46,2' is not a number."),
    "no number at all": ("places", {"latitude": "NaN"}, "latitude", "'NaN' is not a number."),
    "half a number": ("places", {"latitude": ".5"}, "latitude", "'.5' is not a number."),
    "neither yes nor no": (
        "dialogues",
        {"topics_open": "yes"},
        "topics_open",
        "'yes' is not true or false.",
    ),
    "number beside a word": (
        "counts",
        {"minimum": "3", "as_stated": "several"},
        "as_stated",
        "A number stands beside 'several'.",
    ),
    "count of no row": ("counts", {"key": "d9"}, "key", "Table dialogues has no row 'd9'."),
}
GOOD = {
    "dialogues": DIALOGUE | {"dialogue_id": "d1"},
    "places": ROWS["places"][0],
    "meetings": MEETING | {"meeting_id": "m1", "date": "2001"},
    "counts": {"count_id": "c1", "table": "dialogues", "key": "d1", "unit": "meetings"},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_ones_own_is_explained(mine, fault):
    """One wrong cell is one problem: its file, its row, its column, and how to mend it."""
    name, wrong, column, problem = FAULTS[fault]
    if name != "dialogues":
        fill(mine, "dialogues", GOOD["dialogues"])
    fill(mine, name, GOOD[name] | {OURS.key(name)[0]: "before"}, GOOD[name] | wrong)
    found = t2.validate(mine)
    assert found[["file", "row", "column"]].values.tolist() == [[f"{name}.csv", 3, column]]
    assert found["problem"].item().startswith(problem)
    assert found["remedy"].item()
    with pytest.raises(DataError) as refusal:
        t2.load(name, data=mine)
    assert f"{name}.csv, row 3, column {column}: {problem}" in str(refusal.value)


def test_a_column_too_many_is_explained(mine):
    """A column that the descriptor does not know is named, with the heading as it should be."""
    path = mine / "topics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",source", ",source,mine"), "utf-8")
    found = t2.validate(mine).iloc[0]
    assert found[["file", "row", "column"]].tolist() == ["topics.csv", 1, "mine"]
    assert found["problem"] == "Columns not described: mine."
    assert found["remedy"].endswith(",".join(heading("topics", mine)))


def test_a_source_that_is_not_listed_is_asked_for(three):
    """One's own sources are named by the row; to cite one by key there has to be a bibliography."""
    with pytest.raises(LookupError, match="There is no table 'sources'"):
        t2.cite("author2012", data=three)


# Five thousand meetings.


def test_many_meetings_are_loaded(many):
    """A long table is loaded whole and sound."""
    assert t2.validate(many).empty
    assert len(t2.load("meetings", data=many)) == 5000


def test_many_meetings_are_counted(many):
    """What is too much to be read one by one can be counted by year and by town."""
    meetings = t2.load("meetings", data=many)
    assert t2.count_per_year(meetings)["rows"].sum() == 5000
    assert "1950" in t2.per_year(meetings).description
    chart = t2.venue_map(meetings)
    assert "Geneva 1667" in chart.description
    assert "1666 of 5000 rows" in words_of(chart.to_dict())


def test_many_meetings_are_not_drawn_one_by_one(many):
    """A timeline of thousands is refused with what to do instead."""
    with pytest.raises(ValueError, match=r"There are 5,000 rows.*count them with per_year\(\)"):
        t2.timeline(t2.load("meetings", data=many))


# Copies to give away.


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """Export our own data. Tests only read the files."""
    return {path.suffix: path for path in t2.export(tmp_path_factory.mktemp("export"))}


def test_names_of_copies(copies):
    """Each copy has the name and the version of the data."""
    about = OURS.descriptor
    assert {path.stem for path in copies.values()} == {f"{about['name']}-{about['version']}"}


def test_the_archive_is_a_package(copies, tmp_path):
    """Opened, it is a sound package with the same files, byte by byte."""
    with zipfile.ZipFile(copies[".zip"]) as archive:
        archive.extractall(tmp_path)
    assert t2.validate(tmp_path).empty
    described = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert described.resource_names == OURS.names
    for path in OURS.folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_the_archive_is_read_by_others(three, tmp_path):
    """The library of the standard opens the archive as it is and finds nothing wrong."""
    archive = t2.export(tmp_path, data=three)[0]
    assert frictionless.validate(str(archive), type="package").valid


def test_the_same_data_give_the_same_archive(copies, tmp_path):
    """A copy made later differs in no byte, so that it can be compared by its checksum."""
    again = {path.suffix: path for path in t2.export(tmp_path)}
    for suffix in (".zip", ".bib", ".xlsx"):
        assert again[suffix].read_bytes() == copies[suffix].read_bytes()


def test_a_copy_beside_the_data_is_not_copied(three):
    """Exported into its own folder, a package does not take in its earlier copies."""
    first = {path.suffix: path.read_bytes() for path in t2.export(three, data=three)}
    again = t2.export(three, data=three)
    assert again[0].read_bytes() == first[".zip"]
    for path in again:
        path.unlink()


@pytest.fixture(scope="module")
def workbook(copies):
    """Read every sheet of the workbook, each cell as it stands."""
    book = openpyxl.load_workbook(copies[".xlsx"], read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_workbook_begins_with_the_codebook(workbook):
    """First what the columns mean, then each table in the order of the package."""
    assert list(workbook) == ["codebook", *OURS.names]
    columns, *rows = workbook["codebook"]
    assert columns == ("table", *t2.codebook("dialogues").columns)
    described = [(name, field["name"]) for name in OURS.names for field in OURS.fields(name)]
    assert [row[:2] for row in rows] == described


@pytest.mark.parametrize("name", OURS.names)
def test_the_workbook_has_the_cells_of_the_file(workbook, name):
    """Each sheet has the cells of its file as text, so that no program turns them into dates."""
    columns, *rows = workbook[name]
    text = OURS.read_text(name)
    assert list(columns) == text.columns.tolist()
    assert [[cell or "" for cell in row] for row in rows] == text.values.tolist()


def test_the_bibliography_has_every_source(copies):
    """There is an entry for the data and one for each source, none twice."""
    said = copies[".bib"].read_text(encoding="utf-8")
    keys = re.findall(r"(?m)^@\w+\{(.+),$", said)
    about = OURS.descriptor
    assert keys == [f"{about['name']}-{about['version']}", *t2.load("sources")["source_id"]]


def test_entries_of_the_bibliography_can_be_read(copies):
    """The braces of each entry balance, and no sign is left that LaTeX would take for a command."""
    for entry in copies[".bib"].read_text(encoding="utf-8").strip().split("\n\n"):
        depth = 0
        for sign in entry:
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0, entry
        assert depth == 0, entry
        written = [line for line in entry.splitlines()[1:] if not line.startswith("  url = ")]
        assert not [line for line in written if re.search(r"(?<!\\)[&%$#_]", line)]


def test_copies_of_ones_own(three, tmp_path):
    """One's own package can be given away, too; without a bibliography it cites itself alone."""
    paths = {path.suffix: path for path in t2.export(tmp_path / "new", data=three)}
    assert paths[".bib"].read_text(encoding="utf-8").count("@") == 1
    sheets = pd.read_excel(paths[".xlsx"], sheet_name=None, dtype=str, keep_default_na=False)
    assert list(sheets) == ["codebook", *OWN]
    assert sheets["places"]["latitude"].tolist() == ["46.2", "5.6", ""]


def test_unsound_data_are_not_given_away(mine, tmp_path):
    """Where a table is at fault, no copy is written."""
    fill(mine, "topics", ROWS["topics"][0] | {"name": ""})
    with pytest.raises(DataError):
        t2.export(tmp_path / "new", data=mine)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("suffix", "start"), [("png", b"\x89PNG\r\n\x1a\n"), ("svg", b"<svg"), ("pdf", b"%PDF-")]
)
def test_a_chart_that_is_saved_keeps_its_source(tmp_path, suffix, start):
    """A picture has the caption in it, with the source; the form of the file is what its name says."""
    chart = t2.venues(t2.load("dialogue_venues", scope="founding"))
    path = tmp_path / f"venues.{suffix}"
    chart.save(str(path))
    content = path.read_bytes()
    assert content.startswith(start)
    bare = tmp_path / f"bare.{suffix}"
    chart.vconcat[0].title = ""
    chart.save(str(bare))
    assert len(bare.read_bytes()) < len(content)
    if suffix == "svg":
        assert "Source: DiMaggio 2010." in content.decode()
