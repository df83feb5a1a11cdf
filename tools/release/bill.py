"""The bill of materials: what is installed with the library, as CycloneDX writes it."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from email.message import Message

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.licences import Licence

# A dependency counts if it is one on any of these.
SYSTEMS = [
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
]


def dependencies(own: Message, packages: Mapping[str, Message]) -> dict[str, set[str]]:
    """Give for each package, by name, which others of `packages` it needs; `own` stands first."""
    root = canonicalize_name(own["Name"])
    known = {root: own, **packages}
    graph: dict[str, set[str]] = {root: set()}
    asked: set[tuple[str, str]] = set()
    todo = [(root, "")]
    while todo:
        name, extra = todo.pop()
        if (name, extra) in asked:
            continue
        asked.add((name, extra))
        for line in known[name].get_all("Requires-Dist") or []:
            needed = Requirement(line)
            other = canonicalize_name(needed.name)
            if other in packages and _applies(needed.marker, extra):
                graph[name].add(other)
                graph.setdefault(other, set())
                todo += [(other, wanted) for wanted in ["", *needed.extras]]
    return graph


def _applies(marker: Marker | None, extra: str) -> bool:
    return not marker or any(marker.evaluate({**system, "extra": extra}) for system in SYSTEMS)


def bill(
    own: Message,
    wheel: bytes,
    licences: Iterable[Licence],
    graph: dict[str, set[str]],
    when: datetime,
) -> str:
    """Write the bill of materials of the wheel and of what is locked with it.

    The same content gives the same text: its number follows from what it holds, and its time is that
    of the commit.

    Parameters
    ----------
    own : Message
        The metadata of the wheel.
    wheel : bytes
        The wheel.
    licences : Iterable[Licence]
        What readers install, each with its licence.
    graph : dict[str, set[str]]
        What `dependencies` gives.
    when : datetime
        The time of the commit.

    Returns
    -------
    str
        JSON of CycloneDX 1.6.
    """
    root = _component(own["Name"], own["Version"], own["License-Expression"])
    root.hashes = [HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(wheel).hexdigest())]
    parts = {root.name: root}
    for one in licences:
        package = one.package
        part = _component(package.name, package.version, one.expression)
        # A lock has the hash of each file of a version; which of them is taken depends on the system.
        part.external_references = [
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(str(part.purl)),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=h) for h in package.hashes],
            )
        ]
        parts[package.name] = part
    made = Bom(components=[part for part in parts.values() if part is not root])
    made.metadata.component = root
    made.metadata.timestamp = when
    for name, needed in graph.items():
        made.register_dependency(parts[name], [parts[other] for other in sorted(needed)])
    made.serial_number = uuid.UUID(int=0)
    made.serial_number = uuid.uuid5(uuid.NAMESPACE_OID, JsonV1Dot6(made).output_as_string())
    return JsonV1Dot6(made).output_as_string(indent=2) + "\n"


def _component(name: str, version: str, licence: str) -> Component:
    purl = PackageURL("pypi", None, name, version)
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        purl=purl,
        bom_ref=str(purl),
        licenses=[LicenseExpression(licence)],
    )


def faults(text: str) -> list[str]:
    """Say where a bill of materials does not follow the schema of CycloneDX 1.6."""
    found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text, all_errors=True) or []
    return [f"The bill of materials, {one.data.json_path}: {one.data.message}" for one in found]
