"""What observers of imagined talks conclude, and where the truth lies."""

import re

import pandas as pd
import pytest
import vl_convert
from drawn import rows_of, words_of
from hearing import heard_in

from track2lib import impact


def worlds(estimate):
    """Imagine two worlds with a truth of 0.5, in which a second reader finds this."""
    rows = [
        (world, reader, found, found - 0.1, found + 0.1, 0.5)
        for world in (1, 2)
        for reader, found in (("all is known", 0.5), ("little is known", estimate))
    ]
    return pd.DataFrame(rows, columns=["world", "reader", "estimate", "low", "high", "truth"])


@pytest.mark.parametrize(
    ("estimate", "title"),
    [
        (0.9, "The truth is 0.5; if little is known, a reader finds 0.90"),
        (0.52, "Here every reader comes close to the truth, 0.5"),
    ],
)
def test_the_title_names_who_is_furthest_from_the_truth(estimate, title):
    """Nobody is said to err where all come close; the line stands at the truth."""
    chart = impact.simulation_chart(worlds(estimate))
    assert " ".join(chart.to_dict()["title"]["text"]) == title
    assert [row["truth"] for row in rows_of(chart) if "truth" in row] == [0.5]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"effect": 1}, r"the truths 0\.5 and 1,.*query\('truth == 0\.5'\)"),
        ({"disclosure": 0.9}, "World 0 stands in the table more than once"),
    ],
)
def test_two_simulations_are_not_drawn_as_one(other, said):
    """Worlds of several simulations are refused, with what differs, and not drawn under one truth."""
    both = pd.concat([impact.simulate(worlds=20), impact.simulate(worlds=20, **other)])
    with pytest.raises(ValueError, match=said):
        impact.simulation_chart(both)


def test_more_worlds_of_one_simulation_are_drawn():
    """Worlds with numbers of their own can be added to a simulation."""
    more = impact.simulate(worlds=20, seed=2)
    both = pd.concat([impact.simulate(worlds=20), more.assign(world=more["world"] + 20)])
    assert "40 imagined worlds" in words_of(impact.simulation_chart(both).to_dict())


def test_next_to_nothing_has_no_sign():
    """A mean a little below 0 is written as 0.00."""
    title = impact.simulation_chart(worlds(-0.001)).to_dict()["title"]["text"]
    assert " ".join(title).endswith("a reader finds 0.00")


def test_shares_have_one_form():
    """A share is written as the promise of an interval is: 95 %, on the chart and aloud."""
    spec = impact.simulation_chart(impact.simulate(worlds=50)).to_dict()
    svg = vl_convert.vegalite_to_svg(spec)
    assert re.search(r">\d+ %<", svg)
    assert not re.search(r"\d%", re.sub(r"\w+=\"(?!aria)[^\"]*\"", "", svg))
    assert not re.search(r"\d%", spec["description"] + str(heard_in(spec)))


@pytest.mark.parametrize(
    ("disclosure", "cases", "said"), [(0, 100, "nothing told"), (0.3, 2, "none")]
)
def test_a_reader_without_an_estimate_keeps_a_row(disclosure, cases, said):
    """Where nothing was told there are a name and words, and no mark; of one story, no interval."""
    table = impact.simulate(cases, worlds=30, disclosure=disclosure)
    if cases == 2:
        table = table.assign(low=table["low"].mask(table["reader"].str.startswith("only")))
    spec = impact.simulation_chart(table).to_dict()
    svg = vl_convert.vegalite_to_svg(spec)
    assert f">{said}<" in svg
    assert len([label for kind, label in heard_in(spec) if kind == "point"]) == 3 - (not disclosure)


def test_the_bar_says_how_many_worlds_are_behind_it():
    """All worlds are counted, or only those with an estimate, if there are some without."""
    some = worlds(0.9)
    words = words_of(impact.simulation_chart(some).to_dict())
    subtitle = " ".join(impact.simulation_chart(some).to_dict()["title"]["subtitle"])
    assert "the middle 95 % of 2 imagined worlds" in subtitle
    assert "2 imagined worlds" in words
    some.loc[0, ["estimate", "low", "high"]] = float("nan")
    subtitle = " ".join(impact.simulation_chart(some).to_dict()["title"]["subtitle"])
    assert "the middle 95 % of the worlds with an estimate" in subtitle
