"""Commands that a test runs in the repository."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, **options) -> str:
    """Run a command, show what it printed if it fails, and return its output."""
    done = subprocess.run(command, text=True, capture_output=True, check=False, **options)
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def run_tool(*arguments, prefix=()):
    command = [*prefix, sys.executable, ROOT / "tools" / "lessons.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
