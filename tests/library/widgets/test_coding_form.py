"""The form in which cases are coded."""

import json

import ipywidgets
import pytest
from coding import HEAD, code, downloaded, upload
from hand_written import DIALOGUE, fill
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from track2lib import impact
from track2lib.widgets.coding_form import CodingTask, code_cases
from track2lib.widgets.coding_words import TROUBLE


def test_two_forms_of_one_coder_lose_nothing(own_folder):
    """What another form, or another lesson, has saved meanwhile stays when this one saves."""
    one, other = CodingTask("me"), CodingTask("me")
    code(one, "c-forum", "denied", "First")
    code(other, "c-channel", "denied", "Second")
    one.codes["c-forum"].value = "nothing found"
    saved = impact.load_codings(own_folder / "codings-me.csv").set_index("construct_id")["code"]
    assert saved.to_dict() == {"c-forum": "nothing found", "c-channel": "denied"}


def test_a_reason_waits_for_its_code(own_folder):
    """A reason that is typed first is saved, and the form says that its code is missing."""
    task = CodingTask("me")
    task.reasons["c-forum"].value = "I know why"
    assert "1 with a reason and no code yet. Saved." in task.status.value
    assert CodingTask("me").reasons["c-forum"].value == "I know why"
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
    """Choosing no code leaves the decision open, in the file and in the count."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    task.codes["c-forum"].value = ""
    assert task.saved.rows() == [("me", "una-sipri", "c-forum", "", "")]
    assert "0 of 40 decisions coded" in task.status.value
    assert impact.load_codings(task.saved.file)["code"].isna().all()


def test_other_readings_are_shown_to_those_who_gave_a_reason():
    """A code alone opens nothing; with a reason, both readings can be unfolded and argued with."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    shown = task._compared["c-forum"]
    assert "Compare" not in shown.value
    assert "1 without a reason" in task.status.value
    code(task, "c-forum", "denied", "Nobody else says so")
    assert "first reading" in shown.value
    assert "second reading" in shown.value
    assert "Neither is the key" in shown.value


def test_what_is_unfolded_stays_when_more_is_saved():
    """What others have read, which may have the focus, is not written anew at each save."""
    task = CodingTask("me")
    code(task, "c-forum", "denied", "Nobody else says so")
    written = []
    task._compared["c-forum"].observe(written.append, names="value")
    code(task, "c-forum", "denied", "Nobody says so")
    assert "Nobody says so" in task.saved.text()
    assert written == []


def test_each_change_is_heard_once():
    """A code, a reason, a case and a name are each heard in one sentence, with the count."""
    task, heard = CodingTask("me"), []
    task._tell = heard.append
    task.codes["c-forum"].value = "denied"
    task.reasons["c-forum"].value = "So"
    task.case.value = next(key for key in task.cases if key != task.case.value)
    task.coder.value = "ana"
    code_told, reason_told, case_told, coder_told = heard
    assert code_told.startswith("1 of 40 decisions coded. 1 without a reason")
    assert reason_told == "1 of 40 decisions coded. Saved."
    assert case_told.startswith(f"{task.cases[task.case.value]}: the card")
    assert coder_told == "0 of 40 decisions coded."


def test_another_name_is_another_file(own_folder):
    """Two coders at one machine do not overwrite each other, and an empty name is not taken."""
    task = CodingTask("ana")
    code(task, "c-forum", "denied")
    task.coder.value = "ben"
    assert task.codes["c-forum"].value == ""
    code(task, "c-forum", "nothing found")
    task.coder.value = " "
    assert task.coder.value == "ben"
    assert {path.name for path in own_folder.glob("*.csv")} == {
        "codings-ana.csv",
        "codings-ben.csv",
    }


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


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Collect what a cell shows, and how that is changed later."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    InteractiveShell.instance()
    with capture_output() as out:
        yield out
    InteractiveShell.clear_instance()


def test_the_words_stand_in_an_output_of_their_own(shown):
    """Codes and case are there whatever becomes of the form, which knows no other place for them."""
    assert code_cases() is None
    first, form = (output.data for output in shown.outputs)
    assert "application/vnd.jupyter.widget-view+json" not in first
    assert "UNA-USA and SIPRI dialogue" in first["text/html"]
    assert "independently documented" in first["text/html"]
    assert first["text/plain"].startswith("A form to code 8 cases")
    assert "application/vnd.jupyter.widget-view+json" in form
    assert form["text/html"].startswith("<!--")


def test_what_is_stored_follows_the_form(shown):
    """A page that is saved shows the case that was open last, and how far the coding was."""
    task = CodingTask("me")
    task.show()
    task.case.value = "oslo"
    code(task, "c-channel", "denied", "So")
    last = shown.outputs[-1].data["text/html"]
    assert "Oslo back channel" in last
    assert "1 of 40 decisions coded. Saved." in last


def test_what_the_file_lost_is_put_back_aloud(own_folder):
    """A file that was cut while a form is open is whole after the next step, and that is said."""
    task = CodingTask("me")
    code(task, "c-forum", "denied", "First")
    (own_folder / "codings-me.csv").write_text(f"{HEAD}\n")
    code(task, "c-channel", "denied")
    assert "2 of 40 decisions coded" in task.status.value
    assert "Your file had lost 1 decision, which it has again. Saved." in task.status.value
    assert CodingTask("me").reasons["c-forum"].value == "First"


def test_what_another_form_saved_is_shown():
    """A form that is open twice shows what the other has saved, once it saves itself."""
    one, other = CodingTask("me"), CodingTask("me")
    code(one, "c-forum", "denied", "First")
    code(other, "c-channel", "denied")
    assert other.reasons["c-forum"].value == "First"


def test_a_choice_of_nothing_is_none(own_folder):
    """Whatever sends that no case or no code is chosen, nothing is written under no name."""
    task = CodingTask("me")
    code(task, "c-forum", "denied", "First")
    task.codes["c-forum"].index = None
    assert task.codes["c-forum"].value == "denied"
    task.case.index = None
    assert task.case.value in task.cases
    assert impact.load_codings(own_folder / "codings-me.csv")["code"].tolist() == ["denied"]


def test_two_forms_do_not_empty_each_other_s_fields():
    """Where one form sets a reason, the other a code, both are there."""
    one, other = CodingTask("me"), CodingTask("me")
    code(one, "c-forum", "denied", "First")
    other.codes["c-forum"].value = "nothing found"
    assert other.reasons["c-forum"].value == "First"
    assert CodingTask("me").saved.of("una-sipri", "c-forum") == ("nothing found", "First")


def test_a_file_of_another_coder_is_not_taken_for_ones_own(own_folder):
    """A file that was copied under another name is put aside, and the form says why."""
    code(CodingTask("ana"), "c-forum", "denied", "Hers")
    (own_folder / "codings-ben.csv").write_bytes((own_folder / "codings-ana.csv").read_bytes())
    task = CodingTask("ben")
    assert task.codes["c-forum"].value == ""
    assert "held the codings of another coder" in task.status.value
    assert (own_folder / "codings-ben-damaged-1.csv").exists()


def test_a_name_of_signs_is_no_name(own_folder):
    """A name of which no letter is left is not taken."""
    with pytest.raises(ValueError, match="needs a name"):
        CodingTask("=")
    task = CodingTask("me")
    task.coder.value = "+@"
    assert task.coder.value == "me"


@pytest.fixture
def rounds(mine):
    """Write a package with two cases of one name, between sides that the project does not have."""
    package = json.loads((mine / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            if field["name"] in ("side", "form", "case"):
                field.get("constraints", {}).pop("enum", None)
    (mine / "datapackage.json").write_text(json.dumps(package), "utf-8")
    own = DIALOGUE | {"name": "Rounds", "case": "India and Pakistan", "form": "retired generals"}
    fill(mine, "dialogues", own | {"dialogue_id": "d1"}, own | {"dialogue_id": "d2"})
    party = {"dialogue_id": "d1", "kind": "kind of people"}
    fill(
        mine,
        "dialogue_participants",
        party | {"party": "Indian officers", "side": "Indian"},
        party | {"party": "Pakistani officers", "side": "Pakistani"},
    )
    return mine


def test_own_cases_are_coded_for_the_project_s_contributions(rounds, own_folder):
    """The form offers the cases of a package, and keeps their codings beside those of the project."""
    task = CodingTask("me", data=rounds)
    assert task.cases == {"d1": "Rounds (d1)", "d2": "Rounds (d2)"}
    assert len(task.codes) == 5
    assert "Code 2 cases" in task.intro
    # Its statements name the capitals of others.
    assert "no contributions in its table 'constructs'" in task.intro
    assert "constructs" not in CodingTask("me").intro
    assert "Pakistani officers" in task.card.value
    code(task, "c-forum", "denied", "So")
    file = own_folder / "codings-me_mine.csv"
    assert impact.load_codings(file, data=rounds)["dialogue_id"].tolist() == ["d1"]
    assert CodingTask("me", data=rounds).codes["c-forum"].value == "denied"
    assert CodingTask("me").saved.given == {}
    assert "Compare" not in task._compared["c-forum"].value


def test_own_contributions_are_asked_about(rounds):
    """A package with contributions of its own asks about these, told apart where they share a name."""
    said = {"author": "Mine", "kind": "contribution", "name": "Visas", "statement": "They came."}
    about = {"about": "track II in general"}
    keys = ["c-v1", "c-v2"]
    fill(rounds, "constructs", *(said | about | {"construct_id": key} for key in keys))
    task = CodingTask("me", data=rounds)
    labels = [control.description for control in task.codes.values()]
    assert labels == ["Code: Visas (c-v1)", "Code: Visas (c-v2)"]
    assert "constructs" not in task.intro
    code(task, "c-v1", "denied", "So")
    assert "1 of 4 decisions coded" in task.status.value


def test_own_readings_are_shown(rounds):
    """Where the package has a reading of a case, it can be compared with, be it one."""
    said = {"author": "Mine", "kind": "contribution", "name": "Visas", "statement": "They came."}
    fill(rounds, "constructs", said | {"construct_id": "c-v", "about": "track II in general"})
    one = {"coder": "first reading", "code": "denied", "reason": "For this."}
    fill(rounds, "codings", one | {"dialogue_id": "d1", "construct_id": "c-v"})
    task = CodingTask("me", data=rounds)
    code(task, "c-v", "nothing found", "So")
    assert "Compare with another reading" in task._compared["c-v"].value
    assert "None is the key" in task._compared["c-v"].value


def test_a_package_without_a_case_is_told(mine):
    """An empty package has nothing to code, and the message names the table."""
    with pytest.raises(ValueError, match=r"no dialogue to code\. Fill its table 'dialogues'"):
        CodingTask("me", data=mine)


def test_a_coder_has_a_name():
    """An empty name is refused with an example."""
    with pytest.raises(ValueError, match=r"coder is empty.*'me'"):
        CodingTask(" ")


def test_each_step_is_saved_and_there_again(own_folder):
    """A choice is in the file at once, and a new form, as after a restart, shows it."""
    task = CodingTask("Ana B.")
    code(task, "c-forum", "denied", "Somebody, somewhere, said so")
    (file,) = own_folder.glob("*.csv")
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
        "half a \ud800 letter": "half a letter",
        "long " * 50_000: ("long " * 4000).strip(),
    }.items():
        code(task, "c-forum", "denied", typed)
        assert CodingTask("me").reasons["c-forum"].value.strip() == kept
        is_cut = "behind the first 20,000 letters" in task._told["c-forum"].value
        assert is_cut == (len(typed) > 20_000)


def test_a_damaged_file_is_kept_aside(own_folder):
    """What cannot be read is not overwritten: it gets another name, and the form says so."""
    own_folder.mkdir()
    (own_folder / "codings-me.csv").write_text("damaged")
    task = CodingTask("me")
    assert TROUBLE["damaged"] in task.status.value.replace("&#x27;", "'")
    code(task, "c-forum", "denied")
    assert (own_folder / "codings-me-damaged-1.csv").read_text() == "damaged"
    assert len(impact.load_codings(own_folder / "codings-me.csv")) == 1


def test_a_folder_that_takes_nothing_is_told(own_folder):
    """Where nothing can be saved the form goes on, and says to download."""
    own_folder.write_text("a file where the folder should be")
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    assert TROUBLE["not saved"] in task.status.value
    assert "denied" in downloaded(task)


def test_without_a_home_the_form_goes_on(monkeypatch):
    """No folder at all is told like one that takes nothing."""
    monkeypatch.setenv("TRACK2_FOLDER", "~nobody-of-this-name/notes")
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    assert TROUBLE["not saved"] in task.status.value
    assert "denied" in downloaded(task)
