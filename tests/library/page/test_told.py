"""What a chart draws, as a table."""

import altair as alt
import pandas as pd
import pytest
from drawn import founding, named
from hearing import marks_in
from impact_charts import CHARTS as LAB
from library_charts import CHARTS

import track2lib as t2
from track2lib.page.told import told_by


@pytest.mark.parametrize("name", [*CHARTS, *LAB])
def test_the_table_has_the_words_that_are_heard(name):
    """Each mark that is heard is a row, and each of its words is in a cell."""
    chart = {**CHARTS, **LAB}[name]()
    table, _ = told_by(chart)
    cells = [" ".join(str(cell) for cell in row if pd.notna(cell)) for row in table.to_numpy()]
    # What is written of all marks together is no row.
    heard = [label for label in marks_in(chart.to_dict()) if ": " in label and ";" in label]
    assert heard
    for label in heard:
        parts = [part.split(": ", 1)[-1] for part in label.split("; ")]
        assert any(all(part in row for part in parts) for row in cells), label


def test_every_position_of_a_control_is_there():
    """What a slider or a list hides is in the table, and no row stands twice."""
    chart = t2.active_in_year(named())
    table, title = told_by(chart)
    assert table["Year"].nunique() * table["Dialogue"].nunique() == len(table)
    assert "as the controls stand" not in title
    assert len(told_by(t2.compare_definitions(founding("readings")))[0]) == 18
    assert not told_by(t2.events_by_era(founding("events")))[0].duplicated().any()


def test_what_a_control_changes_is_told_as_it_stands_at_first():
    """Where numbers move with a slider, the table says that they are those at first."""
    table, title = told_by(t2.imagined_talks())
    assert title.endswith(", as the controls stand at first")
    assert list(table.columns) == ["This imagined talk", "Talks like it"]
    assert table["Talks like it"].astype(int).sum() == 100


def test_a_chart_is_shown_as_its_table():
    """The call that shows a table shows what a chart draws, under its title."""
    chart = t2.venues(founding("dialogue_venues"))
    shown = t2.show(chart)
    assert shown.caption == "The source names 4 cities and leaves 2 places open: 6 rows"
    assert list(shown.frame.columns) == ["Place", "Dialogue", "Meetings", "Says who"]
    assert "Says who: DiMaggio 2010, American organizers, para. 5" in repr(shown)
    assert t2.show(chart, caption="Mine").caption == "Mine"


def test_a_chart_that_tells_nothing_says_so():
    """A chart without words is refused with a sentence, and so is one that is no chart."""
    bare = alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x="a:Q")
    with pytest.raises(ValueError, match="tells anything"):
        t2.show(bare)


def test_signs_in_a_cell_stay_in_their_column():
    """A name that looks like the lines of a tooltip is one name."""
    rows = founding("dialogue_venues")
    places = t2.load("dialogues", scope="founding")
    assert len(places) > len(rows)
    odd = t2.timeline(places.head(2).assign(name=["A; Says who: nobody; B", "C: D"]))
    table, _ = told_by(odd)
    assert table["What"].tolist() == ["A; Says who: nobody; B", "C: D"]


def test_a_field_of_a_row_is_no_control():
    """A filter of rows by a field that is called like a control stays."""
    rows = pd.DataFrame({"n": [1, 2, 3], "cited": ["A", "B", "C"]})
    control = alt.param(name="n", value=1, bind=alt.binding_range(min=1, max=3))
    tips = [alt.Tooltip("n:Q", title="N"), alt.Tooltip("cited:N", title="Says who")]
    words = alt.DescriptionValue(alt.ExprRef("'N: '+datum.n+'; Says who: '+datum.cited"))
    base = alt.Chart(rows).mark_bar().add_params(control).encode(tooltip=tips, description=words)
    assert len(told_by(base.transform_filter("datum.n > 1"))[0]) == 2
    assert len(told_by(base.transform_filter("datum.n == n"))[0]) == 3


def test_a_chart_of_ones_own_is_shown_by_its_tooltips():
    """A chart made with Altair directly needs no words beside its tooltips."""
    days = pd.to_datetime(["2001-05-02", "2002-01-01"])
    rows = pd.DataFrame({"town": ["Vienna", "Bonn"], "n": [1.25, None], "day": days})
    tips = ["town:N", alt.Tooltip("n:Q", title="Rows", format=".1f"), "day:T", "sum(n):Q"]
    shown = t2.show(alt.Chart(rows, title="Mine").mark_point().encode(x="town:N", tooltip=tips))
    assert shown.caption == "Mine: 2 rows"
    assert shown.frame.fillna("").to_numpy().tolist() == [
        ["Vienna", "1.3", "2001-05-02"],
        ["Bonn", "", "2002-01-01"],
    ]
