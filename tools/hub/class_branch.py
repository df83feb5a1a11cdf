"""Make, or advance, the branch that a class pulls: the lessons without outputs, in commits on top.

    python -m hub.class_branch [--branch class] [REVISION]

nbgitpuller merges what is corrected into what a student has, and for good fails where history was
rewritten, where a file was renamed onto one that the student has, and on names that git would quote.
So this branch only grows, no lesson on it is renamed, and every name is plain. Outputs are left out:
a student's picture of an old chart could not be told from that of the corrected one. Where a hub
has the stored lessons in a folder that all may read, charts are found there (`TRACK2_LESSONS`).
Where the branch is not here yet, it is taken from origin as last fetched.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# What a lesson needs beside itself: the index by which its copies are known, and what it links to.
SHIPPED = ["notebooks", "docs/glossary.md", "docs/research.md", "LICENSE", "CITATION.cff"]


class RefusedError(Exception):
    """What must not go to a class that has begun."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the result is the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("revision", nargs="?", default="HEAD", help="what the class is to have")
    parser.add_argument("--branch", default="class", help="the branch that it pulls")
    options = parser.parse_args(arguments)
    try:
        print(advance(Path.cwd(), options.branch, options.revision))
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def advance(repository: Path, branch: str, revision: str = "HEAD") -> str:
    """Put a revision on top of the branch, and say what was done."""
    ref = f"refs/heads/{branch}"
    here, fetched = (
        git(repository, "for-each-ref", "--format=%(objectname)", one)
        for one in (ref, f"refs/remotes/origin/{branch}")
    )
    tip = _latest(repository, branch, here, fetched)
    with tempfile.TemporaryDirectory() as folder:
        tree = _stripped(repository, revision, Path(folder, "index"))
    before = _files(repository, tip) if tip else {}
    now = _files(repository, tree)
    _refuse(branch, set(before), set(now))
    if before == now:
        return f"{branch} has what {revision} has; nothing was changed."
    words = f"Lessons as of {git(repository, 'log', '-1', '--format=%h, %cs', revision)}"
    parents = ["-p", tip] if tip else []
    commit = git(repository, "commit-tree", tree, *parents, "-m", words)
    # Only if it still stands where it stood: two who advance it at once must not lose one.
    git(repository, "update-ref", "-m", words, ref, commit, here or "0" * len(commit))
    changed = sum(now.get(name) != before.get(name) for name in {*before, *now})
    done = f"is at {commit[:10]}" if tip else f"is new and begins at {commit[:10]}"
    return f"{branch} {done}: {changed} files changed. Push it: git push origin {branch}"


def _latest(repository: Path, branch: str, here: str, fetched: str) -> str:
    """Give the later of two commits: of the branch here, and of that of origin as last fetched.

    A fresh clone has only the latter, and somebody else may have advanced it since.
    """
    if not (here and fetched):
        return here or fetched
    apart = git(repository, "rev-list", "--left-right", "--count", f"{here}...{fetched}")
    only_here, only_fetched = map(int, apart.split())
    if only_here and only_fetched:
        raise RefusedError(
            f"{branch} here and origin/{branch} have each a commit that the other has not, and the "
            f"class pulls the one of origin. Take that one, `git branch --force {branch} "
            f"origin/{branch}`, and call this again: the lessons come from the revision anyway."
        )
    return here if only_here else fetched


def _refuse(branch: str, before: set[str], now: set[str]) -> None:
    """Raise what would make every later pull of some student fail."""
    quoted = sorted(name for name in now if not name.isascii() or set(name) & set('"\\\t'))
    if quoted:
        raise RefusedError(
            f"A name must be plain ASCII, or nbgitpuller fails where a student has such a file: "
            f"{', '.join(quoted)}. Rename it before the class begins."
        )
    gone = sorted(name for name in before - now if name.endswith(".ipynb"))
    if gone:
        raise RefusedError(
            f"The class has lessons that would go, or get another name: {', '.join(gone)}. Keep the "
            f"name until the term is over; for the next term begin another branch than {branch}."
        )


def _stripped(repository: Path, revision: str, index: Path) -> str:
    """Write the tree of a revision with what is shipped, lessons without outputs; give its name."""
    environment = {"GIT_INDEX_FILE": str(index)}
    shipped = git(repository, "ls-tree", "-r", "-z", revision, "--", *SHIPPED).split("\0")
    entries = []
    for mode, _, blob, name in (
        entry.replace("\t", " ", 1).split(" ", 3) for entry in shipped if entry
    ):
        if name.endswith(".ipynb"):
            plain = without_outputs(json.loads(git(repository, "cat-file", "blob", blob)))
            text = json.dumps(plain, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
            blob = git(repository, "hash-object", "-w", "--stdin", said=text)
        entries.append(f"{mode} {blob}\t{name}")
    said = "\n".join(entries) + "\n"
    git(repository, "update-index", "--add", "--index-info", said=said, **environment)
    return git(repository, "write-tree", **environment)


def without_outputs(notebook: dict[str, Any]) -> dict[str, Any]:
    """Give a notebook as nobody has run it; ids, tags and all else stay."""
    empty: dict[str, Any] = {"outputs": [], "execution_count": None}
    cells = [cell | empty if cell["cell_type"] == "code" else cell for cell in notebook["cells"]]
    return notebook | {"cells": cells}


def _files(repository: Path, tree: str) -> dict[str, str]:
    """Give the content of each file of a commit or tree, by its name."""
    listed = git(repository, "ls-tree", "-r", "-z", tree).split("\0")
    pairs = (entry.split("\t", 1) for entry in listed if entry)
    return {name: about for about, name in pairs}


def git(repository: Path, *command: str, said: str | None = None, **environment: str) -> str:
    """Run git and give what it says."""
    done = subprocess.run(
        ["git", "-C", repository, *command],
        input=said,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )
    if done.returncode:
        raise RefusedError(f"git {command[0]} in {repository} says: {done.stderr.strip()}")
    return done.stdout.strip("\n")


if __name__ == "__main__":
    sys.exit(main())
