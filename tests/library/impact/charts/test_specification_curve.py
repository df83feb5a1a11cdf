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
