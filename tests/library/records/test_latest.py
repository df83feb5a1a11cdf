"""What was read of a package is read anew when a file has changed, and then only."""

import gc
import os
import time
import weakref
from pathlib import Path

import pytest

import track2lib
from track2lib.records import latest
from track2lib.records.snapshot import open_records


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_change_is_seen_though_size_and_time_are_put_back(copy):
    """As a program does that keeps the time of what it copies."""
    path = copy / "dialogues.csv"
    before = path.stat()
    assert (track2lib.load("dialogues", data=copy)["dates"] == "2006/2007").any()
    change(path, "2006/2007", "2006/2009")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert not (track2lib.load("dialogues", data=copy)["dates"] == "2006/2007").any()


def test_a_change_is_seen_within_one_tick_of_the_clock(copy, monkeypatch):
    """A file that was just written may be written once more, and look the same."""
    now = time.time_ns()
    monkeypatch.setattr(latest, "_state", lambda _: (now,) * 4)
    first = open_records(copy)
    assert open_records(copy) is first
    change(copy / "dialogues.csv", "2006/2007", "2006/2009")
    assert open_records(copy) is not first


def test_old_files_are_not_read_again(copy, monkeypatch):
    """Nobody can have changed them unseen."""
    monkeypatch.setattr(latest, "_state", lambda _: (1,) * 4)
    first = open_records(copy)
    monkeypatch.setattr(latest, "_read", None)
    assert open_records(copy) is first


def test_of_a_folder_only_the_last_snapshot_is_kept(copy):
    """A large table that is edited again and again does not fill the memory."""
    first = open_records(copy)
    gone = weakref.ref(first)
    del first
    change(copy / "dialogues.csv", "2006/2007", "2006/2009")
    open_records(copy)
    gc.collect()
    assert gone() is None


def test_a_link_does_not_lead_out_of_the_folder(copy, tmp_path):
    """Nor does a link, to a file or of a folder on the way; a link inside is a file."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (copy / "dialogues.csv").rename(elsewhere / "dialogues.csv")
    (copy / "dialogues.csv").symlink_to(elsewhere / "dialogues.csv")
    (told,) = track2lib.validate(copy)["problem"]
    assert told.startswith("The file lies outside of the folder, at ")
    (copy / "dialogues.csv").unlink()
    (copy / "tables").symlink_to(elsewhere)
    change(copy / "datapackage.json", '"dialogues.csv"', '"tables/dialogues.csv"')
    assert track2lib.validate(copy)["problem"].str.contains("outside").all()
    (elsewhere / "dialogues.csv").rename(copy / "kept.csv")
    (copy / "tables").unlink()
    change(copy / "datapackage.json", '"tables/dialogues.csv"', '"dialogues.csv"')
    (copy / "dialogues.csv").symlink_to("kept.csv")
    assert track2lib.validate(copy).empty


@pytest.mark.parametrize("name", ["datapackage.json", "dialogues.csv"])
def test_a_file_that_may_not_be_read_is_one_problem(copy, monkeypatch, name):
    """Whoever may not read a file is told which, and not in a traceback."""
    real = Path.read_bytes

    def refused(path):
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    (found,) = track2lib.validate(copy).itertuples(index=False)
    assert (found.file, found.problem) == (name, "The file cannot be read: Permission denied.")


@pytest.mark.parametrize("path", ["t" * 300 + ".csv", "/".join(["deep"] * 2000)])
def test_so_long_a_name_is_one_problem(copy, path):
    """A name that no system takes is told as that of a file that cannot be read."""
    change(copy / "datapackage.json", '"dialogues.csv"', f'"{path}"')
    (found,) = track2lib.validate(copy).itertuples(index=False)
    assert (found.file, found.problem) == (path, "The file cannot be read: File name too long.")
