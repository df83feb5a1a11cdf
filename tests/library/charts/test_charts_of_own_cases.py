"""Every chart, drawn from rows of a reader's own and from both."""

import pandas as pd
import pytest
from drawn import words_of
from library_charts import OWN

import track2lib as t2


@pytest.mark.parametrize(("chart", "name"), OWN)
def test_a_chart_of_ones_own(three, chart, name):
    """Every chart draws three rows of one's own and names their source."""
    words = words_of(chart(t2.load(name, data=three)).to_dict())
    assert "Author 2012" in words


@pytest.mark.parametrize(("chart", "name"), OWN)
def test_a_chart_of_both(three, chart, name):
    """Every chart draws one's own rows beside some of ours."""
    both = t2.load(name, data=three, beside=True)
    own = both["source"].notna()
    assert own.sum() == 3
    chart(pd.concat([both[~own].head(8), both[own]]))
    if chart in (t2.per_year, t2.topics, t2.venue_map, t2.timeline):
        words = words_of(chart(both.tail(140)).to_dict())
        assert "Sources" in words


# What says more of what its rows point to than names.
LOOKING_UP = [
    (t2.events_by_era, "events"),
    (t2.organizers, "dialogue_organizations"),
    (t2.topics, "dialogue_topics"),
    (t2.venue_map, "dialogue_venues"),
    (t2.venue_map, "meetings"),
    (t2.venues, "dialogue_venues"),
]


@pytest.mark.parametrize(("chart", "name"), OWN)
def test_a_table_that_has_lost_its_package_is_told_so(three, chart, name):
    """After a merge a chart says the same as before, or that it cannot look up what it needs."""
    table = t2.load(name, data=three)
    merged = table.merge(pd.DataFrame({"note": ["mine"]}), how="cross")
    assert not merged.attrs
    if (chart, name) in LOOKING_UP:
        with pytest.raises(ValueError, match=r"lost the data package.*query\(\) or isin\(\)"):
            chart(merged)
    else:
        said, before = (" ".join(chart(own).to_dict()["title"]["text"]) for own in (merged, table))
        assert said.replace("g1", "Some") == before  # a group is called by its key then
    merged.attrs = table.attrs
    assert chart(merged).to_dict() == chart(table).to_dict()
