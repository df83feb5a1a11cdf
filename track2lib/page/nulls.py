"""What is null in a chart, as it must be sent by Python in a browser.

There the kernel of JupyterLite turns None into JavaScript's undefined, and a key with that is lost on
the way to the page: an axis that a chart has none of would be drawn.
"""

import sys
from typing import Any

__all__ = ["with_nulls"]


def with_nulls(part: Any) -> Any:
    """Give a part of an output whose nulls reach the page, wherever this runs.

    Examples
    --------
    >>> with_nulls({"axis": None})
    {'axis': None}
    """
    if sys.platform != "emscripten":
        return part
    from pyodide.ffi import jsnull

    return _replaced(part, jsnull)


def _replaced(part: Any, null: Any) -> Any:
    if isinstance(part, dict):
        return {name: _replaced(own, null) for name, own in part.items()}
    if isinstance(part, list):
        return [_replaced(own, null) for own in part]
    return null if part is None else part
