"""Kernels that are forked from a process of the same student which has imported pandas already."""

import contextlib
import os
import select
import signal
import socket
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import zygote
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

NAME = "forked"
channel: socket.socket


def use(to_kernels: socket.socket) -> None:
    """Have this server start its kernels through a channel."""
    global channel
    channel = to_kernels
    group = KernelProvisionerFactory.GROUP_NAME
    KernelProvisionerFactory.provisioners[NAME] = EntryPoint(NAME, f"{__name__}:Forked", group)
    os.environ[KernelProvisionerFactory.default_provisioner_name_env] = NAME


class Forked(LocalProvisioner):
    """Starts kernels of this Python by forking, as long as somebody forks, and any other as ever."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start a kernel and give how to reach it."""
        if cmd[:3] != [sys.executable, "-m", "ipykernel_launcher"]:
            return await super().launch_kernel(cmd, **kwargs)
        order = {"argv": cmd[2:], "env": kwargs["env"], "cwd": kwargs.get("cwd") or str(Path.cwd())}
        try:
            process: Any = Process(zygote.ask(channel, order))
        except (BrokenPipeError, ConnectionResetError):
            # Who forks has ended, perhaps because memory ran out: more slowly is better than not at all.
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid, self.pgid = process, process.pid, process.pid
        return self.connection_info


class Process:
    """A process that is no child of this one, as `subprocess.Popen` would show it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.handle = os.pidfd_open(pid)  # stays that of this process when the number is given anew

    def poll(self) -> int | None:
        """Give nothing while it runs, and then 0: its own code is known to its parent alone."""
        return 0 if select.select([self.handle], [], [], 0)[0] else None

    def wait(self) -> int:
        """Wait until it has ended."""
        select.select([self.handle], [], [])
        os.close(self.handle)
        return 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended: one that was killed is started anew like that."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.handle, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)
