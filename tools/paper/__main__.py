"""Print lessons: `python -m paper slides`, `python -m paper handouts`; numbers of lessons may follow.

`nox -s slides` and `nox -s handouts` do this. What is printed lies in `dist/`.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from paper.cards import desk_cards, paper_of, role_cards, stop_cards
from paper.handout import for_instructors, for_students, own_chart
from paper.lesson import Lesson, read
from paper.printing import printed
from paper.slides import slides
from paper.terms import terms_of

ROOT = Path(__file__).resolve().parents[2]
WORKSHOP = ROOT / "docs" / "workshop"


def print_slides(lesson: Lesson) -> Iterator[tuple[str, bytes]]:
    """Give the slides of a lesson, and what their file is called."""
    files = {chart.cell: f"{chart.cell}.png" for chart in lesson.charts}
    pictures = {files[chart.cell]: chart.drawn.png for chart in lesson.charts}
    yield lesson.name, printed(slides(lesson, files), pictures)


def print_handouts(lesson: Lesson) -> Iterator[tuple[str, bytes]]:
    """Give the handout of a lesson and the instructor's copy, and what their files are called."""
    picture = {"chart.png": own_chart(lesson).drawn.png}
    meanings = terms_of(lesson)
    yield lesson.name, printed(for_students(lesson, "chart.png", [*meanings]), picture)
    copy = for_instructors(lesson, "chart.png", meanings)
    yield f"{lesson.name}-instructor", printed(copy, picture)


def print_workshop(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give what a workshop is played with, and what the files are called."""
    yield "workshop-role-cards", printed(role_cards(folder / "roles"), {})
    yield "workshop-desk-cards", printed(desk_cards(folder / "home.md"), {})
    yield "workshop-stop-cards", printed(stop_cards(), {})
    for file in sorted(folder.glob("*.md")):
        if file.stem != "README":
            yield f"workshop-{file.stem}", printed(paper_of(file), {})


def main(arguments: list[str]) -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(prog="paper", description=__doc__.partition("\n")[0])
    parser.add_argument("kind", choices=["slides", "handouts"])
    parser.add_argument(
        "lessons", nargs="*", help="numbers, such as 05; all lessons if there are none"
    )
    asked = parser.parse_args(arguments)
    found = {path.name[:2]: path for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
    if unknown := [number for number in asked.lessons if number not in found]:
        parser.error(f"There is no lesson {', '.join(unknown)}. There are: {', '.join(found)}.")
    folder = ROOT / "dist" / asked.kind
    folder.mkdir(parents=True, exist_ok=True)
    make = print_slides if asked.kind == "slides" else print_handouts
    for number in asked.lessons or found:
        _write(folder, make(read(found[number])))
    if asked.kind == "handouts" and not asked.lessons:
        _write(folder, print_workshop(WORKSHOP))


def _write(folder: Path, files: Iterator[tuple[str, bytes]]) -> None:
    for name, pdf in files:
        path = folder / f"{name}.pdf"
        path.write_bytes(pdf)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
