"""Tables as CSV, and the script that reads them in R."""

import csv
import io
import json
import shutil
import subprocess

import pandas as pd
import pytest
from odd_table import LONG, ROWS, TEXTS, odd_package

import track2lib as t2
from track2lib.records.snapshot import open_records
from track2lib.sources.plain_tables import plain_tables

# The odd table has a text "NA" on purpose, which is asked about.
pytestmark = pytest.mark.filterwarnings("ignore:.*what programs write where:UserWarning")

OURS = open_records()


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Write a table that is hard on other programs. Tests only read it."""
    return odd_package(tmp_path_factory.mktemp("odd") / "odd")


@pytest.fixture(scope="module")
def ours():
    """Write our own tables. Tests only read them."""
    return plain_tables(OURS, None)


def rows(content):
    """Read a file with the reader of Python."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", OURS.names)
def test_every_cell_comes_back(ours, name):
    """Read with the types that the list of columns names, each table is the one that is loaded."""
    loaded = t2.load(name)
    kinds = {
        row["column"]: row["type"] for row in rows(ours["_columns.csv"]) if row["table"] == name
    }
    assert list(kinds) == list(loaded)
    read = pd.read_csv(
        io.BytesIO(ours[f"{name}.csv"]), dtype="string", keep_default_na=False, na_values=[""]
    )
    for column, kind in kinds.items():
        own = loaded[column]
        if kind == "day":
            cells = pd.to_datetime(read[column]).astype(own.dtype)
        elif kind == "logical":
            cells = read[column].map({"TRUE": True, "FALSE": False}).astype(own.dtype)
        elif kind == "number":
            cells = pd.to_numeric(read[column]).astype(own.dtype)
        else:
            cells = read[column]
        pd.testing.assert_series_equal(cells, own, check_names=False)


def test_words_and_labels_of_columns(ours):
    """A vocabulary lists its words in order, and each column says what it is."""
    about = {(row["table"], row["column"]): row for row in rows(ours["_columns.csv"])}
    assert about["dialogues", "track"]["words"] == "I\n1.5\nII\npeople-to-people"
    assert about["dialogues", "track"]["type"] == "vocabulary"
    assert about["dialogues", "dates"]["type"] == "text"
    assert about["dialogues", "dates_earliest"]["type"] == "day"
    assert all(row["label"] for row in about.values())


def test_what_is_hard_comes_back(odd):
    """A year has four digits, a large number is text, and a text keeps its lines and its spaces."""
    made = plain_tables(open_records(odd), odd)
    table = rows(made["talks.csv"])
    assert [row["text"] for row in table] == TEXTS
    assert table[0]["held_earliest"] == "0628-01-02"
    assert table[0]["words"] == LONG + "ب"
    kinds = {row["column"]: row["type"] for row in rows(made["_columns.csv"])}
    assert (kinds["number"], kinds["CASE"], kinds["with"]) == ("text", "number", "logical")
    assert [row["number"] for row in table] == [row[9] for row in ROWS]


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_every_type(odd, tmp_path):
    """Run by R, the script gives logicals, numbers, days and factors; "NA" as a text stays one."""
    for name, content in plain_tables(open_records(odd), odd).items():
        (tmp_path / name).write_bytes(content)
    asked = """
        source("read.R", chdir = TRUE)
        talks <- tables$talks
        stopifnot(
          identical(c(talks$with), c(TRUE, FALSE, NA, TRUE)),
          inherits(talks$held_earliest, "Date"),
          format(talks$held_latest[2]) == "2199-12-31",
          is.factor(talks$case), identical(levels(talks$case), c("north", "south")),
          identical(as.integer(talks$case), c(2L, 1L, NA, 1L)),
          talks[["\\u06af\\u0641\\u062a\\u200c\\u0648\\u06af\\u0648"]][3] == "NA",
          identical(c(talks$CASE), c(3, NA, -7, 0)),
          nchar(talks$text[2]) == 40000, is.na(talks$text[4]), all(is.na(talks$nothing)),
          attr(talks$with, "label") == "Whether others took part.")
        cat("read")
    """
    told = subprocess.run(
        ["Rscript", "-e", asked], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert told.stdout == "read", told.stderr


def test_words_of_a_description_are_not_run_by_a_spreadsheet(tmp_path):
    """They stand in the list of columns, and nobody has checked them; headings are refused."""
    mine = t2.start_dataset(tmp_path / "mine", tables=["topics"])
    about = mine / "datapackage.json"
    text = about.read_text("utf-8")
    found = json.loads(text)
    found["resources"][0]["schema"]["fields"][0]["description"] = "=HYPERLINK(1)"
    about.write_text(json.dumps(found), "utf-8")
    listed = plain_tables(open_records(mine), mine)["_columns.csv"].decode()
    assert ",'=HYPERLINK(1)" in listed
    found["resources"][0]["schema"]["fields"][3]["name"] = "@area"
    about.write_text(json.dumps(found), "utf-8")
    told = t2.validate(mine)["problem"].item()
    assert told.endswith(
        "column @area: a spreadsheet would run a heading that begins so; choose another."
    )
