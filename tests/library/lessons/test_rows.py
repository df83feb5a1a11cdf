"""Rows in whatever form a reader hands them in."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import pytest
from lesson_seven import IRANIAN, ORGANIZATIONS

from track2lib.lessons.given import FormError
from track2lib.lessons.question import find
from track2lib.lessons.rows import keys_of, read_rows

NAMED = ORGANIZATIONS.assign(name=["Institute", "Center", "University", "Partner"])


@dataclass
class Shown:
    """What `show` gives: a table in a frame."""

    frame: pd.DataFrame


@pytest.mark.parametrize(
    "answer",
    [
        IRANIAN,
        Shown(IRANIAN),
        IRANIAN["org_id"],
        IRANIAN.set_index("org_id"),
        IRANIAN.set_index("org_id").index,
        IRANIAN["org_id"].unique(),
        IRANIAN["org_id"].to_numpy(),
        ["ipis", "csr"],
        ("IPIS", "Csr"),
        {"csr", "ipis"},
        pd.Series(["ipis", "csr"]),
        IRANIAN.set_index(["org_id", "side"]),
    ],
)
@pytest.mark.usefixtures("small")
def test_rows_in_any_form(answer: Any) -> None:
    """A table, a table that is shown, a column, an index and a list of keys are the same rows."""
    asked = find("q7-4")
    assert sorted(keys_of(asked, read_rows(asked, answer))) == ["csr", "ipis"]


@pytest.mark.parametrize("answer", [NAMED[["name", "side"]], NAMED["name"], [*NAMED["name"]]])
def test_rows_by_their_names(answer: Any, monkeypatch: pytest.MonkeyPatch, small: Any) -> None:
    """Who has dropped the key is understood by a column that tells rows apart."""
    monkeypatch.setattr("track2lib.records.loading.load", lambda *_, **__: NAMED)
    asked = find("q7-4")
    assert keys_of(asked, read_rows(asked, answer)) == ["ipis", "csr", "ucla", "sipri"]


@pytest.mark.usefixtures("small")
def test_one_row_is_a_table_of_one() -> None:
    """One row of a table, which pandas gives as a column, is that row."""
    asked = find("q7-4")
    assert keys_of(asked, read_rows(asked, IRANIAN.iloc[0])) == ["ipis"]
    both = replace(asked, key="org_id, side")
    pairs = IRANIAN.set_index(["org_id", "side"]).index
    assert keys_of(both, read_rows(both, pairs)) == ["ipis / Iranian", "csr / Iranian"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (["nowhere"], "no keys or names of `organizations`"),
        (IRANIAN[["side"]], r"no column `org_id`. Did you start from `organizations`\?"),
        (IRANIAN["side"] == "Iranian", "A column of True and False"),
        ([1, 2], "A list of 2 is not a table"),
        (len, "brackets missing"),
        (IRANIAN.to_numpy(), "`ndarray` is not a table"),
    ],
)
@pytest.mark.usefixtures("small")
def test_what_has_no_rows_is_told(answer: Any, said: str) -> None:
    """Words that lead nowhere and things that are no table are told so."""
    with pytest.raises(FormError, match=said):
        read_rows(find("q7-4"), answer)
