"""The files of JupyterLab, in which a stored lesson is read-only and a reader works in a copy.

The wheel names this class in the settings of the server, so it holds wherever the package is
installed: after `nox -s lab`, on Binder, on a JupyterHub. A lesson is an original where `.charts.json`
beside it lists it. Its copy stands below it in the folder `my-lessons`; the first one is made when it is
asked for, so that the links from lesson to lesson lead from copy to copy, and no copy that is there is
ever written over. In a class that pulls corrected lessons git therefore has nothing to merge. A link
that leads out of the folder of lessons, as to the glossary, is that of the original also in a copy.
"""

import errno
import json
import os
import platform
import secrets
from pathlib import Path, PurePosixPath
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado.web import HTTPError
from traitlets import Bool

from track2lib.page.stored_charts import INDEX

__all__ = ["COPIES", "LessonFiles", "described"]

COPIES = "my-lessons"
NO_COPY = (
    "No copy of {name} can be made in the folder {folder}: {why}. Copy the lessons to a folder of "
    "your own, with room on its disk, and start JupyterLab there."
)
REFUSED = (
    "{name} is the original of a lesson and stays as it is. Work in a copy: press “My copy” above "
    f"the lesson, or open the folder {COPIES}. What you wrote here is kept by File, Save Notebook As."
)


def described(language: dict[str, Any]) -> dict[str, Any]:
    """Give what JupyterLab would add to a lesson when its kernel has started.

    With it from the beginning, a lesson that was only opened has not been changed, and closing it
    asks nothing. It differs with the version of Python, so that not all of it is stored.
    """
    if language.get("name") != "python" or "version" in language:
        return language
    return {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": platform.python_version(),
    }


class LessonFiles(AsyncLargeFileManager):
    """Files as JupyterLab has them, but for the lessons."""

    edit_originals = Bool(
        False, config=True, help="Let the originals be written: for those who write lessons."
    )

    async def get(self, path: str, content: bool = True, **options: Any) -> dict[str, Any]:
        """Give a file; of a lesson also the first copy, which is made now if there is none."""
        self._make_copy(path)
        meant = self._meant(path)
        model: dict[str, Any] = await super().get(meant, content=content, **options)
        if meant != path:  # to read: what is written would land where nothing is
            model |= {"path": path, "writable": False}
        listed = model["content"] if model["type"] == "directory" and content else []
        for one in [model, *listed]:
            if self.is_original(one["path"]):
                one["writable"] = False
        if model["type"] == "notebook" and content:
            metadata = model["content"].get("metadata", {})
            language = metadata.get("language_info")
            # A notebook of the reader's may not say, and an empty word would be no valid one; of
            # anything else, JupyterLab says itself what is wrong with the file.
            if isinstance(language, dict):
                metadata["language_info"] = described(language)
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Write a file, unless it is an original."""
        self._refuse(path)
        saved: dict[str, Any] = await super().save(model, path)
        return saved

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Rename or move a file, unless it is an original or takes the place of one."""
        self._refuse(old_path)
        self._refuse(new_path)
        await super().rename_file(old_path, new_path)

    async def delete_file(self, path: str) -> None:
        """Delete a file, unless it is an original."""
        self._refuse(path)
        await super().delete_file(path)

    async def restore_checkpoint(self, checkpoint_id: str, path: str) -> None:
        """Go back to what was saved before, unless it is an original."""
        self._refuse(path)
        await super().restore_checkpoint(checkpoint_id, path)

    def is_original(self, path: str) -> bool:
        """Say whether a path is that of a stored lesson."""
        if self.edit_originals or not path.endswith(".ipynb"):
            return False
        place = Path(self._get_os_path(path.strip("/")))
        return place.name in _lessons(place.parent)

    def _refuse(self, path: str) -> None:
        """Raise what JupyterLab shows to whoever would change an original."""
        if self.is_original(path):
            raise HTTPError(403, REFUSED.format(name=PurePosixPath(path).name))

    def _meant(self, path: str) -> str:
        """Give the file to which a link in a copy leads: there it goes one folder less far up."""
        asked = PurePosixPath(path.strip("/"))
        if os.path.lexists(self._get_os_path(str(asked))):
            return path
        for folder in asked.parents:
            if _lessons(Path(self._get_os_path(str(folder)))):
                meant = str(folder.parent / asked.relative_to(folder))
                return meant if Path(self._get_os_path(meant)).is_file() else path
        return path

    def _make_copy(self, path: str) -> None:
        """Make the first copy of a lesson, if that is what is asked for and is not there."""
        if PurePosixPath(path).parent.name != COPIES:
            return
        place = Path(self._get_os_path(path.strip("/")))
        folder = place.parent.parent
        original = folder / place.name
        if place.exists() or place.name not in _lessons(folder) or not original.is_file():
            return
        try:
            _put_first(place, original.read_bytes())
        except FileExistsError:
            return  # it has just been made, or is a link that leads nowhere
        except OSError as error:
            raise HTTPError(
                403, NO_COPY.format(name=place.name, folder=place.parent, why=error.strerror)
            ) from error


def _put_first(place: Path, content: bytes) -> None:
    """Put a file where there is none, whole or not at all: what is there is never replaced."""
    if not place.parent.is_dir():
        if os.path.lexists(place.parent):
            raise NotADirectoryError(errno.ENOTDIR, "a file has its name")
        place.parent.mkdir(exist_ok=True)
    # Beside it and under a name by chance: on a full disk, or where the server is killed, half a
    # lesson would stay for ever.
    part = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            place.hardlink_to(part)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no second names
            if not os.path.lexists(place):
                part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _lessons(folder: Path) -> set[str]:
    """Give the names of the lessons that the index of a folder lists."""
    try:
        return set(json.loads((folder / INDEX).read_text("utf-8"))["lessons"])
    except (OSError, ValueError, KeyError, TypeError):  # a folder like any other
        return set()
