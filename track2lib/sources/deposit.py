"""What a repository asks about the data: a record of DataCite, and a description for search engines."""

import re
from typing import Any

from track2lib.records.problem import DataError, Problem
from track2lib.records.snapshot import Records, open_records
from track2lib.sources.identity import identity, publisher

__all__ = ["datacite_record", "schema_org"]

CITATION = "CITATION.cff"
KERNEL = "http://datacite.org/schema/kernel-4"
# What DataCite has for what is to be filled in later. Nothing is made up in its place.
LATER = "(:tba)"
# A day as DataCite names it. Its schema names the form too, and takes any text.
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
DOI = re.compile(r"10\.\d{4,9}/\S+", re.ASCII)
# No page is opened by another one: some of these run what stands behind them.
ADDRESS = re.compile(r"(?i:https?)://\S+")


def datacite_record(records: Records) -> dict[str, Any]:
    """Describe the data as DataCite asks, version 4.5, for whoever gives them an identifier.

    Parameters
    ----------
    records : Records
        The package.

    Returns
    -------
    dict
        The record, without an identifier where there is none. Who publishes is left open unless the
        descriptor names somebody. A package that names no year has a record without one, which is
        not whole.

    Examples
    --------
    >>> datacite_record(open_records())["types"]["resourceTypeGeneral"]
    'Dataset'
    """
    about, cff = identity(records), _citation_file(records)
    day = about.created if DAY.fullmatch(about.created) else ""
    record = {
        "doi": _doi(records, cff),
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Data package"},
        "creators": [_creator(maker) for maker in _makers(records, cff)] or [{"name": LATER}],
        "titles": [{"title": about.title}],
        "publisher": {"name": publisher(records) or LATER},
        "publicationYear": about.year,
        "subjects": [{"subject": word} for word in _keywords(records, cff)],
        "dates": [{"date": day, "dateType": "Created"}] if day else [],
        "version": about.version,
        "rightsList": [
            {"rights": title, "rightsUri": address, "rightsIdentifier": name}
            for title, address, name in _terms(records)
        ],
        "descriptions": [{"description": text, "descriptionType": "Abstract"}]
        if (text := _summary(records, cff))
        else [],
        "schemaVersion": KERNEL,
    }
    return _filled(record)


def schema_org(records: Records) -> dict[str, Any]:
    """Describe the data in the words of schema.org, as search engines for data sets read them.

    Parameters
    ----------
    records : Records
        The package.

    Returns
    -------
    dict
        The description, as JSON-LD.

    Examples
    --------
    >>> schema_org(open_records())["@type"]
    'Dataset'
    """
    about, cff = identity(records), _citation_file(records)
    doi = _doi(records, cff)
    described = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"https://doi.org/{doi}" if doi else "",
        "name": about.title,
        "description": _summary(records, cff),
        "url": _address(records.descriptor.get("homepage")),
        "version": about.version,
        "dateCreated": about.created,
        "creator": [
            {"@id": maker["orcid"], "@type": maker["kind"], "name": maker["name"]}
            for maker in _makers(records, cff)
        ],
        "license": [address or name or title for title, address, name in _terms(records)],
        "keywords": _keywords(records, cff),
        "hasPart": [
            {
                "@type": "Dataset",
                "name": str(table.get("title") or table["name"]),
                "description": str(table.get("description") or ""),
            }
            for table in records.descriptor["resources"]
        ],
    }
    return _filled(described)


def _citation_file(records: Records) -> dict[str, Any]:
    """Read the citation file of the package; for the project's own data it stands above them."""
    import yaml  # type: ignore[import-untyped]

    own = records.folder == open_records().folder
    places = [records.folder, records.folder.parent] if own else [records.folder]
    path = next((place / CITATION for place in places if (place / CITATION).is_file()), None)
    if path is None:
        return {}
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problem = Problem(CITATION, "-", "-", "The file is no YAML in UTF-8.", "Mend the file.")
        raise DataError.of(problem) from error
    return found if isinstance(found, dict) else {}


def _makers(records: Records, cff: dict[str, Any]) -> list[dict[str, str]]:
    """Give who made the data, from the citation file or else from the descriptor."""
    makers = []
    for one in cff.get("authors", []):
        family = " ".join(
            str(one[part]) for part in ("name-particle", "family-names") if one.get(part)
        )
        given = str(one.get("given-names") or "")
        name = str(one.get("name") or ", ".join(part for part in (family, given) if part))
        kind = "Organization" if one.get("name") else "Person"
        makers.append(
            {"name": name, "kind": kind, "family": family, "given": given}
            | {"orcid": str(one.get("orcid") or "")}
        )
    # The descriptor does not say whether a name is that of a person.
    unknown = {"kind": "", "family": "", "given": "", "orcid": ""}
    return makers or [{"name": name} | unknown for name in identity(records).authors]


def _creator(maker: dict[str, str]) -> dict[str, Any]:
    """Write a maker as DataCite does."""
    types = {"Organization": "Organizational", "Person": "Personal"}
    creator = {
        "name": maker["name"],
        "nameType": types.get(maker["kind"], ""),
        "familyName": maker["family"],
        "givenName": maker["given"],
    }
    if not maker["orcid"]:
        return creator
    identifier = {"nameIdentifier": maker["orcid"], "nameIdentifierScheme": "ORCID"}
    return creator | {"nameIdentifiers": [identifier]}


def _terms(records: Records) -> list[tuple[str, str, str]]:
    """Give title, address and short name of each licence, empty where one is not given."""
    found = []
    for one in records.descriptor.get("licenses", []):
        title, path, name = (str(one.get(part) or "") for part in ("title", "path", "name"))
        found.append((title or name, _address(path), name))
    return found


def _address(told: Any) -> str:
    """Give what leads to a page, and nothing of anything else."""
    return told if isinstance(told, str) and ADDRESS.fullmatch(told) else ""


def _keywords(records: Records, cff: dict[str, Any]) -> list[str]:
    words = [*records.descriptor.get("keywords", []), *cff.get("keywords", [])]
    return list(dict.fromkeys(str(word) for word in words))


def _summary(records: Records, cff: dict[str, Any]) -> str:
    return str(records.descriptor.get("description") or cff.get("abstract") or "").strip()


def _doi(records: Records, cff: dict[str, Any]) -> str:
    """Find the identifier of the data; empty where they have none yet."""
    told = [str(records.descriptor.get("id") or ""), str(cff.get("doi") or "")]
    plain = [re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", one) for one in told]
    return next((one for one in plain if DOI.fullmatch(one)), "")


def _filled(value: Any) -> Any:
    """Leave out what is empty, however deep."""
    if isinstance(value, dict):
        kept = {name: _filled(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in ("", [], {})}
    if isinstance(value, list):
        return [_filled(part) for part in value]
    return value
