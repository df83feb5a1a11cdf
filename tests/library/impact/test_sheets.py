"""Observers' sheets: read as a class, told of which kind they are, and where they are broken."""

import warnings

import pandas as pd
import pytest
from hand_written import fill
from observing import talk, write_ideas, write_sheet

import track2lib as t2
from track2lib import impact


def faults(path, **given):
    """Give what is wrong with these sheets."""
    with pytest.raises(t2.DataError) as caught:
        impact.load_sheets(path, **given)
    return caught.value


def test_a_folder_is_read_as_a_class(tmp_path):
    """One file for each observer, whatever it is called, and a folder may be that of one."""
    write_sheet(tmp_path / "x.csv", *talk("ana", "rules", "concerns"))
    write_sheet(tmp_path / "Ben_12_file" / "sheet.csv", *talk("ben", "rules", "home"))
    found = impact.load_sheets(tmp_path)
    assert found["observer"].tolist() == ["ben", "ben", "ana", "ana"]
    assert found["minute"].tolist() == [0, 5, 0, 5]
    assert found.attrs == {}


def test_the_project_has_a_rehearsal():
    """Without a file, the sheets are those of the rehearsal, of either kind, with who says so."""
    stages, ideas = impact.load_sheets(), impact.load_sheets(kind="ideas")
    assert {"minute", "stage", "cited"} <= {*stages}
    assert {"idea", "audience", "fate", "cited"} <= {*ideas}
    assert stages["observer"].nunique() > 1
    assert stages.attrs == ideas.attrs == {}


def test_the_heading_tells_the_kind_and_not_the_name(tmp_path):
    """A sheet of ideas under the name of one of stages is one of ideas."""
    write_ideas(tmp_path / "stages-ana.csv", ("ana", "A", "Visas", "editor", "carried", ""))
    assert impact.load_sheets(tmp_path)["fate"].tolist() == ["carried"]
    with pytest.raises(ValueError, match=r"There is no sheet of stages, only of ideas\. Give"):
        impact.load_sheets(tmp_path, kind="stages")


def test_both_kinds_in_one_folder_are_told_apart_by_a_word(tmp_path):
    """Who has both hands them in together, and says which are meant."""
    write_sheet(tmp_path / "a.csv", *talk("ana", "rules"))
    write_ideas(tmp_path / "b.csv", ("ana", "A", "Visas", "editor", "carried", ""))
    with pytest.raises(ValueError, match="kind='stages' or kind='ideas'"):
        impact.load_sheets(tmp_path)
    assert impact.load_sheets(tmp_path, kind="stages").shape == (1, 5)
    assert impact.load_sheets(tmp_path, kind="ideas").shape == (1, 6)


def test_empty_cells_are_not_coded(tmp_path):
    """An interval without a stage is there without one; lines of the template that nobody used are not."""
    rows = [*talk("ana", "rules", "", "home"), ("", "", 15, "", ""), ("ana", "", "", "", "")]
    found = impact.load_sheets(write_sheet(tmp_path / "a.csv", *rows))
    assert found["stage"].tolist() == ["rules", pd.NA, "home"]


def test_a_remark_without_a_stage_is_kept(tmp_path):
    """Who could not decide and says why has said something."""
    found = impact.load_sheets(write_sheet(tmp_path / "a.csv", ("ana", "A", 0, "", "All at once")))
    assert found["remark"].tolist() == ["All at once"]
    assert found["stage"].isna().all()


@pytest.mark.parametrize("minute", ["5", "05", "5.0", " 5 ", "۵"])
def test_a_minute_is_one_however_it_is_written(minute, tmp_path):
    """Spreadsheets add a zero or a point, and keyboards have other digits."""
    path = write_sheet(tmp_path / "a.csv", ("ana", "A", minute, "rules", ""))
    assert impact.load_sheets(path)["minute"].tolist() == [5]


ROW = ("ana", "A", 0, "rules", "")
BAD = {
    "stage": (
        [("ana", "A", 0, "quarrel", "")],
        2,
        "stage",
        "'quarrel' is no stage of the project.",
    ),
    "minute": ([("ana", "A", "five", "rules", "")], 2, "minute", "'five' is no minute."),
    "clock": ([("ana", "A", "0:05", "rules", "")], 2, "minute", "'0:05' is no minute."),
    "below 0": ([("ana", "A", "-5", "rules", "")], 2, "minute", "'-5' is no minute."),
    "comma": ([("ana", "A", "5,0", "rules", "")], 2, "minute", "'5,0' is no minute."),
    "no minute": ([("ana", "A", "", "rules", "")], 2, "minute", "No minute is given."),
    "nobody": (
        [("", "A", 0, "rules", "")] * 2,
        2,
        "observer",
        "No observer is given. So in 2 rows.",
    ),
    "no room": ([ROW, ("ana", "", 5, "rules", "")], 3, "room", "No room is given."),
    "twice": ([ROW, ROW], 3, "observer", "'ana' has coded A / 0 already, in row 2."),
    "twice in another way": (
        [ROW, ("ana", "A", "00", "home", "")],
        3,
        "observer",
        "'ana' has coded A / 0 already, in row 2.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_broken_sheet_is_told(name, tmp_path):
    """Each fault has one message with file, row and column, and what would be right."""
    rows, row, column, said = BAD[name]
    found = faults(write_sheet(tmp_path / "mine.csv", *rows)).problems
    assert found[["file", "row", "column", "problem"]].to_numpy().tolist() == [
        ["mine.csv", row, column, said]
    ]
    assert found["remedy"].str.len().min() > 10


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Rules", "rules"),
        ("concern", "concerns"),
        ("Going home", "home"),
        ("solutoins", "solutions"),
    ],
)
def test_a_stage_that_is_nearly_one_is_asked_about(written, meant, tmp_path):
    """Capitals, slips and the names that charts show lead to the key."""
    told = str(faults(write_sheet(tmp_path / "a.csv", ("ana", "A", 0, written, ""))))
    assert f"Did you mean '{meant}'?" in told


def test_a_fate_that_is_none_is_told(tmp_path):
    """With those that there are."""
    path = write_ideas(tmp_path / "a.csv", ("ana", "A", "Visas", "editor", "forgotten", ""))
    told = str(faults(path))
    assert (
        "a.csv, row 2, column fate: 'forgotten' is no fate. Write one of: carried, changed" in told
    )


def test_an_idea_is_coded_once_for_each_audience(tmp_path):
    """The same idea before another audience is another report."""
    row = ("ana", "A", "Visas", "editor", "carried", "")
    other = ("ana", "A", "Visas", "minister", "carried", "")
    assert len(impact.load_sheets(write_ideas(tmp_path / "a.csv", row, other))) == 2
    assert "'ana' has coded A / Visas / editor already" in str(
        faults(write_ideas(tmp_path / "b.csv", row, row))
    )


def test_every_file_at_fault_is_told(tmp_path):
    """A file that cannot be read does not hide another that cannot."""
    write_sheet(tmp_path / "a.csv", head=["observer", "minute", "stage"])
    write_sheet(tmp_path / "b.csv", head=["student", "mark"])
    found = faults(tmp_path).problems
    assert found["file"].tolist() == ["a.csv", "b.csv"]
    assert found["problem"].tolist()[0] == "Columns missing: room, remark."


def test_observers_of_one_name_are_told(tmp_path):
    """Two who are "me" in one room are a fault; in two rooms they are asked about."""
    write_sheet(tmp_path / "a.csv", *talk("me", "rules"))
    write_sheet(tmp_path / "b.csv", *talk("me", "home"))
    told = str(faults(tmp_path))
    assert "b.csv and a.csv have the same observer 'me' for the same intervals. Give each" in told
    write_sheet(tmp_path / "b.csv", *talk("me", "home", room="B"))
    with pytest.warns(UserWarning, match=r"a.csv and b.csv have the same observer 'me'"):
        impact.load_sheets(tmp_path)


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (
            ("Ana", "A", "Visas", "editor"),
            ("ana", "A", "Line", "editor"),
            "observers 'Ana' and 'ana'",
        ),
        (("ana", "A", "Visas", "editor"), ("ben", "a", "Line", "editor"), "rooms 'A' and 'a'"),
        (
            ("ana", "A", "Visas", "editor"),
            ("ben", "A", "visas", "editor"),
            "ideas of room A 'Visas'",
        ),
        (("ana", "A", "Visas", "Editor"), ("ben", "A", "Visas", "editor"), "audiences 'Editor'"),
    ],
)
def test_names_that_look_alike_are_asked_about(one, other, what, tmp_path):
    """Whatever is told apart by its name may be one thing under two spellings."""
    path = write_ideas(tmp_path / "a.csv", (*one, "carried", ""), (*other, "carried", ""))
    with pytest.warns(UserWarning, match=f"The {what}.* look alike") as asked:
        impact.load_sheets(path)
    assert len(asked) == 1


def test_one_idea_of_two_rooms_is_two(tmp_path):
    """Two rooms may call their ideas alike, and nobody asks."""
    rows = [("ana", room, idea, "editor", "carried", "") for room, idea in ("AV", "Bv")]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(impact.load_sheets(write_ideas(tmp_path / "a.csv", *rows))) == 2


def test_a_workbook_is_refused_with_advice(tmp_path):
    """By itself it is an error, and in a folder of sheets it is named."""
    (tmp_path / "stages-ben.xlsx").write_bytes(b"PK\x03\x04")
    told = str(faults(tmp_path / "stages-ben.xlsx"))
    assert "The file is a workbook. Open it in a spreadsheet and save it as 'CSV UTF-8'." in told
    write_sheet(tmp_path / "a.csv", *talk("ana", "rules"))
    with pytest.warns(UserWarning, match=r"Not read.*stages-ben\.xlsx"):
        impact.load_sheets(tmp_path)


def test_there_must_be_a_sheet(tmp_path):
    """An empty folder, and one that is not there, end in what to give."""
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(
            FileNotFoundError, match=r"Give an observer's sheet, saved as CSV UTF-8"
        ):
            impact.load_sheets(place)
    with pytest.raises(LookupError, match=r"no kind 'stage'\. Did you mean 'stages'"):
        impact.load_sheets(kind="stage")


@pytest.fixture
def own(mine):
    """Write a package with two stages of its own."""
    for place, key in enumerate(("greeting", "bargaining"), start=1):
        row = {"stage_id": key, "name": key.title(), "order": str(place)}
        fill(mine, "stages", row | {"heard": "So.", "told_apart": "Thus."})
    return mine


def test_stages_of_ones_own_are_known_with_their_package(own, tmp_path):
    """They take the place of the project's, and the sheets remember where they are listed."""
    path = write_sheet(tmp_path / "a.csv", *talk("ana", "greeting", "bargaining"))
    assert impact.load_sheets(path, data=own).attrs == {"data": str(own)}
    assert "data='my-cases'" in str(faults(path))
    told = str(faults(write_sheet(path, *talk("ana", "rules")), data=own))
    assert "'rules' is no stage of that package. Write one of: greeting, bargaining." in told


def test_a_package_has_sheets_of_its_own(own):
    """Without a file, the sheets are those that the package holds, be they none."""
    assert impact.load_sheets(data=own).empty
    cells = {"observer": "ana", "room": "A", "minute": "0", "stage_id": "greeting"}
    fill(own, "workshop_stages", cells)
    assert impact.load_sheets(data=own)["stage"].tolist() == ["greeting"]


def test_a_class_is_read_without_a_word(tmp_path):
    """Where all is well nothing is asked."""
    write_sheet(tmp_path / "a.csv", *talk("ana", "rules"))
    write_sheet(tmp_path / "b.csv", *talk("ben", "rules"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(impact.load_sheets(tmp_path)) == 2
