"""A list that is drawn: a form for each kind of mark, and words that are heard once."""

import pandas as pd
import vl_convert
from hearing import marks_in, points_in

from track2lib.charts.grammar.list_layout import laid_out
from track2lib.charts.grammar.listed import in_list

WORDS = {"title": "T", "subtitle": "S", "caption": "C", "description": "D"}


def drawn():
    """Draw a charge, another row and a gap."""
    rows = pd.DataFrame(
        {
            "side": ["a", "a", "b"],
            "head": ["One", "Two", "Three"],
            "note": ["x", "y", "z"],
            "when": ["1990", "", ""],
            "said": ["Says", "Tells", ""],
            "first": [True, False, True],
            "shape": ["diamond", "circle", "ring"],
            "colour": "#222222",
            "cited": ["RAND 2007", "RAND 2007", ""],
        }
    )
    placed, groups = laid_out(rows, "side", ["a", "b"], lambda side, _: side)
    heads = ["Side", "Who", "Where", "What"]
    tooltip = {"side": "Side", "head": "Voice"}
    return in_list(placed, groups, heads, tooltip, **WORDS).to_dict()


def test_each_row_is_heard_once_with_its_group():
    """A mark tells its name, its group and who says so; a gap has no source to tell."""
    assert marks_in(drawn()) == [
        "Side: a; Voice: One; Says who: RAND 2007",
        "Side: a; Voice: Two; Says who: RAND 2007",
        "Side: b; Voice: Three",
    ]
    assert points_in(drawn()) == 3


def test_a_charge_a_row_and_a_gap_have_forms_of_their_own():
    """A charge is a diamond and larger, and what is not there is hollow and broken."""
    scene = vl_convert.vegalite_to_scenegraph(drawn())["scenegraph"]
    charge, other, gap = symbols_in(scene)
    assert (charge["shape"], other["shape"], gap["shape"]) == ("diamond", "circle", "circle")
    assert charge["size"] > 2 * other["size"]
    assert gap["fill"] == "transparent"
    assert (other["strokeWidth"], gap["strokeWidth"]) == (0, 2)


def symbols_in(node):
    """Give the points of a drawing."""
    for item in node.get("items", []):
        if node.get("marktype") == "symbol":
            yield item
        yield from symbols_in(item) if "items" in item else ()


def test_heads_stand_above_what_they_name():
    """Each column of words has its head at the same place."""
    (heads,) = (rows for rows in drawn()["datasets"].values() if rows[0].get("head") == "Side")
    (rows,) = (rows for rows in drawn()["datasets"].values() if "said_x" in rows[0])
    places = [rows[0][f"{field}_x"] for field in ("head", "note", "said")]
    assert [row["x"] for row in heads] == [0, *places]
