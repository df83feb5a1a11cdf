"""What was last read of a package: given again for as long as its files are what they were."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from track2lib.records.descriptor import DESCRIPTOR
from track2lib.records.problem import DataError, Problem

__all__ = ["latest", "unreadable"]

KEPT = 16  # a package has two of them; of each what was read last, and nothing that was before
# A file that was changed within so many nanoseconds before it was looked at may change once more
# and look the same: clocks of file systems are as coarse as two seconds.
FRESH = 2_500_000_000
LOCK = threading.Lock()

type State = tuple[tuple[int, ...] | None, ...]


class Kept(NamedTuple):
    """What was made of some files, and how these were then."""

    names: list[str]
    state: State
    doubtful: list[str]
    files: dict[str, bytes]
    made: Any


_KEPT: OrderedDict[tuple[Path, Any, str], Kept] = OrderedDict()


def latest[Made](
    folder: Path, names: Sequence[str], make: Callable[[Path, dict[str, bytes]], Made]
) -> Made:
    """Give what was made of some files, or make it anew where one of them has changed.

    Parameters
    ----------
    folder : pathlib.Path
        A folder with these files, by its whole path.
    names : sequence of str
        The files, by their way from the folder on. One that is missing is none of those given.
    make : callable
        Makes it of the folder and of what the files hold.

    Returns
    -------
    object
        The same as before where nothing has changed.

    Raises
    ------
    track2lib.DataError
        If a file lies elsewhere, by a link for instance.
    """
    now, key = time.time_ns(), (folder, make, names[0])
    state = tuple(_state(folder / name) for name in names)
    with LOCK:
        kept = _KEPT.get(key)
    if kept and not (kept.names == [*names] and kept.state == state):
        kept = None
    if kept and not kept.doubtful:
        return cast("Made", kept.made)
    changed = [
        name
        for name, about in zip(names, state, strict=True)
        if about is not None and now - max(about[:2]) < FRESH
    ]
    if kept and _read(folder, kept.doubtful).items() <= kept.files.items():
        fresh = kept._replace(doubtful=changed)
    else:
        files = _read(folder, names)
        fresh = Kept([*names], state, changed, files, make(folder, files))
    with LOCK:
        _KEPT[key] = fresh
        _KEPT.move_to_end(key)
        while len(_KEPT) > KEPT:
            _KEPT.popitem(last=False)
    return cast("Made", fresh.made)


def _state(path: Path) -> tuple[int, ...] | None:
    """Give what differs as soon as a file has been changed, though size and time may be put back."""
    try:
        about = path.stat()
    except OSError:
        return None
    # The second time and the number are nobody's to set: another file in its place has others.
    return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def _read(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    files = {}
    for name in names:
        path = folder / name
        try:
            if not path.is_file():
                continue
            if not path.resolve().is_relative_to(folder.resolve()) and name != DESCRIPTOR:
                said = f"The file lies outside of the folder, at {str(path.resolve())!r}."
                raise DataError.of(Problem(name, "-", "-", said, "Put a copy into the folder."))
            files[name] = path.read_bytes()
        except OSError as error:
            raise unreadable(name, error) from error
    return files


def unreadable(name: str, error: OSError) -> DataError:
    """Say of a file that is there why it cannot be read.

    Parameters
    ----------
    name : str
        The file, by its way from the folder on.
    error : OSError
        What the system says: that this user may not, or that so long a name cannot be.

    Returns
    -------
    DataError
        To be raised.
    """
    said = f"The file cannot be read: {error.strerror}."
    remedy = "See that your account may read it, and that its name is one that the system takes."
    return DataError.of(Problem(name, "-", "-", said, remedy))
