"""Build a JupyterLite of the lessons, a site that needs no server: `nox -s lite`.

    python tools/lite.py [OPTION ...]     into dist/lite/; options go to `jupyter lite build`

An experiment: docs/lite.md says what of it was tried.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "dist" / "lite"
# What the lessons link to, beside each other.
DOCS = ("glossary.md", "research.md")


def main() -> int:
    """Put the sources of the site together, and have it built."""
    shutil.rmtree(SITE, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        put_together(place)
        wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
        subprocess.run([*wheel, "-d", place / "wheels"], cwd=ROOT, check=True)
        build = ["jupyter", "lite", "build", f"--output-dir={SITE}"]
        return subprocess.run([*build, *sys.argv[1:]], cwd=place, check=False).returncode


def put_together(place: Path) -> None:
    """Write what the site is made of, apart from the wheel: files to read, settings, configuration."""
    files = place / "contents"
    for name in ("notebooks", "docs"):
        (files / name).mkdir(parents=True)
    # With the index of their charts, which nothing in a browser could compile.
    for path in [*(ROOT / "notebooks").glob("*.ipynb"), ROOT / "notebooks" / ".charts.json"]:
        shutil.copy(path, files / "notebooks")
    for name in DOCS:
        shutil.copy(ROOT / "docs" / name, files / "docs")
    shutil.copy(ROOT / "track2lib" / "jupyter" / "overrides.json", place)
    (place / "jupyter_lite_config.json").write_text(json.dumps(configuration(), indent=1), "utf-8")


def configuration() -> dict[str, Any]:
    """Give the configuration of the build."""
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    return {
        "LiteBuildConfig": {"contents": ["contents"], "apps": ["lab"], "no_sourcemaps": True},
        "ContentsManager": {"allow_hidden": True},  # the index of the charts
        # So that `import track2lib` finds the wheel, and what it needs, in the lock of Pyodide.
        "PyodideLockAddon": {
            "enabled": True,
            "wheels": ["wheels"],
            # Of another version a chart is another specification, and none of the stored ones.
            "specs": re.findall(r"(?m)^altair==\S+", lock),
        },
    }


if __name__ == "__main__":
    sys.exit(main())
