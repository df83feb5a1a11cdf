"""What an error says of many problems."""

import pytest
from damage import add

import track2lib
from track2lib.records.problem import DataError


def test_long_message_is_cut(copy):
    """An error shows five problems and says how many more there are and how to see them."""
    for number in range(7):
        add({"topic_id": f"x{number}", "area": "regional"})(copy, "topics.csv")
    with pytest.raises(DataError) as refusal:
        track2lib.load("topics", data=copy)
    lines = str(refusal.value).splitlines()
    assert len(lines) == 6
    assert lines[-1] == "... and 2 more; validate() lists them all."
    assert len(refusal.value.problems) == 7
