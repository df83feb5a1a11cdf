"""What is forked for one student: nothing of another's, and no way back."""

import os
import sys

import pytest
from forking import forking

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks as Linux does")
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)

# Looks through all that a process may write to of its memory. Neither the pattern nor how the key is
# put together is found by the pattern.
SEARCH = """
import re

def what(order):
    found = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, rights, *rest = line.split()
            if rights.startswith("rw"):
                begin, end = (int(number, 16) for number in span.split("-"))
                memory.seek(begin)
                found += len(re.findall(rb"ke[y]-of-the-first", memory.read(end - begin)))
    print(order["name"], found, flush=True)
"""


def test_orders_do_not_meet():
    """Of the key in the order of one student nothing is in the memory of the next one's process."""
    asked = """
key = "-".join(["key", "of", "the", "first"])
zygote.ask(ours, {"name": "first", "key": key, "more": [key * 9] * 9})
zygote.ask(ours, {"name": "second"})
"""
    said = dict(line.split() for line in forking(SEARCH, asked).splitlines())
    assert int(said["first"]) > 0  # or the search finds nothing anywhere
    assert said["second"] == "0"


def test_forked_process_is_alone():
    """It has a session of its own and no file but the three of every program; the channel is shut."""
    what = """
def what(order):
    files = sorted(int(name) for name in os.listdir("/proc/self/fd"))[:-1]
    print(os.getsid(0) == os.getpid(), files, flush=True)
"""
    assert forking(what, "zygote.ask(ours, {})") == "True [0, 1, 2]\n"


def test_first_process_ends_with_whom_it_serves():
    """When the hub ends, the process that forks does too, and keeps no memory."""
    said = forking("def what(order): pass", "ours.close(); print(os.waitpid(first, 0)[1])")
    assert said == "0\n"


ATTEMPTS = """
def what(order):
    zygote.become(order["account"])
    print("is", *sorted({*os.getresuid(), *os.getresgid()}), "groups", os.getgroups(), flush=True)
    status = dict(line.split(":\\t") for line in open("/proc/self/status").read().splitlines())
    print(order["account"], "refuses-privileges", status["NoNewPrivs"], flush=True)
    def tried(name, act):
        try:
            act()
        except OSError as error:
            print(order["account"], name, type(error).__name__, flush=True)
        else:
            print(order["account"], name, "DONE", flush=True)
    tried("root", lambda: os.setuid(0))
    for who, pid in order["others"].items():
        tried(f"memory-of-{who}", lambda: open(f"/proc/{pid}/mem", "rb"))
        tried(f"environment-of-{who}", lambda: open(f"/proc/{pid}/environ", "rb").read())
        tried(f"signal-to-{who}", lambda: os.kill(pid, signal.SIGTERM))
    tried("own-memory", lambda: open("/proc/self/mem", "rb"))
    while order["stay"] and os.getppid() == order["stay"]:
        time.sleep(0.05)
"""


@AS_ROOT
def test_student_reaches_neither_root_nor_another():
    """After the change no call or program gives root back, and no other process can be read or stopped."""
    asked = """
one = zygote.ask(ours, {"account": "nobody", "others": {}, "stay": first})
while not os.stat(f"/proc/{one}").st_uid:
    time.sleep(0.05)
others = {"hub": os.getpid(), "first": first, "nobody": one}
two = zygote.ask(ours, {"account": "daemon", "others": others, "stay": 0})
while os.path.exists(f"/proc/{two}"):
    time.sleep(0.05)
"""
    lines = forking(ATTEMPTS, asked).splitlines()
    tried = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("is"))
    assert tried.pop("nobody refuses-privileges") == tried.pop("daemon refuses-privileges") == "1"
    assert not any(" 0 " in f" {line.partition('groups')[0]} " for line in lines)
    allowed = {name for name, result in tried.items() if result != "PermissionError"}
    assert len(tried) == 13
    assert allowed == {"nobody own-memory", "daemon own-memory"}


@AS_ROOT
def test_account_of_root_is_refused():
    """A student whose account is root gets no server."""
    what = """
def what(order):
    try:
        zygote.become("root")
    except PermissionError as error:
        print(error, flush=True)
"""
    said = forking(what, "zygote.ask(ours, {})")
    assert said.startswith("The server of root would run as root.")


def test_settings_are_those_of_the_account():
    """What JupyterLab keeps lies in the home of the student, not of the account that imported it."""
    what = """
import jupyterlab.labapp

def what(order):
    zygote.settle(order)
    print(*zygote.folders(), sep="\\n", flush=True)
"""
    asked = """
one = zygote.ask(ours, {"env": {"HOME": "/home/one"}, "cwd": "/", "argv": []})
while os.path.exists(f"/proc/{one}"):
    time.sleep(0.05)
"""
    assert forking(what, asked).splitlines() == [
        "--LabApp.user_settings_dir=/home/one/.jupyter/lab/user-settings",
        "--LabApp.workspaces_dir=/home/one/.jupyter/lab/workspaces",
    ]


KERNEL = """
import asyncio

def what(order):
    zygote.run_kernel(order)

async def run(client, code):
    reply = await client.execute_interactive(code, timeout=20, output_hook=lambda _: None,
        user_expressions={"x": "x"})
    return reply["content"]["user_expressions"]["x"]["data"]["text/plain"]

def alone():
    from jupyter_client import AsyncKernelManager

    async def main():
        manager = AsyncKernelManager(kernel_name="python3")
        await manager.start_kernel()
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready(timeout=20)
        print("alone", await run(client, "x = 2"))
        client.stop_channels()
        await manager.shutdown_kernel()

    asyncio.run(main())

def here():
    import provisioner
    from jupyter_client import AsyncKernelManager
    provisioner.use(ours)

    async def main():
        managers = [AsyncKernelManager(kernel_name="python3") for _ in range(2)]
        clients = []
        for manager in managers:
            await manager.start_kernel()
            clients.append(manager.client())
            clients[-1].start_channels()
            await clients[-1].wait_for_ready(timeout=20)
        kind = type(managers[0].provisioner).__name__
        drawn = [await run(c, "import numpy as np; x = np.random.random()") for c in clients]
        print(kind, drawn[0] != drawn[1])
        sent = clients[0].execute("import time; time.sleep(60)")
        await asyncio.sleep(0.5)
        await managers[0].interrupt_kernel()
        reply = await clients[0]._async_recv_reply(sent, timeout=20)
        print("interrupted", reply["content"]["ename"])
        before = managers[0].provisioner.pid
        await managers[0].restart_kernel(now=True)
        await clients[0].wait_for_ready(timeout=20)
        print("restarted", managers[0].provisioner.pid != before, await run(clients[0], "x = 'x' in dir()"))
        os.kill(managers[0].provisioner.pid, signal.SIGKILL)
        while await managers[0].is_alive():
            await asyncio.sleep(0.05)
        await managers[0].restart_kernel(now=True)
        await clients[0].wait_for_ready(timeout=20)
        print("killed", await run(clients[0], "x = 1"))
        pids = [manager.provisioner.pid for manager in managers]
        for client in clients:
            client.stop_channels()
        await managers[0].shutdown_kernel()
        print("ended", not os.path.exists(f"/proc/{pids[0]}"))
        return pids[1]

    return asyncio.run(main())
"""


def test_forked_kernel_is_a_kernel():
    """It runs, is interrupted, restarted and ended, draws numbers of its own, and dies with its parent.

    One that somebody has killed, such as the system when memory runs out, is started anew; and where
    it was the process that forks, the next kernel is started as if there had been none.
    """
    asked = """
left = here()
os.kill(first, signal.SIGKILL)
for _ in range(100):
    time.sleep(0.1)
    if not os.path.exists(f"/proc/{left}"):
        break
print("left", os.path.exists(f"/proc/{left}"))
alone()
"""
    assert forking(KERNEL, asked).splitlines() == [
        "Forked True",
        "interrupted KeyboardInterrupt",
        "restarted True False",
        "killed 1",
        "ended True",
        "left False",
        "alone 2",
    ]
