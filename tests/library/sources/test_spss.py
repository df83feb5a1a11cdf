"""Files for SPSS."""

import json
import shutil
import subprocess

import pandas as pd
import pyreadstat
import pytest
from odd_table import TEXTS, odd_package

from track2lib.records.snapshot import open_records
from track2lib.sources.labelled import labelled
from track2lib.sources.spss import CUT, FIRST_DAY, LONGEST_TEXT, STAMP, WRITTEN, spss_file

# The odd table has a text "NA" on purpose, which is asked about.
pytestmark = pytest.mark.filterwarnings("ignore:.*what programs write where:UserWarning")

OURS = open_records()


def read(content, place):
    """Read a file with pyreadstat: its cells and what it says of them."""
    path = place / "table.sav"
    path.write_bytes(content)
    return pyreadstat.read_sav(path, dates_as_pandas_datetime=True)


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Write a table that is hard on other programs. Tests only read it."""
    return odd_package(tmp_path_factory.mktemp("odd") / "odd")


@pytest.mark.parametrize("name", OURS.names)
def test_every_cell_comes_back(name, tmp_path):
    """Read again, each text, number and day is that of the table, and each number has its word."""
    frame, about = read(spss_file(OURS, name, None), tmp_path)
    table = labelled(OURS, name, None, longest=120, first_day=FIRST_DAY)
    assert list(table.columns) == list(frame)
    for column in table.columns:
        ours, theirs = table.frame[column], frame[column]
        if column in table.days:
            assert about.original_variable_types[column] == "DATE11"
            days = pd.to_datetime(theirs).astype("datetime64[us]")
            pd.testing.assert_series_equal(days, ours, check_names=False)
        elif ours.dtype == "float64":
            assert theirs.astype("float64").equals(ours)
        else:
            assert theirs.tolist() == ours.tolist()
        assert about.column_names_to_labels[column]
        assert about.variable_value_labels.get(column, {}) == table.values.get(column, {})


def test_what_is_hard_comes_back(odd, tmp_path):
    """Names are told apart as SPSS does, a text that no cell holds says so, and days are right."""
    frame, about = read(spss_file(open_records(odd), "talks", odd), tmp_path)
    assert {"case", "CASE_2", "with_"} <= set(frame)
    assert about.column_names_to_labels["CASE_2"].startswith("CASE: ")
    assert frame["text"].tolist() == [
        TEXTS[0],
        TEXTS[1][: LONGEST_TEXT - len(CUT)] + CUT,
        *TEXTS[2:],
    ]
    assert frame["held_earliest"].isna().tolist() == [True, False, False, True]
    assert str(frame["held_latest"][1])[:10] == "2199-12-31"
    assert frame["held"].tolist()[0] == "0628-01-02"


def test_a_text_of_any_script_ends_with_a_letter(tmp_path):
    """A text that is cut is not cut inside a letter."""
    folder = odd_package(tmp_path / "long")
    text = (folder / "talks.csv").read_text("utf-8").replace("x" * 40_000, "ش" * 20_000)
    (folder / "talks.csv").write_text(text, encoding="utf-8")
    frame, _ = read(spss_file(open_records(folder), "talks", folder), tmp_path)
    assert frame["text"][1].endswith(CUT)
    assert set(frame["text"][1].removesuffix(CUT)) == {"ش"}


def test_an_empty_table_is_written(mine, tmp_path):
    """A table without rows has its columns all the same."""
    frame, _ = read(spss_file(open_records(mine), "dialogues", mine), tmp_path)
    assert len(frame) == 0
    assert {"dialogue_id", "dates_earliest", "sources"} <= set(frame)


def test_the_same_table_gives_the_same_bytes(tmp_path):
    """The file names no time of its own, and what it names is a time."""
    content = spss_file(OURS, "eras", None)
    assert content[STAMP] == WRITTEN
    _, about = read(content, tmp_path)
    assert about.creation_time == pd.Timestamp("1980-01-01")


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_texts_of_every_length(tmp_path):
    """Read by haven, a text keeps its last letter whatever its length, and no blank behind it."""
    lengths = [255, 256, 757, 758, 759, 1013, 2025, 5093, 32_766, 40_000]
    schema = {"primaryKey": ["text"], "fields": [{"name": "text", "type": "string"}]}
    schema["fields"].append({"name": "source", "type": "string"})
    names = [f"t{length}" for length in lengths]
    tables = [{"name": name, "path": f"{name}.csv", "schema": schema} for name in names]
    for name, length in zip(names, lengths, strict=True):
        text = "x" * (length - 1) + "z"
        (tmp_path / f"{name}.csv").write_text(f"text,source\n{text},A\n", encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": tables}), encoding="utf-8")
    for name in names:
        content = spss_file(open_records(tmp_path), name, tmp_path)
        (tmp_path / f"{name}.sav").write_bytes(content)
    asked = (
        "for (n in commandArgs(TRUE)) cat(haven::read_sav(paste0(n, '.sav'))$text, '\\n', sep='')"
    )
    known = subprocess.run(["Rscript", "-e", "library(haven)"], capture_output=True, check=False)
    if known.returncode:
        pytest.skip("R has no haven")
    told = subprocess.run(
        ["Rscript", "-e", asked, *names], cwd=tmp_path, capture_output=True, check=True
    )
    read = told.stdout.decode().splitlines()
    assert [len(text) for text in read] == [*lengths[:-1], LONGEST_TEXT]
    assert all(text.endswith("z") for text in read[:-1])
    assert read[-1].endswith(CUT)
