"""What holds of every chart: it is framed, described, sourced, and drawn from whosever rows."""

import json

import pytest
from drawn import caption_of, drawn_width, founding, rows_in
from library_charts import CHARTS, FOUNDING, MARKS, spec_of

import track2lib as t2


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_a_title_a_description_and_its_source(name: str) -> None:
    """Each chart says what to see, describes itself in words and names its source."""
    spec = spec_of(name)
    assert spec["title"]["text"]
    assert len(spec["description"].split()) > 15
    source = "Source: DiMaggio 2010" if name in FOUNDING else "Source"
    assert any(line.startswith(source) for line in caption_of(spec))


@pytest.mark.parametrize("name", MARKS)
def test_every_mark_says_who(name: str) -> None:
    """Each row that a chart draws from a table carries a citation for its tooltip."""
    drawn = [row for row in rows_in(spec_of(name)) if "cited" in row]
    assert drawn
    assert all(row["cited"] for row in drawn)
    if name in FOUNDING:
        assert all(row["cited"].startswith(("DiMaggio 2010, ", "RAND 2007, ")) for row in drawn)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_the_same_each_time(name: str) -> None:
    """Drawing twice gives the same specification, so that a stored output can be compared."""
    assert CHARTS[name]().to_dict() == spec_of(name)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_fits_beside_the_list_of_files(name: str) -> None:
    """In JupyterLab at 1280 pixels, with the list of files open, no chart is cut at the right."""
    assert drawn_width(spec_of(name)) <= 830


def test_a_chart_can_go_on_being_changed() -> None:
    """What comes back is an Altair chart: its title can be replaced, its source stays."""
    chart = t2.venues(founding("dialogue_venues")).properties(title="My title")
    assert chart.to_dict()["title"] == "My title"
    assert "Source: DiMaggio 2010" in json.dumps(chart.to_dict())
