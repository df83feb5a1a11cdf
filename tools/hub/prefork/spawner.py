"""The spawner of a hub that has the servers of a class forked from one process; see `zygote.py`.

In `jupyterhub_config.py`, with the folder of this file on `sys.path`:

    from spawner import PreforkSpawner
    c.JupyterHub.spawner_class = PreforkSpawner
    c.PreforkSpawner.python = "/opt/tljh/user/bin/python"  # that of the students
    PreforkSpawner.warm(c.PreforkSpawner.python)
"""

import asyncio
import os
import pwd
import socket
import subprocess
from typing import Any, ClassVar

import zygote
from jupyterhub.spawner import LocalProcessSpawner
from jupyterhub.utils import random_port
from traitlets import Unicode

PROGRAM = zygote.__file__
# All that the first process is told. It hands its environment to nobody, but the memory in which
# the system put it goes to every student.
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "PATH": os.defpath,
    "MALLOC_ARENA_MAX": "2",  # or every thread of every kernel keeps a heap of its own
    "OPENBLAS_NUM_THREADS": "1",  # its threads would not survive a fork
}


class Zygote:
    """The process from which others are forked, started when it is first needed or has ended."""

    def __init__(self, python: str) -> None:
        self._python = python
        self._turn = asyncio.Lock()
        self._program: subprocess.Popen[bytes] | None = None

    async def fork(self, order: dict[str, Any]) -> int:
        """Have a process forked and give its number."""
        async with self._turn:
            return await asyncio.to_thread(self._fork, order)

    def start(self) -> None:
        """Start the process and do not wait until it has imported everything."""
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._is_ready = False
        self._program = subprocess.Popen(
            [self._python, "-s", "-Xfrozen_modules=off", PROGRAM],
            stdin=theirs.fileno(),
            env=ENVIRONMENT,
            cwd="/",
        )
        theirs.close()

    def _fork(self, order: dict[str, Any]) -> int:
        if self._program is None or self._program.poll() is not None:
            self.start()
        if not self._is_ready and self._channel.recv(32) != b"ready":
            raise RuntimeError(f"{PROGRAM} does not start with {self._python}: the log says why.")
        self._is_ready = True
        return zygote.ask(self._channel, order)


class PreforkSpawner(LocalProcessSpawner):
    """Starts servers of accounts of this machine, as `LocalProcessSpawner`, by forking.

    Unlike there `mem_limit` is kept, by each process of a student for itself.
    """

    python = Unicode(help="The Python with which servers and kernels run.").tag(config=True)
    zygotes: ClassVar[dict[str, Zygote]] = {}

    @classmethod
    def warm(cls, python: str) -> None:
        """Begin the imports now, when the hub starts, and not when the first student comes."""
        cls.zygotes[python] = Zygote(python)
        cls.zygotes[python].start()

    def account(self) -> str:
        """Name the account that the server is to run as."""
        return str(self.user.name)

    def user_env(self, env: dict[str, str]) -> dict[str, str]:
        """Give the environment of the account, which may have another name than the user."""
        user = pwd.getpwnam(self.account())
        return env | {"USER": user.pw_name, "HOME": user.pw_dir, "SHELL": user.pw_shell}

    async def start(self) -> tuple[str, int]:
        """Start the server and give its address."""
        self.port: int = self.port or random_port()
        env = self.get_env()
        order = {
            "account": self.account(),
            "limit": self.mem_limit,
            "argv": [*self.cmd, *self.get_args()],
            "env": env,
            "cwd": env["HOME"],
        }
        zygote = self.zygotes.setdefault(self.python, Zygote(self.python))
        self.pid = await zygote.fork(order)
        return self.ip or "127.0.0.1", self.port
