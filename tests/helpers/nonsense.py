"""What somebody may give where something else is meant, and how a call is judged that gets it."""

import dataclasses
import datetime
import enum
import itertools
import linecache
import types
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import altair as alt
import numpy as np
import pandas as pd

import track2lib
from track2lib.lessons.feedback import Feedback

LIBRARY = str(Path(track2lib.__file__).parent)
MISSING = "no-such-place"


def _generator():
    yield 1
    yield "two"


def _frame():
    return pd.DataFrame({"a": [1, 2], "b": ["x", None]})


class Sore:
    """What ends in an error wherever it is touched, but for being read part by part."""

    def _fail(self, *_):
        raise RuntimeError("Do not touch.")

    __str__ = __repr__ = __eq__ = __hash__ = __bool__ = __lt__ = __gt__ = _fail
    __le__ = __ge__ = __int__ = __float__ = __index__ = __contains__ = __getitem__ = _fail


class Side(enum.Enum):
    """A choice of a program."""

    WEST = "west"


@dataclasses.dataclass
class Talk:
    """A record of a program."""

    dialogue_id: str = "una-sipri"
    year: int = 2005


class OtherTable:
    """A table as another library keeps it."""

    def to_pandas(self):
        """Give it as one of pandas."""
        return _frame()


OtherTable.__name__ = "DataFrame"


def _used_up():
    parts = iter(["x"])
    next(parts)
    return parts


def _ring():
    ring = [1]
    ring.append(ring)
    return ring


# Each is made anew for each call, in which it may be used up or changed.
KINDS = {
    "None": lambda: None,
    "NaN": lambda: float("nan"),
    "NA": lambda: pd.NA,
    "NaT": lambda: pd.NaT,
    "no letter": lambda: "",
    "spaces": lambda: "   ",
    "zero": lambda: 0,
    "minus one": lambda: -1,
    "a huge number": lambda: 10**30,
    "a number beyond all writing": lambda: 10**5000,
    "a fraction": lambda: 2.5,
    "infinity": lambda: float("inf"),
    "true": lambda: True,
    "a complex number": lambda: 1j,
    "an empty list": lambda: [],
    "an empty object": lambda: {},
    "an empty set": set,
    "a tuple": lambda: (1, 2),
    "a list of lists": lambda: [[1], [2]],
    "a list of words": lambda: ["x", "y"],
    "a list of nothing": lambda: [None],
    "bytes": lambda: b"dialogues",
    "a folder": Path,
    "a place that is missing": lambda: Path(MISSING, "at", "all"),
    "an empty table": pd.DataFrame,
    "another table": _frame,
    "a column": lambda: _frame()["b"],
    "an array": lambda: np.arange(4).reshape(2, 2),
    "a function": lambda: lambda *_: None,
    "a class": lambda: dict,
    "an object": object,
    "a module": lambda: types,
    "a generator": _generator,
    "a list without an end": itertools.count,
    "a list in itself": _ring,
    "an object with a part": lambda: {"a": 1},
    "a decimal": lambda: Decimal("0.25"),
    "a number of numpy": lambda: np.float32(2.5),
    "a year as text": lambda: "2005",
    "a span": lambda: pd.Timedelta(days=1),
    "a period": lambda: pd.Period("2005", "Y"),
    "an array of no numbers": lambda: np.array(["x", None], dtype=object),
    "an array of one": lambda: np.array(5),
    "what cannot be touched": Sore,
    "a long text": lambda: "talks " * 5000,
    "a path of text": lambda: "../" + MISSING,
    "no text": lambda: "Nor\x02dic\ud800",
    "a zero byte": lambda: "nor\0dic",
    "a day": lambda: datetime.date(2002, 5, 1),
    "a moment": lambda: pd.Timestamp(2002, 5, 1),
    "a wrong key": lambda: "no-such-key",
    "nearly a table": lambda: "dialoges",
    "nearly a source": lambda: "dimagio2010",
    "nearly a scope": lambda: "funding",
    "a formula": lambda: "=1+1",
    "markup": lambda: "<b>talks</b>",
    "a span of numpy": lambda: np.timedelta64(1, "D"),
    "a huge fraction": lambda: Fraction(10**400, 3),
    "a large float": lambda: 1e308,
    "a text of numpy": lambda: np.str_("no-such-word"),
    "yes of numpy": lambda: np.bool_(True),
    "an iterator used up": _used_up,
    "a choice of a program": lambda: Side.WEST,
    "a record": Talk,
    "bytes in memory": lambda: memoryview(b"ab"),
    "a set": lambda: {"x", "y"},
    "keys": lambda: {"a": 1}.keys(),
    "an index": lambda: pd.Index(["x", "y"]),
    "rows as objects": lambda: [{"a": 1}, {"a": 2}],
    "a list with days that are missing": lambda: [pd.NaT, "x"],
    "tables by name": lambda: {"a": _frame()},
    "a million letters": lambda: "x" * 10**6,
    "a table of another library": OtherTable,
    "a table in groups": lambda: _frame().groupby("a"),
    "a table with a style": lambda: _frame().style,
    "a chart": lambda: alt.Chart(_frame()).mark_point(),
}
# Errors that are written for a reader, if our code has raised them.
CLEAR = (ValueError, TypeError, LookupError, OSError)
# Those of Python's own kinds that say something of code, not of what was given.
RAW = (KeyError, IndexError, UnicodeError)


def judged(call):
    """Call something, and give nothing for a clear error, or what is wrong with it, or its result."""
    try:
        result = call()
        # Some errors come only where a chart is written down, which is too late for a reader.
        if isinstance(result, alt.TopLevelMixin):
            result.to_dict(validate=False)
        # A lesson goes on: it says what it cannot read, and raises nothing.
        if isinstance(result, Feedback) and result.status == "form":
            return _fault_of_text(result.body), None
    except CLEAR as error:
        return _fault_of(error), None
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:80]}", None
    return "", result if result is not None else "nothing"


def unlike(result, *, fine):
    """Say what is wrong where nonsense has a result, or what is fine has none."""
    if fine and result is None:
        return "is refused, and is right"
    return "" if fine or result is None else f"is taken: {type(result).__name__}"


def _fault_of(error):
    """Say what makes an error one that nobody has written for a reader."""
    said, step = str(error), error.__traceback__
    while step.tb_next:
        step = step.tb_next
    where = step.tb_frame.f_code.co_filename
    line = linecache.getline(where, step.tb_lineno).strip()
    if isinstance(error, RAW) or not where.startswith(LIBRARY) or not line.startswith("raise"):
        return f"{type(error).__name__}: {said[:80]} (in {Path(where).name}: {line[:40]})"
    return _fault_of_text(said)


def _fault_of_text(said):
    """Say what makes a text none that a reader can use."""
    if len(said.split()) < 5:
        return f"is no sentence: {said[:80]}"
    # Nobody reads a message as long as a page.
    return f"is too long: {len(said)} letters" if len(said) > 2000 else ""
