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
    chart = t2.voices(own)
    drawn = cards_of(chart)
    assert {row["side"] for row in drawn} == set(own["side"])
    diamonds = {row["account"] for row in drawn if row["shape"] == "diamond"}
    assert diamonds == set(own.loc[own["charge"], "account"])
    # A dozen are all drawn; of more, those without room are named, and none is left out in words.
    assert len(drawn) == len(own) or len(own) > 12
    spec = chart.to_dict()
    assert ("Without room here: " in words_of(spec)) == (len(drawn) < len(own))
    assert all(account in spec["description"] for account in own["account"])
    assert spec["vconcat"][0]["height"] <= 470


def cards_of(chart):
    """Give the rows of the cards."""
    return [row for row in rows_of(chart) if row.get("head")]


def test_a_card_says_who_from_where_when_and_what() -> None:
    """A name, the standing with the date, and the account in one line; the whole is in the tooltip."""
    accounts = t2.load("accounts").query("account_id == 'iran-boycott-pressure'")
    (card,) = cards_of(t2.voices(accounts))
    assert card["head"] == "Iran, as the Associated Press reports"
    assert card["note"] == "state, 17 December 2006"
    assert card["said"] == accounts["gist"].iloc[0]
    assert card["account"] == accounts["account"].iloc[0]
    assert card["said_lines"].replace("\n", " ") == card["said"]


def test_without_a_short_form_an_account_is_cut() -> None:
    """A table without the column, or with an empty cell in it, shows how an account begins."""
    accounts = t2.load("accounts").query("theme == 'the paper of 2003'")
    for own in (accounts.drop(columns="gist"), accounts.assign(gist=None)):
        for card in cards_of(t2.voices(own)):
            begins = card["said"].removesuffix("…")
            assert card["account"].startswith(begins)
            assert len(card["said"]) <= 70


def test_a_standing_or_a_date_that_is_not_known_is_said_not_to_be() -> None:
    """Where a voice stands, or when it spoke, is not filled in by anybody."""
    accounts = t2.load("accounts").query("theme == 'the paper of 2003'").assign(standing=None)
    notes = {card["note"] for card in cards_of(t2.voices(accounts))}
    assert all(note.startswith("standing not stated, ") for note in notes)
    undated = accounts.assign(date=None, date_earliest=pd.NaT, standing="state")
    assert {card["note"] for card in cards_of(t2.voices(undated))} == {"state, no date given"}


def test_the_title_says_who_charges_and_who_is_not_heard() -> None:
    """Charges by their side; sides and participants that the package has and the rows have not."""
    accounts = t2.load("accounts")

    def title(query):
        return " ".join(t2.voices(accounts.query(query)).to_dict()["title"]["text"])

    conference = title("theme == 'the conference of 2006'")
    said = "2 of 9 accounts are charges, from the Iranian side; no participant is heard"
    assert conference == f"The conference of 2006: {said}"
    paper = title("theme == 'the paper of 2003'")
    said = "2 American and 1 third-party voices; no Iranian voice and no participant are heard"
    assert paper == f"The paper of 2003: {said}"
    talks = title("theme == 'back-channel talks'")
    assert talks.endswith("3 American and 3 third-party voices")


def test_a_title_in_another_script_is_told_with_its_english() -> None:
    """An account whose source has a Persian title tells that title, and draws it nowhere."""
    accounts, sources = t2.load("accounts"), t2.load("sources").set_index("source_id")
    foreign = sources[sources["language"] == "fa"]
    first = accounts["sources"].str.split("; ").str[0]
    own = accounts[first.isin(foreign.index)].head(1)
    source = foreign.loc[first[own.index[0]]]
    (card,) = cards_of(t2.voices(own))
    assert card["original"] == f"\u2068{source['title']}\u2069 ({source['title_en']})"
    assert not any(
        source["title"] in str(card[field]) for field in card if field.endswith("_lines")
    )
    (heard,) = marks_in(t2.voices(own).to_dict())
    assert source["title_en"] in heard


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
    account = ROWS["accounts"][0] | {"charge": "false"}
    for n, (side, voice) in enumerate(zip(sides, voices, strict=True)):
        fill(mine, "accounts", account | {"account_id": f"a{n}", "side": side, "voice": voice})
    drawn = t2.voices(t2.load("accounts", data=mine)).to_dict()
    assert " ".join(drawn["title"]["text"]) == f"Something else: {title}"


def test_a_theme_from_right_to_left_keeps_its_place_in_the_title(mine) -> None:
    """Names of another direction are marked in the title, so that numbers stand where they belong."""
    account = ROWS["accounts"][0] | {"theme": "فهرست ۲۰۱۰", "charge": "false"}
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
    heads = [row["head_of"] for row in rows_of(chart) if "head_of" in row]
    assert heads[-1] == "Side not stated: 1"
    heard = [label for label in marks_in(chart.to_dict()) if "side not stated" in label]
    assert len(heard) == 1
    assert accounts["account"].iloc[0] in heard[0]
    every = t2.voices(accounts.assign(side=nobody))
    assert "from a side not stated" in words_of(every.to_dict())
    assert len(marks_in(every.to_dict())) == len(accounts)
