"""What a release gives away: built the same twice, whole, summed, and of one version."""

import hashlib
import json
import re
import shutil
import tomllib
import zipfile

import pytest
from commands import ROOT, run
from release import state, zenodo
from release.__main__ import sums
from release.building import build_twice, differences
from release.contents import surprises
from release.locks import read_lock
from release.metadata import metadata, of_wheel

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DAY = "2026-12-01"


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """Build twice what git has, which takes three seconds."""
    if not (ROOT / ".git").exists():
        pytest.skip("what belongs into a wheel is told by git, and there is none")
    return build_twice(ROOT, tmp_path_factory.mktemp("builds"), epoch=1_600_000_000)


def test_the_same_files_give_the_same_bytes(builds):
    """Neither folder, umask, time zone nor the times of files show in the wheel and the archive."""
    files, wrong = builds
    assert [path.name.removeprefix("track2lib-") for path in files] == [
        f"{PROJECT['version']}-py3-none-any.whl",
        f"{PROJECT['version']}.tar.gz",
    ]
    assert wrong == []


def test_a_difference_is_named_by_its_file(builds, tmp_path):
    """Of two wheels that differ in the time of one file, that file is named."""
    wheel, other = builds[0][0], tmp_path / "other.whl"
    with zipfile.ZipFile(wheel) as before, zipfile.ZipFile(other, "w") as after:
        for member in before.infolist():
            content = before.read(member)
            if member.filename == "track2lib/CITATION.cff":
                member.date_time = (2026, 1, 1, 0, 0, 0)
            after.writestr(member, content)
    (said,) = differences(wheel, other)
    assert said.endswith("see track2lib/CITATION.cff")


def test_the_wheel_holds_what_belongs_there(builds):
    """The library, the data and the citation file are in it, and nothing else."""
    wheel = builds[0][0]
    assert surprises(wheel, ROOT, of_wheel(wheel)) == []


def test_what_is_too_much_or_missing_in_a_wheel_is_named(builds, tmp_path):
    """A lesson in the wheel is named, and so is a table that is not there."""
    wheel = tmp_path / builds[0][0].name
    with zipfile.ZipFile(builds[0][0]) as before, zipfile.ZipFile(wheel, "w") as after:
        for member in before.infolist():
            if member.filename != "track2lib/data/people.csv":
                after.writestr(member, before.read(member))
        after.writestr("notebooks/01-definitions.ipynb", "{}")
    assert surprises(wheel, ROOT, of_wheel(wheel)) == [
        f"{wheel.name} lacks track2lib/data/people.csv",
        f"{wheel.name} holds notebooks/01-definitions.ipynb, which is for nobody who installs it",
    ]


def test_licences_of_what_the_wheel_carries_are_in_it():
    """Whatever stands in the library under terms of its own is named with them in pyproject.toml."""
    found = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "track2lib").rglob("*")
        if re.match(r"(?i)licen[cs]e|copying|ofl", path.name) and path.suffix != ".py"
    ]
    listed = [name for name in PROJECT["license-files"] if name != "LICENSE"]
    assert sorted(found) == sorted(listed)


def test_metadata_are_those_of_the_locked_version(tmp_path):
    """An environment that has another version than the lock is no base for a release."""
    path = tmp_path / "requirements.txt"
    path.write_text(f"numpy==0.1 \\\n    --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(ValueError, match=r"numpy is locked at 0\.1, and the environment has \d"):
        metadata(read_lock(path), tmp_path)


@pytest.mark.parametrize("line", ["numpy>=2 --hash=sha256:00", "numpy==2.0"])
def test_a_lock_has_versions_and_hashes(tmp_path, line):
    """A line that leaves the version or the bytes open is refused by its name."""
    path = tmp_path / "requirements.txt"
    path.write_text(line, "utf-8")
    with pytest.raises(ValueError, match=r"requirements\.txt: `numpy.*needs one version"):
        read_lock(path)


def test_sums_are_those_of_the_files(tmp_path):
    """SHA256SUMS lists each file but itself, as sha256sum reads it."""
    (tmp_path / "b").write_bytes(b"two")
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "SHA256SUMS").write_text(sums(tmp_path), "utf-8")
    assert sums(tmp_path) == "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in [("a", b"one"), ("b", b"two")]
    )


@pytest.fixture
def released(tmp_path):
    """Copy what bears the version, made ready for a release."""
    names = ["pyproject.toml", "CITATION.cff", "CHANGELOG.md", ".zenodo.json"]
    for name in [*names, "data/CHANGELOG.md", "data/datapackage.json", state.LABEXTENSION]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    citation = re.sub(r"(?m)^date-released:.*\n", "", citation) + f"date-released: {DAY}\n"
    (tmp_path / "CITATION.cff").write_text(citation, "utf-8")
    for name in ("CHANGELOG.md", "data/CHANGELOG.md"):
        text = f"# Changes\n\n## Unreleased\n\n## {PROJECT['version']} - {DAY}\n\n- All.\n"
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_release_says_one_version(released):
    """Where all files say the version and its day, nothing is wrong."""
    assert state.disagreements(released) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("CITATION.cff", "version: 0", "version: 9", "CITATION.cff says version 9"),
        ("CITATION.cff", "date-released", "other", "CITATION.cff lacks `date-released`"),
        ("data/datapackage.json", '"version": "0', '"version": "9', "data/datapackage.json says"),
        (state.LABEXTENSION, '"version": "0', '"version": "9', "labextension/package.json says"),
        ("CHANGELOG.md", "## 0", "## 9", "CHANGELOG.md lacks a heading of this version"),
        ("CHANGELOG.md", DAY, "2026-12-02", "CHANGELOG.md dates"),
        ("CHANGELOG.md", "## Unreleased\n", "## Unreleased\n\n- A change.\n", "as unreleased"),
        (
            "data/CHANGELOG.md",
            f" - {DAY}",
            ", not yet released",
            "data/CHANGELOG.md lacks a heading",
        ),
        (".zenodo.json", "dataset", "software", ".zenodo.json is not what CITATION.cff says"),
    ],
)
def test_what_says_another_version_is_named(released, name, before, after, said):
    """Each file that says something else is named."""
    path = released / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    (found,) = state.disagreements(released)
    assert said in found


def test_what_git_does_not_hold_is_named(tmp_path):
    """A file that is not committed is named, and so is a tag of another version; others may be."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    run("git", "init", "--quiet", tmp_path)
    run("git", *who, "commit", "--quiet", "--allow-empty", "--message=x", cwd=tmp_path)
    for tag in ("v1.0", "for-a-class"):
        run("git", "tag", tag, cwd=tmp_path)
    assert state.uncommitted(tmp_path, "1.0") == []
    (tmp_path / "new.txt").touch()
    assert state.uncommitted(tmp_path, "1.1") == [
        "git does not hold this yet, commit it or take it away: ?? new.txt",
        "This commit has the tag v1.0; the version is 1.1, so it should be v1.1",
    ]


def test_zenodo_is_told_what_the_citation_file_says():
    """The file for Zenodo is made from CITATION.cff, so that nothing is said twice differently."""
    text = (ROOT / zenodo.NAME).read_text("utf-8")
    assert text == zenodo.from_citation(ROOT)
    assert json.loads(text)["upload_type"] == "dataset"


def test_a_person_is_told_to_zenodo_by_name_and_orcid():
    """A person has the name as Zenodo asks for it and the bare number of an ORCID iD."""
    person = {"family-names": "Roe", "given-names": "Ann", "affiliation": "Here"}
    person["orcid"] = "https://orcid.org/0000-0002-1825-0097"
    told = dict.fromkeys(["type", "title", "abstract", "license", "message"], "x")
    made = json.loads(zenodo.zenodo(told | {"keywords": [], "authors": [person]}))
    assert made["creators"] == [
        {"name": "Roe, Ann", "affiliation": "Here", "orcid": "0000-0002-1825-0097"}
    ]
