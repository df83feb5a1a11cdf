"""The words of a mark, as they are heard."""

import altair as alt
import pandas as pd
from hearing import heard_in

from track2lib.charts.grammar.aloud import aloud

ROWS = pd.DataFrame(
    {
        "town": ["Vienna", "Bonn", "Accra"],
        "n": [2.0, None, 1234.5],
        "note": ['it\'s "new"', "", None],
        "cited": ["A 2001", "B 2002", "C 2003"],
        "first": [True, True, False],
    }
)
TIPS = [
    alt.Tooltip("town:N", title="Town"),
    alt.Tooltip("n:Q", title="Rows", format=",.1f"),
    alt.Tooltip("cited:N", title="Says who"),
]


def heard(**how):
    """Draw the rows, and give what is heard of them."""
    chart = alt.Chart(ROWS).mark_point().encode(description=aloud(TIPS, **how))
    return [label for _, label in heard_in(chart.to_dict())]


def test_a_mark_says_what_its_tooltip_says():
    """Each field with what it is called, numbers in their format; of what is missing, nothing."""
    assert heard() == [
        "Town: Vienna; Rows: 2.0; Says who: A 2001",
        "Town: Bonn; Says who: B 2002",
        "Town: Accra; Rows: 1,234.5; Says who: C 2003",
    ]


def test_words_beside_a_mark_come_before_who_says_so():
    """What is written beside a mark is heard in full, whatever signs are in it."""
    assert heard(besides=["note"])[0] == 'Town: Vienna; Rows: 2.0; it\'s "new"; Says who: A 2001'
    assert heard(besides=["note"])[1:] == heard()[1:]


def test_one_of_several_marks_speaks():
    """Where a row has several marks, those that are not asked for are silent."""
    assert heard(only="datum.first") == heard()[:2]


def test_a_field_may_have_any_name():
    """Fields and titles with quotes, slashes and signs that end a line are read as they are."""
    rows = ROWS.rename(columns={"town": "the 'town'"})
    for title in ('In "town"', "it's \\ a </script>", "line\u2028of شهر 😀", "${datum.n}"):
        tips = [alt.Tooltip("the 'town':N", title=title), TIPS[-1]]
        chart = alt.Chart(rows).mark_point().encode(description=aloud(tips))
        assert heard_in(chart.to_dict())[0][1] == f"{title}: Vienna; Says who: A 2001"
