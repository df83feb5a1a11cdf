"""Fork the servers and kernels of a class from one process that has imported everything once.

A hub starts this program with the Python of the students, and tells it on its standard input whom a
server is for. What was imported is then shared by all students, page by page, until one of them
writes to it; and nobody waits for an import. Before anything of a student runs, the new process
gives up root as `LocalProcessSpawner` does, and splits: one half becomes the student's server, the
other waits for that server alone and forks the student's kernels. So no student reaches a process
that has been root, and the only way to this one is the hub's end of a pair of sockets without a name.

It needs Linux, and knows nothing worth stealing: it is started with an environment of its own.
"""

import ctypes
import gc
import importlib
import json
import os
import pkgutil
import pwd
import resource
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
PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 4, 38  # of <linux/prctl.h>


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


def ask(channel: socket.socket, order: dict[str, Any]) -> int:
    """Have the process at the other end of a channel fork one for an order, and give its number."""
    ours, theirs = socket.socketpair()
    with ours:
        socket.send_fds(channel, [b"!"], [theirs.fileno()])
        theirs.close()
        ours.sendall(json.dumps(order).encode())
        ours.shutdown(socket.SHUT_WR)
        if not (answer := ours.recv(32)):
            raise RuntimeError(
                "No process was forked; the log says why. Perhaps memory has run out."
            )
        return int(answer)


def forked(channel: socket.socket) -> dict[str, Any] | None:
    """Give each order that comes in, each in a process of its own; here nothing, at the end."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries who has ended
    while (come := socket.recv_fds(channel, 1, 1))[0]:
        # An order has keys of a student. It is read in the process that is for this student alone:
        # what this one had ever read, all later ones could find in their memory.
        with socket.socket(fileno=come[1][0]) as asker:
            if not os.fork():
                channel.close()
                os.setsid()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                # A hub that was started in the background leaves Ctrl-C unheard, and with it its end.
                signal.signal(signal.SIGINT, signal.default_int_handler)
                with asker.makefile("rb") as said:
                    order: dict[str, Any] = json.load(said)
                asker.sendall(str(os.getpid()).encode())
                return order
    return None


def become(account: str) -> None:
    """Be this user and nobody else, for good."""
    user = pwd.getpwnam(account)
    os.initgroups(account, user.pw_gid)
    os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
    os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)
    if 0 in (*os.getresuid(), *os.getresgid()):
        raise PermissionError(f"The server of {account} would run as root. Give students accounts.")
    system = ctypes.CDLL(None, use_errno=True)
    # Nor does a program that runs as root for whoever calls it, such as sudo, do so from here on.
    if system.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "The system does not let a process refuse privileges")
    # Whoever was another user may not read what the system tells of it. Starting a program would
    # end that; here nothing was started, and without it a server cannot list its own open files.
    system.prctl(PR_SET_DUMPABLE, 1)


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
    try:
        order = forked(channel)
    except ConnectionResetError:  # the hub ended and had not read that this one is ready
        order = None
    if order is None:
        return
    if order["limit"]:  # of what it may write to; what is only mapped and shared does not count
        resource.setrlimit(resource.RLIMIT_DATA, (order["limit"], order["limit"]))
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
    sys.argv += folders()
    sys.exit(singleuser())


def folders() -> list[str]:
    """Give the options that name where a student's settings and open tabs are kept.

    JupyterLab takes both from the environment when it is imported, which was that of another account.
    """
    from jupyterlab.commands import get_user_settings_dir, get_workspaces_dir

    return [
        f"--LabApp.user_settings_dir={get_user_settings_dir()}",
        f"--LabApp.workspaces_dir={get_workspaces_dir()}",
    ]


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
