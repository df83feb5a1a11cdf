"""Keys of periods that mean something else where it is said in which period a date falls."""

from collections.abc import Collection, Iterator

from track2lib.records.eras import OUTSIDE
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["period_keys_rule"]


def period_keys_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Refuse a key of a period that is what is said of dates which no single period holds."""
    if "eras" not in names:
        return
    for row, key in zip(records.numbers("eras"), records.keys("eras"), strict=True):
        if key in OUTSIDE:
            said = f"{key!r} is what is said of dates that no single period holds."
            remedy = f"Choose another key, such as '{key}-them'."
            yield Problem(records.file("eras"), row, "era_id", said, remedy)
