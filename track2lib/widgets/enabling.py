"""What a lesson asks for at its beginning: charts, short errors, and questions that stay."""

import re
from contextlib import suppress
from typing import Any

from track2lib.page.errors import enable_short_errors
from track2lib.page.theme import enable_charts
from track2lib.widgets.question_form import check

__all__ = ["enable_lesson"]

ASKED = re.compile(r"check\(\s*[\"']\s*(q\d+-\d+)")


def enable_lesson() -> None:
    """Make a notebook ready for a lesson: charts as in the lessons, errors by their message.

    A question whose cell ends in an error is shown again below it, so that it can be answered.

    Raises
    ------
    ImportError
        If Altair is not installed.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.enable_lesson()
    """
    from IPython.core.getipython import get_ipython

    enable_charts()
    enable_short_errors()
    if (shell := get_ipython()) is not None:
        shell.events.register("post_run_cell", _ask_again)


def _ask_again(result: Any) -> None:
    """Show the question of a cell that has failed before or while it was asked."""
    found = ASKED.search(result.info.raw_cell or "")
    if result.success or not found:
        return
    from IPython.display import display

    with suppress(LookupError):  # which the error itself says already
        display(check(found[1]))
