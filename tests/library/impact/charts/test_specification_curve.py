"""Every specification, side by side."""

import pandas as pd
import pytest
from hearing import heard_in
from impact_charts import spec_of, table_of

from track2lib import impact
from track2lib.page.sentence import title_of


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
    title = title_of(chart.to_dict())
    assert title == "The one estimate lies below zero (further apart)"
    assert chart.description.startswith("1 estimate of how far")
    assert "by the wide interval 1 excludes 0 downward and 0 upward" in chart.description


@pytest.mark.parametrize("pick", [{}, {"compares": "lines"}, {"measure": "Visitor visas (B)"}])
def test_the_title_counts_what_is_picked_out(pick):
    """Whatever the lists say, the title is that of the rows that they leave."""
    table = table_of(impact.specification_curve)
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = pick.get(param["name"].removeprefix("only_"), "all")
    own = table[(table[[*pick]] == pd.Series(pick)).all(axis=1)] if pick else table
    apart, closer = (own["estimate"] < 0).sum(), (own["estimate"] > 0).sum()
    heard = heard_in(spec)
    (title,) = [label for kind, label in heard if kind == "title" and "lie below" in label]
    picked = " picked out" * bool(pick)
    said = f"{apart} of {len(own)} estimates{picked} lie below zero (further apart), {closer} above (closer)"
    assert said in title
    sure = ((own["wide_low"] > 0) | (own["wide_high"] < 0)).sum()
    assert any(f"{sure or 'no'} wide interval" in label for kind, label in heard if kind != "title")


def test_lists_that_leave_nothing_say_so():
    """A choice that nobody made with another one is no blank chart without a word."""
    table = table_of(impact.specification_curve).iloc[[0, -1]]
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = param["bind"]["options"][-1 if param["name"] == "only_measure" else 1]
    heard = [label for _, label in heard_in(spec)]
    assert any("No estimate was made in this way" in label for label in heard)


def test_a_choice_that_the_measure_settles_has_no_rows():
    """Whether a measure is netted is seen in its name, unless one measure is there in both ways."""
    table = table_of(impact.specification_curve)
    assert "only_netting" not in str(spec_of("specification_curve"))
    both = pd.concat([table, table.assign(netting="another way")])
    assert "only_netting" in str(impact.specification_curve(both.head(60)).to_dict())


def test_a_way_that_stands_twice_is_refused():
    """Two tables put together would count one way as two."""
    table = impact.all_specifications(["us-exports"])
    with pytest.raises(ValueError, match="Two rows have the same measure"):
        impact.specification_curve(pd.concat([table, table]))
