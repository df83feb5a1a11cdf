"""Licences of what is locked: what each package states, and whether the policy allows it.

The policy is `licences.toml` beside this module. Nothing here is legal advice: it holds what packages
say of themselves against a list.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, LicenseExpression, get_spdx_licensing

from release.locks import Locked

SPDX = get_spdx_licensing()
POLICY = Path(__file__).with_name("licences.toml")


@dataclass(frozen=True)
class Licence:
    """The licence of a package, where it is stated, and why it is accepted if not by the list."""

    package: Locked
    expression: str
    stated: str
    reason: str = ""


def read_policy() -> dict[str, Any]:
    """Read the policy of this project."""
    return tomllib.loads(POLICY.read_text("utf-8"))


def stated(name: str, about: Message, policy: Mapping[str, Any]) -> tuple[str, str]:
    """Give the licence that a package states, as SPDX writes it, and where it does; or nothing."""
    if expression := about.get("License-Expression"):
        return expression, "License-Expression"
    if name in policy["read"]:
        return policy["read"][name], "its licence file"
    first = (about.get("License") or "").strip().partition("\n")[0]
    if first in policy["names"] or _known(first):
        return policy["names"].get(first, first), "License"
    ends = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    if ends and all(end in policy["names"] for end in ends):
        return " AND ".join(policy["names"][end] for end in ends), "classifier"
    return "", " / ".join([first, *ends]).strip(" /") or "nothing"


def _known(text: str) -> bool:
    try:
        return bool(text) and SPDX.parse(text, validate=True, strict=True) is not None
    except ExpressionError:
        return False


def allows(expression: str, allowed: Iterable[str]) -> bool:
    """Say whether a list of licences allows an expression of SPDX."""
    return _holds(SPDX.parse(expression), set(allowed))


def _holds(node: LicenseExpression, allowed: set[str]) -> bool:
    if isinstance(node, SPDX.AND):
        return all(_holds(part, allowed) for part in node.args)
    if isinstance(node, SPDX.OR):
        return any(_holds(part, allowed) for part in node.args)
    return str(node) in allowed


def judge(
    packages: Mapping[Locked, Message], runtime: set[str], policy: Mapping[str, Any]
) -> tuple[list[Licence], list[str]]:
    """Give the licence of each package, and what is wrong.

    Parameters
    ----------
    packages : Mapping[Locked, Message]
        Every locked package with its metadata.
    runtime : set[str]
        The names of those that readers install.
    policy : Mapping[str, Any]
        What `licences.toml` holds.

    Returns
    -------
    tuple[list[Licence], list[str]]
        The licences by name of package, and a sentence for each that is not allowed or not said,
        and for each exception that no locked package needs.
    """
    licences, wrong, used = [], [], set()
    for package, about in sorted(packages.items(), key=lambda item: item[0].name):
        expression, where = stated(package.name, about, policy)
        table = "exceptions" if package.name in runtime else "development"
        exception = policy[table].get(package.name, {})
        pin = f"{package.name} {package.version}"
        if not expression:
            wrong.append(
                f"{pin} states no licence that is known (it says: {where}): read its licence file, "
                "and add it to [read] in tools/release/licences.toml"
            )
        elif allows(expression, policy["allowed"]):
            licences.append(Licence(package, expression, where))
        elif exception.get("licence") == expression:
            used.add((table, package.name))
            licences.append(Licence(package, expression, where, exception["reason"]))
        else:
            wrong.append(
                f"{pin} is under {expression}, which is not allowed: take another package, or give a "
                f"reason in [{table}.{package.name}] of tools/release/licences.toml"
            )
    for table in ("exceptions", "development"):
        wrong += [
            f"[{table}.{name}] in tools/release/licences.toml is needed by no locked package: remove it"
            for name in policy[table]
            if (table, name) not in used
        ]
    locked = {package.name for package in packages}
    wrong += [
        f"[read] in tools/release/licences.toml names {name}, which is not locked: remove it"
        for name in policy["read"]
        if name not in locked
    ]
    return licences, wrong


def listed(licences: Iterable[Licence], runtime: set[str]) -> str:
    """Write the licences as a page of Markdown: what readers install, then what developers do."""
    licences = list(licences)
    parts = [
        "# Licences of other people's packages\n",
        "What each states of itself, in its metadata or its licence file. None of these packages is "
        "in the wheel;\na package manager installs them from the locks.\n",
    ]
    groups = {
        "Installed by readers (requirements.txt)": [
            one for one in licences if one.package.name in runtime
        ],
        "Installed only for development and tests (requirements-dev.txt)": [
            one for one in licences if one.package.name not in runtime
        ],
    }
    for title, group in groups.items():
        parts += [
            f"## {title}\n",
            "| Package | Version | Licence | Stated in |",
            "|---|---|---|---|",
        ]
        for one in group:
            cells = [one.package.name, one.package.version, one.expression, one.stated]
            parts.append(f"| {' | '.join(cells)} |")
        reasons = [f"- {one.package.name}: {one.reason}" for one in group if one.reason]
        # Of two versions for two versions of Python, the reason is one.
        parts += ["", *dict.fromkeys(reasons), ""] if reasons else [""]
    return "\n".join(parts)
