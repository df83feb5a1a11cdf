"""Errors as a notebook shows them."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import track2lib as t2
from track2lib.page.errors import enable_short_errors, short


@pytest.fixture
def shell(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """Give a session in which errors are short."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell = InteractiveShell.instance(colors="nocolor")
    enable_short_errors()
    yield shell
    shell.set_custom_exc((), None)
    InteractiveShell.clear_instance()


def shown(shell: InteractiveShell, code: str) -> str:
    """Run a cell and give what it prints."""
    with capture_output() as out:
        shell.run_cell(code)
    return out.stdout + out.stderr


def test_an_error_of_ours_is_its_message(shell: InteractiveShell) -> None:
    """Kind, line and message are shown in lines that fit, and nothing of the library's code."""
    said = shown(shell, "import track2lib as t2\n\nt2.load('dialoges')")
    assert said.startswith("LookupError in line 3:\nThere is no table 'dialoges'. Did you mean")
    assert "run %tb" in said
    assert ".py" not in said
    assert max(map(len, said.splitlines())) <= 72


def test_the_whole_traceback_is_one_call_away(shell: InteractiveShell) -> None:
    """What was left out is shown when it is asked for."""
    shown(shell, "import track2lib as t2\nt2.load('dialoges')")
    said = shown(shell, "%tb")
    assert "Traceback (most recent call last)" in said
    assert re.search(r"track2lib.records.loading\.py", said)


def test_other_errors_look_as_ever(shell: InteractiveShell) -> None:
    """An error of the reader's own, or of another library, keeps its traceback."""
    for code in ("1 / 0", "int('a')", "import pandas as pd\npd.DataFrame()['a']"):
        assert "Traceback (most recent call last)" in shown(shell, code)


def test_the_line_is_the_reader_s_own() -> None:
    """The line is that of the cell, also where another library called ours."""
    with pytest.raises(LookupError) as caught:
        pd.DataFrame().pipe(lambda _: t2.load("dialoges"))
    frames = caught.traceback
    line = next(one.lineno + 1 for one in frames if one.frame.code.name == "<lambda>")
    assert short(caught.value).startswith(f"LookupError in line {line}:")


def test_outside_ipython_nothing_changes() -> None:
    """Where no notebook runs, there is nothing to enable."""
    enable_short_errors()
