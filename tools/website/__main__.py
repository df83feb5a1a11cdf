"""Build the site: `python -m website`, or with a folder behind it; `nox -s site` does this.

Nothing is run: lessons are shown as they are stored. Beside the folder lies the same as an archive. With
`--printed dist` it lists the slides and handouts that lie there, and takes them along.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sphinx.cmd.build import build_main

from website.finishing import tidy
from website.layout import Site, lay_out

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] = ()) -> int:
    """Build the site into a folder, `dist/site/` by default; the result is the exit code."""
    parser = argparse.ArgumentParser(prog="website", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "site")
    parser.add_argument("--printed", type=Path, help="where the folders slides and handouts lie")
    asked = parser.parse_args(arguments)
    built = asked.folder.resolve()
    shutil.rmtree(built, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(*(Path(folder, name) for name in ("sources", "static", "extra")))
        lay_out(ROOT, site, asked.printed)
        os.environ |= {"TRACK2_SITE_STATIC": str(site.static), "TRACK2_SITE_EXTRA": str(site.extra)}
        settings = ["-c", str(Path(__file__).parent), "-d", str(Path(folder, "trees"))]
        failed = build_main(["-q", "-W", "--keep-going", *settings, str(site.sources), str(built)])
    if not failed:
        tidy(built)
        shutil.make_archive(str(built), "zip", built.parent, built.name)
        print(f"{built / 'index.html'}, and all of it as {built}.zip")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
