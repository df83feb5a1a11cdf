"""Words broken into lines, and rows that make room for them."""

import pandas as pd

from track2lib.charts.grammar.layout import placed, with_lines

ROWS = pd.DataFrame(
    {
        "side": ["a", "a", "b"],
        "setting": "all",
        "name": ["Short", "A name that is far too long for one line of this width", "Short"],
    }
)


def broken():
    """Break the names at 120 pixels."""
    return with_lines(ROWS, ("name", "", ""), 120, bold=False, lift=False)


def test_longer_words_make_a_higher_row():
    """No word is lost where a line is broken, and each line has its height."""
    lines = broken()
    assert [text.replace("\n", " ") for text in lines["large"]] == ROWS["name"].tolist()
    assert lines["height"][1] > lines["height"][0] == lines["height"][2]


def test_a_column_is_filled_from_its_top():
    """Rows of one column follow one another without overlap; another column begins at the top."""
    lines = broken()
    rows, names = placed(lines, "side", "", 0)
    assert names == {}
    assert rows["edge"].tolist()[1] == lines["height"][:2].sum()
    assert rows["at"][0] == rows["at"][2] < rows["edge"][0] < rows["at"][1]
