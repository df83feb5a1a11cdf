"""Memory and work of the students' processes: proportional shares and processor time, from /proc."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from pathlib import Path

import psutil

PAUSE = 2.0  # seconds between two looks, which themselves cost time of the class
PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Look:
    """Megabytes of all servers, of all kernels, and of what they are forked from; work so far."""

    servers: float = 0
    kernels: float = 0
    shared: float = 0
    seconds: float = 0  # of a processor, in servers and kernels and what they called

    @property
    def total(self) -> float:
        """Give all of it."""
        return self.servers + self.kernels + self.shared


class Watch(threading.Thread):
    """Looks again and again at what runs below a hub, and keeps the look that saw most."""

    def __init__(self, hub: int, homes: Path) -> None:
        super().__init__(daemon=True)
        self._hub, self._homes = psutil.Process(hub), homes
        self._over = threading.Event()
        self.peak = Look()

    def run(self) -> None:
        """Look until `finish` is called."""
        while not self._over.wait(PAUSE):
            self._look()

    def finish(self) -> Look:
        """Look once more, when all are there still, and give the peak."""
        self._over.set()
        self.join()
        self._look()
        return self.peak

    def _look(self) -> None:
        sums = {"servers": 0.0, "kernels": 0.0, "shared": 0.0}
        seconds = 0.0
        for process in self._hub.children(recursive=True):
            try:
                kind = self._kind(Path(process.cwd()), process.name())
                if kind:
                    seconds += sum(process.cpu_times()[:4]) if kind != "shared" else 0
                    rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
                    sums[kind] += int(PSS.findall(rollup)[0]) / 1024
            except (OSError, psutil.Error, IndexError):  # it has ended meanwhile
                continue
        now = Look(**sums, seconds=seconds)
        self.peak = max(self.peak, now, key=lambda look: look.total)

    def _kind(self, folder: Path, name: str) -> str:
        """Tell what a process is by where it works: a kernel beside its lesson, a server at home."""
        if folder == Path("/"):
            return "shared"
        if not folder.is_relative_to(self._homes) or folder == self._homes:
            return ""  # the proxy
        at_home = folder.parent == self._homes or name.startswith("git")
        return "servers" if at_home else "kernels"
