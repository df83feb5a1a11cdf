"""How an error looks in a notebook: what is wrong, without the code that noticed it."""

import sys
import textwrap
import traceback
from types import TracebackType
from typing import Any

from track2lib.records.problem import LIBRARY

__all__ = ["enable_short_errors", "short"]

WIDTH = 72  # what fits beside the list of files on a projector


def enable_short_errors() -> None:
    """Show errors of this library by their message; ``%tb`` then shows the whole traceback.

    Errors that come from elsewhere look as they always do. Outside IPython nothing changes.
    """
    from IPython.core.getipython import get_ipython

    if (shell := get_ipython()) is not None:
        shell.set_custom_exc((Exception,), _show)


def short(error: BaseException) -> str:
    """Write an error of this library: its kind, the line of the cell, and its message.

    Parameters
    ----------
    error : BaseException
        The error.

    Returns
    -------
    str
        Lines of at most 72 characters, or nothing if it is no error of this library.

    Examples
    --------
    >>> short(ValueError("made elsewhere"))
    ''
    """
    frames = traceback.extract_tb(error.__traceback__)
    if not frames or not frames[-1].filename.startswith(LIBRARY):
        return ""
    # The last line of the reader's own that was at work, and not one of what is installed.
    installed = (LIBRARY, sys.prefix)
    own = [frame for frame in frames if not frame.filename.startswith(installed)]
    where = f" in line {own[-1].lineno}" if own else ""
    lines = [
        line
        for block in str(error).splitlines()
        # Names and addresses stay whole, to be copied.
        for line in textwrap.wrap(block, WIDTH, break_long_words=False, break_on_hyphens=False)
    ]
    head = f"{type(error).__name__}{where}:"
    return "\n".join([head, *lines, "", "(The whole traceback: run %tb in a cell of its own.)"])


def _show(
    shell: Any,
    etype: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    tb_offset: int | None = None,
) -> None:
    """Show an error in place of IPython, which calls this in `run_code`."""
    if said := short(error.with_traceback(trace)):
        # Where %tb looks for it.
        sys.last_type, sys.last_value, sys.last_traceback = etype, error, trace
        shell._showtraceback(etype, error, said.splitlines())
    else:
        shell.showtraceback((etype, error, trace), tb_offset=tb_offset)
