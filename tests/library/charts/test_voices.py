"""Who says what on one theme, side by side."""

import pandas as pd
import pytest
from drawn import rows_of, words_of
from hand_written import fill
from hearing import marks_in
from own_rows import ROWS

import track2lib as t2


@pytest.mark.parametrize("name", t2.load("accounts")["theme"].unique())
def test_voices_of_each_theme(name: str) -> None:
    """Each theme can be drawn: a column for each side that is heard, a diamond for each charge."""
    accounts = t2.load("accounts")
    own = accounts[accounts["theme"] == name]
    drawn = [row for row in rows_of(t2.voices(own)) if row.get("head")]
    assert {row["side"] for row in drawn} == set(own["side"])
    diamonds = {row["account"] for row in drawn if row["shape"] == "diamond"}
    assert diamonds == set(own.loc[own["charge"], "account"])


def test_a_title_in_another_script_stands_as_it_is_printed() -> None:
    """An account whose source has a Persian title shows that title."""
    accounts, sources = t2.load("accounts"), t2.load("sources").set_index("source_id")
    foreign = sources.loc[sources["language"] == "fa", "title"]
    first = accounts["sources"].str.split("; ").str[0]
    own = accounts[first.isin(foreign.index)].head(1)
    shown = "".join(row.get("original") or "" for row in rows_of(t2.voices(own)))
    letters = shown.replace("\u200f", "").replace(" ", "")
    assert letters == foreign[first[own.index[0]]].replace(" ", "")


@pytest.mark.parametrize(
    ("sides", "voices", "title"),
    [
        (
            ["South African", "third party"],
            ["one", "two"],
            "1 third-party and 1 South African voices",
        ),
        (["South African"] * 2, ["one", "one"], "2 South African accounts"),
        (["Iranian"] * 2, ["one", "two"], "2 Iranian voices"),
    ],
)
def test_a_side_keeps_its_name_and_a_voice_is_counted_once(mine, sides, voices, title) -> None:
    """Two accounts of one voice are two accounts; only a third party gains a hyphen."""
    account = ROWS["accounts"][0]
    for n, (side, voice) in enumerate(zip(sides, voices, strict=True)):
        fill(mine, "accounts", account | {"account_id": f"a{n}", "side": side, "voice": voice})
    drawn = t2.voices(t2.load("accounts", data=mine)).to_dict()
    assert " ".join(drawn["title"]["text"]) == f"Something else: {title}"


def test_a_theme_from_right_to_left_keeps_its_place_in_the_title(mine) -> None:
    """Names of another direction are marked in the title, so that numbers stand where they belong."""
    account = ROWS["accounts"][0] | {"theme": "فهرست ۲۰۱۰"}
    for n, side in enumerate(("American", "ایرانی")):
        fill(mine, "accounts", account | {"account_id": f"a{n}", "side": side, "voice": side})
    title = t2.voices(t2.load("accounts", data=mine)).to_dict()["title"]["text"]
    said = "\u2068فهرست ۲۰۱۰\u2069: 1 American and 1 \u2068ایرانی\u2069 voices"
    assert title == [said]


def test_a_source_of_another_package_has_no_title_of_ours(mine) -> None:
    """Where a package is lost, a key that it shares with our bibliography leads to no title of ours."""
    sources = t2.load("sources")
    key = sources.loc[sources["language"] == "fa", "source_id"].iloc[0]
    listed = {"authors": "W.", "short_name": "W.", "title": "T", "kind": "book", "language": "en"}
    fill(mine, "sources", listed | {"source_id": key, "date": "1999"})
    fill(mine, "accounts", ROWS["accounts"][0] | {"source": f"{key}, p. 3"})
    accounts = t2.load("accounts", data=mine)
    merged = accounts.merge(pd.DataFrame({"account_id": accounts["account_id"], "note": ["mine"]}))
    assert merged["sources"].tolist() == [key]
    assert not any(row.get("original") for row in rows_of(t2.voices(merged)))


@pytest.mark.parametrize("nobody", [None, float("nan"), pd.NA, "", " "])
def test_an_account_of_an_unknown_side_is_drawn(nobody):
    """An account whose side nobody states has a column of its own, the last, and is counted apart."""
    accounts = t2.load("accounts").query("theme == 'the list of 2010'")
    one = accounts.assign(side=accounts["side"].astype(object))
    one.loc[one.index[0], "side"] = nobody
    chart = t2.voices(one)
    assert "1 more, side not stated" in words_of(chart.to_dict())
    heard = [label for label in marks_in(chart.to_dict()) if "side not stated" in label]
    assert len(heard) == 1
    assert accounts["account"].iloc[0] in heard[0]
    every = t2.voices(accounts.assign(side=nobody))
    assert "6 voices, side not stated" in words_of(every.to_dict())
    assert len(marks_in(every.to_dict())) == len(accounts)
