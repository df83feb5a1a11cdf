"""The branch that a class pulls: lessons without outputs, and nothing that would break a pull."""

import json
import os
import re
import shutil
import sys
from pathlib import Path, PurePosixPath

import nbformat
import pytest
from commands import ROOT, run
from hub.class_branch import SHIPPED, RefusedError, advance, main, without_outputs

LESSON = "notebooks/01-talks.ipynb"
WHO = ["-c", "user.name=Teacher", "-c", "user.email=teacher@localhost"]
LINK = re.compile(r"\]\((\.\./[^)#]+)")


def git(folder, *command):
    """Run git in a folder, whoever is at the machine."""
    return run("git", *WHO, "-C", folder, *command).strip()


def lesson(words="Read this.", code="t2.chart()"):
    """Make a lesson as it is stored: with an output, a tag, and ids of its own."""
    output = nbformat.v4.new_output("stream", text="a picture\n")
    return nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell(words, id="words"),
            nbformat.v4.new_code_cell(
                code, id="chart", outputs=[output], execution_count=1, metadata={"tags": ["answer"]}
            ),
            nbformat.v4.new_markdown_cell("Between the two, what stays.", id="between"),
            nbformat.v4.new_code_cell('t2.check("q1-1")', id="check"),
        ]
    )


def keep(folder, name, notebook):
    """Write a lesson and commit it."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(nbformat.writes(notebook) + "\n", "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", name)


@pytest.fixture
def teacher(tmp_path, monkeypatch):
    """Make a repository with one lesson and its class branch."""
    for name, value in {"AUTHOR": "Teacher", "COMMITTER": "Teacher"}.items():
        monkeypatch.setenv(f"GIT_{name}_NAME", value)
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "teacher@localhost")
    folder = tmp_path / "teacher"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    keep(folder, LESSON, lesson())
    advance(folder, "class")
    return folder


def test_class_gets_the_lesson_without_outputs(teacher):
    """Outputs and counts go, and all else of a lesson stays: words, code, ids, tags, in order."""
    given = json.loads(git(teacher, "show", f"class:{LESSON}"))
    nbformat.validate(given)
    plain = lesson()
    plain.cells[1].outputs, plain.cells[1].execution_count = [], None
    assert [{**cell, "source": "".join(cell["source"])} for cell in given["cells"]] == plain.cells


def test_branch_only_grows(teacher):
    """A correction is one commit on top of the one before; without a change there is none."""
    first = git(teacher, "rev-parse", "class")
    assert "nothing was changed" in advance(teacher, "class")
    keep(teacher, LESSON, lesson("Read this again."))
    advance(teacher, "class")
    assert git(teacher, "rev-parse", "class^") == first
    assert git(teacher, "rev-list", "--count", "class") == "2"


@pytest.fixture
def colleague(teacher, tmp_path):
    """Clone the repository of the teacher, as somebody else who corrects a lesson."""
    git(tmp_path, "clone", "--quiet", teacher, "colleague")
    return tmp_path / "colleague"


def test_fresh_clone_goes_on_where_the_class_is(teacher, colleague):
    """In a clone that has only `origin/class`, a correction comes on top of that and begins nothing."""
    assert git(colleague, "branch", "--list", "class") == ""
    assert "nothing was changed" in advance(colleague, "class")
    keep(colleague, LESSON, lesson("Read this again."))
    assert "is new" not in advance(colleague, "class")
    assert git(colleague, "rev-parse", "class^") == git(teacher, "rev-parse", "class")


def test_clone_goes_on_where_somebody_else_has_advanced_the_branch(teacher, colleague):
    """A branch that lies behind that of origin goes on from there, and one that lies before it stays."""
    git(colleague, "branch", "class", "origin/class")
    keep(teacher, LESSON, lesson("Read this again."))
    advance(teacher, "class")
    git(colleague, "fetch", "--quiet")
    for words in ("Read this slowly.", "Read this aloud."):
        keep(colleague, LESSON, lesson(words))
        advance(colleague, "class")
    tips = git(colleague, "rev-list", "class").split()
    assert len(tips) == 4
    assert git(teacher, "rev-parse", "class") in tips


def test_branches_that_have_parted_are_told(teacher, colleague):
    """Of two corrections of the same class neither is lost: it is said which one the class has."""
    for folder, words in ((teacher, "Read this again."), (colleague, "Read this slowly.")):
        keep(folder, LESSON, lesson(words))
        advance(folder, "class")
    git(colleague, "fetch", "--quiet")
    with pytest.raises(RefusedError, match="git branch --force class origin/class"):
        advance(colleague, "class")
    git(colleague, "branch", "--force", "class", "origin/class")
    advance(colleague, "class")
    assert git(colleague, "rev-parse", "class^") == git(teacher, "rev-parse", "class")


def test_branch_that_begins_says_so(teacher):
    """Whoever meant to go on with a branch, and has not fetched it, reads that another one begins."""
    assert "class-spring is new" in advance(teacher, "class-spring")


def test_run_anew_is_no_correction(teacher):
    """A lesson of which only the outputs differ is, for the class, the same file."""
    other = lesson()
    other.cells[1].outputs[0].text = "another picture\n"
    keep(teacher, LESSON, other)
    assert "nothing was changed" in advance(teacher, "class")


def test_renamed_lesson_is_refused(teacher, capsys, monkeypatch):
    """A lesson that the class has keeps its name; the branch stays where it was, and it is said why."""
    before = git(teacher, "rev-parse", "class")
    git(teacher, "mv", LESSON, "notebooks/01-words.ipynb")
    git(teacher, "commit", "--quiet", "--message", "Rename")
    monkeypatch.chdir(teacher)
    assert main([]) == 1
    assert LESSON in capsys.readouterr().err
    assert git(teacher, "rev-parse", "class") == before


@pytest.mark.parametrize("name", ["notebooks/گفت‌وگو.ipynb", 'notebooks/the "track".ipynb'])
def test_name_that_git_quotes_is_refused(teacher, name):
    """Such a name nbgitpuller takes as git quotes it, and finds no such file."""
    keep(teacher, name, lesson())
    with pytest.raises(RefusedError, match="plain ASCII"):
        advance(teacher, "class")


def test_wrong_revision_is_told(teacher):
    """What git says of a revision that is none reaches whoever typed it."""
    with pytest.raises(RefusedError, match="no-such-thing"):
        advance(teacher, "class", "no-such-thing")


def test_all_that_lessons_link_to_is_shipped():
    """A link that leads out of the folder of lessons leads to something that the class has, too."""
    found = set()
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            found |= set(LINK.findall("".join(cell["source"])))
    assert found
    assert {str(PurePosixPath(name).relative_to("..")) for name in found} <= set(SHIPPED)


def test_our_lessons_lose_nothing_else():
    """Of the real lessons every cell keeps its words, its id and its tags."""
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        stored = json.loads(path.read_text("utf-8"))
        for before, after in zip(stored["cells"], without_outputs(stored)["cells"], strict=True):
            changed = {name for name in before if before[name] != after[name]}
            assert changed <= {"outputs", "execution_count"}


PULL = """
import sys
from nbgitpuller.pull import GitPuller
for line in GitPuller(sys.argv[1], sys.argv[2], branch="class").pull():
    print(line, end="")
"""


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs nbgitpuller; runs where CI is set")
def test_correction_reaches_a_student_who_has_run_and_written(teacher, tmp_path):
    """After a pull by the real nbgitpuller the student's words stand beside the correction."""
    uv = shutil.which("uv")
    install = [uv, "pip", "install"] if uv else [sys.executable, "-m", "pip", "install"]
    run(*install, "--quiet", "--no-deps", "--target", tmp_path / "packages", "nbgitpuller>=1.3,<2")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "packages"), "HOME": str(tmp_path)}

    def pull():
        run(sys.executable, "-c", PULL, teacher.as_uri(), tmp_path / "student", env=environment)
        notebook = nbformat.reads((tmp_path / "student" / LESSON).read_text("utf-8"), as_version=4)
        nbformat.validate(notebook)
        return notebook

    own = pull()
    own.cells[3].source = 't2.check("q1-1", "a")'
    own.cells[1].outputs = lesson().cells[1].outputs
    own.cells[1].execution_count = 1
    own.cells.append(nbformat.v4.new_markdown_cell("My own words.", id="mine"))
    Path(tmp_path, "student", LESSON).write_text(nbformat.writes(own) + "\n", "utf-8")
    keep(teacher, LESSON, lesson("Read this again."))
    advance(teacher, "class")
    now = pull()
    assert [cell.id for cell in now.cells] == ["words", "chart", "between", "check", "mine"]
    assert now.cells[0].source == "Read this again."
    assert now.cells[3].source == 't2.check("q1-1", "a")'
    assert now.cells[4].source == "My own words."
    assert now.cells[1].outputs == own.cells[1].outputs
