"""Copies of data to give away."""

import re
import tempfile
import zipfile
from pathlib import Path

import frictionless
import openpyxl
import pandas as pd
import pytest
from generated import SLOW, start, topics
from hand_written import fill
from hypothesis import given
from own_rows import ROWS

import track2lib as t2
from track2lib.records.problem import DataError
from track2lib.records.snapshot import open_records
from track2lib.sources import exporting

OURS = open_records()
OWN = [name for name in OURS.names if name not in ("sources", "passages", "evidence")]


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
    text = OURS.text(name)
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


@SLOW
@given(topics)
def test_a_copy_is_the_same_package(topics):
    """A package that is exported, opened and loaded has the same rows."""
    with tempfile.TemporaryDirectory() as place:
        folder, opened = start(place), Path(place) / "opened"
        fill(folder, "topics", *topics)
        with pytest.MonkeyPatch.context() as patch:
            # The archive alone is opened, and the workbook takes most of the time.
            patch.setattr(exporting, "_write_workbook", lambda *_: None)
            path, *_ = t2.export(Path(place) / "copies", data=folder)
        with zipfile.ZipFile(path) as archive:
            archive.extractall(opened)
        for name in open_records(folder).names:
            ours, theirs = (t2.load(name, data=data) for data in (folder, opened))
            pd.testing.assert_frame_equal(ours, theirs)
