"""From the starting point to the end, clue by clue."""

import itertools
import re

import pandas as pd
import pytest
import vl_convert
from drawn import drawn_height, drawn_width, rows_in, words_of
from hearing import heard_in
from impact_charts import table_of
from stored_pictures import BOUND

import track2lib as t2
from track2lib import impact
from track2lib.impact.charts.tracing_chart import PLOT
from track2lib.impact.charts.tracing_rows import HEAD

CLUE = {"clue": "A general quotes the paper.", "if_true": 0.8, "if_false": 0.2}


def test_the_tracing_chart_ends_where_the_table_ends():
    """The chart recomputes what the table says, from its own start and steps."""
    traced = table_of(impact.tracing_chart)
    spec = impact.tracing_chart(traced).to_dict()
    (rows,) = [rows for rows in spec["datasets"].values() if any("step" in row for row in rows)]
    start = spec.get("params", [])
    assert [param["value"] for param in start if param["name"].startswith("prior")] == [0.5]
    odds = 1.0
    for row in rows:
        odds *= 2.718281828459045 ** row["step"]
    assert odds / (1 + odds) == pytest.approx(traced["posterior"].iloc[-1], abs=1e-4)


@pytest.mark.parametrize(
    ("observed", "title"),
    [
        (["not looked up"] * 2, "No clue was looked up: the probability stays at 0.50"),
        (["seen"], "1 clue moves the probability from 0.50 to 0.80"),
        (["seen", "not there"], "2 clues leave the probability at 0.50"),
        (["seen", "seen"], "2 clues move the probability from 0.50 to 0.94"),
    ],
)
def test_the_title_says_what_the_clues_do(observed, title):
    """Clues that were not looked up, or that cancel each other, move nothing."""
    clues = pd.DataFrame([CLUE | {"observed": one} for one in observed])
    assert title in words_of(impact.tracing_chart(impact.trace(clues)).to_dict())


def test_a_judgment_is_said_to_be_whose_it_is():
    """The project's chances are its own judgment; those that a reader brings are not the project's."""
    ours = impact.trace(t2.load("clues").query("hypothesis_id == 'paper-read'"))
    assert "are our own judgment" in words_of(impact.tracing_chart(ours).to_dict())
    brought = impact.trace(pd.DataFrame([CLUE | {"observed": "seen"}]))
    assert "are a judgment" in words_of(impact.tracing_chart(brought).to_dict())


@pytest.mark.parametrize(
    ("chances", "title"),
    [
        ([(0.8, 0.2), (0.5, 0.5), (0.6, 0.3)], "2 of 3 clues move the probability from 0.50 to"),
        ([(0.8, 0.2), (0.5, 0.5)], "1 of 2 clues moves the probability from 0.50 to 0.80"),
        ([(0.5, 0.5)], "1 clue leaves the probability at 0.50"),
    ],
)
def test_a_clue_as_likely_either_way_moves_nothing(chances, title):
    """A clue with a ratio of 1 was looked up, and is not counted among those that move."""
    rows = [{"if_true": a, "if_false": b, "observed": "seen"} for a, b in chances]
    clues = pd.DataFrame([CLUE | row for row in rows])
    assert title in words_of(impact.tracing_chart(impact.trace(clues)).to_dict())


def test_a_tracing_that_ends_next_to_certainty_is_drawn():
    """Where many strong clues leave hardly a doubt, no clue is taken for one that is missing."""
    strong = {"if_true": 0.99, "if_false": 0.01, "observed": "seen"}
    clues = pd.DataFrame([CLUE | strong] * 9)
    assert "from 0.50 to over 0.99" in words_of(impact.tracing_chart(impact.trace(clues)).to_dict())
    with pytest.raises(ValueError, match="missing or moved"):
        impact.tracing_chart(impact.trace(clues).drop(index=1))
    with pytest.raises(ValueError, match="missing or moved"):
        impact.tracing_chart(impact.trace(clues).assign(posterior=1.4))


def traced(key):
    """Trace one hypothesis of the project."""
    return impact.trace(t2.load("clues").query(f"hypothesis_id == '{key}'"))


def test_sliders_of_two_hypotheses_have_names_of_their_own():
    """Two tracings on a page do not share the name of a slider, and none is called by a key."""
    names = set()
    for key in ("paper-read", "pause-from-boycott"):
        for param in impact.tracing_chart(traced(key)).to_dict()["params"]:
            names.add(param["name"])
            assert key not in param["bind"]["name"]
    assert len(names) == 4
    own = impact.tracing_chart(impact.trace(pd.DataFrame([CLUE | {"observed": "seen"}])))
    assert [param["name"] for param in own.to_dict()["params"]] == ["prior", "trust"]


def test_a_clue_is_called_by_its_short_name():
    """Where a clue has a short name, this stands beside its row; else its own words, in two lines."""
    clues = pd.DataFrame([CLUE | {"observed": "seen"}] * 2).assign(clue="A long story. " * 20)
    drawn = str(
        impact.tracing_chart(impact.trace(clues.assign(short_name=["Brief", None]))).to_dict()
    )
    assert '["Brief"]' in drawn
    assert "story. A ..." in drawn or "story. ..." in drawn or "long ..." in drawn


@pytest.mark.parametrize("key", ["paper-read", "pause-from-boycott"])
def test_the_tracings_of_the_project_fit_a_screen(key):
    """With two lines for each clue and the sliders above, a tracing is less than 640 pixels high."""
    spec = impact.tracing_chart(traced(key)).to_dict()
    assert drawn_height(spec) <= 640 - 2 * BOUND
    assert drawn_width(spec) <= 830


def arrows_in(spec):
    """Give where each arrow starts and ends, and how long its head is, in pixels, from the top down."""
    found = []
    for node in nodes_in(vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]):
        shape = node.get("shape", "circle")
        if shape != "circle":
            neck, tip = (float(re.search(sign + r"(-?[\d.]+)", shape)[1]) for sign in ("H", "L"))
            found.append((node["y"], node["x"], node["x"] + tip, abs(tip - neck)))
    return [arrow[1:] for arrow in sorted(found)]


def nodes_in(node):
    """Go through all that is drawn."""
    for item in node.get("items", []):
        yield item
        for inner in item.get("items", []):
            yield from nodes_in(inner)


@pytest.mark.parametrize(("prior", "trust"), [(0.5, 1), (0.2, 2), (0.9, 0.5), (0.1, 1)])
def test_each_arrow_starts_where_the_last_one_ended(prior, trust):
    """An arrow is as long as its step, wherever the sliders stand; a step that has no room for a head has none."""
    spec = impact.tracing_chart(traced("paper-read")).to_dict()
    for param in spec["params"]:
        param["value"] = prior if param["name"].startswith("prior") else trust
    arrows = arrows_in(spec)
    assert len(arrows) == 6
    # A step of less than a pixel is seen as a tick.
    for (_, end, _), (start, _, _) in itertools.pairwise(arrows):
        assert start == pytest.approx(end, abs=1.6)
    for start, end, head in arrows:
        long = abs(end - start)
        assert head == pytest.approx(HEAD if long >= HEAD else 0, abs=0.01)
    odds = impact.trace(paper(), 0.5)["ratio"] ** trust
    first = prior / (1 - prior) * odds.iloc[0]
    assert arrows[0][1] == pytest.approx(PLOT * first / (1 + first), abs=0.2)


def paper():
    """Load the clues of the first hypothesis."""
    return t2.load("clues").query("hypothesis_id == 'paper-read'")


@pytest.mark.parametrize(
    ("chances", "trust", "way", "said"),
    [
        ((0.8, 0.2), 1, 1, "end: 0.80"),
        ((0.2, 0.8), 1, -1, "end: 0.20"),
        ((0.2, 0.8), 2, -1, "end: 0.06"),
        ((0.5, 0.5), 1, 0, "end: 0.50"),
        ((0.8, 0.2), 0, 0, "end: 0.50"),
        ((0.501, 0.5), 1, 1, "end: 0.50"),
    ],
)
def test_an_arrow_shows_which_way_it_goes(chances, trust, way, said):
    """Each step points to where it leads and says it in words, which follow the sliders; no step is no arrow."""
    clue = CLUE | dict(zip(("if_true", "if_false"), chances, strict=True)) | {"observed": "seen"}
    spec = impact.tracing_chart(impact.trace(pd.DataFrame([clue]))).to_dict()
    for param in spec["params"]:
        param["value"] = trust if param["name"] == "trust" else 0.5
    ways = [1 if end > start else -1 for start, end, _ in arrows_in(spec)]
    assert ways == [way] * (way != 0)
    assert f">{said}<" in vl_convert.vegalite_to_svg(spec)


@pytest.mark.parametrize(
    ("chances", "said"), [((0.8, 0.2), "0.80 (likelier)"), ((0.2, 0.8), "0.20 (less likely)")]
)
def test_a_step_says_its_way_and_the_end_where_all_lead(chances, said):
    """The last clue may go another way than all together, so there stands no way, but a ring."""
    first = CLUE | dict(zip(("if_true", "if_false"), chances, strict=True)) | {"observed": "seen"}
    last = CLUE | {"clue_id": "last", "clue": "The last.", "observed": "seen"}
    last |= dict(zip(("if_true", "if_false"), reversed(chances), strict=True))
    svg = vl_convert.vegalite_to_svg(
        impact.tracing_chart(impact.trace(pd.DataFrame([first, last]))).to_dict()
    )
    assert f">{said}<" in svg
    assert ">end: 0.50<" in svg


@pytest.mark.parametrize(
    ("chances", "left", "right"),
    [
        ((0.9, 0.4), "if missing: 0.14", "if seen: 0.69"),
        ((0.4, 0.9), "if seen: 0.31", "if missing: 0.86"),
        ((0.99, 0.01), "if missing: 0.01", "if seen: 0.99"),
    ],
)
def test_both_ends_of_what_a_clue_could_do_are_named(chances, left, right):
    """At the left of the line stands what speaks against the hypothesis, seen or missing."""
    clue = CLUE | dict(zip(("if_true", "if_false"), chances, strict=True))
    clues = pd.DataFrame([clue | {"observed": "not looked up"}])
    spec = impact.tracing_chart(impact.trace(clues)).to_dict()
    places = {}
    for node in nodes_in(vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]):
        places[str(node.get("text"))] = node.get("x", 0) + node.get("dx", 0)
    assert places[left] < places[right]


@pytest.mark.parametrize(
    ("prior", "said"), [(0.01, "if missing: 0.01, if seen: 0.10"), (0.5, "if missing: 0.42")]
)
def test_words_of_a_short_line_at_the_edge_stand_in_one(prior, said):
    """Where there is room neither at the left of the line nor above it, both ends are told behind it."""
    spec = impact.tracing_chart(traced("paper-read")).to_dict()
    spec["params"][0]["value"] = prior
    assert f">{said}<" in vl_convert.vegalite_to_svg(spec)


def test_what_was_not_looked_up_shows_what_it_could_do():
    """A clue that moves nothing stands last, with where it would lead, and says that it is open."""
    clues = pd.DataFrame([CLUE | {"observed": one} for one in ("not looked up", "seen")])
    spec = impact.tracing_chart(impact.trace(clues)).to_dict()
    svg = vl_convert.vegalite_to_svg(spec)
    # From odds of 4, by another 4.
    assert ">if seen: 0.94<" in svg
    assert svg.index("end: 0.80") < svg.index("if seen: 0.94")
    assert "Not looked up: A general" in svg
    assert "Broken line: what a clue not looked up could do." in " ".join(spec["title"]["subtitle"])
    bare = impact.tracing_chart(impact.trace(clues).drop(columns=["if_true", "if_false"]))
    assert "if seen" not in [label for _, label in heard_in(bare.to_dict())]
    assert [row["up"] for row in rows_in(bare.to_dict()) if "up" in row] == [None] * 3
