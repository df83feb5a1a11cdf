"""Panels: as few side by side as have room, in which kinds stand at one height."""

import pandas as pd
import pytest

from track2lib.charts.grammar.panels import MARGIN, PAGE, laid_out

COLUMNS = ["panel", "lane", "kind", "start", "end"]
NONE = pd.DataFrame(columns=["panel", "lane", "said"])


def pieces(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Give pieces that are vouched for: panel, lane, first day, and the day after the last."""
    return pd.DataFrame(
        [(panel, lane, "certain", start, end) for panel, lane, start, end in rows], columns=COLUMNS
    )


TWO = pieces(("A", "x", "2001-01-01", "2003-01-01"), ("B", "y", "2005-01-01", "2006-01-01"))


def test_few_panels_stand_below_each_other() -> None:
    """Then years are widest: each panel has the whole page."""
    drawn = laid_out(TWO, NONE, {"A": "1", "B": "1"}, ["x", "y"])
    assert drawn.words.loc[drawn.words["bold"], "x"].nunique() == 1
    assert drawn.rules["x2"].max() <= PAGE
    assert drawn.years.loc[drawn.years["said"] != "", "y2"].nunique() == 1  # below the last alone


def test_many_panels_stand_side_by_side() -> None:
    """Where a column has no room for them, there are more columns, with kinds at one height."""
    notes = {f"P{n}": "1 dialogue" for n in range(12)}
    drawn = laid_out(TWO.head(0), NONE, notes, [*"vwxyz"])
    assert drawn.words.loc[drawn.words["bold"], "x"].nunique() > 1
    assert len(drawn.rules) == 12 * 5
    for _, line in drawn.rules.groupby("y"):
        assert len(line) > 1
        assert (line["x"].iloc[1:].to_numpy() > line["x2"].iloc[:-1].to_numpy()).all()
    assert drawn.years["said"].eq("").all()


def test_a_kind_is_as_high_as_its_name() -> None:
    """A name of several lines has room for them, and no more margin than names may have."""
    name = "talks of officers and of scholars who have retired from all of their offices"
    low, high = (laid_out(TWO, NONE, {"A": "", "B": ""}, [own, "x", "y"]) for own in ("z", name))
    assert high.height > low.height + 30
    assert high.rules["x"].min() <= MARGIN + 20


def test_a_number_stands_in_its_lane() -> None:
    """What has no year is counted behind the years of its own panel."""
    undated = pd.DataFrame({"panel": ["B"], "lane": ["y"], "said": ["+3"]})
    drawn = laid_out(TWO, undated, {"A": "", "B": ""}, ["x", "y"])
    (number,) = drawn.numbers.itertuples()
    rule = drawn.rules.sort_values("y")["y"].tolist()
    assert rule[-2] < number.y < rule[-1]
    assert number.x > drawn.bars["x2"].max()


def test_what_has_no_room_is_refused() -> None:
    """No page holds a hundred panels."""
    with pytest.raises(ValueError, match="100 panels of 2 kinds would need"):
        laid_out(TWO.head(0), NONE, {f"P{n}": "" for n in range(100)}, ["x", "y"])
