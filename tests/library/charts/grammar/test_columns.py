"""Rows of a table in named columns."""

import json
from typing import Any

import pandas as pd
import pytest
import vl_convert

from track2lib.charts.grammar.columns import in_columns

ROWS = pd.DataFrame(
    {
        "place": ["Bonn", "Oslo", "Bonn"],
        "year": [2001, 2002, 2002],
        "said": ["one", "two", "three"],
        "setting": ["a", "a", "b"],
        "cited": ["RAND 2007, para. 1"] * 3,
    }
)
WORDS = {"title": "T", "caption": "Source: S.", "description": "D."}


def drawn(**settings: Any) -> dict[str, Any]:
    """Draw the rows in columns of their places, and give the specification."""
    asked: dict[str, Any] = {"column": "place", "step": 200, "tooltip": {"said": "What"}}
    return in_columns(ROWS, **{**asked, **WORDS, **settings}).to_dict()


def test_rows_are_carried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All layers share the rows, which Altair would otherwise print for each, to tell them apart."""

    def slow(frame: pd.DataFrame) -> str:
        raise AssertionError(f"{len(frame)} rows are printed.")

    monkeypatch.setattr(pd.DataFrame, "__repr__", slow)
    spec = drawn(name="said", note="place", row="place")
    assert len(spec["datasets"]) == 1
    assert all("data" not in layer for layer in spec["vconcat"][0]["layer"])


def test_columns_are_never_wider_than_the_page() -> None:
    """Where columns are too many or too wide for the page, they are made narrower."""
    assert drawn(name="said", step=900)["vconcat"][0]["width"] <= 800
    assert drawn(name="said", step=90)["vconcat"][0]["width"] == 180


@pytest.mark.parametrize(
    ("field", "control"), [("setting", "select"), ("year", "range")], ids=["names", "numbers"]
)
def test_a_control_is_made_for_its_settings(field: str, control: str) -> None:
    """Names are chosen from a list and numbers with a slider, and the first comes first."""
    rows = ROWS.assign(setting=ROWS[field])
    asked: dict[str, Any] = {"column": "place", "step": 200, "tooltip": {"said": "What"}}
    chart = in_columns(rows, choose="Show: ", name="said", **asked, **WORDS).to_dict()
    (param,) = chart["params"]
    assert param["bind"]["input"] == control
    assert param["value"] == rows["setting"].iloc[0]


def test_a_title_moves_with_the_control() -> None:
    """Each setting has its title, and the first one stands there at first."""
    titles = {"a": "One", "b": "Many words " * 8}
    spec = drawn(name="said", choose="Show: ", titles=titles)
    moving = spec["title"]["text"]["expr"]
    assert moving.startswith('["T"')
    # The page has room for as many lines as the first one has; see moving.py.
    lines, _ = json.JSONDecoder().raw_decode(moving, moving.index("{"))
    assert lines["a"] == ["One", " "]
    assert " ".join(lines["b"]) == titles["b"].strip()
    assert len(lines["b"]) == 2


def test_heads_keep_apart() -> None:
    """A head is broken where it would come near to the next one."""
    rows = ROWS.assign(place=ROWS["place"] + " and a long name of a place", setting="a")
    for step in (90, 130, 200):
        spec = in_columns(
            rows, column="place", row="said", step=step, tooltip={"said": "What"}, **WORDS
        )
        scene = vl_convert.vegalite_to_scenegraph(spec.to_dict())["scenegraph"]
        lines = [line for lines in heads_in(scene) for line in lines]
        assert max(len(line) for line in lines) * 7 <= step - 10 + 7 * 4


def heads_in(node):
    """Give the lines of the labels of an axis in a drawing."""
    for item in node.get("items", []):
        if node.get("role") == "axis-label":
            yield item["text"] if isinstance(item["text"], list) else [item["text"]]
        yield from heads_in(item) if "items" in item else ()


def test_every_mark_says_who() -> None:
    """The tooltip ends with the citation, whatever else it tells."""
    marks = drawn(name="said")["vconcat"][0]["layer"]
    assert all(layer["encoding"]["tooltip"][-1]["title"] == "Says who" for layer in marks)


WORDS = {"title": "T", "subtitle": "S", "caption": "C", "description": "D"}


def two_marks(settings, **how):
    """Draw two marks in two columns, for one setting each."""
    rows = {"side": ["b", "a"], "name": ["One", "Two"], "setting": settings, "cited": "RAND 2007"}
    frame = pd.DataFrame(rows)
    tooltip = {"name": "Name"}
    return in_columns(
        frame, column="side", step=90, name="name", tooltip=tooltip, **how, **WORDS
    ).to_dict()


def test_columns_stand_in_their_order():
    """Columns come as they are asked for, or else as they first occur."""
    for order, expected in (((), ["b", "a"]), (("a", "b"), ["a", "b"])):
        spec = two_marks(["x", "x"], order=order)
        assert f"'domain': {expected}" in str(spec)


@pytest.mark.parametrize(
    ("settings", "kind"), [(["x", "y"], "select"), ([1997, 1999], "range"), (["x", "x"], "select")]
)
def test_a_control_fits_its_settings(settings, kind):
    """Names are chosen from a list and numbers with a slider, and the first is set."""
    (param,) = two_marks(settings, choose="Choose: ")["params"]
    assert (param["bind"]["input"], param["value"]) == (kind, settings[0])


def test_who_says_so_comes_last():
    """Whatever a mark tells, it ends with its source."""
    tips = str(two_marks(["x", "x"]))
    assert tips.index("'title': 'Name'") < tips.index("'title': 'Says who'")


def test_words_in_wide_letters_stay_in_their_column():
    """A line of Chinese letters is no wider than its column, though it has half as many of them."""
    rows = ROWS.assign(said="二轨对话的参加者名单及其所属机构")
    tooltip = {"said": "What"}
    spec = in_columns(
        rows, column="place", step=120, name="said", tooltip=tooltip, **WORDS
    ).to_dict()
    lines = [
        line
        for data in spec["datasets"].values()
        for row in data
        for line in row["large"].split("\n")
    ]
    assert max(map(len, lines)) * 13 <= 120 - 24 - 10 + 13


def test_names_of_rows_in_wide_letters_have_their_room():
    """The columns leave as much of the page to a row's name as it is wide."""
    names = {"Latin": "Abcdefghij" * 2, "wide": "二轨对话的参加者名单" * 2}
    steps = [
        in_columns(
            ROWS.assign(said=name), column="place", row="said", step=340, tooltip={}, **WORDS
        ).to_dict()["vconcat"][0]["width"]
        for name in names.values()
    ]
    assert steps[1] < steps[0]


def test_a_column_without_marks_says_what_is_given_for_it() -> None:
    """Words for an empty column are silent, broken to its width, and seen in their setting alone."""
    words = {("a", "Oslo"): "none is dated here, as far as it is known"}
    spec = drawn(name="said", step=120, choose="Show: ", empty=words)
    layers = spec["vconcat"][0]["layer"]
    (layer,) = [one for one in layers if one["mark"].get("fontStyle") == "italic"]
    (row,) = spec["datasets"][layer["data"]["name"]]
    assert row["said"].replace("\n", " ") == words["a", "Oslo"]
    assert "\n" in row["said"]
    assert layer["mark"]["aria"] is False
    assert "setting" in str(layer["transform"])


def test_rows_of_the_title_have_bold_names() -> None:
    """The rows that are asked for are bold, and no others."""
    spec = drawn(row="said", strong={"two"})
    scene = vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]
    weights = {item["text"]: item["fontWeight"] for item in items_in(scene)}
    assert {name: weights[name] for name in ("one", "two", "three")} == {
        "one": "normal",
        "two": "bold",
        "three": "normal",
    }


def items_in(node):
    """Give the labels of the axes in a drawing, with their look; a name of one line as it is."""
    for item in node.get("items", []):
        if node.get("role") == "axis-label":
            text = item["text"]
            alone = text[0] if isinstance(text, list) and len(text) == 1 else str(text)
            yield {"fontWeight": item.get("fontWeight", "normal"), "text": alone}
        yield from items_in(item) if "items" in item else ()
