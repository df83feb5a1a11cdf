"""Make and check what a release gives away: `nox -s release`. It lies in `dist/release/`."""

import hashlib
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from release.bill import bill, dependencies, faults
from release.building import build_twice
from release.contents import surprises, try_it
from release.licences import judge, listed, read_policy
from release.locks import read_lock
from release.metadata import metadata, of_wheel
from release.state import disagreements, git, uncommitted

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "dist" / "release"


def report(claim: str, wrong: list[str]) -> list[str]:
    """Print whether a claim holds, and what is wrong if it does not."""
    print(f"{'NO ' if wrong else 'yes'} {claim}", flush=True)
    for line in wrong:
        print(f"      {line}")
    return wrong


def sums(folder: Path) -> str:
    """List the files of a folder with their SHA-256, as `sha256sum --check` reads it."""
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items())


def release(place: Path, folder: Path) -> list[str]:
    """Write the files of a release, print each check, and give what is wrong."""
    epoch = int(git(ROOT, "log", "-1", "--format=%ct"))
    files, wrong = build_twice(ROOT, folder, epoch)
    report("two builds, apart in place, time and rights, are the same bytes", wrong)
    for path in files:
        shutil.copy(path, place)
    wheel = next(place.glob("*.whl"))
    own = of_wheel(wheel)
    version = str(own["Version"])
    wrong += report(
        "the wheel holds the library and its data, nothing else", surprises(wheel, ROOT, own)
    )

    lock = ROOT / "requirements.txt"
    try_it(wheel, lock, folder)
    report("the wheel and the lock work in an empty environment", [])

    locked = read_lock(lock)
    runtime = {package.name for package in locked}
    everything = dict.fromkeys([*locked, *read_lock(ROOT / "requirements-dev.txt")])
    texts = metadata(everything, folder)
    licences, not_allowed = judge(texts, runtime, read_policy())
    wrong += report(f"the licences of {len(texts)} locked packages are allowed", not_allowed)
    (place / "LICENCES.md").write_text(listed(licences, runtime), "utf-8", newline="\n")

    graph = dependencies(own, {package.name: texts[package] for package in locked})
    mine = [one for one in licences if one.package in set(locked)]
    made = bill(own, wheel.read_bytes(), mine, graph, datetime.fromtimestamp(epoch, UTC))
    unneeded = [
        f"{name} is locked, and nothing needs it" for name in sorted(runtime - graph.keys())
    ]
    wrong += report("the bill of materials is valid and whole", [*faults(made), *unneeded])
    stem = f"{own['Name']}-{version}"
    (place / f"{stem}.cdx.json").write_text(made, "utf-8", newline="\n")

    wrong += report("everything says the same version, with a day", disagreements(ROOT))
    wrong += report("git holds everything, under the right tag", uncommitted(ROOT, version))
    (place / "SHA256SUMS").write_text(sums(place), "utf-8", newline="\n")
    return wrong


def main() -> int:
    """Make the files anew; the result is 1 if something is not as it should be."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="track2-release-") as folder:
        wrong = release(PLACE, Path(folder))
    print(f"\n{PLACE.relative_to(ROOT)}/")
    print((PLACE / "SHA256SUMS").read_text("utf-8"), end="")
    print(f"\nNot ready: {len(wrong)} to correct, see above." if wrong else "\nReady.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
