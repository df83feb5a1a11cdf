"""Licences of what is locked: each is read, and what the policy does not allow is refused."""

import os
from email.message import Message

import pytest
from commands import ROOT
from release.licences import POLICY, SPDX, allows, judge, listed, read_policy, stated
from release.locks import Locked, read_lock
from release.metadata import metadata

RUNTIME = read_lock(ROOT / "requirements.txt")
DEVELOPMENT = read_lock(ROOT / "requirements-dev.txt")
NAMES = {package.name for package in RUNTIME}
BARE = read_policy() | {"read": {}, "exceptions": {}, "development": {}}


def described(**fields: str) -> Message:
    """Make the metadata of a package; a field's name is written with `_`."""
    made = Message()
    for name, value in fields.items():
        made[name.replace("_", "-")] = value
    return made


def judged(about: Message, policy: dict = BARE, runtime: tuple[str, ...] = ("made-up",)):
    """Judge one package that does not exist."""
    return judge({Locked("made-up", "1.0", None, ()): about}, set(runtime), policy)


@pytest.mark.parametrize(
    "packages",
    [
        [p for p in DEVELOPMENT if not p.marker or p.marker.evaluate()],
        pytest.param(
            [*RUNTIME, *DEVELOPMENT],
            marks=pytest.mark.skipif(
                not os.environ.get("CI"),
                reason="downloads wheels for other systems; where CI is set",
            ),
        ),
    ],
    ids=["here", "everywhere"],
)
def test_every_locked_package_is_allowed(packages, tmp_path):
    """The licence of each locked package is read and allowed, and no exception is idle."""
    licences, wrong = judge(metadata(packages, tmp_path), NAMES, read_policy())
    assert wrong == []
    assert {one.package for one in licences} == set(packages)


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "MIT AND LGPL-2.1-only",
        "LicenseRef-Proprietary",
        "CC-BY-NC-4.0",
    ],
)
def test_a_licence_outside_the_list_is_refused(licence):
    """A package under another licence is named with it, and where a reason would be given."""
    licences, (said,) = judged(described(License_Expression=licence))
    assert licences == []
    assert said.startswith(f"made-up 1.0 is under {licence}, which is not allowed")
    assert "[exceptions.made-up]" in said


@pytest.mark.parametrize(
    ("licence", "right"),
    [
        ("MIT OR GPL-2.0-only", True),
        ("MIT AND BSD-3-Clause", True),
        ("Apache-2.0 AND (MIT OR GPL-2.0-only)", True),
        ("GPL-2.0-only OR (MIT AND LGPL-3.0-only)", False),
        ("Apache-2.0 WITH LLVM-exception", False),
    ],
)
def test_alternatives_and_sums_of_licences(licence, right):
    """Of alternatives one has to be allowed, of a sum all; an exception to a licence is another one."""
    assert allows(licence, read_policy()["allowed"]) is right


@pytest.mark.parametrize(
    "about",
    [
        described(),
        described(License="UNKNOWN"),
        described(License="See the file"),
        described(Classifier="License :: Other/Proprietary License"),
    ],
)
def test_a_licence_that_is_not_said_is_no_licence(about):
    """What states nothing that is known is refused until somebody has read its file."""
    licences, (said,) = judged(about)
    assert licences == []
    assert "states no licence that is known" in said
    assert "[read]" in said


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (described(License_Expression="MIT", License="Other"), ("MIT", "License-Expression")),
        (described(License="BSD 3-Clause License\n\nCopyright"), ("BSD-3-Clause", "License")),
        (described(License="Apache-2.0"), ("Apache-2.0", "License")),
        (
            described(
                License="Copyright 2020", Classifier="License :: OSI Approved :: MIT License"
            ),
            ("MIT", "classifier"),
        ),
        (
            described(Classifier="License :: OSI Approved :: BSD License"),
            ("LicenseRef-BSD", "classifier"),
        ),
    ],
)
def test_where_a_licence_is_stated(about, expected):
    """The expression goes before the old field, and that before a classifier."""
    assert stated("made-up", about, BARE) == expected


def test_an_exception_is_for_one_licence_of_one_package():
    """A reason lets a package in with the licence that it had then, and not with another."""
    reason = {"made-up": {"licence": "GPL-2.0-only", "reason": "Only to measure."}}
    policy = BARE | {"development": reason}
    (one,), wrong = judged(described(License_Expression="GPL-2.0-only"), policy, runtime=())
    assert (one.reason, wrong) == ("Only to measure.", [])
    licences, wrong = judged(described(License_Expression="GPL-3.0-only"), policy, runtime=())
    assert licences == []
    assert len(wrong) == 2  # the licence, and an exception that nothing needs any more


def test_an_exception_for_development_does_not_reach_readers():
    """What only developers may have is refused where readers would install it."""
    reason = {"made-up": {"licence": "GPL-2.0-only", "reason": "Only to measure."}}
    about = described(License_Expression="GPL-2.0-only")
    licences, wrong = judged(about, BARE | {"development": reason})
    assert licences == []
    assert "[exceptions.made-up]" in wrong[0]


def test_what_no_package_needs_is_named():
    """An exception, or a licence that somebody read, goes when its package does."""
    reason = {"gone": {"licence": "GPL-2.0-only", "reason": "Only to measure."}}
    policy = BARE | {"exceptions": reason, "read": {"gone": "GPL-2.0-only"}}
    _, wrong = judged(described(License_Expression="MIT"), policy)
    assert [said.partition(":")[0] for said in wrong] == [
        "[exceptions.gone] in tools/release/licences.toml is needed by no locked package",
        "[read] in tools/release/licences.toml names gone, which is not locked",
    ]


def test_policy_speaks_spdx():
    """What the policy allows, translates to and was read is known to SPDX, or marked as not."""
    policy = read_policy()
    named = [*policy["allowed"], *policy["names"].values(), *policy["read"].values()]
    keys = {key for text in named for key in SPDX.license_keys(text)}
    unknown = {key for key in keys if SPDX.unknown_license_keys(key)}
    assert unknown == {"LicenseRef-BSD", "LicenseRef-Public-Domain"}
    assert POLICY.name == "licences.toml"


def test_list_tells_readers_from_developers():
    """The page has both groups, a row for each package, and the reasons of its exceptions."""
    packages = [Locked(name, "1.0", None, ()) for name in ("for-all", "for-tests")]
    texts = dict(
        zip(packages, [described(License="MIT"), described(License="GPL-2.0-only")], strict=True)
    )
    reason = {"for-tests": {"licence": "GPL-2.0-only", "reason": "Only to measure."}}
    licences, wrong = judge(texts, {"for-all"}, BARE | {"development": reason})
    assert wrong == []
    readers, _, developers = listed(licences, {"for-all"}).partition("## Installed only")
    assert "| for-all | 1.0 | MIT | License |" in readers
    assert "| for-tests | 1.0 | GPL-2.0-only | License |" in developers
    assert "- for-tests: Only to measure." in developers
