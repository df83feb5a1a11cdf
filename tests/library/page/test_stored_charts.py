"""A chart that a lesson holds is taken from there, and from nowhere that cannot be trusted."""

import importlib.metadata
import json
import re
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import altair as alt
import chart_index
import nbformat
import pytest

from track2lib.page import stored_charts
from track2lib.page.renderer import render

VEGA = stored_charts.VEGA_MIME
BARS = alt.Chart(alt.Data(values=[{"a": 1}, {"a": 2}]), title="Two").mark_bar().encode(x="a:Q")
SPEC = BARS.to_dict()
LESSON = "lesson.ipynb"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Store a lesson of one chart with its index, and stand in its folder without a compiler."""
    monkeypatch.setenv("TRACK2_COMPILE", "always")
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    data, metadata = render(SPEC)
    output = nbformat.v4.new_output("display_data", data=data, metadata=metadata)
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# A lesson"),
            nbformat.v4.new_code_cell("chart", outputs=[output], id="c01"),
        ]
    )
    keys = chart_index.take_keys(notebook)
    (tmp_path / LESSON).write_text(nbformat.writes(notebook), encoding="utf-8")
    chart_index.write(tmp_path / LESSON, notebook, keys)
    monkeypatch.delenv("TRACK2_COMPILE")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    return tmp_path


def change(path, edit):
    """Read a JSON file, change it, and write it in another layout."""
    content = json.loads(path.read_text("utf-8"))
    edit(content)
    path.write_text(json.dumps(content, indent=3), encoding="utf-8")


def missed(spec=SPEC, **options):
    """Say whether a chart would have to be compiled, which is not possible here."""
    return VEGA not in render(spec, **options)[0]


def test_chart_of_a_readers_copy_is_found_beside_the_original(folder, monkeypatch):
    """A copy in a folder below the lessons needs no compiler either, and one further below does."""
    for name, needs in {"my-lessons": False, "my-lessons/deeper": True}.items():
        (folder / name).mkdir()
        monkeypatch.chdir(folder / name)
        assert missed() is needs


def test_chart_is_found_in_the_folder_that_a_hub_names(folder, monkeypatch):
    """Where the lessons have no outputs, `TRACK2_LESSONS` names those that have them."""
    class_has = folder / "class"
    class_has.mkdir()
    shutil.copy(folder / stored_charts.INDEX, class_has)
    shutil.copy(folder / LESSON, class_has)
    change(class_has / LESSON, lambda notebook: notebook["cells"][1].update(outputs=[]))
    monkeypatch.chdir(class_has)
    assert missed()
    monkeypatch.setenv("TRACK2_LESSONS", str(folder))
    assert not missed()


@pytest.mark.parametrize("index", [None, "{", '{"drawn_with": "another"}'])
def test_folder_of_a_hub_that_is_of_no_use_hides_nothing(folder, monkeypatch, index):
    """Where the named folder is missing, broken or old, a chart is found beside its lesson as ever."""
    named = folder / "named"
    if index is not None:
        named.mkdir()
        (named / stored_charts.INDEX).write_text(index, encoding="utf-8")
    monkeypatch.setenv("TRACK2_LESSONS", str(named))
    assert not missed()


def test_unchanged_chart_needs_no_compiler(folder):
    """What is shown is the stored output with its picture; the compiler is not even imported."""
    data, metadata = render(SPEC)
    (output,) = nbformat.read(folder / LESSON, as_version=4).cells[1].outputs
    assert data == output.data
    assert metadata == output.metadata
    assert set(data) == {VEGA, "image/png", "text/plain"}
    assert set(metadata) == {"image/png", VEGA}


def test_stored_chart_keeps_its_nulls_in_a_browser(folder, monkeypatch):
    """What a lesson holds is sent there as the fresh chart is."""
    own = SimpleNamespace(jsnull=object())
    monkeypatch.setattr("sys.platform", "emscripten")
    monkeypatch.setitem(sys.modules, "pyodide.ffi", own)
    monkeypatch.setitem(sys.modules, "pyodide", SimpleNamespace(ffi=own))
    data, _ = render(SPEC)
    assert data[VEGA]["usermeta"]["embedOptions"]["theme"] is own.jsnull


def test_saved_lesson_still_holds_its_charts(folder):
    """A lesson that the reader saves in another layout, with notes of his own, is as good."""
    assert not missed()
    change(folder / LESSON, lambda notebook: notebook["cells"].pop(0))
    assert not missed()


@pytest.mark.parametrize(
    ("spec", "options"),
    [
        (BARS.properties(title="Three").to_dict(), {}),
        (BARS.encode(x="a:O").to_dict(), {}),
        (SPEC, {"embed_options": {"actions": True}}),
    ],
    ids=["title", "encoding", "options"],
)
def test_changed_chart_is_compiled(folder, spec, options):
    """A chart with another word, another field or other options is another chart."""
    assert not missed()
    assert missed(spec, **options)


def test_order_of_the_parts_makes_no_other_chart(folder):
    """Altair may put the same parts in another order; the compiler draws the same of them."""
    turned = dict(reversed(SPEC.items()))
    assert list(turned) != list(SPEC)
    assert not missed(turned)


def edited_output(notebook):
    notebook["cells"][1]["outputs"][0]["data"][VEGA]["description"] = "Something else."


def edited_picture(notebook):
    notebook["cells"][1]["outputs"][0]["data"]["image/png"] = "iVBORw0KGgo="


def edited_words(notebook):
    notebook["cells"][1]["outputs"][0]["metadata"]["image/png"]["alt"] = "Something else."


def cleared(notebook):
    notebook["cells"][1]["outputs"].clear()


def without_cell(notebook):
    del notebook["cells"][1]


@pytest.mark.parametrize(
    "edit", [edited_output, edited_picture, edited_words, cleared, without_cell]
)
def test_edited_output_is_not_taken(folder, edit):
    """What is not the output that was indexed is left, also when it was taken a moment ago."""
    assert not missed()
    change(folder / LESSON, edit)
    assert missed()


def test_index_of_another_version_is_not_taken(folder, monkeypatch):
    """Charts that another compiler or another renderer drew are drawn anew."""
    monkeypatch.setattr(stored_charts, "drawn_with", lambda: "vl-convert 99, renderer 1")
    assert missed()


def no_package(name):
    raise importlib.metadata.PackageNotFoundError(name)


def test_where_no_compiler_is_installed_any_will_do(folder, monkeypatch):
    """In a browser the chart of a lesson is taken whatever compiled it, if the renderer is this one."""
    monkeypatch.setattr(importlib.metadata, "version", no_package)
    renderer = stored_charts.drawn_with.__wrapped__()
    monkeypatch.setattr(stored_charts, "drawn_with", lambda: renderer)
    change(folder / stored_charts.INDEX, lambda index: index.update(drawn_with=f"A 9, {renderer}"))
    assert not missed()
    change(folder / stored_charts.INDEX, lambda index: index.update(drawn_with=f"A 9, {renderer}0"))
    assert missed()


@pytest.mark.parametrize("module", stored_charts.OWN_MODULES)
def test_renderer_is_part_of_the_version(module, monkeypatch, tmp_path):
    """A change in any module that bears on the output is a change of the version."""
    shutil.copytree(Path(stored_charts.__file__).parent, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(stored_charts, "__file__", str(tmp_path / "stored_charts.py"))
    version = stored_charts.drawn_with.__wrapped__
    assert version() == stored_charts.drawn_with()
    (tmp_path / module).write_text((tmp_path / module).read_text("utf-8") + "SCALE = 3\n", "utf-8")
    assert version() != stored_charts.drawn_with()


def test_no_module_of_the_renderer_is_forgotten():
    """Whatever these modules take from others of their room is part of the version as well."""
    room = Path(stored_charts.__file__).parent
    taken = set()
    for module in stored_charts.OWN_MODULES:
        for line in re.findall(
            r"^from track2lib\.page(\.\w+)? import (.+)", (room / module).read_text("utf-8"), re.M
        ):
            taken |= {line[0][1:]} if line[0] else {name.strip() for name in line[1].split(",")}
    assert {f"{name}.py" for name in taken} - {*stored_charts.OWN_MODULES} == set()


@pytest.mark.parametrize("name", [stored_charts.INDEX, LESSON])
@pytest.mark.parametrize("text", [None, "", "[1, 2", "[]", '{"drawn_with": 3}', "\udcff"])
def test_broken_store_is_no_store(folder, name, text):
    """A file that is absent, cut off or something else makes a miss and no error."""
    path = folder / name
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    assert missed()


def test_elsewhere_there_is_no_store(folder, monkeypatch, tmp_path_factory):
    """In a folder without an index every chart is compiled."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert missed()


def test_tests_compile_always(folder, monkeypatch):
    """With TRACK2_COMPILE=always nothing is taken, so that no output is compared with itself."""
    monkeypatch.setenv("TRACK2_COMPILE", "always")
    assert missed()


def test_live_page_makes_its_own_picture(monkeypatch, tmp_path):
    """A new chart on a live page has no PNG and no wait for it, but the words for one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRACK2_COMPILE", raising=False)
    monkeypatch.setenv("JPY_SESSION_NAME", "lesson.ipynb")
    data, metadata = render(SPEC)
    assert set(data) == {VEGA, "text/plain"}
    assert metadata["image/png"] == {"alt": data["text/plain"]}


def test_run_from_a_live_page_stores_pictures(monkeypatch):
    """A lesson that is stored has its PNG, wherever the tool that stores it was started."""
    monkeypatch.setenv("TRACK2_COMPILE", "always")
    monkeypatch.setenv("JPY_SESSION_NAME", "lesson.ipynb")
    data, metadata = render(SPEC)
    assert "image/png" in data
    assert set(metadata["image/png"]) == {"alt", "width", "height"}


def test_live_page_shows_the_stored_picture(folder, monkeypatch):
    """A chart that the lesson holds comes whole, on a live page too."""
    monkeypatch.setenv("JPY_SESSION_NAME", "lesson.ipynb")
    assert "image/png" in render(SPEC)[0]
