"""The bill of materials of a release: what is locked for readers, and who needs what."""

import hashlib
import json
import re
import tomllib
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path

from commands import ROOT
from release.bill import bill, dependencies, faults
from release.licences import Licence
from release.locks import read_lock
from release.metadata import metadata

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RUNTIME = read_lock(ROOT / "requirements.txt")


def made_bill(wheel: bytes = b"wheel") -> str:
    """Write the bill of this lock, with metadata as far as packages are installed here."""
    own = Message()
    own["Name"], own["Version"] = PROJECT["name"], PROJECT["version"]
    own["License-Expression"] = PROJECT["license"]
    for line in PROJECT["dependencies"]:
        own["Requires-Dist"] = line
    here = [package for package in RUNTIME if not package.marker or package.marker.evaluate()]
    texts = {package.name: text for package, text in metadata(here, Path()).items()}
    everything = {package.name: texts.get(package.name, Message()) for package in RUNTIME}
    licences = [Licence(package, "MIT", "License") for package in RUNTIME]
    graph = dependencies(own, everything)
    assert graph.keys() - {PROJECT["name"]} == everything.keys()
    return bill(own, wheel, licences, graph, datetime(2026, 12, 1, tzinfo=UTC))


def test_bill_of_materials_names_the_lock():
    """It has each package of requirements.txt and no other, with its version and all its hashes."""
    made = json.loads(made_bill())
    told = {
        (part["name"], part["version"]): {
            one["content"] for place in part["externalReferences"] for one in place["hashes"]
        }
        for part in made["components"]
    }
    assert told == {(package.name, package.version): set(package.hashes) for package in RUNTIME}
    root = made["metadata"]["component"]
    assert root["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(b"wheel").hexdigest()}]


def test_bill_of_materials_knows_who_needs_what():
    """The library needs what it declares, and an extra brings what belongs to it."""
    made = json.loads(made_bill())
    needs = {
        re.search(r"/(.*)@", one["ref"])[1]: [
            re.search(r"/(.*)@", other)[1] for other in one.get("dependsOn", [])
        ]
        for one in made["dependencies"]
    }
    declared = {re.match(r"[\w-]+", line)[0] for line in PROJECT["dependencies"]}
    assert set(needs["track2lib"]) == declared
    assert (
        "fqdn" in needs["jsonschema"]
    )  # of its extra `format-nongpl`, which jupyter-events asks for
    assert "colorama" in needs["tqdm"]  # on Windows only


def test_bill_of_materials_is_valid_and_says_where_it_is_not():
    """It follows the schema of CycloneDX, and a damaged one is told by the place of the damage."""
    made = made_bill()
    assert faults(made) == []
    damaged = json.loads(made)
    damaged["components"][3]["type"] = "libary"
    (said,) = faults(json.dumps(damaged))
    assert said.startswith("The bill of materials, $.components[3].type: 'libary' is not one of")


def test_bill_of_materials_follows_from_its_content():
    """Written again it is the same text; for another wheel it has another number."""
    number = re.compile(r'"serialNumber": "(urn:uuid:[0-9a-f-]{36})"')
    assert made_bill() == made_bill()
    assert number.search(made_bill())[1] != number.search(made_bill(b"another"))[1]
