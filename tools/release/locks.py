"""The locks: each package with its version, its marker and the hashes of its files."""

from dataclasses import dataclass, field
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@dataclass(frozen=True)
class Locked:
    """A package as a lock has it; it is the same in both locks, whatever its marker there."""

    name: str
    version: str
    marker: Marker | None = field(compare=False)
    hashes: tuple[str, ...] = field(compare=False)


def read_lock(path: Path) -> list[Locked]:
    """Read a lock that has hashes; a line without a version or a hash is an error."""
    found = []
    for line in path.read_text("utf-8").replace("\\\n", " ").splitlines():
        named, *hashes = (part.strip() for part in line.split("--hash=sha256:"))
        if not named or named.startswith("#"):
            continue
        requirement = Requirement(named)
        pin = str(requirement.specifier)
        if not pin.startswith("==") or not hashes:
            raise ValueError(
                f"{path.name}: `{named}` needs one version (==) and its hashes: run `nox -s lock`"
            )
        name = canonicalize_name(requirement.name)
        found.append(Locked(name, pin.removeprefix("=="), requirement.marker, tuple(hashes)))
    return found
