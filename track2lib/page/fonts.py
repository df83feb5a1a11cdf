"""The fonts of a picture: Liberation Sans, which vl-convert carries, and one for Arabic letters.

Whatever a machine has, Persian is drawn in Vazirmatn (SIL Open Font License, in `fonts/`), cut to
Arabic letters, so that of mixed text the Latin part stays in its own font and weight. Its ligatures
keep the number of glyphs (`tools/persian_font.py` says why and makes it so). Letters that neither font
has, such as Chinese ones, are taken from the fonts of the machine.
"""

import functools
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["FOLDER", "settings", "use"]

FOLDER = Path(__file__).with_name("fonts")
MACHINE = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'


def settings(*, machine: bool) -> str:
    """Give the settings by which our folder is searched, before those of the machine or alone."""
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{FOLDER}</dir>{MACHINE if machine else ''}</fontconfig>"
    )


@functools.cache
def use() -> None:
    """Make our font known to vl-convert, once, before it draws the first picture.

    It takes the first font that has a letter, and on a machine with DejaVu that is a bold one. So
    where fonts are found by fontconfig, our folder is named first; elsewhere it is one more.
    """
    import vl_convert

    with _searched_first():
        vl_convert.register_font_directory(str(FOLDER))


@contextmanager
def _searched_first() -> Iterator[None]:
    """Have our settings of fonts in force for as long as it takes to read them."""
    if "FONTCONFIG_FILE" in os.environ:  # somebody's own, which stay
        yield
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "fonts.conf")
        file.write_text(settings(machine=True), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
