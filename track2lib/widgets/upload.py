"""A file of codings that a reader hands in through the form."""

import tempfile
from pathlib import Path

from track2lib.impact.codings import load_codings, of_one_coder
from track2lib.reader.cells import plain_cell
from track2lib.reader.coder_file import Given

__all__ = ["uploaded"]

# In bytes; forty decisions with the longest reasons, of letters of four bytes, are less.
LARGEST = 5_000_000


def uploaded(content: bytes, data: str | Path | None = None) -> tuple[str, Given]:
    """Read a file that was uploaded.

    Parameters
    ----------
    content : bytes
        The file.
    data : str or pathlib.Path, optional
        Folder of the data package of its cases. By default the project's.

    Returns
    -------
    tuple
        Its coder, empty if it has no decision, and the decisions in it.

    Raises
    ------
    ValueError
        If it is too large, or not a file of one coder's codings.
    """
    if len(content) > LARGEST:
        raise ValueError("It is far too large for a file of codings.")
    # Kept out of the reader's folder until it has been read: what is wrong would stay there.
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "your file.csv")
        path.write_bytes(content)
        coder, given = of_one_coder(load_codings(path, data=data), path.name)
    if coder and not plain_cell(coder):
        raise ValueError(f"Its coder is {coder!r}: write a name with letters into that column.")
    return coder, given
