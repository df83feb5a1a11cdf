"""Ids of cells stay, so that a corrected lesson and a student's own merge cell by cell."""

import copy
import json
import subprocess

import cell_ids
import lessons
import nbformat
import pytest
from commands import ROOT, run, run_tool

LESSON = ROOT / "notebooks" / "02-khatami-years.ipynb"
DELETED = (24, 27)
# So that nothing hangs on the settings of whoever runs the test.
GIT = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def markdown(text, name):
    return nbformat.v4.new_markdown_cell(text, id=name)


@pytest.fixture
def stored(tmp_path):
    """Write a lesson of four cells, two of them alike, and commit it."""
    texts = {"a": "One", "b": "Two", "c": "Same", "d": "Same"}
    notebook = nbformat.v4.new_notebook(cells=[markdown(t, name) for name, t in texts.items()])
    lessons.normalise(notebook)
    path = tmp_path / "lesson.ipynb"
    path.write_text(lessons.written(notebook), "utf-8")
    run("git", "init", "--quiet", tmp_path)
    run(*GIT, "-C", tmp_path, "add", ".")
    run(*GIT, "-C", tmp_path, "commit", "--quiet", "--message", "first")
    return path


def changed(path, change):
    """Change the cells of a file as no program would mend them, and give what is told of it."""
    raw = json.loads(path.read_text("utf-8"))
    change(raw["cells"])
    path.write_text(json.dumps(raw), "utf-8")
    return cell_ids.problems(cell_ids.stored(path), cell_ids.committed(path))


def numbered(cells):
    cells.insert(0, {"cell_type": "markdown", "id": "new", "metadata": {}, "source": ["First"]})
    for cell, name in zip(cells, "abcde", strict=True):
        cell["id"] = name


def twice(cells):
    cells[1]["id"] = "a"


def missing(cells):
    del cells[1]["id"]


@pytest.mark.parametrize(
    ("change", "told", "mended"),
    [
        (numbered, "cell b is the one that had the id a", "?abdc"),  # the last two are alike
        (twice, "2 cells have the id a", "abcd"),
        (missing, "cell 1 has no id", "abcd"),
    ],
)
def test_changed_ids_are_told_and_mended(change, told, mended, stored):
    """Numbers by position, an id borne twice and one that is gone fail, and a run gives them back."""
    assert told in changed(stored, change)
    assert run_tool("check", stored).returncode == 1
    result = run_tool("run", stored)
    assert result.returncode == 0, result.stdout + result.stderr
    found = [cell.id for cell in lessons.read(stored).cells]
    assert [name if name in "abcd" else "?" for name in found] == list(mended)


def test_what_changed_has_the_id_that_its_author_gives_it(stored):
    """A corrected, a moved, a new and a deleted cell are no fault, and a run changes no id."""

    def edit(cells):
        cells[0]["source"] = ["One, corrected"]
        cells.append(cells.pop(1))
        del cells[1]
        cells.append({"cell_type": "markdown", "id": "0f", "metadata": {}, "source": ["Three"]})

    assert changed(stored, edit) == []
    assert run_tool("run", stored).returncode == 0
    assert [cell.id for cell in lessons.read(stored).cells] == ["a", "d", "b", "0f"]


def test_plain_copy_has_nothing_to_compare_with(stored, tmp_path):
    """Without git only what the file says of itself is checked."""
    (tmp_path / ".git").rename(tmp_path / "no-git")
    assert changed(stored, lambda cells: cells[0].update(id="z")) == []
    assert cell_ids.committed(tmp_path / "not-there" / "lesson.ipynb") == []


def test_new_cells_get_ids_that_stay(tmp_path):
    """A lesson in the older format gets an id for each cell once; a second run keeps them."""
    notebook = nbformat.v4.new_notebook(
        cells=[markdown(text, f"x{n}") for n, text in enumerate("AAB")]
    )
    raw = json.loads(nbformat.writes(notebook))
    for cell in raw["cells"]:
        del cell["id"]
    path = tmp_path / "old.ipynb"
    path.write_text(json.dumps(raw | {"nbformat_minor": 4}), "utf-8")
    assert run_tool("run", path).returncode == 0
    first = path.read_bytes()
    assert len({cell.id for cell in lessons.read(path).cells}) == 3
    assert run_tool("run", path).returncode == 0
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('t2.check("q1-1", ...)', False),
        ('t2.check("q1-1")\nt2.note("...")', False),
        ('talks = t2.load("dialogues")\nt2.check("q1-1", talks)', True),
        ('# Which of them?\nt2.check("q1-1", ...)', True),
        ('%time t2.check("q1-1")', True),
        ('print("use t2.check(...)")', False),
    ],
)
def test_place_for_an_answer_holds_nothing_else(source, told):
    """What may be corrected stands in another cell than what a reader writes."""
    assert cell_ids.mixed({"cell_type": "code", "source": source}) is told


def by_student(notebook):
    """Give the lesson as a student saves it: run, answered, a cell of her own."""
    mine = copy.deepcopy(notebook)
    mine.metadata.language_info = {"name": "python", "version": "3.12.1", "file_extension": ".py"}
    for number, cell in enumerate(c for c in mine.cells if c.cell_type == "code"):
        cell.execution_count = number + 40
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number + 40
        if "t2.check" in cell.source:
            cell.source = f't2.check("mine", "answer {number}")'
            cell.outputs = [nbformat.v4.new_output("stream", text=f"feedback {number}\n")]
    mine.cells.insert(20, nbformat.v4.new_code_cell("my_own = 1", id="own"))
    return mine


def by_teacher(notebook):
    """Give the corrected lesson: a cell more, one less, another text and another chart."""
    theirs = copy.deepcopy(notebook)
    drawn = lessons.charts(theirs)[-1]
    drawn.data[lessons.CHART]["description"] = "corrected chart"
    drawn.data["text/plain"] = "Chart: corrected chart"
    drawn.data["image/png"] = "iVBORw0KGgo="
    drawn.metadata["image/png"]["alt"] = "Chart: corrected chart"
    theirs.cells[4].source += "\n\nA sentence that was added."
    assert [theirs.cells[n].cell_type for n in DELETED] == ["markdown", "code"]
    for number in reversed(DELETED):
        del theirs.cells[number]
    theirs.cells.insert(3, markdown("A new paragraph.", "fresh"))
    return theirs


def merged(folder, base, mine, theirs):
    """Merge as nbgitpuller does: line by line, and where both changed a line, the student's."""
    for name, notebook in {"base": base, "mine": mine, "theirs": theirs}.items():
        (folder / name).write_text(lessons.written(notebook), "utf-8")
    command = ["git", "merge-file", "-p", "--ours", "mine", "base", "theirs"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return json.loads(done.stdout)


def test_student_and_teacher_merge_cell_by_cell(tmp_path):
    """After a pull every cell is there once: her answers, and all that was corrected."""
    base = lessons.read(LESSON)
    mine, theirs = by_student(base), by_teacher(base)
    cells = merged(tmp_path, base, mine, theirs)["cells"]
    gone, ran = (base.cells[number].id for number in DELETED)
    ids = [cell["id"] for cell in cells]
    assert len(ids) == len(set(ids))
    # What she ran before it was deleted stays hers.
    assert set(ids) == {cell.id for cell in base.cells} - {gone} | {"own", "fresh", ran}
    by_id = {cell["id"]: cell for cell in cells}
    for cell in mine.cells:
        if cell.cell_type == "code":
            told = json.loads(nbformat.writes(nbformat.v4.new_notebook(cells=[cell])))["cells"][0]
            found = by_id[cell.id]
            assert found["source"] == told["source"]
            if "check" in cell.source:
                assert found["outputs"] == told["outputs"]
    assert "A sentence that was added." in "".join(by_id[base.cells[4].id]["source"])
    (drawn,) = [c for c in cells if "corrected chart" in json.dumps(c)]
    (output,) = drawn["outputs"]
    assert output["data"]["image/png"] == "iVBORw0KGgo="
    assert output["metadata"]["image/png"]["alt"] == "Chart: corrected chart"
