"""Whether everything says the same version, and whether git holds all that is built."""

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from release import zenodo

LABEXTENSION = "track2lib/jupyter/labextension/package.json"


def git(root: Path, *arguments: str) -> str:
    """Ask git about a repository."""
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def disagreements(root: Path) -> list[str]:
    """Say what does not have the version of pyproject.toml, or is not dated."""

    def text(name: str) -> str:
        return (root / name).read_text("utf-8")

    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    citation: dict[str, Any] = yaml.safe_load(text("CITATION.cff"))
    said = {
        "CITATION.cff": str(citation["version"]),
        "data/datapackage.json": json.loads(text("data/datapackage.json"))["version"],
        LABEXTENSION: json.loads(text(LABEXTENSION))["version"],
    }
    wrong = [
        f"{name} says version {other}; pyproject.toml says {version}"
        for name, other in said.items()
        if other != version
    ]
    released = str(citation.get("date-released", ""))
    if not released:
        wrong.append("CITATION.cff lacks `date-released`, the day of the release: YYYY-MM-DD")
    for name in ("CHANGELOG.md", "data/CHANGELOG.md"):
        heading = rf"(?m)^## \[?{re.escape(version)}\b.*\b(\d{{4}}-\d\d-\d\d)$"
        if not (day := re.search(heading, text(name))):
            wrong.append(
                f"{name} lacks a heading of this version with a day: `## {version} - YYYY-MM-DD`"
            )
        elif released and day[1] != released:
            wrong.append(f"{name} dates {version} {day[1]}; CITATION.cff says {released}")
    if re.search(r"(?m)^## \[?Unreleased\]?\s+(?!## )\S", text("CHANGELOG.md")):
        wrong.append(f"CHANGELOG.md lists changes as unreleased: they belong to `## {version}`")
    path = root / zenodo.NAME
    if not path.exists() or path.read_text("utf-8") != zenodo.from_citation(root):
        wrong.append(
            f"{zenodo.NAME} is not what CITATION.cff says: run "
            "`PYTHONPATH=tools python -m release.zenodo`"
        )
    return wrong


def uncommitted(root: Path, version: str) -> list[str]:
    """Say what git does not hold yet, and whether the tag of this commit is that of another version."""
    changed = git(root, "status", "--porcelain").splitlines()
    wrong = [f"git does not hold this yet, commit it or take it away: {line}" for line in changed]
    tags = [tag for tag in git(root, "tag", "--points-at", "HEAD").split() if re.match(r"v\d", tag)]
    return wrong + [
        f"This commit has the tag {tag}; the version is {version}, so it should be v{version}"
        for tag in tags
        if tag != f"v{version}"
    ]
