"""Firefox without a window, driven by WebDriver BiDi over the websocket that it opens by itself."""

import json
import shutil
import subprocess
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import websocket
from browsing import HERE, missing

NAMES = ("firefox-esr", "firefox")
MOST = 30  # seconds for one answer
# What is asked of any other machine goes to a port where nobody is, and Firefox asks nothing of its own.
SETTINGS = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.allow_hijacking_localhost": False,
    "remote.prefs.recommended": True,
}
WAIT = """() => new Promise((done, fail) => {{
    const late = Date.now() + {most};
    const look = () => {{
        if (({condition})) done(true);
        else if (Date.now() > late) fail(new Error("not so in time"));
        else setTimeout(look, 50);
    }};
    look();
}})"""


def find_firefox():
    """Find Firefox."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or missing(f"browser ({', '.join(NAMES)})")


class Page:
    """One tab; `outside` and `errors` list what it asked for elsewhere and what went wrong."""

    def __init__(self, socket):
        self.socket = socket
        self.numbers = count(1)
        self.outside, self.errors = [], []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method, **params):
        """Send a command and give its answer; what happens meanwhile is kept."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                assert message["type"] == "success", f"{method}: {message}"
                return message["result"]
            self._keep(message.get("method"), message.get("params", {}))

    def _keep(self, event, about):
        if event == "log.entryAdded" and about["level"] == "error":
            self.errors.append(about["text"])
        elif event == "network.beforeRequestSent":
            parts = urlsplit(about["request"]["url"])
            if parts.scheme not in HERE and parts.hostname != "127.0.0.1":
                self.outside.append(about["request"]["url"])

    def goto(self, url):
        """Open an address, and wait until all of it is loaded."""
        self.send("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def evaluate(self, function):
        """Call a function in the page, and give its result, which is to be plain data."""
        result = self.send(
            "script.evaluate",
            expression=f"Promise.resolve(({function})()).then(JSON.stringify)",
            target={"context": self.context},
            awaitPromise=True,
            userActivation=True,
        )
        assert result["type"] == "success", result["exceptionDetails"]["text"]
        return json.loads(result["result"].get("value", "null"))

    def wait_for(self, condition, most=15):
        """Wait until an expression is true in the page."""
        self.evaluate(WAIT.format(condition=condition, most=most * 1000))

    def press(self, key):
        """Press a key in what has the focus."""
        pressed = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        keys = {"type": "key", "id": "keys", "actions": pressed}
        self.send("input.performActions", context=self.context, actions=[keys])

    def printed(self):
        """Give the page as a PDF on A4, in base64."""
        sheet = {"width": 21.0, "height": 29.7}
        return self.send("browsingContext.print", context=self.context, page=sheet)["data"]


@contextmanager
def opened(path, folder: Path):
    """Start Firefox with a profile of its own in a folder, and give its tab; it is always ended."""
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items()
    ]
    (folder / "user.js").write_text("\n".join(lines))
    command = [path, "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0"]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(command, stdout=log, stderr=log) as browser,
    ):
        try:
            socket = websocket.create_connection(
                _address(folder, browser), MOST, suppress_origin=True
            )
            yield Page(socket)
            socket.close()
        finally:
            browser.terminate()
            try:
                browser.wait(10)
            except subprocess.TimeoutExpired:
                browser.kill()


def _address(folder, browser):
    """Wait until Firefox says where it listens."""
    for _ in range(MOST * 10):
        said = (folder / "log").read_text()
        assert browser.poll() is None, said
        if "BiDi listening on " in said:
            return said.partition("BiDi listening on ")[2].split()[0] + "/session"
        time.sleep(0.1)
    raise AssertionError(f"Firefox does not listen:\n{(folder / 'log').read_text()}")
