"""Rows broken into lines, and the height at which each stands."""

import pandas as pd

from track2lib.charts.grammar.layout import placed, rows_axis, with_lines

ROWS = pd.DataFrame(
    {
        "place": ["Bonn", "Oslo", "Bonn"],
        "said": ["one", "many words that need a second line", None],
        "setting": "all",
    }
)


def test_words_are_broken_to_the_width() -> None:
    """Longer words take more lines, and a row without words has the height of one."""
    rows = with_lines(ROWS, ("said", ""), 100, bold=True, lift=True)
    assert [count > 0 for count in rows["large"].str.count("\n")] == [False, True, False]
    assert rows["large"].str.replace("\n", " ").tolist() == ROWS["said"].fillna("").tolist()
    first, second, third = rows["height"]
    assert first == third < second


def test_what_shares_a_cell_stands_one_below_the_other() -> None:
    """Two rows of one name in one column have heights of their own, and the row has room for both."""
    twice = pd.concat([ROWS, ROWS.head(1).assign(said="another")], ignore_index=True)
    rows = with_lines(twice, ("said", ""), 100, bold=True, lift=True)
    rows, names = placed(
        rows.assign(setting="a", side="x"), "side", "place", {"Bonn": ["Bonn"], "Oslo": ["Oslo"]}
    )
    first, last = (
        rows.loc[rows["said"] == "one"].iloc[0],
        rows.loc[rows["said"] == "another"].iloc[0],
    )
    assert last["at"] - first["at"] >= 15
    assert last["at"] + last["height"] / 2 <= last["edge"] + 1
    assert len(names) == 2


def test_each_setting_ends_where_the_others_do() -> None:
    """Where a setting has less to show, its rows stand further apart, and no blank band is left."""
    rows = pd.DataFrame({"side": "x", "setting": list("aaaabbb"), "said": "one"})
    rows = with_lines(rows, ("said", ""), 100, bold=False, lift=False)
    ends = placed(rows, "side", "", {})[0].groupby("setting")["edge"].max()
    assert abs(ends["a"] - ends["b"]) <= 3


def test_rows_of_one_name_stand_at_one_height() -> None:
    """Marks of one row share its height, rows do not overlap, and the name is in the middle."""
    rows = with_lines(ROWS, ("said", ""), 100, bold=True, lift=True)
    lines = {"Bonn": ["Bonn"], "Oslo": ["Oslo"]}
    rows, names = placed(rows.assign(side=["x", "x", "y"]), "side", "place", lines)
    bonn, oslo = (rows[rows["place"] == place] for place in ("Bonn", "Oslo"))
    assert bonn["at"].nunique() == bonn["edge"].nunique() == 1
    assert bonn["at"].iloc[0] < bonn["edge"].iloc[0] < oslo["at"].iloc[0] < oslo["edge"].iloc[0]
    assert names == {bonn["at"].iloc[0]: "Bonn", oslo["at"].iloc[0]: "Oslo"}


def test_without_rows_each_setting_fills_its_columns_from_the_top() -> None:
    """What another setting shows takes no room in this one."""
    for settings, same in ((["a", "a", "b"], True), (["a", "a", "a"], False)):
        rows = ROWS.assign(setting=settings)
        rows = with_lines(rows, ("said", ""), 100, bold=True, lift=False)
        first, _, third = placed(rows, "place", "", {})[0]["at"]
        assert (first == third) == same


NAMES = pd.DataFrame(
    {
        "side": ["a", "a", "b"],
        "setting": "all",
        "name": ["Short", "A name that is far too long for one line of this width", "Short"],
    }
)


def broken():
    """Break the names at 120 pixels."""
    return with_lines(NAMES, ("name", ""), 120, bold=False, lift=False)


def test_longer_words_make_a_higher_row():
    """No word is lost where a line is broken, and each line has its height."""
    lines = broken()
    assert [text.replace("\n", " ") for text in lines["large"]] == NAMES["name"].tolist()
    assert lines["height"][1] > lines["height"][0] == lines["height"][2]


def test_a_column_is_filled_from_its_top():
    """Rows of one column follow one another without overlap; another column begins at the top."""
    lines = broken()
    rows, names = placed(lines, "side", "", {})
    assert names == {}
    assert rows["edge"].tolist()[1] == lines["height"][:2].sum()
    assert rows["at"][0] == rows["at"][2] < rows["edge"][0] < rows["at"][1]


def test_the_name_of_a_row_stands_around_its_middle() -> None:
    """All lines of a name are looked up, and these are moved up by half of their height."""
    axis = rows_axis({30: ["A name", "of two lines"]}, grid=True).to_dict()
    lines = '{"30": ["A name", "of two lines"]}[datum.value]'
    assert axis["labelExpr"] == lines
    assert axis["labelOffset"]["expr"] == f"15 * (1 - length({lines})) / 2"
    assert axis["grid"]


def test_lines_from_right_to_left_are_marked() -> None:
    """Lines that are drawn as one text are kept apart."""
    long = ROWS.assign(said="گفت‌وگوی غیررسمی دانشگاهیان دربارهٔ امنیت")
    rows = with_lines(long, ("said", "said"), 100, bold=True, lift=False)
    for text in (*rows["large"], *rows["small"]):
        assert "\n" in text
        assert {(line[0], line[-1]) for line in text.split("\n")} == {("\u2067", "\u2069")}


def test_bold_words_are_measured() -> None:
    """Letters that are wider than most need a line more where they are bold."""
    rows = with_lines(ROWS.assign(said="Common Ground"), ("said", ""), 98, bold=True, lift=True)
    assert rows["large"].tolist() == ["Common\nGround"] * 3
