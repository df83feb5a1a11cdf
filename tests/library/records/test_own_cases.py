"""Cases of a reader's own: an empty package, and rows that name their source."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from hand_written import DIALOGUE, SOURCE, fill, heading
from own_rows import ROWS

import track2lib as t2
from track2lib.records import own_cases
from track2lib.records.own_cases import WORDS
from track2lib.records.snapshot import open_records

OURS = open_records()
OWN = [name for name in OURS.names if name not in ("passages", "evidence")]


def test_an_empty_package_is_sound(mine):
    """What is started has no problems, and says what to do next."""
    assert t2.validate(mine).values.tolist() == []
    said = (mine / "README.md").read_text(encoding="utf-8")
    assert f'track2lib.validate("{mine.as_posix()}")' in said


@pytest.mark.parametrize("name", OWN)
def test_an_empty_table_has_our_columns_and_a_source(mine, name):
    """Each table has the columns of ours, also those of other sources, and one for the source."""
    if name == "sources":  # each row of it is a source, and the project's reading of it is left out
        assert set(heading(name, mine)) < set(heading(name))
        assert t2.load(name, data=mine).empty
        return
    assert heading(name, mine) == [*heading(name), "source"]
    table = t2.load(name, data=mine)
    assert table.empty
    ours = t2.load(name)
    assert table.dtypes[ours.columns.drop(["sources", "cited", "contested"])].equals(
        ours.dtypes.drop(["sources", "cited", "contested"])
    )


def test_nothing_says_that_the_cases_are_ours(mine):
    """What is given away of cases elsewhere does not tell of our case, our documents or our reading."""
    ours = re.compile(
        r"\b(Iran|DiMaggio|RAND|presidenc\w+|founding|either document|five contributions|"
        r"Americans|the project|our|ours|ourselves|partly ours|from us)\b"
    )
    for table in open_records(mine).descriptor["resources"]:
        said = [table["title"], table["description"]]
        # Behind "Such as:" stand our words as examples.
        said += [re.sub(r" Such as: .*", "", f["description"]) for f in table["schema"]["fields"]]
        assert [text for text in said if ours.search(text)] == []


def test_words_of_ones_own_are_for_tables_and_columns_that_exist():
    """A column that was renamed would fall back to our own words unseen."""
    for name, words in json.loads(WORDS.read_text("utf-8")).items():
        assert {*words} <= {"", "title", *heading(name)}


def test_provenance_needs_one_column(mine):
    """There are no tables of passages and evidence: a column does for one's own cases."""
    assert open_records(mine).names == OWN
    assert t2.codebook("dialogues", data=mine).set_index("column").loc["source", "required"]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("My cases, 2026", "my-cases--2026"),
        ("Fälle", "f-lle-935a5e"),
        ("گفتگو", "my-cases-4172b2"),
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


def test_three_rows_are_sound(three):
    """Rows with a source each need no evidence."""
    assert t2.validate(three).values.tolist() == []


def test_rows_name_their_source(three):
    """The source stands where that of our rows stands: in a table, a citation and as evidence."""
    row = t2.load("dialogues", data=three).iloc[0]
    assert (row["sources"], row["cited"], row["source"]) == ("Author 2012", SOURCE, SOURCE)
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


def test_a_source_that_is_not_listed_is_asked_for(three):
    """One's own sources are named by the row; to cite one by key there has to be a bibliography."""
    with pytest.raises(LookupError, match=r"no source 'author2012'.*The package lists no sources"):
        t2.cite("author2012", data=three)


def test_a_bibliography_of_ones_own_is_cited(mine):
    """A key in the column is that source: its label in words, its year for what is left open."""
    listed = {"source_id": "writer", "authors": "Writer, A.", "short_name": "Writer"}
    fill(mine, "sources", listed | {"title": "Some Book", "date": "2014-05"})
    told = "writer, p. 4; writer, p. 9; Other 2016"
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2012/..", "source": told})
    assert t2.validate(mine).empty
    row = t2.load("dialogues", data=mine).iloc[0]
    assert row["sources"] == "writer; Other 2016"
    assert row["cited"] == "Writer 2014, p. 4; Writer 2014, p. 9; Other 2016"
    assert len(t2.load("dialogues", data=mine, sources=["writer"])) == 1
    assert t2.cite("writer", data=mine).startswith("Writer, A. (2014, May). Some Book.")
    assert t2.load("sources", data=mine)["cited"].tolist() == ["Writer 2014"]


@pytest.mark.parametrize("side", ["Indian", "Pakistani", "Chinese", "هندی"])
def test_sides_are_in_words_of_ones_own(mine, side):
    """Another conflict has other sides; none of them is at fault, or left out of a chart."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "case": "India and Pakistan"})
    house = {"org_id": "o1", "name": "House", "short_name": "H", "side": side, "description": "A."}
    fill(mine, "organizations", house)
    fill(mine, "dialogue_organizations", {"dialogue_id": "d1", "org_id": "o1", "role": "host"})
    assert t2.validate(mine).values.tolist() == []
    assert side in json.dumps(
        t2.organizers(t2.load("dialogue_organizations", data=mine)).to_dict(), ensure_ascii=False
    )


@pytest.mark.parametrize("place", ["mine.xlsx", "mine"])
@pytest.mark.parametrize("authors", [["Нино К.", "A group"], "Miller, Ann"])
def test_the_authors_sign_the_data(tmp_path, place, authors):
    """Of a workbook, the description is out of sight: who signs is said at the start."""
    started = t2.start_dataset(tmp_path / place, authors=authors)
    signed = authors if isinstance(authors, str) else "; ".join(authors)
    assert t2.cite(data=started).startswith(signed)
    assert "Name the authors here" in t2.cite(data=t2.start_dataset(tmp_path / "other"))


@pytest.mark.parametrize("number", [0, 1, 2, 3])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_start_that_fails_leaves_nothing_behind(tmp_path, monkeypatch, number, is_there):
    """At whatever file the disk is full: the same start goes through when there is room again."""
    place, written = tmp_path / "mine", []
    if is_there:
        place.mkdir()
    write = Path.write_bytes

    def full(path, content):
        if len(written) == number:
            write(path, content[:10])
            raise OSError(28, "No space left on device")
        written.append(path)
        return write(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space"):
            t2.start_dataset(place, tables=["topics", "places"])
    assert place.exists() == is_there
    assert not is_there or not [*place.iterdir()]
    assert t2.validate(t2.start_dataset(place, tables=["topics", "places"])).empty


def test_a_start_that_was_broken_off_is_gone_on_with(tmp_path):
    """A kernel that died in the middle leaves beginnings of files; anything else is left alone."""
    whole = t2.start_dataset(tmp_path / "whole" / "mine", tables=["topics"])
    place = tmp_path / "mine"
    place.mkdir()
    (place / "topics.csv").write_bytes((whole / "topics.csv").read_bytes()[:7])
    assert t2.validate(t2.start_dataset(place, tables=["topics"])).empty
    with pytest.raises(FileExistsError):  # whole, and a reader's own from now on
        t2.start_dataset(place, tables=["topics"])
    for name, content in {"topics.csv": "other", "notes.txt": "", "datapackage.json": "{}"}.items():
        other = tmp_path / name.partition(".")[0]
        other.mkdir()
        (other / name).write_text(content)
        with pytest.raises(FileExistsError):
            t2.start_dataset(other, tables=["topics"])
        assert [path.read_text() for path in other.iterdir()] == [content]


def test_a_workbook_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    """The file is there when it is whole."""
    monkeypatch.setattr(own_cases, "write_workbook", lambda path, *_: path.write_bytes(b"PK") / 0)
    with pytest.raises(ZeroDivisionError):
        t2.start_dataset(tmp_path / "mine.xlsx")
    assert not [*tmp_path.iterdir()]
