"""The key above a chart: forms and colours of its marks."""

import altair as alt
import pandas as pd
import pytest
import vl_convert

from track2lib.charts.grammar.keys import Key, keyed
from track2lib.page.theme import INK, NEUTRAL

ROWS = pd.DataFrame({"told": ["First", "Second"], "at": [1, 2]})


def spec_of(*names: str) -> dict:
    """Draw a mark of each value with a key, as Vega-Lite."""
    looks = [("circle", INK), ("square", NEUTRAL)] * len(names)
    marks = alt.Chart(ROWS).mark_point(opacity=1).encode(x="at:Q")
    key = Key("told", "Told in", dict(zip(names, looks, strict=False)))
    return keyed(marks, key, 800).to_dict()


def test_values_are_written_beside_their_marks_in_their_colours() -> None:
    """Form and colour say the same, and each word has the colour of its mark."""
    spec = spec_of("First", "Second")
    svg = vl_convert.vegalite_to_svg(spec)
    for name, colour in (("First", INK), ("Second", NEUTRAL)):
        word = svg[: svg.index(f">{name}</text>")].rpartition("<text")[2]
        assert f'fill="{colour}"' in word
    assert spec["encoding"]["shape"]["scale"]["domain"] == ["First", "Second"]


@pytest.mark.parametrize(
    ("names", "columns"), [(["a", "b"], 13), (["A period with a long name " * 2] * 1, 1)]
)
def test_a_key_takes_as_many_lines_as_it_needs(names, columns) -> None:
    """Of long names fewer stand side by side."""
    assert spec_of(*names)["encoding"]["shape"]["legend"]["columns"] == columns


def test_a_value_can_be_called_something_else() -> None:
    """What the key says of a value need not be its name; the others keep theirs."""
    marks = alt.Chart(ROWS).mark_point(opacity=1).encode(x="at:Q")
    looks = {"First": ("circle", INK), "Second": ("square", NEUTRAL)}
    svg = vl_convert.vegalite_to_svg(
        keyed(marks, Key("told", "In", looks, {"First": "the first"}), 800).to_dict()
    )
    assert ">the first</text>" in svg
    assert ">First</text>" not in svg
    assert ">Second</text>" in svg
