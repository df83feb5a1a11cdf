"""What is handed to the drawing engine: the engine is never asked, only what it would be given."""

import sys
import types

import altair as alt
import pytest

import track2lib
from track2lib.page import renderer, still
from track2lib.page.clean import cleaned, guard_charts
from track2lib.page.frame import finish
from track2lib.records.no_text import NO_TEXT, fault_of_text, no_text_in, only_text

# As it comes along with text from a PDF or from Word, of each kind.
BAD = ["\x00", "\x02", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\x92", "\ud800", "\udfff"]
BAD += ["\u202d", "\u202e", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"]
ROWS = [{"name\x02": "Nor\x01dic", "n": 1}, {"name\x02": "Ge\x0bneva", "n": 2}]
TEXTS = [
    "plain",
    "two\nlines\tand a tab\r\n",
    "گفت\u200cوگو ۱۳۸۵",
    "\U0001f54a",
    "\ufffd",
    "C:\\bin\\x01",
]
pytestmark = pytest.mark.filterwarnings("ignore:This chart held:track2lib.DataWarning")


class Engine(types.ModuleType):
    """Stands in for the engine, and keeps what it is given."""

    def __init__(self):
        super().__init__("vl_convert")
        self.given = []

    def __getattr__(self, name):
        def take(spec, **options):
            self.given.append(spec)
            return "<svg/>" if name.endswith("svg") else dict(spec)

        if not name.startswith("veg"):
            raise AttributeError(name)
        return take


@pytest.fixture
def engine(monkeypatch):
    """Put the stand-in in place of the engine."""
    own = Engine()
    monkeypatch.setitem(sys.modules, "vl_convert", own)
    monkeypatch.setattr("altair.utils.mimebundle.import_vl_convert", lambda: own)
    # It is done once, and would be taken for done by the real one.
    monkeypatch.setattr("track2lib.page.fonts.use", lambda: None)
    return own


def texts_in(part):
    """Give every text in a specification, the names of its parts included."""
    if isinstance(part, dict):
        return [text for key, own in part.items() for text in (*texts_in(key), *texts_in(own))]
    if isinstance(part, list | tuple):
        return [text for own in part for text in texts_in(own)]
    return [part] if isinstance(part, str) else []


def is_clean(spec):
    """Tell whether every text of a specification is text."""
    return not any(NO_TEXT.search(text) for text in texts_in(spec))


def chart(title="A\x01B"):
    """Give a chart of Altair's own with such characters in its title, its rows and its columns."""
    return alt.Chart(alt.Data(values=ROWS), title=title).mark_bar().encode(y="name\x02:N", x="n:Q")


@pytest.mark.parametrize("sign", BAD, ids=ascii)
def test_every_kind_is_taken_out_wherever_it_stands(sign):
    """In a title, in a cell, in the name of a column, and deep inside."""
    spec = {"title": f"a{sign}b", f"k{sign}": [{"deep": [f"{sign}c", 1, None]}]}
    found = cleaned(spec)
    assert is_clean(found)
    assert found["title"] in ("ab", "a b")
    assert found["k" if "k" in found else "k "][0]["deep"][1:] == [1, None]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_text_stays_as_it_is(text):
    """Tabs, ends of lines, joiners, signs beyond the first plane and backslashes are text."""
    spec = {"title": text, text: [text]}
    assert cleaned(spec) is spec
    assert only_text(text) == text
    assert (no_text_in([text]), fault_of_text(text)) == ([], None)


@pytest.mark.parametrize(
    ("code", "right"),
    [
        (r"'a\u0001b' + datum.c", "'ab' + datum.c"),
        (r"'\x02' + '\0' + '\b\v\f' + '\u{1f}'", "'' + '' + '  ' + ' '"),
        (r"'\ud83d\ude4a' + '\ud83d'", r"'\ud83d\ude4a' + ''"),
        (r"'\\x01' + '\\\\u0001' + '\n'", r"'\\x01' + '\\\\u0001' + '\n'"),
    ],
)
def test_escapes_of_an_expression_are_read_as_the_engine_reads_them(code, right):
    """Such a character may be written in figures, and is one when the expression has run."""
    assert cleaned({"transform": [{"calculate": code}]})["transform"][0]["calculate"] == right
    assert cleaned({"title": code})["title"] == code


def test_a_reader_is_told_what_was_left_out():
    """Nothing is changed in silence."""
    with pytest.warns(track2lib.DataWarning, match=r"2 texts .*U\+0001, in 'Nordic'"):
        cleaned({"a": "Nor\x01dic", "b": "\x02"})


def test_a_chart_that_is_shown_is_clean(engine, monkeypatch):
    """Neither the compiler nor the engine is given such a character, nor is the page."""
    monkeypatch.setattr(still, "pack", lambda _: b"\0" * 24)
    bundle, about = renderer.render(chart().to_dict())
    assert len(engine.given) == 2
    assert all(map(is_clean, engine.given))
    assert is_clean(bundle)
    assert is_clean(about)


def test_a_picture_is_drawn_of_text_alone(engine, monkeypatch):
    """Whoever asks for it, and whatever the compiler has made."""
    monkeypatch.setattr(still, "pack", lambda _: b"\0" * 24)
    still.draw({"title": "Nor\x01dic"})
    assert engine.given == [{"title": "Nordic"}]


@pytest.mark.parametrize("kind", ["png", "svg", "pdf", "vega", "json"])
@pytest.mark.parametrize("own", [True, False], ids=["ours", "altair"])
def test_a_chart_that_is_saved_is_clean(engine, monkeypatch, tmp_path, kind, own):
    """Also with a title that a reader has set, and also one that Altair has made alone."""
    monkeypatch.setattr(alt.TopLevelMixin, "to_dict", alt.TopLevelMixin.to_dict)
    monkeypatch.setattr("altair.utils.mimebundle._pngxy", lambda _: (1, 1))
    monkeypatch.setattr(
        "altair.utils.save.write_file_or_filename", lambda _, told, **__: written.append(told)
    )
    written = []
    if own:
        made = finish(
            alt.Chart(alt.Data(values=ROWS)).mark_bar(), title="T", description="D", caption="C"
        )
        made = made.properties(title="A\x01B")
    else:
        guard_charts()
        guard_charts()
        made = chart() | chart("C\ufffe")
    made.save(str(tmp_path / f"figure.{kind}"))
    assert len(engine.given) == (kind != "json")
    assert all(map(is_clean, engine.given))
    assert "\\u0001" not in str(written)
