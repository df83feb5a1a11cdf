"""What one student of a class does, over HTTP and a websocket as a browser would."""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import aiohttp

CHART = ("application/vnd.vega", "vegaEmbed")  # what a chart is sent as, by us and by Altair itself
CODED = "denied"  # what a student codes must be in what is handed in
NOTES = "track2-notes"
PATIENCE = aiohttp.ClientTimeout(total=300)
# Fails unless the student's own home has what JupyterLab keeps.
KEPT = "import pathlib; next(pathlib.Path.home().glob('.jupyter/lab/workspaces/*'))"


@dataclass
class Course:
    """What a class opens: a repository, and a lesson in it."""

    repository: str
    branch: str
    lesson: str
    last: list[str]  # code that is run after the lesson, to code a case and to hand in


@dataclass
class Student:
    """One student, and when which step was done, in seconds after the login."""

    name: str
    hub: str
    course: Course
    steps: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    async def attend(self) -> None:
        """Log in, open the lesson, run it to its end, hand in; a failure ends it and is kept."""
        self._begin = time.perf_counter()
        async with aiohttp.ClientSession(
            timeout=PATIENCE, cookie_jar=aiohttp.CookieJar(unsafe=True), read_bufsize=1 << 20
        ) as self._browser:
            try:
                await self._log_in()
                await self._pull()
                await self._work()
            except (aiohttp.ClientError, TimeoutError, RuntimeError) as error:
                self.failures.append(f"{type(error).__name__}: {error}"[:300])

    def _done(self, step: str) -> None:
        self.steps.setdefault(step, time.perf_counter() - self._begin)

    async def _log_in(self) -> None:
        """Log in and wait until the own server answers."""
        form = f"{self.hub}/hub/login"
        await self._ask("GET", form)
        token = self._cookie("/hub/")
        await self._ask(
            "POST", f"{form}?_xsrf={token}", data={"username": self.name, "_xsrf": token}
        )
        await self._ask("GET", f"{self.hub}/hub/spawn/{self.name}")
        token = self._cookie("/hub/")
        progress = f"{self.hub}/hub/api/users/{self.name}/server/progress?_xsrf={token}"
        async with self._browser.get(progress) as events:
            async for line in events.content:
                if line.startswith(b"data:"):
                    event = json.loads(line[5:])
                    if event.get("failed"):
                        raise RuntimeError(f"no server: {event['message']}")
                    if event.get("ready"):
                        break
        self._own = f"{self.hub}/user/{self.name}"
        await self._ask("GET", f"{self._own}/lab")
        self._done("server")

    async def _pull(self) -> None:
        """Have nbgitpuller fetch the course."""
        address = f"{self._own}/git-pull/api?repo={quote(self.course.repository, safe='')}"
        address += f"&branch={self.course.branch}&targetpath=course"
        async with self._browser.get(address) as events:
            said = (await events.read()).decode()
        if '"finished"' not in said:
            raise RuntimeError(f"no course: {said[-300:]}")
        self._done("course")

    async def _work(self) -> None:
        """Open the lesson, run its cells in order, save it and hand in."""
        path = f"course/{self.course.lesson}"
        place = f"{self._own}/api/contents/{quote(path)}"
        lesson = await self._ask("GET", f"{place}?type=notebook&content=1")
        self._done("lesson")
        session: dict[str, Any] = {
            "path": path,
            "name": path.rpartition("/")[2],
            "type": "notebook",
        }
        session |= {"kernel": {"name": "python3"}}
        self._kernel = (await self._ask("POST", f"{self._own}/api/sessions", json=session))[
            "kernel"
        ]["id"]
        channels = f"{self._own}/api/kernels/{self._kernel}/channels?session_id={uuid.uuid4().hex}"
        async with self._browser.ws_connect(channels, max_msg_size=0) as self._socket:
            for cell in lesson["content"]["cells"]:
                if cell["cell_type"] == "code":
                    cell["outputs"] = await self._run(cell["source"], _tags(cell))
            self._done("run")
            saved = {"type": "notebook", "format": "json", "content": lesson["content"]}
            await self._ask("PUT", place, json=saved)
            # A page of JupyterLab keeps every few seconds which tabs are open.
            tabs = {"data": {}, "metadata": {"id": "default"}}
            await self._ask("PUT", f"{self._own}/lab/api/workspaces/default", json=tabs)
            await self._run(KEPT, [])
            for code in self.course.last:
                await self._run(code, [])
        if self.course.last:
            await self._look_at_hand_in()
        self._done("handed in")

    async def _look_at_hand_in(self) -> None:
        """See that the one file to hand in is there, and has what was coded."""
        folder = await self._ask("GET", f"{self._own}/api/contents/{NOTES}")
        names = [one["path"] for one in folder["content"] if one["name"].startswith("hand-in-")]
        texts = [await self._ask("GET", f"{self._own}/api/contents/{name}") for name in names]
        if len(texts) != 1 or CODED not in texts[0]["content"]:
            self.failures.append(f"{NOTES} should have one hand-in with {CODED!r}, and has {names}")

    async def _run(self, code: str, tags: list[str]) -> list[dict[str, Any]]:
        """Run a cell and give its outputs."""
        sent = uuid.uuid4().hex
        header = {"msg_id": sent, "msg_type": "execute_request", "version": "5.3"}
        header |= {"username": self.name, "session": sent, "date": ""}
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        content |= {"user_expressions": {}, "stop_on_error": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        await self._socket.send_json(message | {"channel": "shell", "buffers": []})
        outputs = []
        answered = idle = False
        while not (answered and idle):
            received = await self._socket.receive(timeout=240)
            if received.type == aiohttp.WSMsgType.BINARY:  # buffers of widgets
                continue
            if received.type != aiohttp.WSMsgType.TEXT:
                raise RuntimeError(f"no kernel: {received.type.name} {received.data!r}")
            reply = json.loads(received.data)
            if reply["parent_header"].get("msg_id") != sent:
                continue
            kind, content = reply["header"]["msg_type"], reply["content"]
            answered |= kind == "execute_reply"
            idle |= kind == "status" and content["execution_state"] == "idle"
            if kind in ("display_data", "execute_result", "stream", "error"):
                outputs.append({"output_type": kind} | _stored(content))
            if any(sign in json.dumps(content) for sign in CHART):
                self._done("chart")
            if kind == "error" and "raises-exception" not in tags:
                self.failures.append(
                    f"{code.splitlines()[0]}: {content['ename']}: {content['evalue']}"[:300]
                )
        return outputs

    async def _ask(self, method: str, address: str, **options: Any) -> Any:
        """Ask for something and give what is sent, if that is JSON."""
        if address.startswith(f"{self.hub}/user/"):
            options["headers"] = {"X-XSRFToken": self._cookie(f"/user/{self.name}/")}
        async with self._browser.request(method, address, **options) as answer:
            body = await answer.read()
            if answer.status >= 400:
                raise RuntimeError(f"{method} {answer.url.path}: {answer.status} {body[:200]!r}")
            return json.loads(body) if answer.content_type == "application/json" else None

    def _cookie(self, path: str) -> str:
        """Give the token against forged requests that was set for a path."""
        found = self._browser.cookie_jar.filter_cookies(aiohttp.client.URL(self.hub + path))
        return found["_xsrf"].value if "_xsrf" in found else ""


def _tags(cell: dict[str, Any]) -> list[str]:
    tags: list[str] = cell["metadata"].get("tags", [])
    return tags


def _stored(content: dict[str, Any]) -> dict[str, Any]:
    """Give an output as a notebook's file has it."""
    return {name: value for name, value in content.items() if name != "transient"}
