"""What holds of every chart: it is framed, described, sourced, and drawn from whosever rows."""

import json
import re

import pytest
from drawn import caption_of, drawn_width, founding, rows_in
from library_charts import CHARTS, FOUNDING, MARKS, spec_of
from placing import outside

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
    # A ring stands for somebody of whom no row tells.
    drawn = [row for row in drawn if row.get("shape") != "ring"]
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


@pytest.mark.parametrize("name", CHARTS)
def test_no_mark_stands_outside_of_its_plot(name: str) -> None:
    """Whatever the rows are, each mark is in the picture."""
    assert outside(spec_of(name)) == []


@pytest.mark.parametrize("name", [*CHARTS, "imagined"])
def test_each_control_says_what_it_moves(name: str) -> None:
    """A list or a slider has a name in words; buttons, whose group Vega does not name, are not used."""
    spec = t2.imagined_talks().to_dict() if name == "imagined" else spec_of(name)
    for param in spec.get("params", []):
        if "bind" in param:
            assert param["bind"]["input"] in ("select", "range")
            assert re.fullmatch(r"[A-Z][a-z ]+: ", param["bind"]["name"])
