"""What can be read of a file, line by line."""

import pytest

from track2lib.reader.lines import lines_in

COLUMNS = ["one", "two", "three"]
ROW = ["a", "b, c", "d"]


@pytest.mark.parametrize(
    ("text", "as_ours", "more"),
    [
        ('one,two,three\na,"b, c",d\n', True, False),
        ('one,two,three\r\na,"b, c",d\r\n', True, False),
        ('a,"b, c",d\n', True, False),
        ("ONE;TWO;THREE\na;b, c;d\n", False, False),
        ("three\ttwo\tone\t\nd\tb, c\ta\t\n\n", False, False),
        ('one,two,three,four\na,"b, c",d,e\n', False, True),
        ('one,two\na,"b, c",d\n', True, False),
        ('one,two,three\ra,"b, c",d', False, False),
        ("", True, False),
    ],
)
def test_every_form_is_read(text: str, as_ours: bool, more: bool) -> None:
    """The cells come in the order of the columns; and it is known whether a line can follow."""
    found = lines_in(text.encode(), COLUMNS, 2)
    assert found == ([ROW] if text else [], 0, as_ours, more)


@pytest.mark.parametrize("line", [b"a,b", b'"a', b"\xff", b"a,b,c,d", b'a,"b"c,d'])
def test_a_broken_line_takes_no_other_with_it(line: bytes) -> None:
    """It is counted, and all lines before and behind it are read."""
    rows = b'a,"b, c",d\n'
    found = lines_in(b"one,two,three\n" + rows + line + b"\n" + rows, COLUMNS, 3)
    assert (found.rows, found.damaged) == ([ROW, ROW], 1)
