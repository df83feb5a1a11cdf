"""What the README promises, and the public address."""

import json
import os
import re
import subprocess
import tomllib

import lock
import picture
import pytest
from commands import ROOT, run

README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SHELL_ONLY = pytest.mark.skipif(os.name != "posix", reason=".ci/run is a shell script")


def test_readme_has_the_two_commands():
    """The README names the command for the lessons and the one for the tests."""
    commands = re.findall(r"(?m)^pip install .*$", README)
    assert 'pip install "nox[uv]" && nox -s lab' in commands
    assert 'pip install "nox[uv]" && nox -s tests' in commands


@SHELL_ONLY
def test_ci_runs_the_command_of_the_readme(tmp_path):
    """`.ci/run` calls exactly what the README says, and fails when that fails."""
    for name in ["pip", "nox", "chromium", "firefox-esr"]:
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "{name} $*"\nexit ${{STATUS:-0}}\n')
        program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    lines = run("bash", ROOT / ".ci/run", env=os.environ | {"PATH": path}).splitlines()
    assert lines[0] in README.splitlines()
    assert lines[1:] == ["pip install nox[uv]", "nox -s tests"]
    failing = os.environ | {"PATH": path, "STATUS": "3"}
    assert subprocess.run(["bash", ROOT / ".ci/run"], env=failing, check=False).returncode == 3


def test_readme_lists_every_lesson():
    """The table of lessons has a row for each notebook, in order, with its title and minutes."""
    row = r"(?m)^\| (\d\d) \| \[([^]]+)\]\((notebooks/[^)]+)\) \|.*\| (\d+) \|$"
    listed = [(link, title, minutes) for _, title, link, minutes in re.findall(row, README)]
    found = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        start = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
        title, minutes = re.search(r"# (.+)[^|]*?About (\d+) minutes", start).groups()
        found.append((f"notebooks/{path.name}", title, minutes))
    assert listed == found


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name):
    """Every link to a file of the project leads to one that is there."""
    text = re.sub(r"`[^`\n]*`", "", (ROOT / name).read_text("utf-8"))  # an example is no link
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_picture_is_the_chart_of_today():
    """What the README shows is drawn from the data as they are, and has words for who does not see it."""
    (shown,) = re.findall(r"!\[([^]]{60,})\]\(([^)]+\.png)\)", README)
    assert (ROOT / shown[1]).resolve() == picture.PICTURE.resolve()
    assert picture.main(["check"]) == 0


def test_launch_links_wait_for_the_address():
    """While the public address is not set no launch link is shown, and setting it shows one."""
    repository = PROJECT["project"].get("urls", {}).get("Repository", "")
    assert lock.with_links(README, repository) == README
    assert ("mybinder.org" in README) == bool(repository)
    text = lock.with_links(README, "https://github.com/owner/name")
    assert (
        "(https://mybinder.org/v2/gh/owner/name/HEAD?urlpath=lab/tree/notebooks/00-start-here.ipynb)"
        in text
    )
    assert lock.with_links(text, "") == lock.with_links(README, "")


@pytest.mark.parametrize(
    ("repository", "where"),
    [
        ("https://github.com/owner/name.git", "gh/owner/name"),
        ("https://gitlab.com/group/part/name/", "gl/group%2Fpart%2Fname"),
        ("https://example.org/name", "git/https%3A%2F%2Fexample.org%2Fname"),
    ],
)
def test_launch_link_of_other_hosts(repository, where):
    """Binder is told the host in its own way, whichever host the address names."""
    assert f"mybinder.org/v2/{where}/HEAD?" in lock.launch(repository)
