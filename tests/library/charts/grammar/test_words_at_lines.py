"""Words beside lines, placed among values of one's own."""

import pandas as pd
import pytest

from track2lib.charts.grammar.words_at_lines import at_level, at_means


@pytest.mark.parametrize(
    ("values", "end", "way"),
    [
        ([1.0] * 8, 8, 1),
        ([1.0] * 6 + [3.0] * 2, 6, 1),
        ([2.0, 1.0] * 4, 8, -1),
        ([3.0, -3.0] * 4, 8, 1),
    ],
)
def test_words_stand_where_no_bar_crosses_them(values, end, way):
    """As far at the right as there is room above, or else below, or else on a ground of their own."""
    ground, words = at_level(pd.Series(values, name="value"), 2.0, "as in 2005", 30)
    spec = words.to_dict()
    assert spec["encoding"]["x"] == {"value": end * 30}
    ((row,),) = spec["datasets"].values()
    assert row["value"] == way * 2.0
    assert "stroke" in ground.to_dict()["mark"]
    assert "stroke" not in spec["mark"]


def figures(values, mean, span=(2000, 2007)):
    """Place the figure of one mean among values from the year 2000 on."""
    own = pd.Series(values, index=range(2000, 2000 + len(values)), dtype=float)
    means = pd.DataFrame([{"start": span[0], "end": span[1], "mean": mean, "figure": "1.5"}])
    ((row,),) = at_means(own, means, 400)[1].to_dict()["datasets"].values()
    return row


def test_a_figure_stands_on_the_side_where_the_values_are_far():
    """Above its line where the values lie below it, and the other way round."""
    assert figures([6] * 8, 7)["dy"] < 0
    assert figures([10] * 8, 8)["dy"] > 0


def test_a_figure_does_not_stand_on_the_names_of_the_years():
    """Just above the lowest value there is room above alone."""
    assert figures([0, 0.2, 40, 0.1, 0, 0, 0, 40], 0.5)["dy"] < 0


def test_a_figure_stays_within_its_line():
    """Its middle is as far from either end as it is wide, or in the middle of a short line."""
    assert 2000 < figures([0, 9, 0, 9, 0, 9, 0, 9], 4)["at"] < 2007
    assert figures([0, 9, 0, 9, 0, 9, 0, 9], 4, (2003, 2003))["at"] == 2003
