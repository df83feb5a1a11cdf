"""Rows as squares, stacked by year."""

import pandas as pd
import pytest
from square_rows import squares

from track2lib.charts.grammar.stacks import counts_of, in_stacks

EVERY = [2001, 2002, 2003]


def test_sure_and_possible_are_counted_apart() -> None:
    """A row whose date leaves the year open is no row of this year."""
    both = pd.concat([squares(2001, 2001), squares(2001, sure=False)])
    counts = counts_of(both, EVERY)
    assert counts["rows"].tolist() == [2, 0, 0]
    assert counts["possible"].tolist() == [1, 0, 0]


def test_panels_share_their_years_and_only_the_last_names_them() -> None:
    """One line of years stands below all lanes; with documents, below these."""
    both = pd.concat([squares(2001), squares(2003, lane="visits")])
    for written in (pd.DataFrame(), pd.DataFrame({"year": EVERY, "documents": [1, 2, 3]})):
        spec = in_stacks(both, ["talks", "visits"], EVERY, written, {"A": 2003}).to_dict()
        assert spec["resolve"] == {"scale": {"x": "shared"}}
        axes = [panel["layer"][-1]["encoding"]["x"]["axis"]["labels"] for panel in spec["vconcat"]]
        assert axes == [False] * (len(axes) - 1) + [True]
        assert len(axes) == 3 + bool(len(written))


def test_a_band_stands_behind_a_marked_year_in_each_panel() -> None:
    """Without marked years there is no band, and no panel of their names."""
    for marked, layers in (({"A": 2003}, 2), ({}, 1)):
        spec = in_stacks(squares(2001), ["talks"], EVERY, pd.DataFrame(), marked).to_dict()
        assert [len(panel["layer"]) for panel in spec["vconcat"]] == [layers] * (1 + bool(marked))


def test_more_than_can_be_read_are_refused() -> None:
    """A square that is thinner than the gap beside it is not drawn."""
    in_stacks(squares(*[2001] * 60), ["talks"], EVERY, pd.DataFrame(), {})
    with pytest.raises(ValueError, match=r"61 rows would stand .* up to 60 .* per_year"):
        in_stacks(squares(*[2001] * 61), ["talks"], EVERY, pd.DataFrame(), {})
