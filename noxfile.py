"""Everything there is to do here: `nox -l` lists it, `nox -s NAME` does it.

Each session keeps its environment in `.nox/` and installs again only when the lock has changed,
so the second run starts at once and needs no network.
"""

import hashlib
import os
import re
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "tests"]

PYTHON = "3.12"
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"


def install(session: nox.Session, lock: str) -> None:
    """Make the environment what `lock` says, and add this package as it stands in the tree."""
    # Some systems set it; every kernel would then compile pandas and altair anew, two seconds.
    session.env["PYTHONDONTWRITEBYTECODE"] = None
    ours = (path for path in Path("track2lib/jupyter").rglob("*") if path.is_file())
    settings = [Path(lock), Path("pyproject.toml"), *sorted(ours)]
    state = hashlib.sha256(b"".join(path.read_bytes() for path in settings)).hexdigest()
    stamp = Path(session.virtualenv.location, "installed")
    if stamp.exists() and stamp.read_text() == state:
        return
    session.run("uv", "pip", "sync", "--require-hashes", "--compile-bytecode", lock)
    session.install("--no-deps", "--editable", ".")
    stamp.write_text(state)


@nox.session(python=PYTHON)
def lab(session: nox.Session) -> None:
    """Open your copy of the first lesson in JupyterLab; what follows `--` goes to it."""
    install(session, RUNTIME)
    options = ["--ServerApp.root_dir", str(Path.cwd())]
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # JupyterLab asks root to say so
        options.append("--allow-root")
    # The server makes the copy when it is asked for, and never a second time.
    options.append("--LabApp.default_url=/lab/tree/notebooks/my-lessons/00-start-here.ipynb")
    session.run(
        *["jupyter", "lab", *options, *session.posargs],
        interrupt_timeout=None,  # let JupyterLab ask whether to stop, and stop its kernels
    )


@nox.session(python=PYTHON)
def tests(session: nox.Session) -> None:
    """Run every test, the lessons among them; what follows `--` goes to pytest."""
    install(session, DEVELOPMENT)
    session.run(
        "pytest",
        "--numprocesses=2",
        "--cov=track2lib",
        "--cov-config=pyproject.toml",  # without it the share of the notebooks is lost
        *session.posargs,
    )


@nox.session(python=PYTHON)
def lint(session: nox.Session) -> None:
    """Check style and types."""
    install(session, DEVELOPMENT)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")


@nox.session(python=PYTHON, default=False)
def lessons(session: nox.Session) -> None:
    """Execute the lessons in place, store their outputs, and draw the picture of the README."""
    install(session, RUNTIME)
    session.run("python", "tools/lessons.py", "run", *(session.posargs or ["notebooks"]))
    session.run("python", "tools/picture.py")


@nox.session(python=PYTHON, default=False)
def slides(session: nox.Session) -> None:
    """Print slides of the lessons into `dist/slides/`; `-- 05 06` those of two."""
    install(session, DEVELOPMENT)
    session.run("python", "-m", "paper", "slides", *session.posargs, env={"PYTHONPATH": "tools"})


@nox.session(python=PYTHON, default=False)
def handouts(session: nox.Session) -> None:
    """Print handouts, instructor's copies and what the workshop needs into `dist/handouts/`."""
    install(session, DEVELOPMENT)
    session.run("python", "-m", "paper", "handouts", *session.posargs, env={"PYTHONPATH": "tools"})


@nox.session(python=PYTHON, default=False)
def site(session: nox.Session) -> None:
    """Build the site of the course into `dist/site/`, and the archive of it, without running a lesson."""
    install(session, DEVELOPMENT)
    session.env["PYTHONPATH"] = "tools"
    for kind in ("slides", "handouts"):
        session.run("python", "-m", "paper", kind, silent=True)
    session.run("python", "-m", "website", "--printed", "dist", *session.posargs)


@nox.session(python=PYTHON, default=False)
def lite(session: nox.Session) -> None:
    """Build a JupyterLite of the lessons into `dist/lite/` (an experiment: docs/lite.md)."""
    # In no lock: who reads, teaches or tests has no use for it. The exact version says which Pyodide.
    site = ["jupyterlite-core[contents]==0.8.6", "jupyterlite-pyodide-kernel[lock]==0.8.6"]
    # These two bring what they need on the page.
    session.install(f"--constraint={RUNTIME}", "hatchling", "anywidget", "ipywidgets", *site)
    session.run("python", "tools/lite.py", *session.posargs)


@nox.session(python=PYTHON, default=False)
def benchmark(session: nox.Session) -> None:
    """Measure tables, charts and each lesson beside a floor; `-- --against REV` also an old tree."""
    install(session, RUNTIME)
    session.run("python", "tools/benchmark.py", *session.posargs)


@nox.session(python=PYTHON, default=False)
def class_branch(session: nox.Session) -> None:
    """Put HEAD, without outputs, on top of the branch that a class pulls; `-- REVISION` another."""
    session.run("python", "-m", "hub.class_branch", *session.posargs, env={"PYTHONPATH": "tools"})


@nox.session(python=PYTHON, default=False)
def hub(session: nox.Session) -> None:
    """Have classes come to a JupyterHub at once, and measure; it needs Linux, npm and a network."""
    session.install("-r", "tools/hub/requirements.txt")
    place = Path(session.virtualenv.location, "proxy")
    npm = ["npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    session.run(*npm, "--prefix", str(place), "configurable-http-proxy@5", external=True)
    proxy = str(place / "node_modules/.bin/configurable-http-proxy")
    session.run(
        *["python", "-m", "hub", "--proxy", proxy, *session.posargs], env={"PYTHONPATH": "tools"}
    )


@nox.session(python=PYTHON, default=False)
def lock(session: nox.Session) -> None:
    """Write the locks and what follows from them; `-- --upgrade` takes the newest versions."""
    compile_lock = ["uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal"]
    compile_lock += ["--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"]
    compile_lock += ["--group=pins", *session.posargs]
    session.run(*compile_lock, "--output-file", RUNTIME)
    groups = ["--extra=cluster", "--group=test", "--group=browser", "--group=lint"]
    groups += ["--group=paper", "--group=site", "--group=release"]
    session.run(*compile_lock, *groups, "--constraints", RUNTIME, "--output-file", DEVELOPMENT)
    session.run("python", "tools/lock.py")


@nox.session(python=PYTHON, default=False)
def newest(session: nox.Session) -> None:
    """Execute the lessons on the newest versions of everything, without comparing outputs."""
    session.install(
        *["--upgrade", "--compile-bytecode", "-e.[cluster]"],
        *["--group=pins", "--group=test", "--group=paper"],
    )
    session.run(
        "pytest",
        "-Wdefault",
        "--override-ini=addopts=--nbval-lax --nbval-current-env --nbval-cell-timeout=120",
        "notebooks",
    )


@nox.session(python=PYTHON, default=False)
def build(session: nox.Session) -> None:
    """Build the wheel and the source archive into `dist/`."""
    session.run("uv", "build", *session.posargs)


@nox.session(python=PYTHON, default=False)
def release(session: nox.Session) -> None:
    """Build into `dist/release/` what a release gives away, and say whether all is as it should be."""
    install(session, DEVELOPMENT)
    session.run("python", "-m", "release", env={"PYTHONPATH": "tools"})


@nox.session(python=PYTHON, default=False)
def audit(session: nox.Session) -> None:
    """Ask the package index which locked versions have known holes; it needs the network."""
    install(session, DEVELOPMENT)
    # Without its markers a lock is asked about whole, what is only for other systems too.
    whole = Path(session.create_tmp(), RUNTIME)
    whole.write_text(re.sub(r" ; .*(?= \\\n)", "", Path(RUNTIME).read_text("utf-8")), "utf-8")
    # What is not found would otherwise count as safe: strict makes it an error.
    ask = ["pip-audit", "--strict", "--disable-pip", "--require-hashes", "--progress-spinner=off"]
    for lock in (whole, DEVELOPMENT):
        session.run(*ask, "--requirement", str(lock))
