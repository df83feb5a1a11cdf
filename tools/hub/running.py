"""A hub that runs for one measurement, and a class that comes to it at once."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from hub.memory import Look, Watch
from hub.student import Course, Student

CONFIG = Path(__file__).with_name("jupyterhub_config.py")


@dataclass(frozen=True)
class Build:
    """What students get: the programs, the course, and how the hub is set up."""

    name: str
    bin: str
    course: Course
    environment: dict[str, str] = field(default_factory=dict)
    args: list[str] = field(default_factory=list)
    prefork: bool = False


def attend(build: Build, number: int, proxy: list[str]) -> tuple[list[Student], Look]:
    """Have a number of students come at once, and give what each saw and the peak of memory."""
    with tempfile.TemporaryDirectory(prefix="track2-hub-") as folder:
        homes = Path(folder, "homes")
        homes.mkdir()
        with _hub(build, Path(folder), proxy) as (address, process):
            names = [f"student{one:02}" for one in range(1, number + 1)]
            students = [Student(name, address, build.course) for name in names]
            watch = Watch(process, homes)
            watch.start()
            asyncio.run(_all(students))
            return students, watch.finish()


async def _all(students: list[Student]) -> None:
    await asyncio.gather(*(student.attend() for student in students))


@contextlib.contextmanager
def _hub(build: Build, folder: Path, proxy: list[str]) -> Iterator[tuple[str, int]]:
    """Start a hub on the loopback, and stop it with all that it started."""
    port = _free_ports()
    run = {"folder": str(folder / "homes"), "port": port, "proxy": proxy}
    run |= {name: value for name, value in asdict(build).items() if name != "course"}
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    log = folder / "log"
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", CONFIG],
            env=environment | {"TRACK2_HUB": json.dumps(run)},
            cwd=folder,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(f"{address}/hub/health", process, log)
        time.sleep(15)  # a class comes to a hub that has been up for long
        yield address, process.pid
    finally:
        process.send_signal(signal.SIGTERM)  # it stops the servers that it started, and the proxy
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the hub answers, a minute at most."""
    for _ in range(120):
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        if process.poll() is not None:
            break
        time.sleep(0.5)
    raise RuntimeError(f"The hub does not answer. Its log ends so:\n{log.read_text()[-3000:]}")


def _free_ports() -> int:
    """Give the first of three ports in a row that are free now."""
    for port in range(18000, 19000, 10):
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            for one in range(port, port + 3):
                stack.enter_context(socket.create_server(("127.0.0.1", one)))
            return port
    raise RuntimeError("No three ports in a row are free between 18000 and 19000.")
