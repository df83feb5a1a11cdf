"""A term of a lesson leads to its entry in the glossary, from the original and from a copy."""

import json

import nbformat
import pytest

LINK = "[transfer](../docs/glossary.md#transfer)"
NAMES = {"original": "words/notebooks/a.ipynb", "copy": "words/notebooks/my-lessons/a.ipynb"}
OPEN = """async (path) => {
    const shown = await jupyterapp.commands.execute("docmanager:open", {path});
    await shown.context.ready;
}"""


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_term_leads_to_its_entry(page, lab_folder, name):
    """A click shows the page as it reads, and on it the entry that the link names."""
    root = lab_folder / "root" / "words"
    for place in ("notebooks", "docs"):
        (root / place).mkdir(parents=True, exist_ok=True)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(LINK, id="a")])
    (root / "notebooks" / "a.ipynb").write_text(nbformat.writes(notebook), "utf-8")
    index = root / "notebooks" / ".charts.json"
    index.write_text(json.dumps({"lessons": {"a.ipynb": []}}), "utf-8")
    many = "\n\n".join(["A paragraph."] * 200)
    text = f'# Glossary\n\n{many}\n\n## <a id="transfer"></a>Transfer\n\n{many}\n'
    (root / "docs" / "glossary.md").write_text(text, "utf-8")
    page.evaluate(OPEN, name)
    page.locator(".jp-Notebook a", has_text="transfer").click()
    heading = page.locator(".jp-MarkdownViewer h2", has_text="Transfer")
    heading.wait_for(timeout=30_000)
    page.wait_for_function(
        "() => {const box = document.querySelector('.jp-MarkdownViewer h2').getBoundingClientRect();"
        " return box.top > 0 && box.top < innerHeight;}",
        timeout=30_000,
    )
