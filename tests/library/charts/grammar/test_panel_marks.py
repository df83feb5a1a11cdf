"""Marks of panels: each thing is heard once, and what is not there has no layer."""

import pandas as pd
from hearing import marks_in

from track2lib.charts.grammar.panel_marks import panel_marks
from track2lib.charts.grammar.panels import Panels, laid_out
from track2lib.page.frame import finish

PIECES = pd.DataFrame(
    [
        ("Talks", "possible", "2001-01-01", "2002-01-01"),
        ("Talks", "certain", "2002-01-01", "2004-01-01"),
        ("Talks", "goes on", "2004-01-01", None),
        ("Rounds", "goes on", "2003-01-01", None),
    ],
    columns=["name", "kind", "start", "end"],
    index=[0, 0, 0, 1],
).assign(panel="A", lane="x", when="then", cited="Author 2012")


def panels(undated: pd.DataFrame) -> Panels:
    """Lay out one panel."""
    return laid_out(PIECES, undated, {"A": "2 dialogues"}, ["x"])


def test_each_thing_is_heard_once() -> None:
    """By its first bar, or by its triangle if it has none; a number says what it counts."""
    undated = pd.DataFrame(
        [("A", "x", "+1", "Visits", "Author 2012")],
        columns=["panel", "lane", "said", "names", "cited"],
    )
    chart = panel_marks(panels(undated))
    spec = finish(chart, title="T", description="D", caption="C").to_dict()
    heard = [label for label in marks_in(spec) if "Says who" in label]
    assert sorted(label.split(";")[0] for label in heard) == [
        "What: Rounds",
        "What: Talks",
        "Without a year: Visits",
    ]


def test_without_numbers_there_is_no_layer_for_them() -> None:
    """Where all have a year, none is counted."""
    empty = pd.DataFrame(columns=["panel", "lane", "said", "names", "cited"])
    some = pd.DataFrame([("A", "x", "+1", "V", "C")], columns=empty.columns)
    few, more = (len(panel_marks(panels(own)).layer) for own in (empty, some))
    assert more == few + 1
