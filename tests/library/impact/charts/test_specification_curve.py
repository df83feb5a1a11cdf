"""Every specification, side by side."""

import pandas as pd
import pytest
from impact_charts import spec_of, table_of

from track2lib import impact


def test_too_many_specifications_are_refused():
    """What cannot be told apart is not drawn, with advice."""
    table = pd.concat([table_of(impact.specification_curve)] * 3)
    with pytest.raises(ValueError, match=r"162 specifications.*Choose fewer"):
        impact.specification_curve(table)


def test_windows_that_were_chosen_are_shown():
    """With two lengths of the span, a control and marks tell them apart."""
    table = impact.all_specifications(["us-exports"], windows=[6, 8])
    spec = str(impact.specification_curve(table).to_dict())
    assert "only_window" in spec
    assert "only_window" not in str(spec_of("specification_curve"))


def test_one_way_is_one():
    """Nouns and verbs fit their numbers."""
    chart = impact.specification_curve(table_of(impact.specification_curve).head(1))
    title = " ".join(chart.to_dict()["title"]["text"])
    assert title == "1 way to ask: 1 says further apart, 0 say closer"
    assert chart.description.startswith("1 way to ask whether")
    assert "by the wide interval 1 excludes 0 downward and 0 upward" in chart.description


def test_an_estimate_far_out_is_in_the_picture():
    """The axis reaches to every estimate, and ticks stay few."""
    table = impact.all_specifications(["us-exports"])
    ends = ["estimate", "low", "high", "wide_low", "wide_high"]
    table.loc[1, ends] += -17.3 - table.loc[1, "estimate"]
    spec = impact.specification_curve(table).to_dict()
    (y,) = [
        layer["encoding"]["y"]
        for layer in spec["vconcat"][0]["vconcat"][0]["layer"]
        if layer["encoding"].get("y", {}).get("field") == "estimate"
    ]
    assert y["scale"]["domain"] == [-18, 18]
    assert 0 in y["axis"]["values"]
    assert len(y["axis"]["values"]) <= 9


def test_intervals_that_are_cut_are_counted():
    """What reaches beyond the edge is said to be cut there, the usual interval as well as the wide."""
    table = impact.all_specifications(["us-exports"]).assign(
        low=-1.0, high=1.0, wide_low=-1.0, wide_high=1.0, estimate=0.5
    )
    told = [impact.specification_curve(table.assign(low=-low)).to_dict() for low in (1, 9)]
    assert ["cut at the edge" in " ".join(spec["title"]["subtitle"]) for spec in told] == [
        False,
        True,
    ]
    assert f"{len(table)} intervals are cut" in " ".join(told[1]["title"]["subtitle"])


def test_a_way_that_stands_twice_is_refused():
    """Two tables put together would count one way as two."""
    table = impact.all_specifications(["us-exports"])
    with pytest.raises(ValueError, match="Two rows have the same measure"):
        impact.specification_curve(pd.concat([table, table]))
