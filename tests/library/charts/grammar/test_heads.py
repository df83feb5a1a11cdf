"""The heads of columns."""

import json

import pandas as pd
import vl_convert

import track2lib as t2
from track2lib.charts.grammar.heads import across, heads

ROWS = pd.DataFrame({"side": ["x", "x", "y"], "setting": ["a", "b", "b"]})


def test_heads_count_what_stands_below_them() -> None:
    """Each setting has its own counts, and a column without marks has none."""
    found = heads(ROWS, "side", ("x", "y"), 200, tally=True)
    assert found == {"a": {"x": ["x: 1"], "y": ["y: 0"]}, "b": {"x": ["x: 1"], "y": ["y: 1"]}}
    assert heads(ROWS, "side", ("x",), 200, tally=False) == {"": {"x": ["x"]}}
    own = heads(ROWS, "side", ("x",), 200, tally=True, headed={("a", "x"): "in x"})
    assert own == {"a": {"x": ["in x: 1"]}, "b": {"x": ["x: 1"]}}


def test_counts_go_with_the_control() -> None:
    """What stands above a column is looked up by the setting, if there are several."""
    axis = across("side", heads(ROWS, "side", ("x", "y"), 200, tally=True), 200, beside=True)
    assert axis.to_dict()["axis"]["labelExpr"].endswith("[setting]")
    alone = across("side", heads(ROWS, "side", ("x", "y"), 200, tally=False), 200, beside=True)
    assert "setting" not in json.dumps(alone.to_dict())


def test_heads_end_at_one_height() -> None:
    """A head of one line stands as near to the marks as the last line of a longer one."""
    spec = t2.topics(t2.load("dialogue_topics", scope="founding")).to_dict()
    scene = vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]
    names = [item for item in labels_in(scene) if item.get("fontWeight") == "bold"]
    ends = {
        round(item["y"] + 15 * len(item["text"]))
        for item in names
        if isinstance(item["text"], list) and len(item["text"]) > 2
    }
    counts = {len(item["text"]) for item in names if isinstance(item["text"], list)}
    assert len(counts) > 2
    assert len(ends) == 1


def labels_in(node):
    """Give the labels of the axes in a drawing."""
    for item in node.get("items", []):
        if node.get("role") == "axis-label":
            yield item
        yield from labels_in(item) if "items" in item else ()
