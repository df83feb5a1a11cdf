"""From the starting point to the end, clue by clue."""

import pandas as pd
import pytest
import vl_convert
from drawn import drawn_height, drawn_width, rows_in, words_of
from hearing import heard_in
from impact_charts import table_of

import track2lib as t2
from track2lib import impact

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
    assert "from 0.50 to 1.00" in words_of(impact.tracing_chart(impact.trace(clues)).to_dict())
    with pytest.raises(ValueError, match="missing or moved"):
        impact.tracing_chart(impact.trace(clues).drop(index=1))
    with pytest.raises(ValueError, match="missing or moved"):
        impact.tracing_chart(impact.trace(clues).assign(posterior=1.4))


def traced(key):
    """Trace one hypothesis of the project."""
    return impact.trace(t2.load("clues").query(f"hypothesis_id == '{key}'"))


def test_sliders_of_two_hypotheses_have_names_of_their_own():
    """Two tracings on a page share neither the name of a slider nor what is written before it."""
    names, labels = set(), set()
    for key in ("paper-read", "pause-from-boycott"):
        for param in impact.tracing_chart(traced(key)).to_dict()["params"]:
            names.add(param["name"])
            labels.add(param["bind"]["name"])
    assert len(names) == len(labels) == 4
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
    assert drawn_height(spec) <= 640 - 30
    assert drawn_width(spec) <= 830


@pytest.mark.parametrize(
    ("chances", "trust", "said"),
    [
        ((0.8, 0.2), 1, "likelier: 0.80"),
        ((0.2, 0.8), 1, "less likely: 0.20"),
        ((0.5, 0.5), 1, "no change: 0.50"),
        ((0.8, 0.2), 0, "no change: 0.50"),
    ],
)
def test_an_arrow_says_which_way_it_goes(chances, trust, said):
    """Each step has its direction in words, which follow the sliders."""
    clue = CLUE | dict(zip(("if_true", "if_false"), chances, strict=True)) | {"observed": "seen"}
    spec = impact.tracing_chart(impact.trace(pd.DataFrame([clue]))).to_dict()
    for param in spec["params"]:
        param["value"] = trust if param["name"] == "trust" else 0.5
    assert f">{said}<" in vl_convert.vegalite_to_svg(spec)


def test_what_was_not_looked_up_shows_what_it_could_do():
    """A clue that moves nothing stands last, with where it would lead, and says that it is open."""
    clues = pd.DataFrame([CLUE | {"observed": one} for one in ("not looked up", "seen")])
    spec = impact.tracing_chart(impact.trace(clues)).to_dict()
    svg = vl_convert.vegalite_to_svg(spec)
    # From odds of 4, by another 4.
    assert ">if seen: 0.94<" in svg
    assert svg.index("likelier: 0.80") < svg.index("if seen: 0.94")
    assert "Not looked up: A general" in svg
    assert "(not looked up)" in " ".join(spec["title"]["subtitle"])
    bare = impact.tracing_chart(impact.trace(clues).drop(columns=["if_true", "if_false"]))
    assert "if seen" not in [label for _, label in heard_in(bare.to_dict())]
    assert [row["up"] for row in rows_in(bare.to_dict()) if "up" in row] == [None] * 3
