"""Files of codings: read as a class, and told where they are broken."""

import pytest
from coding import HEAD, ROW

import track2lib as t2
from track2lib import impact


def write(path, *rows, head=HEAD):
    path.write_text("\n".join([head, *rows, ""]), "utf-8")
    return path


def test_a_folder_is_read_as_a_class(tmp_path):
    """One file for each coder; a mark at the start, as spreadsheets write it, does no harm."""
    write(tmp_path / "a.csv", ROW)
    (tmp_path / "b.csv").write_text(f"\ufeff{HEAD}\r\nben,una-sipri,c-forum,denied,\r\n", "utf-8")
    assert impact.load_codings(tmp_path)["coder"].tolist() == ["ana", "ben"]
    assert impact.load_codings(tmp_path / "a.csv").shape == (1, 5)


def test_other_files_of_a_folder_are_passed_over(tmp_path):
    """What this package, a spreadsheet or a system leaves beside the codings is no coding."""
    write(tmp_path / "a.CSV", ROW)
    for name in ("progress.csv", "codings-a-damaged-1.csv", ".hidden.csv", "~$a.csv", "._a.csv"):
        (tmp_path / name).write_text("nothing of the kind")
    (tmp_path / "folder.csv").mkdir()
    assert impact.load_codings(tmp_path)["coder"].tolist() == ["ana"]


BAD = {
    "heading": (("x",), "coder,case", "heading is: coder, case. Make it coder,dialogue_id"),
    "empty": ((), "", "heading is: "),
    "cells": (("ana,una-sipri,c-forum,denied,a, b",), HEAD, "row 2: The row has 6 cells"),
    "code": (("ana,una-sipri,c-forum,yes,",), HEAD, "column code: 'yes' is no code. Write one of"),
    "near": (("ana,una-sipri,c-forum,denyed,",), HEAD, "Did you mean .?denied"),
    "case": (("ana,una-sipi,c-forum,denied,",), HEAD, "'una-sipi' is no dialogue.*una-sipri"),
    "part": (("ana,una-sipri,c-form,denied,",), HEAD, "'c-form' is no construct.*c-forum"),
    "nobody": ((",una-sipri,c-forum,denied,",), HEAD, "No coder is named"),
    "twice": ((ROW, ROW), HEAD, "row 3.*'ana' has coded una-sipri / c-forum already"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_broken_file_is_told(name, tmp_path):
    """Each kind of broken file gets one error with its name, the row and what would be right."""
    rows, head, message = BAD[name]
    path = write(tmp_path / "mine.csv", *rows, head=head)
    with pytest.raises(t2.DataError, match=message) as caught:
        impact.load_codings(path)
    assert str(caught.value).startswith("mine.csv")
    assert len(caught.value.problems) == 1


def test_a_file_that_is_no_text_is_told(tmp_path):
    """A workbook under the name of a CSV is refused by name."""
    (tmp_path / "mine.csv").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(t2.DataError, match=r"mine.csv, row 1: It is no CSV in UTF-8"):
        impact.load_codings(tmp_path / "mine.csv")


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_nothing_there_is_told(name, tmp_path):
    """A file that is not there and a folder without one are told apart from an empty file."""
    with pytest.raises(FileNotFoundError, match="Give a file"):
        impact.load_codings(tmp_path / name)
