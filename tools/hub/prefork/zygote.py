"""Fork the servers and kernels of a class from one process that has imported everything once.

A hub starts this program with the Python of the students, and tells it on its standard input whom a
server is for. What was imported is then shared by all students, page by page, until one of them
writes to it; and nobody waits for an import. Before anything of a student runs, the new process
gives up root as `LocalProcessSpawner` does, and splits: one half becomes the student's server, the
other waits for that server alone and forks the student's kernels. So no student reaches a process
that has been root, and the only way to this one is the hub's end of a pair of sockets without a name.

It needs Linux, and knows nothing worth stealing: it is started with an environment of its own.
"""

import gc
import importlib
import json
import os
import pkgutil
import pwd
import signal
import socket
import sys
import tempfile
import time
from itertools import chain
from pathlib import Path
from typing import Any

# What a server and a kernel import late: each student would have a copy of their own.
SERVER = [
    *["jupyterhub.singleuser", "jupyterlab.labapp", "nbgitpuller", "track2lib.lab.files"],
    *["jupyter_server_terminals.app", "anyio._backends._asyncio", "tornado.platform.asyncio"],
    *["jinja2.ext", "psutil"],
]
KERNEL = ["ipykernel.kernelapp", "ipykernel.debugger", "IPython.core.completerlib", "stack_data"]
LONGEST = 1 << 17  # an order in bytes: an environment and an argument list


def preload() -> None:
    """Import what servers and kernels import, and read and draw once what a lesson does first."""
    from jupyter_server.serverapp import JUPYTER_SERVICE_HANDLERS as SERVICES

    import track2lib as t2

    for name in chain(SERVER, *filter(None, SERVICES.values()), KERNEL):
        importlib.import_module(name)
    for module in pkgutil.walk_packages(t2.__path__, "track2lib."):
        importlib.import_module(module.name)
    t2.show(t2.load("dialogues"))
    t2.timeline(t2.load("dialogues", scope="founding")).to_dict()
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > 1:
        raise RuntimeError(
            f"{threads} threads run after the imports, and only a process of one thread can be "
            "forked. Preload no module that starts threads, and set OPENBLAS_NUM_THREADS=1."
        )
    gc.collect()
    gc.freeze()  # or the first collection of each child would write to, and so copy, every page


def forked(channel: socket.socket) -> dict[str, Any] | None:
    """Give each order that comes in, each in a process of its own; here nothing, at the end."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries who has ended
    while message := channel.recv(LONGEST):
        child = os.fork()
        if not child:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            channel.close()
            os.setsid()
            order: dict[str, Any] = json.loads(message)
            return order
        channel.send(str(child).encode())
    return None


def become(account: str) -> None:
    """Be this user and nobody else, for good."""
    user = pwd.getpwnam(account)
    os.initgroups(account, user.pw_gid)
    os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
    os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)
    if 0 in (*os.getresuid(), *os.getresgid()):
        raise PermissionError(f"The server of {account} would run as root. Give students accounts.")


def settle(order: dict[str, Any]) -> None:
    """Take environment and folder from an order, as a program that was just started has them."""
    os.environ.clear()
    os.environ.update(order["env"])
    os.chdir(order["cwd"])
    time.tzset()
    tempfile.tempdir = None
    sys.argv = order["argv"]


def main() -> None:
    """Be the process from which all others come, and in each of these what it is for."""
    preload()
    channel = socket.socket(fileno=os.dup(0))
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)
    channel.send(b"ready")
    order = forked(channel)
    if order is None:
        return
    if order["account"]:
        become(order["account"])
    settle(order)
    to_kernels, from_server = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork():
        from_server.close()
        serve(to_kernels)
    else:
        to_kernels.close()
        if order := forked(from_server):
            run_kernel(order)


def serve(to_kernels: socket.socket) -> None:
    """Be a student's server, whose kernels are forked by the process at the other end."""
    import provisioner
    from jupyterhub.singleuser import main as singleuser

    provisioner.use(to_kernels)
    sys.exit(singleuser())


def run_kernel(order: dict[str, Any]) -> None:
    """Be a kernel."""
    import numpy as np
    from ipykernel.kernelapp import IPKernelApp

    settle(order)
    np.random.seed()  # noqa: NPY002 - or all students would draw the same numbers
    # It ends with its parent. Of that it asks the environment when it is imported, and so too early.
    IPKernelApp.launch_instance([*sys.argv[1:], f"--IPKernelApp.parent_handle={os.getppid()}"])


if __name__ == "__main__":
    main()
