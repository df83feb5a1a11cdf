"""The file that Zenodo reads, made from CITATION.cff: `PYTHONPATH=tools python -m release.zenodo`.

By its source, Zenodo passes over `type` in CITATION.cff, and would file the data as software. Where there
is a `.zenodo.json`, it reads nothing else, so that has to say everything. Not tried.
"""

import json
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
NAME = ".zenodo.json"


def zenodo(citation: dict[str, Any]) -> str:
    """Write for Zenodo what a citation file says.

    Zenodo takes one licence, and neither its version nor its date: those are of the release.
    """
    made = {
        "upload_type": citation["type"],
        "title": citation["title"],
        "creators": [_creator(one) for one in citation["authors"]],
        "description": citation["abstract"].strip(),
        "keywords": citation["keywords"],
        "license": citation["license"].lower(),
        "notes": citation["message"],
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _creator(author: dict[str, str]) -> dict[str, str]:
    names = author.get("family-names"), author.get("given-names")
    made = {"name": author.get("name") or ", ".join(filter(None, names))}
    if "affiliation" in author:
        made["affiliation"] = author["affiliation"]
    if "orcid" in author:
        made["orcid"] = author["orcid"].rpartition("/")[2]
    return made


def from_citation(root: Path) -> str:
    """Write for Zenodo what the citation file of a repository says."""
    return zenodo(yaml.safe_load((root / "CITATION.cff").read_text("utf-8")))


if __name__ == "__main__":
    (ROOT / NAME).write_text(from_citation(ROOT), "utf-8", newline="\n")
