"""Files of codings, the readings that ship, and the form in which cases are coded."""

import base64
import re
from datetime import UTC, datetime
from html import escape

import ipywidgets
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import track2lib as t2
from track2lib import impact
from track2lib.impact.codings import CODES, COLUMNS
from track2lib.reader.files import folder
from track2lib.widgets.case_card import case_card
from track2lib.widgets.coding_form import CodingTask, code_cases
from track2lib.widgets.saved_codings import DAMAGED, NOT_SAVED

HEAD = ",".join(COLUMNS)
ROW = "ana,una-sipri,c-forum,denied,A reason"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """Give each test a reader's folder of its own."""
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "reader"))
    return tmp_path / "reader"


def write(path, *rows, head=HEAD):
    path.write_text("\n".join([head, *rows, ""]), "utf-8")
    return path


# The readings that ship.


def test_the_readings_vary():
    """Each code occurs, none stands in much more than half, and no case has one code throughout."""
    readings = impact.load_codings()
    assert set(readings["code"]) == set(CODES)
    for _, own in readings.groupby("coder"):
        assert own["code"].value_counts().max() <= 22
        assert (own.groupby("dialogue_id")["code"].nunique() > 1).all()
        assert (own.groupby("construct_id")["code"].nunique() > 1).all()


def test_every_reading_has_a_reason_and_a_passage():
    """Both readings code each of the eight cases on each contribution, with a reason and its source."""
    table = t2.load("codings")
    assert len(table) == 2 * 8 * 5
    assert (table["reason"].str.split().str.len() >= 8).all()
    assert table["cited"].notna().all()


def test_a_code_is_worded_as_in_the_descriptor():
    """The rubric and the data package have the same codes."""
    allowed = t2.codebook("codings").set_index("column").loc["code", "values"]
    assert allowed.split(", ") == list(CODES)


@pytest.mark.parametrize("table", ["constructs"])
def test_each_claim_can_be_held_against_something(table):
    """Contributions, RAND's purposes and limits, and all stages: what would show, what would tell against."""
    claims = t2.load(table)
    meant = claims["kind"].isin(["contribution", "purpose", "limit", "risk", "stage"])
    assert meant.sum() > 30
    for column in ("observable", "against"):
        assert claims.loc[meant, column].notna().all()
    assert (claims["observable"] != claims["against"]).all()


# Files.


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


# The form.


def downloaded(task):
    """Read what the button for downloading holds."""
    packed = re.search(r"base64,([^\"]+)", task.download.value)[1]
    return base64.b64decode(packed).decode()


def code(task, part, code, reason=""):
    task.codes[part].value = code
    task.reasons[part].value = reason


def test_each_step_is_saved_and_there_again(own_folder):
    """A choice is in the file at once, and a new form, as after a restart, shows it."""
    task = CodingTask("Ana B.")
    code(task, "c-forum", "denied", "Somebody, somewhere, said so")
    (file,) = own_folder.iterdir()
    assert file.name.startswith("codings-ana-b-")
    assert impact.load_codings(file).values.tolist() == [
        ["Ana B.", "una-sipri", "c-forum", "denied", "Somebody, somewhere, said so"]
    ]
    again = CodingTask("Ana B.")
    assert again.codes["c-forum"].value == "denied"
    assert again.reasons["c-forum"].value == "Somebody, somewhere, said so"
    assert downloaded(again) == file.read_text("utf-8")
    assert "1 of 40 decisions coded" in again.status.value


def test_two_forms_of_one_coder_lose_nothing(own_folder):
    """What another form, or another lesson, has saved meanwhile stays when this one saves."""
    one, other = CodingTask("me"), CodingTask("me")
    code(one, "c-forum", "denied", "First")
    code(other, "c-channel", "denied", "Second")
    one.codes["c-forum"].value = "nothing found"
    saved = impact.load_codings(own_folder / "codings-me.csv").set_index("construct_id")["code"]
    assert saved.to_dict() == {"c-forum": "nothing found", "c-channel": "denied"}


def test_each_name_has_a_file_of_its_own():
    """Names that look alike when they are made plain, and names without a letter, stay apart."""
    names = ["ana-b", "Ana B", "Ana-B", "ana b", "😀", "🎉", "!!!", "..", "a/../b", "آنا"]
    files = [CodingTask(name).saved.file for name in names]
    assert len({file.name for file in files}) == len(names)
    assert all(file.parent == folder() and file.name.isascii() for file in files)


def test_a_reason_waits_for_its_code(own_folder):
    """A reason that is typed first is not lost, and the form says that it is not saved yet."""
    task = CodingTask("me")
    task.reasons["c-forum"].value = "I know why"
    assert "1 with a reason and no code: not saved yet" in task.status.value
    task.case.value = "oslo"
    task.case.value = "una-sipri"
    assert task.reasons["c-forum"].value == "I know why"
    task.codes["c-forum"].value = "denied"
    assert impact.load_codings(own_folder / "codings-me.csv")["reason"].tolist() == ["I know why"]


def test_a_reason_is_text_that_any_program_can_read(own_folder):
    """Line ends, formulas, broken letters and endless texts do no harm to the file."""
    task = CodingTask("me")
    for typed, kept in {
        "one\ntwo": "one two",
        "=1+1": "1+1",
        "half a \ud800 letter": "half a ? letter",
        "long " * 50_000: ("long " * 400).strip(),
    }.items():
        code(task, "c-forum", "denied", typed)
        assert CodingTask("me").reasons["c-forum"].value.strip() == kept


def test_changing_the_case_keeps_both():
    """Codes belong to their case; coming back shows them, and showing a case saves nothing."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    task.case.value = "oslo"
    assert task.codes["c-forum"].value == ""
    assert "Oslo" in task.card.value
    code(task, "c-channel", "not observable")
    task.case.value = "una-sipri"
    assert (task.codes["c-forum"].value, task.codes["c-channel"].value) == ("denied", "")
    assert len(task.saved.rows()) == 2


def test_a_code_can_be_taken_back():
    """Choosing no code takes the decision out of the file."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    task.codes["c-forum"].value = ""
    assert task.saved.rows() == []


def test_other_readings_are_shown_to_those_who_gave_a_reason():
    """A code alone opens nothing; with a reason, both readings can be unfolded and argued with."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    shown = task._compared["c-forum"]
    assert shown.value == ""
    assert "1 without a reason" in task.status.value
    code(task, "c-forum", "denied", "Nobody else says so")
    assert "first reading" in shown.value
    assert "second reading" in shown.value
    assert "Neither is the key" in shown.value


def test_another_name_is_another_file(own_folder):
    """Two coders at one machine do not overwrite each other, and an empty name is not taken."""
    task = CodingTask("ana")
    code(task, "c-forum", "denied")
    task.coder.value = "ben"
    assert task.codes["c-forum"].value == ""
    code(task, "c-forum", "nothing found")
    task.coder.value = " "
    assert task.coder.value == "ben"
    assert {path.name for path in own_folder.iterdir()} == {"codings-ana.csv", "codings-ben.csv"}


def upload(task, text, name="codings.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    about = {"name": name, "type": "", "size": len(content), "last_modified": datetime.now(UTC)}
    task.upload.value = (about | {"content": memoryview(content)},)


def test_a_downloaded_file_can_be_taken_up():
    """What was downloaded on one machine is whole again on another, under its coder's name."""
    task = CodingTask("ana")
    code(task, "c-forum", "denied", 'With "quotes", commas')
    kept = downloaded(task)
    task.saved.file.unlink()
    other = CodingTask("me")
    upload(other, kept)
    assert other.coder.value == "ana"
    assert other.reasons["c-forum"].value == 'With "quotes", commas'
    assert other.saved.file.read_text("utf-8") == kept


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nonsense", "The heading is"),
        (f"{HEAD}\nana,una-sipri,c-forum,yes,", "is no code"),
        (f"{HEAD}\n{ROW}\n{ROW.replace('ana', 'ben')}", "codings of 2 coders"),
        (b"PK\x03\x04\xff", "no CSV in UTF-8"),
        (b"x" * 2_000_000, "far too large"),
    ],
)
def test_a_file_that_cannot_be_taken_up_changes_nothing(text, message):
    """A broken upload says what is wrong, and what was coded stays."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    upload(task, text)
    assert "Not taken up" in task.status.value
    assert message in task.status.value
    assert [row[3] for row in task.saved.rows()] == ["denied"]


def test_a_damaged_file_is_kept_aside(own_folder):
    """What cannot be read is not overwritten: it gets another name, and the form says so."""
    own_folder.mkdir()
    (own_folder / "codings-me.csv").write_text("damaged")
    task = CodingTask("me")
    assert DAMAGED in task.status.value.replace("&#x27;", "'")
    code(task, "c-forum", "denied")
    assert (own_folder / "codings-me-damaged-1.csv").read_text() == "damaged"
    assert len(impact.load_codings(own_folder / "codings-me.csv")) == 1


def test_a_folder_that_takes_nothing_is_told(own_folder):
    """Where nothing can be saved the form goes on, and says to download."""
    own_folder.write_text("a file where the folder should be")
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    assert NOT_SAVED in task.status.value
    assert "denied" in downloaded(task)


def test_what_cannot_be_read_is_not_written_over(own_folder):
    """Where the file is there and cannot be read, it stays as it is."""
    (own_folder / "codings-me.csv").mkdir(parents=True)
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    assert NOT_SAVED in task.status.value
    assert (own_folder / "codings-me.csv").is_dir()


def test_without_a_home_the_form_goes_on(monkeypatch):
    """No folder at all is told like one that takes nothing."""
    monkeypatch.setenv("TRACK2_FOLDER", "~nobody-of-this-name/notes")
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    assert NOT_SAVED in task.status.value
    assert "denied" in downloaded(task)


def test_a_crash_while_saving_leaves_the_old_file(own_folder, monkeypatch):
    """The file is written beside and put in place: the old one is whole until the new one is."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    before = task.saved.file.read_bytes()

    def full(self, target):
        raise OSError("no space left")

    monkeypatch.setattr("pathlib.Path.replace", full)
    code(task, "c-channel", "denied")
    assert task.saved.file.read_bytes() == before
    assert [path.name for path in own_folder.iterdir()] == ["codings-me.csv"]
    assert NOT_SAVED in task.status.value


def test_every_control_has_a_label():
    """A screen reader hears what each control is for, and no two sound alike."""
    task = CodingTask("me")
    controls = [task.coder, task.case, task.upload, *task.codes.values(), *task.reasons.values()]
    labels = [control.description for control in controls]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_text_of_a_reader_is_never_run():
    """Markup in a reason, a name or an upload is shown as text."""
    task = CodingTask("me")
    upload(task, f"{HEAD}\n<b>x</b>,una-sipri,c-forum,<script>,")
    html = " ".join(
        widget.value for widget in task.box.children if isinstance(widget, ipywidgets.HTML)
    )
    assert "<script>" not in html


def test_without_a_kernel_the_first_case_can_be_read(tmp_path, monkeypatch):
    """A page that is only looked at has the codes and the first case beside the form."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    InteractiveShell.instance()
    with capture_output() as out:
        assert code_cases() is None
    InteractiveShell.clear_instance()
    data = out.outputs[0].data
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "UNA-USA and SIPRI dialogue" in data["text/html"]
    assert data["text/plain"].startswith("A form to code 8 cases")


def test_a_coder_has_a_name():
    """An empty name is refused with an example."""
    with pytest.raises(ValueError, match="code_cases"):
        CodingTask(" ")


@pytest.mark.parametrize("case", impact.load_codings()["dialogue_id"].unique())
def test_every_card_says_who(case):
    """A card names its sources, beside the cells for which they are known and once for all others."""
    card = case_card(case)
    whole = t2.load("dialogues").set_index("dialogue_id").loc[case, "cited"].split("; ")
    assert sum(escape(place) in card for place in whole) == len(whole)
    assert "[]" not in card
    assert "NA&gt;" not in card
