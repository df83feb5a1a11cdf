"""Copies of data to give away."""

import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import frictionless
import openpyxl
import own_rows
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
STEM = f"{OURS.descriptor['name']}-{OURS.descriptor['version']}"
OWN = [name for name in OURS.names if name not in ("passages", "evidence")]


SUFFIXES = [".zip", ".xlsx", "-stata", "-spss", "-csv", ".bib", ".csl.json", ".datacite.json"]
SUFFIXES += [".jsonld"]


def run_r(*asked):
    """Run R."""
    return subprocess.run(["Rscript", *asked], capture_output=True, encoding="utf-8", check=False)


def by_end(paths, stem):
    """Give each copy by the end of its name."""
    assert all(path.name.startswith(stem) for path in paths)
    return {path.name.removeprefix(stem): path for path in paths}


def content(path):
    """Give what a copy holds: its bytes, or those of each file in it."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return path.read_bytes()


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """Export our own data. Tests only read the files."""
    return by_end(t2.export(tmp_path_factory.mktemp("export")), STEM)


def test_names_of_copies(copies):
    """Each copy has the name and the version of the data, and all that was written is listed."""
    assert list(copies) == SUFFIXES
    assert set(copies[".zip"].parent.iterdir()) == set(copies.values())


def test_each_table_has_a_file_for_each_program(copies):
    """The folders for Stata, SPSS and R have each table by its name."""
    for end, suffix, more in (
        ("-stata", "dta", set()),
        ("-spss", "sav", set()),
        ("-csv", "csv", {"read.R", "_columns.csv"}),
    ):
        found = {path.name for path in copies[end].iterdir()}
        assert found == {f"{name}.{suffix}" for name in OURS.names} | more


def test_r_reads_the_same_from_each(copies):
    """Where R has haven, every cell for Stata and SPSS is the one that `read.R` gives."""
    if shutil.which("Rscript") is None or run_r("-e", "library(haven)").returncode:
        pytest.skip("R with haven is not installed")
    script = Path(own_rows.__file__).with_name("same_in_r.R")
    told = run_r(script, copies[".zip"].with_suffix(""))
    assert told.stdout == f"{len(OURS.names)} tables are the same", told.stderr


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


def test_the_same_data_give_the_same_bytes(copies, tmp_path):
    """A copy made later differs in no byte, so that it can be compared by its checksum."""
    again = by_end(t2.export(tmp_path), STEM)
    for end, path in again.items():
        assert content(path) == content(copies[end]), end


def test_a_copy_beside_the_data_is_not_copied(three, tmp_path):
    """Exported into its own folder, a package does not take in its earlier copies."""
    folder = Path(shutil.copytree(three, tmp_path / "three"))
    first = [content(path) for path in t2.export(folder, data=folder)]
    assert [content(path) for path in t2.export(folder, data=folder)] == first


def test_files_of_others_are_left_alone(three, tmp_path):
    """What stands in a folder of the export is written over by name only."""
    stata = t2.export(tmp_path, data=three)[2]
    (stata / "mine.dta").write_bytes(b"mine")
    before = content(stata)
    (stata / "topics.dta").write_bytes(b"old")
    t2.export(tmp_path, data=three)
    assert content(stata) == before


def test_what_fails_writes_nothing(three, tmp_path, monkeypatch):
    """All copies are made before the first is written."""
    monkeypatch.setattr(exporting, "schema_org", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        t2.export(tmp_path / "new", data=three)
    assert not (tmp_path / "new").exists()


def test_a_browser_has_no_files_for_spss(three, tmp_path, monkeypatch):
    """Where the library that writes them is not there, the other copies are, and it is said."""
    monkeypatch.setattr(exporting, "find_spec", lambda _: None)
    with pytest.warns(t2.DataWarning, match="pyreadstat, which is not installed here"):
        made = by_end(t2.export(tmp_path, data=three), "three-0.1.0")
    assert list(made) == [end for end in SUFFIXES if end != "-spss"]


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
    assert keys == [STEM, *t2.load("sources")["source_id"]]
    items = json.loads(copies[".csl.json"].read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == keys


def test_the_bibliography_is_what_is_cited(copies):
    """An entry is the one that `cite` gives."""
    said = copies[".bib"].read_text(encoding="utf-8")
    for key in ("dimaggio2010", "isna2006", "wanisstjohn2005"):
        assert f"\n\n{t2.cite(key, style='bibtex')}\n" in said
    assert said.startswith(t2.cite(style="bibtex"))


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
    paths = by_end(t2.export(tmp_path / "new", data=three), "three-0.1.0")
    (item,) = json.loads(paths[".csl.json"].read_text(encoding="utf-8"))
    assert item["type"] == "dataset"
    assert paths[".bib"].read_text(encoding="utf-8").count("@") == 1
    sheets = pd.read_excel(
        paths[".xlsx"], sheet_name=None, dtype=str, keep_default_na=False, engine="openpyxl"
    )
    assert list(sheets) == ["codebook", *OWN]
    assert sheets["places"]["latitude"].tolist() == ["46.2", "5.6", ""]


def test_a_bibliography_of_ones_own(mine, tmp_path):
    """A package that lists its sources, in fewer columns than ours, has an entry for each."""
    names = ["source_id", "authors", "date", "title", "language", "source"]
    fields = [{"name": name, "type": "string"} for name in names]
    fields[2]["edtf"] = True
    table = {"name": "sources", "path": "sources.csv"}
    path = mine / "datapackage.json"
    about = json.loads(path.read_text("utf-8"))
    own = table | {"schema": {"fields": fields, "primaryKey": ["source_id"]}}
    about["resources"] = [own, *(r for r in about["resources"] if r["name"] != "sources")]
    path.write_text(json.dumps(about), encoding="utf-8")
    rows = ['roe 1,"Roe, Jane",2009~,On it,fa,A', "ROE-1x,A House,,Another,,A"]
    (mine / "sources.csv").write_text("\n".join([",".join(names), *rows]), encoding="utf-8")
    copies = by_end(t2.export(tmp_path / "new", data=mine), "mine-0.1.0")
    said = copies[".bib"].read_text(encoding="utf-8")
    assert re.findall(r"(?m)^@misc\{(.+),$", said) == ["mine-0.1.0", "roe-1", "ROE-1x"]
    items = json.loads(copies[".csl.json"].read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == ["mine-0.1.0", "roe 1", "ROE-1x"]
    assert items[1]["issued"] == {"literal": "about 2009"}
    assert t2.cite("roe 1", data=mine) == "Roe, J. (ca. 2009). On it."


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
            # The archive alone is opened, and the others take most of the time.
            for made in ("workbook", "stata_file", "spss_file"):
                patch.setattr(exporting, made, lambda *_: b"")
            patch.setattr(exporting, "plain_tables", lambda *_: {})
            path, *_ = t2.export(Path(place) / "copies", data=folder)
        with zipfile.ZipFile(path) as archive:
            archive.extractall(opened)
        for name in open_records(folder).names:
            ours, theirs = (t2.load(name, data=data) for data in (folder, opened))
            pd.testing.assert_frame_equal(ours, theirs)


def test_a_table_in_a_folder_of_the_package_is_in_every_copy(tmp_path):
    """It stands at its place in the archive, and under its name elsewhere."""
    mine = t2.start_dataset(tmp_path / "mine", tables=["topics"])
    (mine / "tables").mkdir()
    (mine / "topics.csv").rename(mine / "tables" / "topics.csv")
    about = mine / "datapackage.json"
    about.write_text(about.read_text("utf-8").replace("topics.csv", "tables/topics.csv"), "utf-8")
    paths = {path.name: path for path in t2.export(tmp_path / "out", data=mine)}
    with zipfile.ZipFile(paths["mine-0.1.0.zip"]) as archive:
        assert "tables/topics.csv" in archive.namelist()
    assert (paths["mine-0.1.0-csv"] / "topics.csv").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "out"]


def test_links_and_rights_of_copies_that_are_there_are_kept(tmp_path):
    """A copy that leads to another disk is written there, and who may read it stays the same."""
    mine = t2.start_dataset(tmp_path / "mine", tables=["topics"])
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere.bib"
    out.mkdir()
    elsewhere.write_text("old")
    elsewhere.chmod(0o600)
    (out / "mine-0.1.0.bib").symlink_to(elsewhere)
    t2.export(out, data=mine)
    assert (out / "mine-0.1.0.bib").is_symlink()
    assert elsewhere.read_text("utf-8").startswith("@misc")
    assert elsewhere.stat().st_mode & 0o777 == 0o600
