"""Files for Stata."""

import io

import pandas as pd
import pytest
from odd_table import TEXTS, odd_package

import track2lib as t2
from track2lib.records.snapshot import open_records
from track2lib.sources.labelled import labelled
from track2lib.sources.stata import LONGEST_LABEL, stata_file

# The odd table has a text "NA" on purpose, which is asked about.
pytestmark = pytest.mark.filterwarnings("ignore:.*what programs write where:UserWarning")

OURS = open_records()


def read(content):
    """Read a file with pandas: its cells, the labels of its columns and those of their numbers."""
    with pd.io.stata.StataReader(io.BytesIO(content), convert_categoricals=False) as file:
        return file.read(), file.variable_labels(), file.value_labels(), file.data_label


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Write a table that is hard on other programs. Tests only read it."""
    return odd_package(tmp_path_factory.mktemp("odd") / "odd")


@pytest.mark.parametrize("name", OURS.names)
def test_every_cell_comes_back(name):
    """Read again, each text, number and day is that of the table, and each number has its word."""
    frame, labels, values, title = read(stata_file(OURS, name, None))
    table = labelled(OURS, name, None, longest=32_000, first_day="0100-01-01")
    renamed = {"case": "case_"}
    assert [renamed.get(column, column) for column in table.columns] == list(frame)
    assert title == table.title
    for column in table.columns:
        own = renamed.get(column, column)
        ours, theirs = table.frame[column], frame[own]
        if column in table.days:
            pd.testing.assert_series_equal(theirs.astype("datetime64[us]"), ours, check_names=False)
        elif ours.dtype == "float64":
            assert theirs.astype("float64").equals(ours)
        else:
            assert theirs.tolist() == ours.tolist()
        assert len(labels[own]) <= LONGEST_LABEL
        assert labels[own].rstrip("…")
        assert values.get(own, {}) == table.values.get(column, {})


def test_words_come_back_as_words():
    """The labels are read as categories, in the order of the vocabulary."""
    frame = pd.read_stata(io.BytesIO(stata_file(OURS, "dialogues", None)))
    loaded = t2.load("dialogues")
    assert frame["case_"].astype(str).tolist() == loaded["case"].tolist()
    assert frame["case_"].cat.categories.tolist()[0] == "United States and Iran"


def test_what_is_hard_comes_back(odd):
    """Days before 1960, texts of any length and script, reserved words and long names."""
    content = stata_file(open_records(odd), "talks", odd)
    frame, labels, _, _ = read(content)
    assert frame["text"].tolist() == TEXTS
    assert content.count(b"%td") == 2
    assert [str(day)[:10] for day in frame["held_earliest"]][:3] == [
        "0628-01-02",
        "1959-01-01",
        "1582-10-15",
    ]
    assert str(frame["held_latest"][1])[:10] == "2199-12-31"
    assert frame["CASE_"].tolist()[2:] == [-7.0, 0.0]
    assert labels["case_"] == "case"
    assert labels["with_"] == "with: Whether others took part."
    assert max(map(len, frame)) == 32
    assert labels["a_name_that_is_longer_than_thi_2"].endswith("(second)")


def test_an_empty_table_is_written(mine):
    """A table without rows has its columns all the same."""
    frame, *_ = read(stata_file(open_records(mine), "dialogues", mine))
    assert len(frame) == 0
    assert {"dialogue_id", "dates_earliest", "sources"} <= set(frame)


def test_the_same_table_gives_the_same_bytes():
    """The file names no time of its own."""
    assert stata_file(OURS, "eras", None) == stata_file(OURS, "eras", None)
    assert b"01 Jan 1980 00:00" in stata_file(OURS, "eras", None)
