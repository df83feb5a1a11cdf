"""What Python in a browser lacks, taken away from the kernel that imports this.

The packages are those that `pyproject.toml` leaves out there, with what only comes along with them; the
rest was seen in Pyodide 314.0.6: no thread starts, no process, no lock between processes.
"""

import importlib.metadata
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text("utf-8"))
DECLARED = map(Requirement, PROJECT["project"]["dependencies"])
ABSENT = {
    one.name
    for one in DECLARED
    if one.marker and not one.marker.evaluate({"sys_platform": "emscripten"})
}
PACKAGES = ABSENT | {"jupyter-server", "nbconvert", "nbformat", "psutil"}
MODULES = {
    "vl_convert" if one == "vl-convert-python" else one.replace("-", "_") for one in PACKAGES
}
MODULES |= {"_multiprocessing", "_posixshmem", "grp", "pwd", "resource"}


class Without:
    """A finder of modules that does not find these, nor the packages that they come in."""

    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        return (
            None if name.partition(".")[0] in MODULES else self.finder.find_spec(name, path, target)
        )

    def find_distributions(self, context=None):
        context = context or importlib.metadata.DistributionFinder.Context()
        if context.name and canonicalize_name(context.name) in PACKAGES:
            return []
        return getattr(self.finder, "find_distributions", lambda _: [])(context)

    def invalidate_caches(self):
        getattr(self.finder, "invalidate_caches", lambda: None)()


START = threading.Thread.start


def start(thread):
    """Start no thread but that of pyzmq, by which this kernel is heard at all."""
    if not type(thread).__module__.startswith("zmq."):
        raise RuntimeError("can't start new thread")
    START(thread)


def start_process(*_, **__):
    raise OSError(138, "emscripten does not support processes.")


def take_away():
    """Let this process be without them from here on."""
    sys.meta_path[:] = map(Without, sys.meta_path)
    for name in [name for name in sys.modules if name.partition(".")[0] in MODULES]:
        del sys.modules[name]
    threading.Thread.start = start
    subprocess.Popen = start_process
