"""What was chosen for each way to ask, drawn from rows of one's own."""

import altair as alt
import pandas as pd
import pytest
from hearing import heard_in

from track2lib.impact.charts.choices import (
    headline,
    headlines,
    is_chosen,
    lists,
    name_width,
    rows_of_dots,
    sizes,
    tally,
)

ROWS = pd.DataFrame(
    {
        "measure": ["votes", "votes", "visas"],
        "at": ["2001", "2005", "2005"],
        "estimate": [-1.0, 0.0, 2.0],
        "sure": [True, False, False],
        "rank": [1, 2, 3],
    }
)
FIELDS = {"measure": "Measure", "at": "First year after"}


@pytest.mark.parametrize(
    ("counts", "of", "said"),
    [
        ((3, 2, 1), 3, "2 of 3 estimates lie below zero (further apart), 1 above (closer)"),
        ((3, 1, 2), 3, "1 of 3 estimates lies below zero (further apart), 2 above (closer)"),
        (
            (2, 0, 2),
            3,
            "0 of 2 estimates picked out lie below zero (further apart), 2 above (closer)",
        ),
        ((1, 0, 1), 1, "The one estimate lies above zero (closer)"),
        ((1, 1, 0), 3, "The estimate picked out lies below zero (further apart)"),
        ((1, 0, 0), 3, "The estimate picked out is zero"),
    ],
)
def test_nouns_and_verbs_fit_their_numbers(counts, of, said):
    """One estimate is one, and none is none."""
    assert headline(*counts, of=of) == said


def test_a_change_of_nothing_is_on_neither_side():
    """An estimate of 0 is counted among all, and lies neither below zero nor above."""
    assert tally(ROWS) == (3, 1, 1)


@pytest.mark.parametrize(("large", "said"), [(10, "78.5 : 35.7"), (5, "19.6 : 11.0")])
def test_what_excludes_zero_is_larger(large, said):
    """Size tells it and not color alone; and the rest stays large enough to be seen."""
    assert sizes(large).expr == f"datum.sure ? {said}"


def test_each_setting_of_the_lists_has_its_own_title():
    """What the lists can say leads to the title of the rows that are left, or to none."""
    title = alt.TitleParams(alt.ExprRef(headlines(ROWS, [*FIELDS])))
    for measure, at, said in (
        ("all", "all", headline(3, 1, 1, of=3)),
        ("votes", "all", headline(2, 1, 0, of=3)),
        ("all", "2005", headline(2, 0, 1, of=3)),
        ("votes", "2005", headline(1, 0, 0, of=3)),
        ("visas", "2001", "No estimate was made in this way: choose again"),
    ):
        chosen = {"only_measure": measure, "only_at": at}
        params = [alt.param(name=name, value=value) for name, value in chosen.items()]
        chart = alt.Chart(ROWS).mark_point().properties(title=title).add_params(*params)
        assert [label for kind, label in heard_in(chart.to_dict()) if kind == "title"] == [
            f"Title text '{said}'"
        ]


def test_lists_name_what_can_be_chosen():
    """Each list begins with all, and has each value once."""
    made = [one.to_dict() for one in lists(FIELDS, ROWS)]
    assert [one["bind"]["options"] for one in made] == [
        ["all", "visas", "votes"],
        ["all", "2001", "2005"],
    ]
    assert "only_at" in is_chosen(FIELDS)


@pytest.mark.parametrize(("name", "step"), [("Votes", 15), ("A name that is long " * 2, 30)])
def test_a_name_in_two_lines_has_room(name, step):
    """A row is 15 pixels high, or higher by a line for each more that its own name needs."""
    names = ["visas", name]
    left = name_width({"Measure": names})
    rows = rows_of_dots(alt.Chart(ROWS), "measure", "Measure", names, left=left, large=7)
    assert rows.to_dict()["height"] == 15 + step
    assert 204 < left <= 235 + 12


def test_a_head_has_room_beside_the_first_name():
    """Names are as wide as they need, and one that stands beside a head needs the head's room too."""
    short, long = "Visas", "A name of more than 200 px, no line"
    assert name_width({"Measure": [long, short]}) > name_width({"Measure": [short, long]})
