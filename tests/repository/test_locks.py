"""The locks: what is declared is locked, and every list of versions is the same."""

import re
import shutil
import subprocess
import sys
import tomllib

import pytest
import yaml
from commands import ROOT, run
from packaging.requirements import Requirement

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked(name: str) -> list[Requirement]:
    """Read the requirements of a lock, each with its exact version and marker."""
    text = (ROOT / name).read_text("utf-8")
    return [Requirement(line.rstrip(" \\")) for line in re.findall(r"(?m)^\w.*$", text)]


def version_of(requirements: list[Requirement]) -> dict[str, str]:
    """Map each name that applies here to its version."""
    applies = [r for r in requirements if not r.marker or r.marker.evaluate()]
    return {r.name: str(r.specifier).removeprefix("==") for r in applies}


def test_environment_yml_holds_the_locked_versions():
    """environment.yml names the versions of requirements.txt, all of them and no other."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    (pip_part,) = [part["pip"] for part in environment["dependencies"] if isinstance(part, dict)]
    assert pip_part[-1] == "-e ."
    assert [Requirement(line) for line in pip_part[:-1]] == locked("requirements.txt")


def test_environment_yml_has_the_python_of_the_lock():
    """conda, Binder, nox and a bare `python` all get the version that was tested."""
    version = (ROOT / ".python-version").read_text("utf-8").strip()
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    assert f"python={version}" in environment["dependencies"]
    assert f'PYTHON = "{version}"' in (ROOT / "noxfile.py").read_text("utf-8")


def test_lock_notices_a_difference(tmp_path):
    """`tools/lock.py --check` is quiet for this tree and names the file that was changed."""
    for name in ["pyproject.toml", "README.md", "requirements.txt", "environment.yml"]:
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    command = [sys.executable, str(tmp_path / "tools" / "lock.py"), "--check"]
    assert run(*command) == ""
    text = (tmp_path / "environment.yml").read_text("utf-8")
    (tmp_path / "environment.yml").write_text(text.replace("altair==", "altair==0."), "utf-8")
    done = subprocess.run(command, text=True, capture_output=True, check=False)
    assert done.returncode == 1
    assert "environment.yml is out of date" in done.stdout


def test_locks_hold_what_is_declared():
    """Every declared dependency is locked at a version that the declaration allows."""
    runtime, development = (
        version_of(locked("requirements.txt")),
        version_of(locked("requirements-dev.txt")),
    )
    declared = {"requirements.txt": (PROJECT["project"]["dependencies"], runtime)}
    groups = [line for group in PROJECT["dependency-groups"].values() for line in group]
    declared["requirements-dev.txt"] = (groups, development)
    for name, (lines, versions) in declared.items():
        for requirement in map(Requirement, lines):
            found = versions.get(requirement.name)
            assert found, f"{name} lacks {requirement.name}: run `nox -s lock`"
            assert requirement.specifier.contains(found), f"{name} has {requirement.name} {found}"


def test_development_repeats_the_runtime_lock():
    """What is tested is what readers get: the development lock only adds to the other."""
    development = version_of(locked("requirements-dev.txt"))
    for name, version in version_of(locked("requirements.txt")).items():
        assert development.get(name) == version


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "environment.yml"])
def test_locks_name_no_address(name):
    """A lock says which version, never where to download it from."""
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"://|index-url|find-links", text)


def test_jsonschema_is_the_quick_one():
    """Kernels do not wait for the grammar that jsonschema builds from 4.25 on."""
    version = version_of(locked("requirements.txt"))["jsonschema"]
    assert tuple(map(int, version.split(".")[:2])) < (4, 25)
