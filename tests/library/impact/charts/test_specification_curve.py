"""Every specification, side by side."""

import pandas as pd
import pytest
import vl_convert
from hearing import heard_in
from impact_charts import spec_of, table_of

from track2lib import impact
from track2lib.page.sentence import title_of

# How an arrow at the upper edge is drawn.
TRIANGLE = "M0,-3.354L-3.873,3.354L3.873,3.354Z"


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
    assert title == "The one way says further apart; its wide interval excludes zero"
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


@pytest.mark.parametrize(
    ("wide_high", "picked", "said"),
    [
        (1.0, "all", []),
        (9.0, "all", ["6 intervals go beyond"]),
        (9.0, "2005", ["2 intervals go beyond"]),
    ],
)
def test_intervals_that_are_cut_are_counted(wide_high, picked, said):
    """Of what is picked out it is told how many intervals go beyond the edge, each with an arrow."""
    table = impact.all_specifications(["us-exports"]).assign(
        low=-1.0, high=1.0, wide_low=-1.0, wide_high=wide_high, estimate=0.5
    )
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = picked if param["name"] == "only_at" else "all"
    heard = [label for _, label in heard_in(spec)]
    assert [label for label in heard if "beyond" in label] == said
    arrows = vl_convert.vegalite_to_svg(spec).count(TRIANGLE)
    assert arrows == (len(table) if wide_high > 4 else 0)


@pytest.mark.parametrize("pick", [{}, {"compares": "lines"}, {"measure": "Visitor visas (B)"}])
def test_the_title_counts_what_is_picked_out(pick):
    """Whatever the lists say, the title is that of the rows that they leave."""
    table = table_of(impact.specification_curve)
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = pick.get(param["name"].removeprefix("only_"), "all")
    own = table[(table[[*pick]] == pd.Series(pick)).all(axis=1)] if pick else table
    apart, closer = (own["estimate"] < 0).sum(), (own["estimate"] > 0).sum()
    sure = ((own["wide_low"] > 0) | (own["wide_high"] < 0)).sum()
    (title,) = [label for kind, label in heard_in(spec) if kind == "title" and "ways" in label]
    picked = " picked out" * bool(pick)
    assert f"{apart} of {len(own)} ways{picked} say further apart, {closer} closer" in title
    assert f"{sure or 'no'} wide interval" in title


def test_lists_that_leave_nothing_say_so():
    """A choice that nobody made with another one is no blank chart without a word."""
    table = table_of(impact.specification_curve).iloc[[0, -1]]
    spec = impact.specification_curve(table).to_dict()
    for param in spec["params"]:
        param["value"] = param["bind"]["options"][-1 if param["name"] == "only_measure" else 1]
    heard = [label for _, label in heard_in(spec)]
    assert any("There is no such way" in label for label in heard)


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
