"""The beginning of a lesson."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import track2lib as t2


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """Give a session in which a lesson has begun."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell = InteractiveShell.instance(colors="nocolor")
    shell.run_cell("import track2lib as t2\nt2.enable_lesson()\nt2.enable_lesson()")
    yield shell
    InteractiveShell.clear_instance()


def texts(shell, code):
    """Run a cell and give the text of each output."""
    with capture_output() as out:
        shell.run_cell(code)
    return [output.data.get("text/plain", "") for output in out.outputs]


@pytest.mark.parametrize(
    "code",
    [
        "t2.check('q1-2', b)",
        "t2.check('q1-2', a b)",
        't2.check("q1-2", [c)',
        "x = 1\nt2.check('q1-2', 1 / 0)",
    ],
)
def test_a_question_survives_an_error(shell, code):
    """A name without its quotation marks, or a slip of the pen, takes no question away."""
    shown = texts(shell, code)
    assert [text for text in shown if "Two serving ambassadors" in text] == shown[-2:-1]


@pytest.mark.parametrize(
    "code", ["1 / 0", "t2.check('q99-9')", "t2.check('q1-2', 'b')", "t2.load('x')"]
)
def test_no_question_comes_unasked(shell, code):
    """Where no question failed, none is shown again."""
    assert not any("Your turn" in text for text in texts(shell, code))


def test_charts_are_enabled():
    """Charts look as in the lessons, also where no notebook runs."""
    import altair as alt

    t2.enable_lesson()
    assert alt.theme.active == "track2"
