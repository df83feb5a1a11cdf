"""The sources of the site, laid out as the repository is, so that every link in it leads on."""

import re
import shutil
from dataclasses import dataclass
from html import escape
from pathlib import Path

import nbformat
from docutils.nodes import make_id
from paper.lesson import Lesson, read

from website import pages_of_data, reference
from website.figures import chart_style
from website.lessons import for_reading
from website.links import Links, sources_linked
from website.locators import linked_in_text
from website.on_paper import lay_beside
from website.row_index import row_index
from website.rows import read_tables

__all__ = ["Site", "lay_out"]

OWN = Path(__file__).parent
# Where the plans are listed, and how that page names the folder of the data.
PLANS, DATA = "docs/instructors/README.md", "../../data"
# Pages that stand in the repository as they are, and what is found below each on the site.
BELOW = {
    # `pages/run.md` lists these: what opens a branch of a branch has no name in the theme.
    "README.md": [],
    "docs/lite.md": [],
    "CHANGELOG.md": [],
    "CONTRIBUTING.md": [],
    "data/README.md": ["data/INTEROPERABILITY.md", "data/CHANGELOG.md"],
    PLANS: ["docs/instructors/*.md"],
    "docs/workshop/README.md": ["docs/workshop/*.md", "docs/workshop/roles/*.md"],
    "docs/glossary.md": [],
    "docs/research.md": [],
}
# What pages lead to that is no page: files to take along.
TO_TAKE = ["LICENSE", "CITATION.cff", ".github/overview.png", "docs/workshop/*.csv", "data/*.json"]
TREE = "\n\n```{{toctree}}\n:hidden:\n\n{names}\n```\n"
# On a narrow page each line of it is a card (`site.css`), as those of the data.
CONTENTS = """# Lessons

```{{raw}} html
<table class="t2-rows"><thead><tr><th scope="col">Lesson</th><th scope="col">The question it answers</th>
<th scope="col">Minutes for a beginner</th></tr></thead>
{listed}
</table>
```
"""
# A heading of the glossary has its address before it, which a title of the site cannot hold.
ANCHORED = re.compile(r'^(#+ )<a id="([^"]+)"></a>(.+)$', re.MULTILINE)
# What a lesson says of itself in its first cell.
TAKES = re.compile(r"About (\d+) minutes")


@dataclass(frozen=True)
class Site:
    """The folders of what is made into pages, of what pages load, and of what goes along as it is."""

    sources: Path
    static: Path
    extra: Path


def lay_out(root: Path, to: Site, printed: Path | None = None) -> None:
    """Write the sources of the site.

    Parameters
    ----------
    root : pathlib.Path
        The repository.
    to : Site
        Where they go.
    printed : pathlib.Path, optional
        Where slides and handouts lie, if they come along.
    """
    site = to.sources
    _pages(root, site)
    (site / "notebooks").mkdir()
    files = sorted(root.glob("notebooks/*.ipynb"))
    lessons = [read(file) for file in files]
    if printed:
        lay_beside(site / PLANS, printed, {one.name: one.title for one in lessons})
    for file in files:
        nbformat.write(for_reading(file, to.static), site / "notebooks" / file.name)
        _copy(file, to.extra / "notebooks" / file.name)
    _write(site / "lessons.md", _contents(files, lessons))
    tables = read_tables()
    _write(site / "data" / "tables.md", pages_of_data.overview(tables))
    plans = site / PLANS
    _write(plans, sources_linked(plans.read_text("utf-8"), tables["sources"], DATA))
    links = Links(tables)
    for name, table in tables.items():
        _write(site / "data" / f"{name}.md", pages_of_data.page(table, links))
    _write(to.static / "row-index.js", row_index(links))
    for file in root.glob("data/*.csv"):
        _copy(file, to.extra / "data" / file.name)
    for name, text in reference.pages().items():
        _write(site / "reference" / name, text)
    _write(to.static / "charts.css", chart_style())


def _pages(root: Path, site: Path) -> None:
    """Write the pages that stand in the repository, and the first one of the site."""
    for pattern in TO_TAKE:
        for file in root.glob(pattern):
            _copy(file, site / file.relative_to(root))
    below = {name: _found(root, name, patterns) for name, patterns in BELOW.items()}
    for name, names in below.items():
        for page in [name, *names]:
            text = ANCHORED.sub(_addressed, (root / page).read_text("utf-8"))
            up = "../" * page.count("/")
            _write(site / page, linked_in_text(text, f"{up}data/passages.html"))
        if names:
            folder = Path(name).parent
            listed = "\n".join(str(Path(page).relative_to(folder)) for page in names)
            with (site / name).open("a", encoding="utf-8") as written:
                written.write(TREE.format(names=listed))
    for file in (OWN / "pages").glob("*.md"):
        _copy(file, site / file.name)


def _addressed(heading: re.Match[str]) -> str:
    """Give a heading the address that stands before it, unless its own words make the same."""
    level, address, words = heading.groups()
    label = "" if make_id(words) == address else f"({address})=\n"
    return f"{label}{level}{words}"


def _contents(files: list[Path], lessons: list[Lesson]) -> str:
    """Give the page that lists the lessons."""
    listed = "\n".join(
        f'<tbody><tr><th scope="row"><a href="notebooks/{one.name}.html">{one.name[:2]} {escape(one.title)}</a></th>'
        f'<td>{escape(one.question)}</td><td data-label="minutes for a beginner">{_minutes(file)}</td></tr></tbody>'
        for one, file in zip(lessons, files, strict=True)
    )
    names = "\n".join(f"{one.name[:2]} {one.title} <notebooks/{one.name}>" for one in lessons)
    return CONTENTS.format(listed=listed) + TREE.format(names=names)


def _minutes(file: Path) -> str:
    takes = TAKES.search(nbformat.read(file, as_version=4).cells[0].source)
    if not takes:
        raise ValueError(
            f"The first cell of {file.name} does not say 'About 50 minutes' or the like."
        )
    return takes[1]


def _found(root: Path, name: str, patterns: list[str]) -> list[str]:
    files = [file for pattern in patterns for file in sorted(root.glob(pattern))]
    return [one for file in files if (one := file.relative_to(root).as_posix()) != name]


def _copy(file: Path, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, goal)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
