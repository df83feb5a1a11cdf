"""Originals of lessons stay as they are; a reader's copies are made once and are the reader's."""

import asyncio
import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from ipykernel.ipkernel import IPythonKernel
from tornado.web import HTTPError

from track2lib.lab.files import COPIES, LessonFiles, described
from track2lib.page.stored_charts import INDEX

LESSON = "notebooks/00-a.ipynb"
MINE = f"notebooks/{COPIES}/00-a.ipynb"


@pytest.fixture
def root(tmp_path):
    """Make a folder with one lesson, its index and another notebook."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", id="a")])
    notebook.metadata["language_info"] = {"name": "python"}
    (tmp_path / "notebooks").mkdir()
    for name in (LESSON, "notebooks/own.ipynb", "own.ipynb"):
        (tmp_path / name).write_text(nbformat.writes(notebook), "utf-8")
    index = {"lessons": {"00-a.ipynb": [], "gone.ipynb": []}}
    (tmp_path / "notebooks" / INDEX).write_text(json.dumps(index), "utf-8")
    return tmp_path


@pytest.fixture
def files(root):
    return LessonFiles(root_dir=str(root))


# One thread for all: a browser that is open has a loop in this one, and a database stays in its own.
ALONE = ThreadPoolExecutor(1)


def done(call):
    return ALONE.submit(asyncio.run, call).result()


def test_original_is_read_only_and_nothing_else_is(files):
    """The one file that the index lists is not writable, in its folder's list and by itself."""
    assert done(files.get(LESSON))["writable"] is False
    assert done(files.get("notebooks/own.ipynb"))["writable"] is True
    listed = {one["name"]: one["writable"] for one in done(files.get("notebooks"))["content"]}
    assert listed == {"00-a.ipynb": False, "own.ipynb": True}


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files.save(done(files.get("own.ipynb")), LESSON),
        lambda files: files.rename_file(LESSON, "notebooks/b.ipynb"),
        lambda files: files.rename_file("own.ipynb", LESSON),
        lambda files: files.delete_file(LESSON),
        lambda files: files.restore_checkpoint("checkpoint", LESSON),
    ],
)
def test_original_is_not_changed(files, root, change):
    """Saving, renaming and deleting are refused with what to do instead; the bytes stay."""
    before = (root / LESSON).read_bytes()
    with pytest.raises(HTTPError, match="press “My copy”") as refused:
        done(change(files))
    assert refused.value.status_code == 403
    assert (root / LESSON).read_bytes() == before


def test_whoever_writes_lessons_may_change_them(root):
    """With `edit_originals` a lesson is a file like any other."""
    files = LessonFiles(root_dir=str(root), edit_originals=True)
    assert done(files.get(LESSON))["writable"] is True
    done(files.delete_file(LESSON))
    assert not (root / LESSON).exists()


def test_first_copy_is_made_and_then_left_alone(files, root):
    """Asking for the copy makes it, byte by byte; what a reader then wrote is never replaced."""
    model = done(files.get(MINE))
    assert model["writable"] is True
    assert (root / MINE).read_bytes() == (root / LESSON).read_bytes()
    model["content"]["cells"][0]["source"] = "my answer"
    done(files.save(model, MINE))
    (root / LESSON).write_text((root / LESSON).read_text().replace('"1"', '"2"'))  # corrected
    assert done(files.get(MINE))["content"]["cells"][0]["source"] == "my answer"
    fresh = done(files.copy(LESSON, f"notebooks/{COPIES}"))
    assert fresh["name"] == "00-a-Copy1.ipynb"
    assert "2" in (root / fresh["path"]).read_text()
    assert done(files.get(MINE))["content"]["cells"][0]["source"] == "my answer"


@pytest.mark.parametrize("name", ["own.ipynb", "gone.ipynb", "other.ipynb"])
def test_no_copy_of_what_is_no_lesson(files, root, name):
    """A notebook of the reader, a lesson that is gone and a name of nothing make no copy."""
    with pytest.raises(HTTPError) as missing:
        done(files.get(f"notebooks/{COPIES}/{name}"))
    assert missing.value.status_code == 404
    assert not (root / "notebooks" / COPIES / name).exists()


def test_a_link_out_of_the_lessons_leads_to_the_same_file_from_a_copy(files, root):
    """`../docs/a.md` is `docs/a.md` from the original, and `notebooks/docs/a.md` from a copy."""
    (root / "docs").mkdir()
    (root / "docs" / "a.md").write_text("## A", "utf-8")
    model = done(files.get("notebooks/docs/a.md"))
    assert (model["path"], model["content"], model["writable"]) == (
        "notebooks/docs/a.md",
        "## A",
        False,
    )
    assert done(files.get("docs/a.md"))["writable"] is True
    assert not (root / "notebooks" / "docs").exists()
    (root / "notebooks" / "docs").mkdir()
    (root / "notebooks" / "docs" / "a.md").write_text("mine", "utf-8")
    assert done(files.get("notebooks/docs/a.md"))["content"] == "mine"


@pytest.mark.parametrize("path", ["notebooks/docs/gone.md", "notebooks/docs", "other/own.ipynb"])
def test_a_link_to_nothing_leads_to_nothing(files, root, path):
    """Neither a file that is nowhere, nor a folder, nor what is asked for beside no lessons."""
    (root / "docs").mkdir()
    with pytest.raises(HTTPError) as missing:
        done(files.get(path))
    assert missing.value.status_code == 404


def test_no_link_leads_out_of_the_root(root):
    """Where the lessons themselves are the root, what lies above stays out of reach."""
    (root / "a.md").write_text("above", "utf-8")
    files = LessonFiles(root_dir=str(root / "notebooks"))
    with pytest.raises(HTTPError) as missing:
        done(files.get("a.md"))
    assert missing.value.status_code == 404


def test_copy_that_cannot_be_made_is_told(files, root):
    """Where the folder of copies is a file, the reader is told why and what to do."""
    (root / "notebooks" / COPIES).write_text("")
    with pytest.raises(HTTPError) as refused:
        done(files.get(MINE))
    assert refused.value.status_code == 403
    assert "a file has its name. Copy the lessons to a folder of your own" in str(refused.value)


def test_a_link_that_leads_nowhere_stays(files, root):
    """What a reader has put in place of a copy is not replaced."""
    (root / "notebooks" / COPIES).mkdir()
    (root / MINE).symlink_to("elsewhere.ipynb")
    with pytest.raises(HTTPError) as missing:
        done(files.get(MINE))
    assert missing.value.status_code in (400, 404)
    assert (root / MINE).is_symlink()


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.hardlink_to", "pathlib.Path.mkdir"])
def test_a_full_disk_leaves_no_half_of_a_copy(files, root, step, monkeypatch):
    """It would never be replaced; the reader is told, and once there is room the copy is whole."""

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(step, full)
        patched.setattr("pathlib.Path.replace", full)
        with pytest.raises(HTTPError) as refused:
            files._make_copy(MINE)
    assert "No space left on device" in str(refused.value)
    assert not [*root.glob(f"notebooks/{COPIES}/*")]
    assert done(files.get(MINE))["content"]["cells"][0]["source"] == "1"
    assert (root / MINE).read_bytes() == (root / LESSON).read_bytes()


def test_a_disk_without_second_names_takes_copies(files, root, monkeypatch):
    """As those of some cameras and clouds: the copy is made, and what is there is not replaced."""

    def unknown(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("pathlib.Path.hardlink_to", unknown)
    done(files.get(MINE))
    assert (root / MINE).read_bytes() == (root / LESSON).read_bytes()
    assert [one.name for one in (root / "notebooks" / COPIES).iterdir()] == ["00-a.ipynb"]


@pytest.mark.parametrize("metadata", [{"language_info": None}, {"language_info": []}, {}])
def test_an_odd_notebook_is_given_as_it_is(files, root, metadata):
    """What is wrong with it JupyterLab says itself."""
    notebook = json.loads((root / LESSON).read_text("utf-8")) | {"metadata": metadata}
    (root / "notebooks" / "own.ipynb").write_text(json.dumps(notebook), "utf-8")
    assert done(files.get("notebooks/own.ipynb"))["type"] == "notebook"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"lessons": 3}', "\0"])
def test_broken_index_lists_nothing(files, root, text):
    """A folder with another index is a folder like any other."""
    (root / "notebooks" / INDEX).write_text(text)
    assert done(files.get(LESSON))["writable"] is True


def test_opening_changes_nothing(files):
    """A lesson is given with what its kernel says of itself, so that JupyterLab adds nothing."""
    metadata = done(files.get(LESSON))["content"]["metadata"]
    assert metadata["language_info"] == IPythonKernel.language_info
    assert described({"name": "R"}) == {"name": "R"}


def test_notebook_without_a_language_stays_valid(files, root):
    """To a notebook that does not say in which language it is, no word on that is added."""
    (root / "own.ipynb").write_text(nbformat.writes(nbformat.v4.new_notebook()), "utf-8")
    model = done(files.get("own.ipynb"))
    assert model["content"]["metadata"] == {}
    assert "message" not in done(files.save(model, "own.ipynb"))


def test_server_starts_without_the_tables():
    """The server of notebooks, which only hands files on, loads neither pandas nor the compiler."""
    code = (
        "import sys, track2lib.lab.files;"
        "print({'pandas', 'numpy', 'altair', 'vl_convert'} & sys.modules.keys())"
    )
    where = {"PYTHONPATH": str(Path(__file__).parents[3])}
    found = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | where, capture_output=True, text=True
    )
    assert found.stdout == "set()\n", found.stderr
