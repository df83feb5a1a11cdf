"""What a data package is called, who made it and when: what a citation and a deposit begin with."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from track2lib.records.snapshot import Records

__all__ = ["Identity", "file_names", "identity", "publisher"]

LONGEST = 100  # bytes; of the name of a file, with number and ending, systems take 255
# Which Windows keeps for itself, whatever follows the dot.
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)(\.|$)", re.IGNORECASE)


class Identity(NamedTuple):
    """The name, version, title, makers and day of a data package.

    Parameters
    ----------
    name, version, title : str
        As the descriptor has them; the version is empty where none is given.
    authors : list of str
        Who is named as author, or else whoever contributed.
    created : str
        The day, as year, month and day; empty where none is given.
    """

    name: str
    version: str
    title: str
    authors: list[str]
    created: str

    @property
    def year(self) -> str:
        """Give the year of the data; empty where none is given."""
        return self.created[:4]

    @property
    def stem(self) -> str:
        """Give the beginning of the name of each copy: the name and the version."""
        version = _short(re.sub(r"[^\w.+-]+", "-", self.version))
        return f"{self.name}-{version}" if version else self.name


def identity(records: Records) -> Identity:
    """Read from the descriptor what the data are called. All of it is optional in the standard.

    Parameters
    ----------
    records : Records
        The package.

    Returns
    -------
    Identity
        With the name of the folder where the package has no name.

    Examples
    --------
    >>> from track2lib.records.snapshot import open_records
    >>> identity(open_records()).name
    'track2'
    """
    about = records.descriptor
    name = str(about.get("name") or records.folder.name or "data")
    people = [(_called(one), _roles(one)) for one in about.get("contributors", [])]
    people = [(called, roles) for called, roles in people if called]
    signed = [called for called, roles in people if {"author", "creator"} & roles]
    created = re.match(r"\d{4}(-\d\d(-\d\d)?)?(?!\d)", str(about.get("created", "")), re.ASCII)
    return Identity(
        # A copy is named by it, so that it must be no path.
        name=_short(re.sub(r"[^\w.-]+", "-", name).strip("-.")) or "data",
        version=" ".join(str(about.get("version") or "").split()),
        title=str(about.get("title") or name),
        authors=signed or [called for called, _ in people],
        created=created[0] if created else "",
    )


def publisher(records: Records) -> str:
    """Give who is named as publisher of the data; empty where nobody is."""
    people = records.descriptor.get("contributors", [])
    return next((_called(one) for one in people if "publisher" in _roles(one)), "")


# The first version of the standard has a title and one role; the second a list of roles, and may
# have the parts of a name instead.
def _called(person: dict[str, Any]) -> str:
    parts = [str(person.get(part) or "") for part in ("givenName", "familyName")]
    return str(person.get("title") or " ".join(part for part in parts if part))


def _roles(person: dict[str, Any]) -> set[str]:
    return {str(person.get("role")), *map(str, person.get("roles", []))}


def file_names(tables: Iterable[str]) -> dict[str, str]:
    """Give each table a name for a file of its own, without the ending.

    Parameters
    ----------
    tables : iterable of str
        Names of tables.

    Returns
    -------
    dict of str to str
        The name itself, wherever it is no path and none of the others in other capitals.

    Examples
    --------
    >>> file_names(["talks", "Talks", "../up"])
    {'talks': 'talks', 'Talks': 'Talks-2', '../up': 'up'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for table in tables:
        plain = _short(re.sub(r"[^\w.-]+", "-", table).strip("-._")) or "table"
        if RESERVED.match(plain):
            plain = f"table-{plain}"
        name, number = plain, 1
        while name.lower() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.lower())
        names[table] = name
    return names


def _short(name: str) -> str:
    """Cut a name so that a file can have it: a letter of some scripts takes four bytes."""
    return name.encode()[:LONGEST].decode(errors="ignore")
