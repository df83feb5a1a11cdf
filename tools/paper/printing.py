"""From what is written to a PDF: the same bytes from the same lesson, tagged, with no font of the machine."""

import tempfile
from pathlib import Path

from track2lib.page import fonts, theme

__all__ = ["printed"]

HERE = Path(__file__).parent
# Not the day of printing, so that equal lessons give equal files.
DATE = "datetime(year: 2026, month: 1, day: 1)"
COLOURS = {
    "ink": theme.INK,
    "muted": theme.MUTED,
    "hairline": theme.COAST,
    "pale": theme.STRIPE,
    "accent": theme.ERA_COLOURS["khatami"],
    "deep": theme.ERA_COLOURS["rouhani"],
    "good": theme.SIDE_COLOURS["Iranian"],
    "tint": theme.ERA_TINTS["khatami"],
    "tint-answer": theme.ERA_TINTS["ahmadinejad"],
}


def printed(text: str, pictures: dict[str, bytes]) -> bytes:
    """Set a text in type, as a PDF that keeps to PDF/UA-1, the standard for PDF that all can read.

    Parameters
    ----------
    text : str
        What to set, in the language of Typst.
    pictures : dict of str to bytes
        Its pictures by their names.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    typst.TypstError
        If something is too large for its place, or a picture lacks its words.
    """
    import typst

    with tempfile.TemporaryDirectory() as folder:
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        for template in HERE.glob("*.typ"):
            Path(folder, template.name).write_bytes(template.read_bytes())
        Path(folder, "house.typ").write_text(_house(), "utf-8")
        main = Path(folder, "main.typ")
        main.write_text(text, "utf-8")
        return typst.compile(
            str(main),
            root=folder,
            font_paths=[str(fonts.FOLDER)],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )


def _house() -> str:
    """Write what every paper shares: the colours of the charts, the fonts, and the date."""
    from track2lib.page.sizes import SIZES

    lines = [f'#let {name} = rgb("{colour}")' for name, colour in COLOURS.items()]
    lines += [
        # The first and the last come with Typst, the one between with our charts.
        '#let faces = ("Libertinus Serif", "Vazirmatn NL")',
        '#let mono = "DejaVu Sans Mono"',
        f"#let printed = {DATE}",
        f"#let larger = {SIZES['projector']}",
    ]
    return "\n".join(lines) + "\n"
