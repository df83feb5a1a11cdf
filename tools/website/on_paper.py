"""What is printed for a class, slides, handouts and cards, as the site lists it."""

import shutil
from pathlib import Path

__all__ = ["KINDS", "lay_beside", "section"]

# Folders of what `nox -s slides` and `nox -s handouts` write.
KINDS = ("slides", "handouts")
# Where they lie, and the glossary, as the pages for instructors name them.
FOLDER, GLOSSARY = "print", "../glossary.md"
COLUMNS = {
    "Slides": "slides/{}.pdf",
    "Handout": "handouts/{}.pdf",
    "With answers": "handouts/{}-instructor.pdf",
}
ABOVE = """
## Slides and handouts

PDF, A4 or for a projector, which screen readers can read. The copy with answers is for who teaches.

"""


def lay_beside(page: Path, printed: Path, lessons: dict[str, str]) -> None:
    """Lay what is printed beside a page that lists it; the plan of each lesson, beside it too, names its own.

    Parameters
    ----------
    page : pathlib.Path
        The page that lists the plans.
    printed : pathlib.Path
        Where the folders of `KINDS` lie.
    lessons : dict of str to str
        The titles, by the names of the notebooks and of the plans.
    """
    for kind in KINDS:
        shutil.copytree(printed / kind, page.parent / FOLDER / kind)
    listed = section(lessons, printed, FOLDER)
    page.write_text(page.read_text("utf-8") + listed, "utf-8", newline="\n")
    for name in lessons:
        plan = page.with_name(f"{name}.md")
        title, _, rest = plan.read_text("utf-8").partition("\n")
        links = " · ".join([*_links(name, FOLDER), f"[Glossary]({GLOSSARY})"])
        text = f"{title}\n\nFor this lesson: {links}.\n{rest}"
        plan.write_text(text, "utf-8", newline="\n")


def section(lessons: dict[str, str], printed: Path, folder: str) -> str:
    """Give the section that lists what is printed.

    Parameters
    ----------
    lessons : dict of str to str
        The titles, by the names of the notebooks.
    printed : pathlib.Path
        Where the folders of `KINDS` lie.
    folder : str
        How the page names that place.

    Returns
    -------
    str
        Markdown.

    Raises
    ------
    ValueError
        If a lesson has not been printed.
    """
    rows = [f"| | Lesson | {' | '.join(COLUMNS)} |", "|---|---|" + "---|" * len(COLUMNS)]
    for name, title in lessons.items():
        files = [place.format(name) for place in COLUMNS.values()]
        if missing := [file for file in files if not (printed / file).is_file()]:
            raise ValueError(
                f"{printed} lacks {', '.join(missing)}: run `nox -s slides` and `nox -s handouts`."
            )
        rows.append(f"| {name[:2]} | {title} | {' | '.join(_links(name, folder))} |")
    workshop = " · ".join(
        f"[{file.stem.removeprefix('workshop-').replace('-', ' ')}]({folder}/handouts/{file.name})"
        for file in sorted(printed.glob("handouts/workshop-*.pdf"))
    )
    return f"{ABOVE}{'\n'.join(rows)}\n\nFor the workshop: {workshop}.\n"


def _links(name: str, folder: str) -> list[str]:
    """Give a link to each file that is printed of a lesson."""
    return [f"[{kind} {name[:2]}]({folder}/{file.format(name)})" for kind, file in COLUMNS.items()]
