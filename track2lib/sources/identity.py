"""What a data package is called, who made it and when: what a citation and a deposit begin with."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from track2lib.records.snapshot import Records

__all__ = ["Identity", "file_names", "identity"]


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
        return f"{self.name}-{self.version}" if self.version else self.name


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
    people = [person for person in about.get("contributors", []) if person.get("title")]
    # The first version of the standard has one role a person, the second a list of them.
    signed = [
        person
        for person in people
        if {"author", "creator"} & {person.get("role"), *person.get("roles", [])}
    ]
    created = re.match(r"\d{4}(-\d\d(-\d\d)?)?(?!\d)", str(about.get("created", "")), re.ASCII)
    return Identity(
        # A copy is named by it, so that it must be no path.
        name=re.sub(r"[^\w.-]+", "-", name).strip("-.") or "data",
        version=re.sub(r"[^\w.+-]+", "-", str(about.get("version") or "")),
        title=str(about.get("title") or name),
        authors=[str(person["title"]) for person in signed or people],
        created=created[0] if created else "",
    )


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
        plain = re.sub(r"[^\w.-]+", "-", table).strip("-._") or "table"
        name, number = plain, 1
        while name.lower() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.lower())
        names[table] = name
    return names
