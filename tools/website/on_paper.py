"""What is printed for a class, slides, handouts and cards, as the site lists it."""

from pathlib import Path

__all__ = ["KINDS", "section"]

# Folders of what `nox -s slides` and `nox -s handouts` write.
KINDS = ("slides", "handouts")
COLUMNS = {
    "Slides": "slides/{}.pdf",
    "Handout": "handouts/{}.pdf",
    "With answers": "handouts/{}-instructor.pdf",
}
ABOVE = """
## Slides and handouts

PDF, A4 or for a projector, which screen readers can read. The copy with answers is for who teaches.

"""


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
        files = {kind: place.format(name) for kind, place in COLUMNS.items()}
        if missing := [file for file in files.values() if not (printed / file).is_file()]:
            raise ValueError(
                f"{printed} lacks {', '.join(missing)}: run `nox -s slides` and `nox -s handouts`."
            )
        links = " | ".join(f"[{kind} {name[:2]}]({folder}/{file})" for kind, file in files.items())
        rows.append(f"| {name[:2]} | {title} | {links} |")
    workshop = " · ".join(
        f"[{file.stem.removeprefix('workshop-').replace('-', ' ')}]({folder}/handouts/{file.name})"
        for file in sorted(printed.glob("handouts/workshop-*.pdf"))
    )
    return f"{ABOVE}{'\n'.join(rows)}\n\nFor the workshop: {workshop}.\n"
