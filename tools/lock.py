"""Write what follows from the lock: environment.yml and the launch links of the README.

`python tools/lock.py` writes them, `--check` only says which of them is out of date.
`nox -s lock` makes the lock first.
"""

import argparse
import re
import sys
import tomllib
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
FIRST_LESSON = "notebooks/00-start-here.ipynb"
HEAD = """\
# For Binder and conda. Written by `nox -s lock` from requirements.txt: do not edit.
# The versions are those of the lock, but nothing checks the files by their hashes as `nox` does: pip
# takes none in a list that has `-e .`.
name: track2
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python=3.12
  - pip
  - pip:
"""
LINKS = re.compile(r"(<!-- launch links[^>]*-->\n)(.*?)(<!-- end of launch links -->)", re.DOTALL)


def pins(lock: str) -> list[str]:
    """Return the exact versions of a lock, with their markers and without their hashes."""
    return [line.removesuffix("\\").rstrip() for line in lock.splitlines() if line[:1].isalnum()]


def environment(lock: str) -> str:
    """Return environment.yml for a lock.

    pip refuses `-e .` in a list with hashes, so the list has exact versions only.
    """
    return HEAD + "".join(f"      - {pin}\n" for pin in [*pins(lock), "-e ."])


def launch(repository: str) -> str:
    """Return the line of launch links for a repository's address, nothing for none."""
    if not repository:
        return ""
    hosts = {"https://github.com/": "gh", "https://gitlab.com/": "gl"}
    name = repository.removesuffix("/").removesuffix(".git")
    for host, short in hosts.items():
        if name.startswith(host):
            path = name.removeprefix(host)
            where = f"{short}/{path if short == 'gh' else quote(path, safe='')}"
            break
    else:
        where = f"git/{quote(repository, safe='')}"
    binder = f"https://mybinder.org/v2/{where}/HEAD?urlpath=lab/tree/{FIRST_LESSON}"
    return f"Without installing anything: [open the lessons on Binder]({binder}).\n"


def with_links(readme: str, repository: str) -> str:
    """Return the README with its launch links for that address."""
    return LINKS.sub(lambda match: match[1] + launch(repository) + match[3], readme)


def main() -> int:
    """Write or check the files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    check = parser.parse_args().check
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    readme = (ROOT / "README.md").read_text("utf-8")
    texts = {
        "environment.yml": environment((ROOT / "requirements.txt").read_text("utf-8")),
        "README.md": with_links(readme, project.get("urls", {}).get("Repository", "")),
    }
    stale = [
        name
        for name, text in texts.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text("utf-8") != text
    ]
    for name in stale:
        if check:
            print(f"{name} is out of date: run `nox -s lock`")
        else:
            (ROOT / name).write_text(texts[name], "utf-8", newline="\n")
            print(f"{name} written")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
