"""What packages say of themselves: from the environment, or from their wheels for other systems."""

import subprocess
import sys
import zipfile
from collections.abc import Iterable
from email.message import Message
from email.parser import Parser
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.utils import canonicalize_name, canonicalize_version

from release.locks import Locked

# Whatever is locked and not for this machine is for one of these, or for a newer Python.
ELSEWHERE = [
    *["--platform=win_amd64", "--platform=macosx_11_0_arm64"],
    *["--implementation=cp", "--python-version=3.13"],
]


def metadata(packages: Iterable[Locked], folder: Path) -> dict[Locked, Message]:
    """Give the metadata of each package; what is not installed here is downloaded to `folder`."""
    found, missing = {}, []
    for package in packages:
        try:
            installed: Distribution | None = distribution(package.name)
        except PackageNotFoundError:
            installed = None
        if installed and installed.version == package.version:
            found[package] = Parser().parsestr(installed.read_text("METADATA") or "")
        elif package.marker and not package.marker.evaluate():
            missing.append(package)
        else:
            there = f"has {installed.version}" if installed else "lacks it"
            raise ValueError(
                f"{package.name} is locked at {package.version}, and the environment {there}: "
                "run this by `nox -s release`, which installs what the lock says"
            )
    return found | (_downloaded(missing, folder) if missing else {})


def of_wheel(path: Path) -> Message:
    """Read the metadata of a wheel."""
    with zipfile.ZipFile(path) as wheel:
        (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
        return Parser().parsestr(wheel.read(name).decode("utf-8"))


def _downloaded(packages: list[Locked], folder: Path) -> dict[Locked, Message]:
    """Read the metadata of wheels for other systems, each checked by its hash; none is run."""
    wanted = folder / "elsewhere.txt"
    lines = [
        " ".join([f"{one.name}=={one.version}", *(f"--hash=sha256:{h}" for h in one.hashes)])
        for one in packages
    ]
    wanted.write_text("\n".join(lines), "utf-8")
    subprocess.run(
        [
            *[sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"],
            *["--only-binary=:all:", *ELSEWHERE, f"--dest={folder}", f"--requirement={wanted}"],
        ],
        check=True,
    )
    by_pin = {(one.name, canonicalize_version(one.version)): one for one in packages}
    found = {}
    for path in sorted(folder.glob("*.whl")):
        message = of_wheel(path)
        pin = canonicalize_name(message["Name"]), canonicalize_version(message["Version"])
        found[by_pin[pin]] = message
    return found
