"""Files: read once, read again when they change, and what is said of one that cannot be read."""

import shutil

import pandas as pd
import pytest

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
FOLDER = PACKAGE.folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_no_such_folder(tmp_path):
    """A folder without a descriptor is refused by name, with what it should hold."""
    with pytest.raises(FileNotFoundError, match=r"There is no datapackage\.json in ") as refusal:
        track2lib.load("dialogues", data=tmp_path)
    assert repr(str(tmp_path)) in str(refusal.value)


def test_other_folder(copy):
    """Another package is read from its folder or its descriptor, and the frame remembers it."""
    change(copy / "people.csv", "Mohammad Khatami", "Somebody Else")
    for place in [copy, str(copy), copy / "datapackage.json"]:
        people = track2lib.load("people", data=place)
        assert people["name"].iat[0] == "Somebody Else"
        assert people.attrs["data"] == str(place)
    assert track2lib.load("people")["name"].iat[0] == "Mohammad Khatami"


def test_a_change_in_a_file_is_seen(copy):
    """A file that changes between two calls is read anew."""
    before = track2lib.load("dialogues", data=copy).set_index("dialogue_id")["dates"]
    change(copy / "dialogues.csv", "2006/2007", "2006/2009")
    after = track2lib.load("dialogues", data=copy).set_index("dialogue_id")["dates"]
    assert (before["stanley-gulf-security"], after["stanley-gulf-security"]) == (
        "2006/2007",
        "2006/2009",
    )


@pytest.mark.parametrize(
    "respell",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace(b"\n", b"\r\n"), id="line ends of Windows"),
        pytest.param(lambda text: text.rstrip(b"\n"), id="no line end at the end"),
        pytest.param(lambda text: text.replace(b",false,", b",FALSE,"), id="capitals"),
    ],
)
def test_as_a_spreadsheet_saves(copy, respell):
    """What spreadsheets do to a file without changing its cells changes nothing here."""
    path = copy / "dialogues.csv"
    path.write_bytes(respell(path.read_bytes()))
    assert track2lib.validate(copy).empty
    ours = track2lib.load("dialogues", scope="founding")
    theirs = track2lib.load("dialogues", data=copy)[ours.columns]
    pd.testing.assert_frame_equal(ours, theirs)


def test_a_changed_file_is_read_again(tmp_path):
    """What was loaded once is not shown any more after its file has been changed."""
    data = tmp_path / "data"
    shutil.copytree(FOLDER, data)
    before = track2lib.load("topics", data=data)
    path = data / "topics.csv"
    path.write_text(path.read_text("utf-8").replace(",Iraq,", ",Irak,"), "utf-8")
    after = track2lib.load("topics", data=data)
    assert "Iraq" in set(before["name"])
    assert "Iraq" not in set(after["name"])


def test_each_value_of_a_column_is_given_once(copy):
    """Values stand in the order of the file, and rows have the numbers of a spreadsheet."""
    records = open_records(copy)
    cells = records.cells("topics")["area"]
    assert list(records.values("topics", "area")) == list(dict.fromkeys(cells))
    assert list(records.numbers("topics")) == list(range(2, len(cells) + 2))
    assert records.gaps("topics") == []


@pytest.mark.parametrize("place", ["tables", "tables/of talks"])
def test_tables_may_lie_in_a_folder_of_the_package(copy, place):
    """As the standard allows: they are read, and edits are seen."""
    before = track2lib.load("dialogues", data=copy)
    (copy / place).mkdir(parents=True)
    (copy / "dialogues.csv").rename(copy / place / "dialogues.csv")
    change(copy / "datapackage.json", '"dialogues.csv"', f'"{place}/dialogues.csv"')
    assert track2lib.validate(copy).empty
    theirs = track2lib.load("dialogues", data=copy)
    pd.testing.assert_frame_equal(theirs, before)
    change(copy / place / "dialogues.csv", "2006/2007", "2006/2009")
    assert (track2lib.load("dialogues", data=copy)["dates"] == "2006/2009").any()
    (copy / place / "dialogues.csv").unlink()
    (told,) = track2lib.validate(copy).query("file.str.contains('dialogues')")["problem"]
    assert told == "The file is missing."


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("../dialogues.csv", "does not lie in the folder of the descriptor, or is hidden."),
        (
            "tables/../../dialogues.csv",
            "does not lie in the folder of the descriptor, or is hidden.",
        ),
        (".hidden/dialogues.csv", "does not lie in the folder of the descriptor, or is hidden."),
        ("/elsewhere/dialogues.csv", "is to be named by its way from the folder on"),
        ("C:dialogues.csv", "is to be named by its way from the folder on"),
        ("file:dialogues.csv", "is to be named by its way from the folder on"),
        ("https://example.org/dialogues.csv", "is to be named by its way from the folder on"),
        ("tables\\\\dialogues.csv", "is to be named by its way from the folder on"),
        ("~/dialogues.csv", "is to be named by its way from the folder on"),
    ],
)
def test_a_file_lies_in_the_folder(copy, path, said):
    """A descriptor that somebody else has written cannot lead out of it."""
    change(copy / "datapackage.json", '"dialogues.csv"', f'"{path}"')
    (told,) = track2lib.validate(copy)["problem"]
    assert told.startswith("Table dialogues: the file ")
    assert said in told
    with pytest.raises(track2lib.DataError, match="Table dialogues"):
        track2lib.export(copy / "out", data=copy)
    assert not (copy / "out").exists()
