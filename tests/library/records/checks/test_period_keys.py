"""Keys of periods that are words for times outside of periods."""

import pytest
from hand_written import fill

import track2lib


@pytest.mark.parametrize("key", ["before", "both", "several", "outside", "after"])
def test_a_period_is_not_called_like_a_time_outside_of_periods(mine, key):
    """Events of a period that is called 'before' would be taken for those before the first."""
    fill(mine, "eras", {"era_id": key, "name": "The first cabinet", "dates": "1998/2004"})
    ((file, row, column, said, _, severity),) = track2lib.validate(mine).values.tolist()
    assert (file, row, column, severity) == ("eras.csv", 2, "era_id", "error")
    assert said == f"{key!r} is what is said of dates that no single period holds."
