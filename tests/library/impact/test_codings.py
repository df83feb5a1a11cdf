"""Files of codings: read as a class, asked about where one coder may be two, and told where they are broken."""

import warnings

import pandas as pd
import pytest
from coding import HEAD, ROW
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib import impact


def write(path, *rows, head=HEAD):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([head, *rows, ""]), "utf-8")
    return path


def by(coder, *parts):
    """Write a row for each of these contributions of one case."""
    return [f"{coder},una-sipri,{part},denied," for part in parts]


def faults(path, **given):
    """Give what is wrong with these files."""
    with pytest.raises(t2.DataError) as caught:
        impact.load_codings(path, **given)
    return caught.value


def test_a_folder_is_read_as_a_class(tmp_path):
    """One file for each coder; a mark at the start, as spreadsheets write it, does no harm."""
    write(tmp_path / "a.csv", ROW)
    (tmp_path / "b.csv").write_text(f"\ufeff{HEAD}\r\nben,una-sipri,c-forum,denied,\r\n", "utf-8")
    assert impact.load_codings(tmp_path)["coder"].tolist() == ["ana", "ben"]
    assert impact.load_codings(tmp_path / "a.csv").shape == (1, 5)


def test_the_project_has_its_own_readings():
    """Without a file, the readings are those of the project, and bear no package."""
    assert impact.load_codings().attrs == {}
    assert impact.load_codings()["coder"].nunique() == 2


BAD = {
    "heading": (("x",), "coder,case", "Columns missing: dialogue_id"),
    "cells": (("ana,una-sipri,c-forum,denied,a, b",), HEAD, "row 2: The row has 6 cells"),
    "code": (("ana,una-sipri,c-forum,yes,",), HEAD, "column code: 'yes' is no code. Write one of"),
    "near": (("ana,una-sipri,c-forum,denyed,",), HEAD, "Did you mean .?denied"),
    "capitals": (("ana,OSLO,c-forum,denied,",), HEAD, "'OSLO' is no dialogue.*mean 'oslo'"),
    "case": (("ana,una-sipi,c-forum,denied,",), HEAD, "'una-sipi' is no dialogue.*una-sipri"),
    "part": (("ana,una-sipri,c-form,denied,",), HEAD, "'c-form' is no construct.*c-forum"),
    "no case": (("ana,,c-forum,denied,",), HEAD, "No dialogue is given"),
    "nobody": ((",una-sipri,c-forum,denied,",), HEAD, "No coder is named"),
    "nobody at all": (
        (",una-sipri,c-forum,denied,", ",oslo,c-forum,denied,"),
        HEAD,
        "row 2, column coder: No coder is named. So in 2 rows",
    ),
    "twice": ((ROW, ROW), HEAD, "row 3.*'ana' has coded una-sipri / c-forum already, in row 2"),
    "all twice": (
        by("ana", "c-forum", "c-channel") * 2,
        HEAD,
        "row 4.*una-sipri / c-forum already, in row 2, and 1 more",
    ),
    "one code throughout": (
        [row.replace("denied", "yes") for row in by("ana", "c-forum", "c-channel")],
        HEAD,
        "row 2, column code: 'yes' is no code. So in 2 rows",
    ),
    "taguette": (("1,oslo,c-forum.denied,Words",), "id,document,tag,content", "from_taguette"),
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
    with pytest.raises(t2.DataError, match=r"mine.csv.*CSV UTF-8"):
        impact.load_codings(tmp_path / "mine.csv")


def test_every_file_at_fault_is_told(tmp_path):
    """A file that cannot be read does not hide what is wrong with the next."""
    write(tmp_path / "a.csv", head="coder;code")
    write(tmp_path / "b.csv", "ben,nowhere,c-forum,denied,")
    assert faults(tmp_path).problems["file"].tolist() == ["a.csv", "b.csv"]


def test_a_decision_left_open_is_taken(tmp_path):
    """A row without a code is there, without a code, and agreement leaves it out."""
    write(tmp_path / "a.csv", *by("ana", "c-forum"), "ana,una-sipri,c-channel,,not yet")
    write(tmp_path / "b.csv", "ben,una-sipri,c-forum,nothing found,", *by("ben", "c-channel"))
    found = impact.load_codings(tmp_path)
    assert found["code"].isna().sum() == 1
    assert found["reason"].tolist()[1] == "not yet"
    assert impact.agreement(found, resamples=10).loc[0, "units"] == 1


def test_a_space_is_no_code(tmp_path):
    """A space that was typed into the column of codes, or behind a code, changes nothing."""
    path = write(tmp_path / "a.csv", "ana,oslo,c-forum, ,", "ana,oslo,c-channel,denied ,")
    assert impact.load_codings(path)["code"].tolist() == [pd.NA, "denied"]


@pytest.mark.parametrize("empty", ["", ",,,,", " , ,,,", ",,,,,,", ","])
def test_empty_rows_are_passed_over(empty, tmp_path):
    """Rows without any cell, at the end or between others, are none; the others keep their numbers."""
    rows = [ROW, empty, "ana,oslo,c-forum,yes,", empty, empty]
    found = faults(write(tmp_path / "mine.csv", *rows)).problems
    assert found[["row", "column"]].to_numpy().tolist() == [[4, "code"]]
    kept = impact.load_codings(write(tmp_path / "kept.csv", ROW, empty, empty))
    assert len(kept) == 1


def test_lines_may_end_as_on_an_old_mac(tmp_path):
    """A carriage return alone ends a line, too."""
    (tmp_path / "mine.csv").write_bytes("\r".join([HEAD, ROW, ""]).encode())
    assert impact.load_codings(tmp_path / "mine.csv")["coder"].tolist() == ["ana"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{HEAD}\n{ROW}\n".replace(",", ";").encode(), "divided by semicolons"),
        (f"{HEAD}\n{ROW}\n".encode("utf-16"), "The file is in UTF-16"),
    ],
)
def test_what_another_spreadsheet_has_saved_is_named(content, said, tmp_path):
    """Semicolons and another encoding are told for what they are."""
    (tmp_path / "mine.csv").write_bytes(content)
    assert said in str(faults(tmp_path / "mine.csv"))


def test_empty_columns_are_passed_over(tmp_path):
    """Columns without any cell, behind the last one, are none."""
    path = write(tmp_path / "mine.csv", f"{ROW},,", head=f"{HEAD},,")
    assert len(impact.load_codings(path)) == 1


def test_a_class_of_one_name_is_told_once_a_file(tmp_path):
    """Thirty files of "me" are 29 faults, each with the way out and none with validate()."""
    for number in range(30):
        write(tmp_path / f"s{number:02}.csv", *by("me", "c-forum", "c-channel"))
    error = faults(tmp_path)
    assert error.problems["file"].tolist() == [f"s{number:02}.csv" for number in range(1, 30)]
    assert "s01.csv and s00.csv have the same coder 'me'" in str(error)
    assert "coders='files'" in str(error)
    assert "validate()" not in str(error)
    assert impact.load_codings(tmp_path, coders="files")["coder"].nunique() == 30


def test_a_file_that_is_twice_with_two_is_told_once(tmp_path):
    """A file that shares one decision with one file and one with another is one fault."""
    write(tmp_path / "a.csv", *by("me", "c-forum"))
    write(tmp_path / "b.csv", *by("me", "c-channel"))
    write(tmp_path / "c.csv", *by("me", "c-forum", "c-channel"))
    assert faults(tmp_path).problems["file"].tolist() == ["c.csv"]


def test_one_name_in_two_files_is_asked_about(tmp_path):
    """Two who are "me" and coded other cases would count as one: that is said, in one sentence."""
    write(tmp_path / "a.csv", *by("me", "c-forum"))
    write(tmp_path / "b.csv", *by("me", "c-channel"))
    with pytest.warns(
        UserWarning, match=r"a.csv and b.csv have the same coder 'me'.*coders='files'"
    ):
        assert impact.load_codings(tmp_path)["coder"].nunique() == 1
    assert impact.load_codings(tmp_path, coders="files")["coder"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna", "anna"), ("علی", "علي"), ("می\u200cنا", "مینا"), ("Ana  B", "ana b")],
)
def test_names_that_look_alike_are_asked_about(one, other, tmp_path):
    """One person under two spellings would be compared with herself: both are named."""
    write(tmp_path / "a.csv", *by(one, "c-forum", "c-channel"))
    write(tmp_path / "b.csv", *by(other, "c-forum", "c-channel"))
    with pytest.warns(UserWarning, match="look alike, and count as 2") as asked:
        impact.load_codings(tmp_path)
    assert len(asked) == 1
    assert asked[0].filename == __file__


def test_a_file_of_several_has_no_name_for_them(tmp_path):
    """Names of files cannot stand for the coders of a file that has two."""
    write(tmp_path / "a.csv", *by("ana", "c-forum"), *by("ben", "c-forum"))
    (fault,) = faults(tmp_path, coders="files").problems["problem"]
    assert fault == "It has 2 coders, for whom its name cannot stand: ana, ben."


def test_who_names_the_coders_is_one_of_two():
    """Anything but the column or the files is refused."""
    with pytest.raises(ValueError, match=r"coders is 'folder': write 'column', or 'files'"):
        impact.load_codings(coders="folder")


@pytest.fixture
def own(mine):
    """Write a package with a case and a contribution of its own."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "kabul-rounds", "name": "Kabul rounds"})
    construct = {"construct_id": "c-visas", "author": "Mine", "kind": "contribution"}
    said = {"name": "Visas", "statement": "Visas came.", "about": "track II in general"}
    fill(mine, "constructs", construct | said)
    return mine


def test_own_cases_are_known_with_their_package(own, tmp_path):
    """With its package, a case and a contribution of one's own are taken; ours may stand beside."""
    rows = ["ana,kabul-rounds,c-visas,denied,", "ana,kabul-rounds,c-forum,denied,", ROW]
    path = write(tmp_path / "a.csv", *rows)
    found = impact.load_codings(path, data=own)
    assert found["dialogue_id"].tolist() == ["kabul-rounds", "kabul-rounds", "una-sipri"]
    assert found.attrs == {"data": str(own)}


def test_own_cases_without_their_package_are_told_where_to_look(own, tmp_path):
    """The message names the table, and how a package of one's own is named."""
    path = write(tmp_path / "a.csv", "ana,kabul-rounds,c-forum,denied,")
    told = str(faults(path))
    assert "'kabul-rounds' is no dialogue of the project" in told
    assert "column dialogue_id of its table 'dialogues'" in told
    assert "data='my-cases'" in told


def test_an_unknown_case_of_a_package_is_told_with_its_name(own, tmp_path):
    """With a package, the message names that one and the nearest key in it."""
    told = str(faults(write(tmp_path / "a.csv", "ana,kabul-round,c-visas,denied,"), data=own))
    assert "'kabul-round' is no dialogue of the package 'mine'" in told
    assert "Did you mean 'kabul-rounds'?" in told


def test_a_package_has_readings_of_its_own(own):
    """Without a file, the readings are those that the package holds, be they none."""
    assert impact.load_codings(data=own).empty
    fill(
        own,
        "codings",
        {
            "coder": "first reading",
            "dialogue_id": "kabul-rounds",
            "construct_id": "c-visas",
            "code": "denied",
            "reason": "So.",
        },
    )
    assert impact.load_codings(data=own)["dialogue_id"].tolist() == ["kabul-rounds"]


def test_a_class_is_read_without_a_word(tmp_path):
    """Where all is well nothing is asked."""
    write(tmp_path / "a.csv", *by("ana", "c-forum"))
    write(tmp_path / "b.csv", *by("ben", "c-forum"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(impact.load_codings(tmp_path)) == 2
