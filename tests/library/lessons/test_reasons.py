"""Why rows are not the right ones, from the data."""

from dataclasses import replace

import pytest
from lesson_seven import EVERY

from track2lib.lessons.question import Question, find
from track2lib.lessons.reasons import (
    columns_of,
    conditions,
    why_narrow,
    why_not_number,
    why_not_rows,
)

SCOPE = 't2.load("organizations", scope="founding")'
TWO = "side == 'Iranian' and year > 1985"


@pytest.fixture
def asked(small: object) -> Question:
    return replace(find("q7-4"), options=())


def test_a_query_is_taken_apart() -> None:
    """Conditions part at `and`, outside of quotes; the columns of each are known."""
    assert conditions("a == 'x and y' and b.isna() and c in ['d']") == [
        "a == 'x and y'",
        "b.isna()",
        "c in ['d']",
    ]
    assert conditions("a > 1 or b > 1") == ["a > 1 or b > 1"]
    assert conditions("a ==") == ["a =="]
    assert conditions("") == columns_of("a ==") == []
    assert columns_of("a == 'b' or c > a") == ["a", "c"]


def test_the_value_that_keeps_a_row_out(asked: Question) -> None:
    """A wrong row is told its own value, and of two conditions the one that fails."""
    assert why_not_rows(asked, ["ucla"]) == ["- `ucla`: its `side` is `American`."]
    two = replace(asked, query=TWO)
    assert why_not_rows(two, ["ipis"]) == ["- `ipis`: its `year` is `1983`."]
    assert why_not_rows(two, ["ucla"]) == [
        "- `ucla`: its `side` is `American` and its `year` is `1919`."
    ]
    assert "no such row in `organizations`" in why_not_rows(asked, ["nowhere"])[0]


def test_a_row_that_only_its_key_keeps_out(asked: Question) -> None:
    """A key says nothing of its row, so the words of the teacher stand there."""
    by_key = replace(asked, query="org_id not in ['csr']", otherwise="it is told elsewhere.")
    assert why_not_rows(by_key, ["csr"]) == ["- `csr`: it is told elsewhere."]


def test_a_true_row_of_other_sources_is_not_called_false(asked: Question) -> None:
    """Rows that all sources bear tell that the scope was forgotten, and that the condition holds."""
    rows, scope = why_not_rows(asked, ["club", "fund", "sipri", "ucla"])
    assert "`club`: the condition holds, but only sources beyond the founding documents" in rows
    assert "`fund`: its `side` is `American`, and only sources beyond the founding" in rows
    assert "`sipri`: its `side` is `partner` in the founding documents." in rows
    assert "`ucla`: its `side` is `American`." in rows
    assert SCOPE in scope
    # Whoever has loaded the founding documents has forgotten nothing.
    assert why_not_rows(asked, ["sipri", "ucla"]) == [
        "- `sipri`: its `side` is `partner`.\n- `ucla`: its `side` is `American`."
    ]


def test_many_rows_do_not_bury_the_reason(asked: Question) -> None:
    """Three rows of a reason and four reasons are named, the most frequent first."""
    each = replace(asked, query="year == 1", scope="all")
    said = why_not_rows(each, EVERY["org_id"])[0].splitlines()
    assert said[0] == "- `club`, `fund`: its `year` is `2001`."
    assert said[4:] == ["- and 1 more, for other reasons."]
    assert "and 3 more: no" in why_not_rows(asked, "xyzuvw")[0].replace("there is ", "")


def test_too_few_rows(asked: Question) -> None:
    """Where all rows are right, the value is named that all of them share and others need not."""
    more = replace(asked, query="side in ['American', 'Iranian']")
    assert why_narrow(more, ["ipis", "csr"]).startswith("In your rows `side` is always `Iranian`.")
    assert "holds for more rows" in why_narrow(asked, ["ipis"])
    every = replace(asked, scope="all")
    assert "leave `scope` out" in why_narrow(every, ["ipis", "csr"])


@pytest.mark.parametrize(
    ("query", "number", "said"),
    [
        ("", 6, SCOPE),
        ("", 3, "number of columns"),
        ("", 12, "rows times columns"),
        ("", 5, ""),
        ("side == 'Iranian'", 4, SCOPE),
        (TWO.replace("> 1985", "== 1989"), 2, "the condition on `side` alone"),
        (TWO, 4, "So many rows the whole table has"),
        (TWO, 6, "No condition was set"),
    ],
)
def test_another_count(asked: Question, query: str, number: int, said: str) -> None:
    """A wrong number is told what it counts, where it counts something of the same table."""
    assert said in why_not_number(replace(asked, kind="number", query=query, key=""), number)
    assert bool(said) == bool(why_not_number(replace(asked, query=query, key=""), number))
