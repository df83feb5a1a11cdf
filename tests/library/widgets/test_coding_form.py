"""The form in which cases are coded."""

import ipywidgets
import pytest
from coding import HEAD, code, downloaded, upload
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from track2lib import impact
from track2lib.widgets.coding_form import DAMAGED, NOT_SAVED, CodingTask, code_cases


def test_two_forms_of_one_coder_lose_nothing(own_folder):
    """What another form, or another lesson, has saved meanwhile stays when this one saves."""
    one, other = CodingTask("me"), CodingTask("me")
    code(one, "c-forum", "denied", "First")
    code(other, "c-channel", "denied", "Second")
    one.codes["c-forum"].value = "nothing found"
    saved = impact.load_codings(own_folder / "codings-me.csv").set_index("construct_id")["code"]
    assert saved.to_dict() == {"c-forum": "nothing found", "c-channel": "denied"}


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


def test_without_a_home_the_form_goes_on(monkeypatch):
    """No folder at all is told like one that takes nothing."""
    monkeypatch.setenv("TRACK2_FOLDER", "~nobody-of-this-name/notes")
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    assert NOT_SAVED in task.status.value
    assert "denied" in downloaded(task)
