"""The name that a reader types, and that of the file that is this reader's and nobody else's."""

import hashlib
import re
import unicodedata

from track2lib.reader.cells import plain_cell

__all__ = ["coder_name", "file_name", "hand_in_file"]

LONGEST = 40  # letters of a name in that of a file


def coder_name(typed: str) -> str:
    r"""Give a name in one form: a letter with its accent may be typed as one sign or as two.

    Parameters
    ----------
    typed : str
        Name or initials.

    Returns
    -------
    str
        One plain cell; empty where no letter is left.

    Examples
    --------
    >>> coder_name("=Zoe\u0308") == "Zo\u00eb"
    True
    """
    return unicodedata.normalize("NFC", plain_cell(typed))


def file_name(coder: str, package: str = "") -> str:
    """Name the file of a coder in plain letters, which goes by mail and between systems.

    Parameters
    ----------
    coder : str
        A name, as `coder_name` gives it.
    package : str, default ""
        Name of the data package of the cases, if it is not the project's.

    Returns
    -------
    str
        A name that no other coder or package has, and that leads out of no folder.

    Examples
    --------
    >>> file_name("me"), file_name("me", "my-cases")
    ('codings-me.csv', 'codings-me_my-cases.csv')
    """
    # Parted by a line that no name has once it is made plain.
    return _file("codings", coder, package)


def hand_in_file(name: str, lesson: str = "") -> str:
    """Name the file of a hand-in, in plain letters as well.

    Parameters
    ----------
    name : str
        A name, as `coder_name` gives it.
    lesson : str, default ""
        Number of a lesson, if it is of one alone.

    Returns
    -------
    str
        A name that no other reader or lesson has, and that leads out of no folder.

    Examples
    --------
    >>> hand_in_file("ana"), hand_in_file("ana", "07")
    ('hand-in-ana.csv', 'hand-in-ana_07.csv')
    """
    return _file("hand-in", name, lesson)


def _file(start: str, *names: str) -> str:
    return f"{start}-{'_'.join(map(_letters, filter(None, names)))}.csv"


def _letters(name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST]
    if plain == name:
        return plain
    # Two names may look alike when they are made plain.
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{plain}-{mark}".strip("-")
