"""Questions: found by name, with a key that the data give."""

from importlib import import_module

import pandas as pd
import pytest
from lesson_seven import IRANIAN, ORGANIZATIONS, PASSAGES

from track2lib.lessons.exercises import check, hint


@pytest.mark.usefixtures("small")
def test_table_follows_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key of a table is computed from the data, not written down."""
    more = pd.concat([ORGANIZATIONS, IRANIAN.assign(org_id=["new", "newer"])])
    now = {"organizations": more, "passages": PASSAGES}
    monkeypatch.setattr(
        import_module("track2lib.records.loading"), "load", lambda name, **_: now[name]
    )
    assert "Still missing: 2." in check("q7-4", IRANIAN).body
    assert check("q7-7", 4).status == "right"


@pytest.mark.usefixtures("small")
def test_name_in_any_dress() -> None:
    """Case and spaces in the name of a question do not matter."""
    assert hint(" Q7-1 ").about == "q7-1"
