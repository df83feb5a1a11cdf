"""Where coders of one case disagree."""

import json
import re
from xml.etree import ElementTree

import pandas as pd
import pytest
import vl_convert
from drawn import caption_of, rows_in
from hand_written import DIALOGUE, fill

from track2lib import impact
from track2lib.impact.rubric import CODES
from track2lib.page.lines import LINE


def decisions_in(spec):
    """Give the rows of decisions in a chart, and not those of the names above them."""
    return [row for row in rows_in(spec) if "case" in row]


def rows_of(chart):
    """Give the marks of a chart as (case, contribution, codes)."""
    rows = decisions_in(chart.to_dict())
    return {(row["case"], row["contribution"], row["told"]) for row in rows}


def axes_in(spec):
    """Give every axis of a specification."""
    if isinstance(spec, dict):
        own = [spec["axis"]] if isinstance(spec.get("axis"), dict) else []
        return own + [axis for part in spec.values() for axis in axes_in(part)]
    return [axis for part in spec for axis in axes_in(part)] if isinstance(spec, list) else []


def coded(*units):
    """Write two coders who differ on each of these units."""
    rows = [
        (coder, *unit, code)
        for unit in units
        for coder, code in (("ana", "denied"), ("ben", "nothing found"))
    ]
    return pd.DataFrame(rows, columns=["coder", "dialogue_id", "construct_id", "code"])


def test_one_coder_leaves_nothing_to_compare():
    """A chart of disagreement needs two coders of one case."""
    codings = impact.load_codings()
    with pytest.raises(ValueError, match="only 'first reading' has coded"):
        impact.disagreement_chart(codings[codings["coder"] == "first reading"])


@pytest.fixture
def twins(mine):
    """Write a package with two cases of one name."""
    for key in ("d1", "d2"):
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": "Neemrana"})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "oslo", "name": "Another Oslo"})
    return mine


def test_two_cases_of_one_name_are_two(twins):
    """Cases are grouped by key, named by their package, and told apart where they share a name."""
    table = coded(("d1", "c-forum"), ("d2", "c-forum"), ("oslo", "c-forum"))
    table.attrs = {"data": str(twins)}
    chart = impact.disagreement_chart(table)
    cases = {case for case, *_ in rows_of(chart)}
    assert cases == {"Neemrana (d1)", "Neemrana (d2)", "Another Oslo"}
    assert "3 of 3 decisions" in chart.description


def test_a_name_that_stands_once_has_no_key_behind_it(twins):
    """A twin that is not drawn changes no name."""
    table = coded(("d1", "c-forum"))
    table.attrs = {"data": str(twins)}
    assert {case for case, *_ in rows_of(impact.disagreement_chart(table))} == {"Neemrana"}


def test_keys_speak_where_the_package_is_lost():
    """After a merge that has lost its package, a case of one's own is called by its key."""
    table = coded(("d1", "c-forum"), ("una-sipri", "c-visas"))
    found = rows_of(impact.disagreement_chart(table))
    assert ("d1", "Informal forum", "denied: 1; nothing found: 1") in found
    assert {part for _, part, _ in found} == {"Informal forum", "c-visas"}


def test_other_codes_can_be_drawn():
    """The codes of another rubric, as numbers, are drawn as agreement counts them."""
    table = coded(("d1", "c-forum")).replace({"denied": 1, "nothing found": 2})
    ((*_, told),) = rows_of(impact.disagreement_chart(table, codes=[1, 2]))
    assert told == "code 1: 1; code 2: 1"


@pytest.mark.parametrize(
    ("given", "short"),
    [
        # Of two coders each has a line, in the order of their names.
        (["nothing found", "denied"], "nothing found\ndenied"),
        (["denied", "denied"], "denied"),
        (["denied"] * 3, "denied"),
        (["denied", "nothing found", "denied"], "2 denied\n1 nothing found"),
        (["denied", "nothing found", "not observable"] + ["denied"] * 2, "3 denied\n2 others"),
        ([*CODES], "1 denied\n4 others"),
    ],
)
def test_no_code_is_left_out_beside_a_mark(given, short):
    """Two lines tell the codes, or the code that most give and how many others there are."""
    rows = [(f"coder {n}", "oslo", "c-forum", code) for n, code in enumerate(given)]
    table = pd.DataFrame(rows, columns=["coder", "dialogue_id", "construct_id", "code"])
    (row,) = decisions_in(impact.disagreement_chart(table).to_dict())
    assert row["short"] == short


def test_heads_end_at_one_height():
    """The last line of each name of a contribution stands as high as that of the others."""
    spec = impact.disagreement_chart(impact.load_codings()).to_dict()
    svg = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec))
    heads = {row["name"]: row["more"] for row in rows_in(spec) if "more" in row}
    assert {*heads.values()} == {1, 2}
    ends = {}
    for text in svg.iter("{http://www.w3.org/2000/svg}text"):
        # A line that is drawn further down than the one above it is a part with a step of its own.
        lines = [line for line in text if line.text] or [text]
        name = "\n".join(line.text or "" for line in lines)
        if name in heads:
            top = float(re.search(r"translate\([^,]+,([^)]+)\)", text.get("transform"))[1])
            ends[name] = top + sum(float(line.get("dy", 0)) for line in lines)
    assert {*ends} == {*heads}
    assert len({*ends.values()}) == 1


@pytest.mark.parametrize(
    ("units", "title"),
    [
        (["d1 a", "d2 a", "d3 b"], 'The coders differ on 3 of 3 decisions, 2 of these under "a"'),
        (["d1 a", "d2 a", "d3 a", "oslo c-forum agreed"], 'of 4 decisions, all of these under "a"'),
        (["d1 a", "d2 b", "d3 c"], "differ on 3 of 3 decisions"),
        (["d1 a", "d2 a", "d1 b", "d2 b"], "differ on 4 of 4 decisions"),
        (["d1 a", "d2 a"], "differ on 2 of 2 decisions"),
        (["d1 a", "d2 a", "d3 a"], "differ on 3 of 3 decisions"),
    ],
)
def test_the_title_says_where_most_differences_lie(units, title):
    """A contribution of several with more than half of three differences or more is named."""
    table = coded(*(unit.split()[:2] for unit in units))
    agreed = table["construct_id"] == "c-forum"
    table.loc[agreed, "code"] = "denied"
    spec = impact.disagreement_chart(table).to_dict()
    assert " ".join(spec["title"]["text"]).endswith(title)


@pytest.mark.parametrize(
    ("decisions", "title", "said"),
    [
        ("ab ab", "The 2 coders agree on all 2 decisions", "mistake."),
        (
            "ab bc",
            "The coders agree on all 2 decisions that two or more of them have made",
            "mistake.",
        ),
        (
            "ab a",
            "The 2 coders agree on the one decision",
            "1 decision of one coder alone left out.",
        ),
    ],
)
def test_all_coders_agree_only_on_what_all_have_coded(decisions, title, said):
    """Of a decision that was left to others nothing is said, and one of a single coder is counted."""
    rows = [
        (coder, case, "c-forum", "denied")
        for case, coders in zip(("oslo", "dartmouth"), decisions.split(), strict=True)
        for coder in coders
    ]
    table = pd.DataFrame(rows, columns=["coder", "dialogue_id", "construct_id", "code"])
    spec = impact.disagreement_chart(table).to_dict()
    assert " ".join(spec["title"]["text"]) == title
    assert said in " ".join(caption_of(spec))


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ([(f"d{n}", "c") for n in range(61)], "There are 61 cases, .* up to 60 can be read"),
        ([("d", f"c{n}") for n in range(13)], "There are 13 contributions, .* up to 12"),
    ],
)
def test_more_than_can_be_read_is_not_drawn(units, said):
    """Too many cases or contributions are counted, and the reader is to choose."""
    with pytest.raises(ValueError, match=said):
        impact.disagreement_chart(coded(*units))


@pytest.mark.parametrize(
    ("codes", "short"),
    [
        ([0, 1, 1], "code 0: 1\ncode 1: 2"),
        (["0", "1", "1"], "code 0: 1\ncode 1: 2"),
        (["0", "1"], "code 0\ncode 1"),
        (["1a", "high", "high"], "code 1a: 1\ncode high: 2"),
        (["+", "o", "o"], "code +: 1\ncode o: 2"),
        (["high", "low", "low"], "1 high\n2 low"),
        (["کم", "زیاد", "زیاد"], "1 کم\n2 زیاد"),
    ],
)
def test_a_code_does_not_run_into_its_count(codes, short):
    """A number as a code is called a code, or one coder with the code 0 would look like ten."""
    rows = [(f"coder {n}", "d1", "c-forum", code) for n, code in enumerate(codes)]
    table = pd.DataFrame(rows, columns=["coder", "dialogue_id", "construct_id", "code"])
    chart = impact.disagreement_chart(table, codes=[*dict.fromkeys(codes)])
    (row,) = decisions_in(chart.to_dict())
    assert set(row["short"].split("\n")) == set(short.split("\n"))


def test_two_coders_are_told_apart():
    """Where two differ, it is said whose code stands above the other, whatever the order of rows."""
    table = coded(("oslo", "c-forum"))
    for given in (table, table.iloc[::-1]):
        spec = impact.disagreement_chart(given).to_dict()
        assert '"ana" above and "ben" below' in " ".join(spec["title"]["subtitle"])
        (row,) = decisions_in(spec)
        assert row["short"] == "denied\nnothing found"


@pytest.mark.parametrize("lines", [1, 6])
def test_no_name_runs_into_the_next_row(lines):
    """A row is as high as the longest name needs, and otherwise less than 40 pixels."""
    table = coded(("a long name of a case " * lines, "c-forum"))
    spec = impact.disagreement_chart(table).to_dict()["vconcat"][0]
    axis = next(axis for axis in axes_in(spec) if "labelOffset" in axis and "orient" not in axis)
    (name,) = json.loads(axis["labelExpr"].removesuffix("[datum.value]")).values()
    assert LINE * len(name) < spec["height"]["step"]
    assert lines > 1 or spec["height"]["step"] < 40
