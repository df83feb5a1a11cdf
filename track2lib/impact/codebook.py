"""The rubric for programs in which texts are coded: a codebook of REFI-QDA, or Taguette's CSV."""

import csv
import io
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

from track2lib.impact.rubric import CODES, contributions, told_apart
from track2lib.records.asked import a_place
from track2lib.records.no_text import only_text
from track2lib.records.problem import in_short

__all__ = ["rubric_codebook"]

NAMESPACE = "urn:QDA-XML:codebook:1.0"
# Taguette makes the GUID of a tag from its name and this; so that the same code has the same one,
# from wherever it comes.
TAGUETTE = uuid.UUID("51B2B2B7-27EB-4ECB-9D56-E75B0A0496C2")


def rubric_codebook(path: str | Path, *, data: str | Path | None = None) -> Path:
    """Write the rubric as a codebook, to code texts in another program.

    Parameters
    ----------
    path : str or pathlib.Path
        Where to write it. A file that ends in ``.qdc`` is a codebook of REFI-QDA, which QualCoder,
        ATLAS.ti, MAXQDA, NVivo and others take; one in ``.csv`` is of the form that Taguette
        takes. A file of that name is written over.
    data : str or pathlib.Path, optional
        Folder of another data package: its constructs of the kind "contribution", or all if none
        is called so; where it has no constructs, the project's.

    Returns
    -------
    pathlib.Path
        The file. In it each contribution has its five codes below it, such as
        ``c-channel.denied``: with its key, since some programs take codes of one name for one.
        Their GUIDs depend on nothing but these names.

    Raises
    ------
    TypeError
        If the path is neither a text nor a path.
    ValueError
        If the file ends otherwise.
    OSError
        If it cannot be written.

    Notes
    -----
    The format: REFI-QDA standard, codebook 1.0, https://www.qdasoftware.org/. What was highlighted
    by the tags in Taguette is read by `from_taguette`.

    Examples
    --------
    >>> import tempfile, track2lib as t2
    >>> with tempfile.TemporaryDirectory() as place:
    ...     t2.impact.rubric_codebook(f"{place}/rubric.qdc").stat().st_size > 5000
    True
    """
    file = a_place(path, "path", "rubric.qdc", "a file")
    write = {".qdc": _qdc, ".csv": _csv}.get(file.suffix.lower())
    if write is None:
        raise ValueError(
            f"path is {in_short(file.name)}: end it in .qdc for REFI-QDA, or in .csv for Taguette."
        )
    parts = contributions(data)
    parts = parts.assign(name=told_apart(parts["name"].to_dict()))
    content = write([tuple(map(_plain, row)) for row in parts.itertuples()])
    try:
        file.write_bytes(content)
    except OSError as error:
        raise OSError(f"The file {str(file)!r} cannot be written: {error.strerror}.") from error
    return file


def _qdc(parts: list[tuple[str, ...]]) -> bytes:
    """Write the codebook in the XML of REFI-QDA."""
    book = ET.Element("CodeBook", xmlns=NAMESPACE, origin="Track II Notebooks")
    codes = ET.SubElement(book, "Codes")
    for key, name, statement in parts:
        # No passage is coded by the contribution alone: it is a head for its codes.
        part = _code(codes, key, name, statement, codable=False)
        for code, meaning in CODES.items():
            _code(part, f"{key}.{code}", f"{key}.{code}", meaning, codable=True)
    ET.indent(book)
    return ET.tostring(book, encoding="utf-8", xml_declaration=True) + b"\n"


def _code(parent: ET.Element, key: str, name: str, of: str, *, codable: bool) -> ET.Element:
    """Add a code with its description."""
    made = ET.SubElement(parent, "Code")
    made.set("guid", str(uuid.uuid5(TAGUETTE, key)).upper())
    made.set("name", name)
    made.set("isCodable", str(codable).lower())
    ET.SubElement(made, "Description").text = of
    return made


def _csv(parts: list[tuple[str, ...]]) -> bytes:
    """Write the codebook in the columns of Taguette."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(["tag", "description"])
    for key, name, statement in parts:
        for code, meaning in CODES.items():
            writer.writerow(
                [f"{key}.{code}", f"{name}: {statement} {code.capitalize()}: {meaning}"]
            )
    # With a mark: without one Taguette guesses the encoding, and mistakes one accented letter.
    return made.getvalue().encode("utf-8-sig")


def _plain(text: str) -> str:
    """Give a text on one line, without the letters that XML cannot hold."""
    return " ".join(only_text(text).split())
