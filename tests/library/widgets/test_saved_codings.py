"""Codings on disk: saved at each step, whole after a crash, and carried on by file."""

from coding import code, downloaded, upload

from track2lib import impact
from track2lib.reader.files import folder
from track2lib.widgets.coding_form import CodingTask
from track2lib.widgets.saved_codings import DAMAGED, NOT_SAVED


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


def test_each_name_has_a_file_of_its_own():
    """Names that look alike when they are made plain, and names without a letter, stay apart."""
    names = ["ana-b", "Ana B", "Ana-B", "ana b", "😀", "🎉", "!!!", "..", "a/../b", "آنا"]
    files = [CodingTask(name).saved.file for name in names]
    assert len({file.name for file in files}) == len(names)
    assert all(file.parent == folder() and file.name.isascii() for file in files)


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
