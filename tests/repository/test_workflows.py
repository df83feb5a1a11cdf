"""The files for hosted runners: nothing here can run them, so what can be read is held."""

import ast
import re

import pytest
import yaml
from commands import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEXTS = {path.name: path.read_text("utf-8") for path in WORKFLOWS}
# Jobs that may do more than read, and why.
MORE = {
    ("release.yml", "draft"): {"contents": "write"},  # it makes the draft of a release
    ("site.yml", "publish"): {"pages": "write", "id-token": "write"},  # it publishes the pages
}


@pytest.mark.parametrize("name", TEXTS)
def test_workflows_only_read(name):
    """A workflow may read the repository; a job that may do more is named here."""
    flow = yaml.safe_load(TEXTS[name])
    assert flow["permissions"] == {"contents": "read"}
    for job, content in flow["jobs"].items():
        assert content.get("permissions") == MORE.get((name, job))
        assert content["timeout-minutes"] <= 30


@pytest.mark.parametrize("name", TEXTS)
def test_workflows_take_actions_by_their_major_version(name):
    """Actions are those of the host itself, each by a major version."""
    steps = [s for job in yaml.safe_load(TEXTS[name])["jobs"].values() for s in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in used)


@pytest.mark.parametrize("name", TEXTS)
def test_no_key_stays_in_what_is_checked_out(name):
    """The token by which a workflow reads the repository is not left there for what runs afterwards."""
    steps = [s for job in yaml.safe_load(TEXTS[name])["jobs"].values() for s in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("name", ["tests.yml", "release.yml"])
def test_git_may_read_what_is_checked_out(name):
    """Where git is asked in a container, it is told before that the files of another user are ours."""
    (job,) = [j for j in yaml.safe_load(TEXTS[name])["jobs"].values() if "container" in j]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands[0] == 'git config --global --add safe.directory "$PWD"'


@pytest.mark.parametrize("name", TEXTS)
def test_workflows_ask_for_what_nox_has(name):
    """Each `nox -s` of a workflow is a session of noxfile.py."""
    tree = ast.parse((ROOT / "noxfile.py").read_text("utf-8"))
    sessions = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list
    }
    assert set(re.findall(r"nox -s ([\w-]+)", TEXTS[name])) <= sessions


@pytest.mark.parametrize("name", TEXTS)
def test_workflows_say_what_was_not_tried(name):
    """The head of each file is a comment that says what nobody has tried."""
    head = TEXTS[name].partition("\nname:")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert "Not tried:" in head


def test_no_word_from_outside_runs_in_a_shell():
    """A name that somebody else may choose comes by the environment, never into a command."""
    for text in TEXTS.values():
        for job in yaml.safe_load(text)["jobs"].values():
            assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


def test_an_audit_without_an_answer_fails():
    """pip-audit calls what it cannot find safe, unless it is told to be strict."""
    assert '"pip-audit", "--strict"' in (ROOT / "noxfile.py").read_text("utf-8")
