"""The frame around a chart: its title, its source and its description."""

import sys
from pathlib import Path

import altair as alt
import pandas as pd
import pytest
import vl_convert
from altair.utils import schemapi
from hearing import heard_in

import track2lib as t2
from track2lib.page import theme
from track2lib.page.frame import Framed, finish, layered
from track2lib.page.lines import END, RIGHT_TO_LEFT, names_axis
from track2lib.page.sentence import title_of

DATA = alt.Data(values=[{"a": "one", "b": 3, "c": "x"}, {"a": "two", "b": 5, "c": "y"}])
BARS = alt.Chart(DATA).mark_bar().encode(x="b:Q", y="a:N", color="c:N")
SHAPES = {
    "single": BARS,
    "layered": BARS + BARS.mark_text().encode(text="b:Q"),
    "faceted": BARS.facet(column="c:N"),
    "side by side": BARS | BARS,
    "stacked": BARS & BARS,
    "legend below": BARS.encode(color=alt.Color("c:N").legend(orient="bottom")),
}
CAPTION = "Source: a passage, and another one of which the words need more than one line " * 2


def boxes(node, x=0, y=0):
    """Every line of text in a Vega scene: the words, and where on the page they are set."""
    for item in node.get("items", []):
        left, top = x + item.get("x", 0), y + item.get("y", 0)
        if node.get("marktype") == "text" and item.get("text"):
            lines = item["text"] if isinstance(item["text"], list) else [item["text"]]
            for number, line in enumerate(lines):
                yield line, left, top + number * item.get("lineHeight", 0)
        yield from boxes(item, *((left, top) if node.get("marktype") == "group" else (x, y)))


@pytest.mark.parametrize("shape", SHAPES)
def test_frame_is_around_every_kind_of_chart(shape):
    """Title at the top, caption below everything, both at the left edge, nothing cut."""
    theme.enable_charts()
    chart = finish(
        SHAPES[shape], title="What to see", subtitle="In units", caption=CAPTION, description="D."
    )
    scene = vl_convert.vegalite_to_scenegraph(chart.to_dict())
    texts = list(boxes(scene["scenegraph"], *scene["origin"]))
    caption = [text for text in texts if text[0] in CAPTION and len(text[0]) > 20]
    title = next(text for text in texts if text[0] == "What to see")
    rest = [text for text in texts if text not in caption]
    assert " ".join(line for line, _, _ in caption) == CAPTION.strip()
    assert len(caption) >= 2
    assert min(y for _, _, y in caption) > max(y for _, _, y in rest)
    assert title[2] == min(y for _, _, y in texts)
    assert title[2] >= 0
    assert max(y for _, _, y in caption) + 16 <= scene["height"]
    assert caption[0][1] == title[1] >= 0


@pytest.mark.parametrize("missing", ["title", "caption", "description"])
def test_frame_refuses_a_chart_without_words(missing):
    """A chart of ours says what it shows, whence it is, and how it reads aloud."""
    words = {"title": "T", "caption": "C", "description": "D"} | {missing: " "}
    with pytest.raises(ValueError, match=f"A chart needs a {missing}"):
        finish(BARS, **words)


def test_caption_is_as_wide_as_the_plot():
    """A narrow plot gets more lines, each of about its width."""
    for width in (300, 600):
        chart = finish(
            BARS.properties(width=width), title="T", caption=CAPTION, description="D"
        ).to_dict()
        longest = max(chart["vconcat"][0]["title"]["text"], key=len)
        assert 0.75 * width < len(longest) * 6 <= width


def test_new_title_leaves_the_source():
    """Who gives one of our charts another title keeps the caption."""
    chart = finish(BARS, title="T", caption="Source: S", description="D").properties(title="Mine")
    spec = chart.to_dict()
    assert spec["title"] == "Mine"
    assert spec["vconcat"][0]["title"]["text"] == ["Source: S"]


@pytest.mark.parametrize(
    ("suffix", "start"), [("png", b"\x89PNG\r\n\x1a\n"), ("svg", b"<svg"), ("pdf", b"%PDF-")]
)
def test_a_chart_that_is_saved_keeps_its_source(tmp_path, suffix, start):
    """A picture has the caption in it, with the source; the form of the file is what its name says."""
    chart = t2.venues(t2.load("dialogue_venues", scope="founding"))
    path = tmp_path / f"venues.{suffix}"
    chart.save(str(path))
    content = path.read_bytes()
    assert content.startswith(start)
    bare = tmp_path / f"bare.{suffix}"
    chart.vconcat[0].title = ""
    chart.save(str(bare))
    assert len(bare.read_bytes()) < len(content)
    if suffix == "svg":
        assert "Source: DiMaggio 2010." in content.decode()


@pytest.fixture
def at_a_lesson(monkeypatch):
    """Stand where a reader does: in the folder of the lessons, whose charts are stored."""
    monkeypatch.chdir(Path(t2.__file__).parents[1] / "notebooks")
    monkeypatch.delenv("TRACK2_COMPILE")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    theme.enable_charts()
    return t2.venues(t2.load("dialogue_venues", scope="founding"))


def test_a_stored_chart_is_shown_without_another_check(at_a_lesson, monkeypatch):
    """It was checked when it was stored; unchecked, a chart is written down in the same words."""
    validate = schemapi.validate_jsonschema
    seen = []
    monkeypatch.setattr(
        schemapi, "validate_jsonschema", lambda *a, **k: (seen.append(a[0]), validate(*a, **k))[1]
    )
    data, _ = at_a_lesson._repr_mimebundle_()
    assert data["image/png"]
    assert not [spec for spec in seen if "vconcat" in spec]
    assert at_a_lesson.to_dict(validate=False) == at_a_lesson.to_dict()
    assert [spec for spec in seen if "vconcat" in spec]


def test_an_edit_that_altair_refuses_is_told(at_a_lesson, capsys):
    """Whoever goes on with one of our charts hears from Altair what is wrong."""
    wrong = at_a_lesson.properties(title="Mine")
    wrong.vconcat[0].width = "wide"
    assert isinstance(wrong, Framed)
    assert wrong._repr_mimebundle_() == {}
    assert "'wide' is an invalid value" in capsys.readouterr().err


def test_another_renderer_is_asked(at_a_lesson):
    """What a reader has chosen to draw with draws our charts too."""
    with alt.renderers.enable("mimetype"):
        data = at_a_lesson._repr_mimebundle_()
    assert [kind for kind in data[0] if "vegalite" in kind]


ROWS = pd.DataFrame({"a": ["one", "two"], "b": [3, 5]})


@pytest.mark.parametrize("rows", [[ROWS, ROWS], [ROWS, ROWS.copy()], [ROWS, alt.Undefined]])
def test_layers_are_those_of_altair(rows):
    """The same chart as Altair's own function gives, and the layers stay as they were."""
    layers = [alt.Chart(own).mark_bar().encode(x="b:Q", y="a:N") for own in rows]
    before = [layer.copy() for layer in layers]
    assert layered(*layers, width=300).to_dict() == alt.layer(*before, width=300).to_dict()
    assert [layer.data is own for layer, own in zip(layers, rows, strict=True)] == [True, True]


def bars_and_words():
    """Lay words over bars, both from one base, in the frame of every chart."""
    base = alt.Chart(ROWS).encode(x="b:Q", y="a:N")
    layers = base.mark_bar(), base.mark_text().encode(text="b:Q")
    return finish(layered(*layers, width=300), title="T", caption="C", description="D")


def test_parameters_of_a_layer_still_become_those_of_the_whole():
    """Whoever makes a framed chart interactive gets one that can be drawn, as from Altair's own."""
    framed = bars_and_words()
    framed.vconcat[0] = framed.vconcat[0].interactive(name="zoom")
    spec = framed.to_dict()
    assert [param["name"] for param in spec["params"]] == ["zoom"]
    vl_convert.vegalite_to_vega(spec)


def test_controls_and_data_are_those_of_the_whole():
    """Altair's widget looks for sliders there, and whoever goes on with a chart for its rows."""
    assert "succeed" in [param.name for param in t2.imagined_talks().params]
    framed = bars_and_words()
    assert framed.data is ROWS
    framed.data = ROWS.head(1)
    assert [len(rows) for rows in framed.to_dict()["datasets"].values()] == [1]


def test_layers_of_one_base_are_changed_one_by_one():
    """What is set for the words is not set for the bars, though both came from one chart."""
    framed = bars_and_words()
    bars, words = framed.vconcat[0].layer
    words.encoding.y["title"] = "Mine"
    assert "title" not in bars.to_dict()["encoding"]["y"]
    assert words.to_dict()["encoding"]["y"]["title"] == "Mine"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"width": 10}, "inconsistent values for width"),
        ({"config": {}}, "'config' attribute cannot be used within LayerChart"),
    ],
)
def test_altair_says_what_no_layer_may_have(change, message):
    """A layer that does not fit is refused in Altair's words, and one of the same size is taken."""
    inner = bars_and_words().vconcat[0]
    same = inner + alt.Chart().mark_rule().properties(width=300)
    assert same.to_dict()["width"] == 300
    with pytest.raises((ValueError, TypeError), match=message):
        (inner + alt.Chart().mark_rule().properties(**change)).to_dict()


def test_a_plot_may_stand_in_two_frames():
    """A frame leaves the plot that it was given as it was."""
    one, other = (finish(BARS, title="T", caption=c, description="D") for c in ("One", "Other"))
    assert BARS.title is alt.Undefined
    assert [f.vconcat[0].title.text for f in (one, other)] == [["One"], ["Other"]]


PERSIAN = ["گفت‌وگوی غیررسمی دانشگاهیان", "و همکاری‌های علمی و فرهنگی"]


def test_title_caption_and_names_have_the_marks():
    """Whatever is broken into lines here, and runs from right to left, is marked line by line."""
    long = " ".join(PERSIAN * 3)
    chart = finish(BARS, title=long, subtitle=long, caption=long, description="D", width=300)
    spec = chart.to_dict()
    for lines in (
        spec["title"]["text"],
        spec["title"]["subtitle"],
        spec["vconcat"][0]["title"]["text"],
    ):
        assert len(lines) > 1
        assert {(line[0], line[-1]) for line in lines} == {(RIGHT_TO_LEFT, END)}
    words = names_axis({"a": PERSIAN, "b": ["One", "two"]}).to_dict()["labelExpr"]
    assert words.count(r"\u2067") == words.count(r"\u2069") == 2


def test_more_marks_than_can_be_stored_are_refused_before_they_are_drawn():
    """A chart of thousands of marks is refused with what to do; a reader may lift the limit."""
    rows = pd.DataFrame({"a": range(5001), "b": 1})
    many = alt.Chart().mark_point().encode(x="a:Q") + alt.Chart(rows).mark_bar().encode(x="b:Q")
    words = {"title": "T", "caption": "C", "description": "D"}
    for chart in (alt.Chart(rows).mark_bar(), many, alt.vconcat(many, many)):
        with pytest.raises(ValueError, match=r"5,001 marks, and up to 5,000.*head\(\)"):
            finish(chart, **words)
    finish(alt.Chart(rows.head(5000)).mark_bar(), **words)
    with alt.data_transformers.enable("default", max_rows=None):
        finish(many, **words)


def test_a_title_that_moves_keeps_what_it_says_at_first():
    """The still and the sentence have the first words, and the drawn title those of the moment."""
    chart = finish(
        alt.Chart(ROWS, width=400).mark_bar().add_params(alt.param("n", value=3)),
        title='It "is" 2',
        moving="'It is ' + n",
        caption="C",
        description="D",
    )
    spec = chart.to_dict()
    assert title_of(spec) == 'It "is" 2'
    assert "Title text 'It is 3'" in [label for _, label in heard_in(spec)]


def test_no_subtitle_is_no_empty_one():
    """Where there is nothing to say below the title, nothing is read aloud."""
    spec = finish(BARS, title="T", caption="C", description="D").to_dict()
    assert "subtitle" not in spec["title"]
