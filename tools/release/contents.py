"""What the wheel has to hold, and whether it works where nothing else is installed."""

import os
import subprocess
import sys
import tomllib
import zipfile
from email.message import Message
from pathlib import Path, PurePosixPath

from release.state import git

LOADS = (
    "import track2lib; table = track2lib.load('dialogues'); assert len(table);"
    "print(f'{len(table)} dialogues from {track2lib.__file__}')"
)


def expected(tracked: list[str], shared: dict[str, str]) -> set[str]:
    """Give the names in a wheel that follow from the files of the repository.

    Parameters
    ----------
    tracked : list[str]
        The files that git has.
    shared : dict[str, str]
        Which of them go beside the packages of an environment, as pyproject.toml has it.

    Returns
    -------
    set[str]
        Names without the folders that bear the version.
    """
    found = set()
    for name in tracked:
        path = PurePosixPath(name)
        if name == "CITATION.cff" or path.parts[0] == "data":
            found.add(f"track2lib/{name}")
        for source, target in shared.items():
            if path.is_relative_to(source):
                found.add(str(PurePosixPath("data", target, path.relative_to(source))))
        if path.parts[0] == "track2lib" and not path.is_relative_to("track2lib/jupyter"):
            found.add(name)
    return found


def surprises(wheel: Path, root: Path, about: Message) -> list[str]:
    """Say which files the wheel lacks and which it should not have."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    wanted = expected(git(root, "ls-files", "-z").strip("\0").split("\0"), shared)
    stem = "-".join(wheel.name.split("-")[:2])
    with zipfile.ZipFile(wheel) as archive:
        names = {name.replace(f"{stem}.data/", "", 1) for name in archive.namelist()}
    wanted |= {f"{stem}.dist-info/{n}" for n in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")}
    wanted |= {f"{stem}.dist-info/licenses/{n}" for n in about.get_all("License-File") or []}
    return [f"{wheel.name} lacks {name}" for name in sorted(wanted - names)] + [
        f"{wheel.name} holds {name}, which is for nobody who installs it"
        for name in sorted(names - wanted)
    ]


def try_it(wheel: Path, lock: Path, folder: Path) -> None:
    """Install the lock and the wheel in an empty environment, and load a table there."""
    where = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", where], check=True)
    python = where / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python)]
    only = ["--no-deps", "--only-binary=:all:"]
    subprocess.run(
        [*pip, "install", "--require-hashes", *only, "--requirement", str(lock)], check=True
    )
    subprocess.run([*pip, "install", "--no-index", *only, str(wheel)], check=True)
    subprocess.run([*pip, "check"], check=True)
    subprocess.run([python, "-I", "-c", LOADS], cwd=folder, check=True)
