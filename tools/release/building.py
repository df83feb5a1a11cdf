"""Building the wheel and the source archive, twice, to see that they are the same bytes."""

import os
import subprocess
import sys
import tarfile
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

BOTH = """
import sys
from hatchling.build import build_sdist, build_wheel
build_wheel(sys.argv[1])
build_sdist(sys.argv[1])
"""


def build_twice(root: Path, folder: Path, epoch: int) -> tuple[list[Path], list[str]]:
    """Build what is in git's index in two folders, and give the files and what differs.

    Parameters
    ----------
    root : Path
        The repository.
    folder : Path
        An empty folder for both builds.
    epoch : int
        The time that files in the archives bear, in seconds.

    Returns
    -------
    tuple[list[Path], list[str]]
        The source archive and the wheel of the first build, and a sentence for each of them that the
        second build made differently.
    """
    # What differs from one machine, day and person to the next must leave no trace.
    ours = build(root, folder / "one", epoch, umask=0o022, touched=1_700_000_000, zone="UTC")
    others = build(
        root, folder / "another one", epoch, umask=0o077, touched=1_000_000_000, zone="Asia/Tehran"
    )
    return ours, [line for pair in zip(ours, others, strict=True) for line in differences(*pair)]


def build(root: Path, folder: Path, epoch: int, umask: int, touched: int, zone: str) -> list[Path]:
    """Build in a folder of its own, whose files were last touched at that time."""
    source, out = folder / "source", folder / "built"
    copy = ["git", "checkout-index", "--all", f"--prefix={source}/"]
    subprocess.run(copy, cwd=root, umask=umask, check=True)
    for path in source.rglob("*"):
        os.utime(path, (touched, touched))
    subprocess.run(
        [sys.executable, "-c", BOTH, out],
        cwd=source,
        env=os.environ | {"TZ": zone, "SOURCE_DATE_EPOCH": str(epoch)},
        umask=umask,
        check=True,
    )
    return sorted(out.iterdir())


def differences(one: Path, other: Path) -> list[str]:
    """Say in one sentence where two archives of one name differ; nothing if they do not."""
    if one.read_bytes() == other.read_bytes():
        return []
    mine, theirs = _members(one), _members(other)
    names = sorted(n for n in mine.keys() | theirs.keys() if mine.get(n) != theirs.get(n))
    where = ", ".join(names[:5]) or "the archive itself"
    return [f"{one.name}: two builds of the same files should be the same bytes; see {where}"]


def _members(path: Path) -> dict[str, Any]:
    """Give what an archive tells of each file in it, its bytes among it."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return {i.filename: (i.CRC, i.date_time, i.external_attr) for i in wheel.infolist()}
    with tarfile.open(path) as archive:
        found = {}
        for member in archive:
            content = archive.extractfile(member)
            told = member.mode, member.mtime, member.uid, member.gid, member.uname, member.gname
            found[member.name] = (*told, sha256(content.read() if content else b"").digest())
        return found
