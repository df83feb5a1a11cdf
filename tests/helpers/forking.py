"""Programs in which processes are forked as for the students of a hub."""

import subprocess
import sys

from commands import ROOT

PREFORK = ROOT / "tools" / "hub" / "prefork"
# A first process that has imported nothing, and what asks it. `what` is run in each that is forked,
# with the order that it is for.
BEGIN = """
import os, signal, socket, sys, time
import zygote
ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
first = os.fork()
if not first:
    ours.close()
    order = zygote.forked(theirs)
    if order is not None:
        what(order)
    os._exit(0)
theirs.close()
"""


def forking(what: str, then: str) -> str:
    """Run a program that asks a first process for others, and give what they print."""
    program = f"{what}\n{BEGIN}\n{then}"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(PREFORK), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
