"""A plugin of pytest: each lesson is run once, where there is no network, and judged twice.

nbval runs the cells and compares what each gives with what is stored. Then the whole file is put
together from what the cells gave, as `nox -s lessons` does, and must be the stored one.
"""

import copy
import functools
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import chart_index
import ipykernel.kernelspec
import lessons
import nbformat
import nbval.kernel
import pytest
from nbval.plugin import IPyNbFile

from track2lib.page.stored_charts import INDEX

# Takes a program with its arguments into a network of its own, which has a loopback and nothing
# else. The user stays who it is: without a map it would be nobody.
ALONE = """
import fcntl, os, pathlib, socket, struct, sys
user, group, own = os.getuid(), os.getgid(), pathlib.Path("/proc/self")
os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
(own / "setgroups").write_text("deny")
(own / "uid_map").write_text(f"{user} {user} 1")
(own / "gid_map").write_text(f"{group} {group} 1")
with socket.socket() as s:
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", 0x41))  # SIOCSIFFLAGS: up and running
os.execvp(sys.argv[1], sys.argv[1:])
"""
PREFIX = [sys.executable, "-c", ALONE]


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    """Take each notebook that nbval finds as a lesson."""
    found = yield
    return [
        Lesson.from_parent(parent, path=file_path) if isinstance(one, IPyNbFile) else one
        for one in found
    ]


@functools.cache
def refused():
    """Say why no network can be made here that is empty, or nothing."""
    probe = subprocess.run([*PREFIX, "true"], capture_output=True, text=True, check=False)
    return probe.stderr.strip().rpartition("\n")[2] if probe.returncode else ""


class Lesson(IPyNbFile):
    """A notebook whose kernel has no network, and whose file is judged after its cells."""

    def collect(self):
        """Give the cells and, where outputs are compared, the two tests of the whole."""
        cells = list(super().collect())
        yield from cells
        if self.compare_outputs:
            yield SameBytes.from_parent(self, name="same bytes", cells=cells)
            yield NoNetwork.from_parent(self, name="no network")

    def setup(self):
        """Start the kernel where nothing but the loopback is."""
        if refused():
            super().setup()
            return
        # No port of another network can be reached, but a socket in a folder can. Its path must
        # be short: a system allows a hundred characters or so.
        folder = tempfile.TemporaryDirectory(prefix="lesson-")
        self.addfinalizer(folder.cleanup)
        manager = functools.partial(
            nbval.kernel.KernelManager, transport="ipc", ip=str(Path(folder.name, "k"))
        )
        spec = ipykernel.kernelspec.get_kernel_dict()
        spec["argv"] = PREFIX + spec["argv"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(nbval.kernel, "KernelManager", manager)
            patch.setattr(ipykernel.kernelspec, "get_kernel_dict", lambda: spec)
            super().setup()


class SameBytes(pytest.Item):
    """A lesson, put together from what its cells gave, is the very file that is stored."""

    def __init__(self, *, cells, **options):
        super().__init__(**options)
        self.cells = cells

    def runtest(self):
        """Compare file and index with what nbval has just seen."""
        stored = lessons.read(self.path)
        fresh = copy.deepcopy(stored)
        code = [cell for cell in fresh.cells if cell.cell_type == "code"]
        for cell, run in zip(code, self.cells, strict=True):
            if run.test_outputs is None:
                pytest.skip("not all cells were run")
            cell.outputs = nbformat.from_dict(run.test_outputs)
        keys = list(chart_index.take_keys(fresh).values())
        lessons.normalise(fresh)
        lessons.keep_stills(stored, fresh)
        lines = lessons.written(fresh).split("\n"), self.path.read_text("utf-8").split("\n")
        for number, (given, kept) in enumerate(itertools.zip_longest(*lines), start=1):
            assert given == kept, f"line {number} of {self.path.name}: run `nox -s lessons`"
        assert lessons.written(fresh).encode() == self.path.read_bytes()
        index = json.loads(self.path.with_name(INDEX).read_text("utf-8"))["lessons"]
        known = [chart["key"] for chart in index.get(self.path.name, [])]
        assert known == keys, f"{INDEX} is not of these charts: run `nox -s lessons`"


class NoNetwork(pytest.Item):
    """The kernel of a lesson had a loopback and no other way out."""

    def runtest(self):
        """Look at the network of the kernel, which still runs."""
        if refused():
            pytest.skip(f"no network namespace can be made here: {refused()}")
        devices = Path(f"/proc/{self.parent.kernel.km.provisioner.pid}/net/dev").read_text()
        names = [line.partition(":")[0].strip() for line in devices.splitlines() if ":" in line]
        assert names == ["lo"]
