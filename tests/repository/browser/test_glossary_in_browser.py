"""A term of a lesson leads to its entry in the glossary, from the original and from a copy."""

import json

import nbformat
import pytest

LINK = "[transfer](../docs/glossary.md#transfer)"
NAMES = {"original": "words/notebooks/a.ipynb", "copy": "words/notebooks/my-lessons/a.ipynb"}
OPEN = """async (path) => {
    const shown = await jupyterapp.commands.execute("docmanager:open", {path});
    await shown.context.ready;
    await shown.sessionContext.ready;
    await shown.sessionContext.session.kernel.info;
}"""


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_term_leads_to_its_entry(page, lab_folder, name):
    """A click shows the page as it reads, and on it the entry that the link names."""
    root = lab_folder / "root" / "words"
    for place in ("notebooks", "docs"):
        (root / place).mkdir(parents=True, exist_ok=True)
    # As lessons are stored: JupyterLab adds nothing, and closing asks nothing.
    lesson = nbformat.read(sorted((lab_folder / "root").glob("01-*.ipynb"))[0], 4)
    lesson.cells = [nbformat.v4.new_markdown_cell(LINK, id="a")]
    (root / "notebooks" / "a.ipynb").write_text(nbformat.writes(lesson), "utf-8")
    index = root / "notebooks" / ".charts.json"
    index.write_text(json.dumps({"lessons": {"a.ipynb": []}}), "utf-8")
    many = "\n\n".join(["A paragraph."] * 200)
    text = f'# Glossary\n\n{many}\n\n## <a id="transfer"></a>Transfer\n\n{many}\n'
    (root / "docs" / "glossary.md").write_text(text, "utf-8")
    page.evaluate(OPEN, name)
    page.locator(".jp-Notebook:visible a", has_text="transfer").click()
    page.wait_for_function(
        "() => [...document.querySelectorAll('.jp-MarkdownViewer h2')].some((heading) => {"
        " const box = heading.getBoundingClientRect();"
        " return box.height && box.top > 0 && box.top < innerHeight; })",
        timeout=30_000,
    )
    page.evaluate("() => jupyterapp.commands.execute('application:close-all')")
