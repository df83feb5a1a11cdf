"""Who says what on one theme, side by side."""

import pandas as pd
import pytest
from drawn import drawn_height, rows_of, words_of
from hand_written import fill
from hearing import marks_in
from own_rows import ROWS

import track2lib as t2


@pytest.mark.parametrize("name", t2.load("accounts")["theme"].unique())
def test_voices_of_each_theme(name: str) -> None:
    """Each theme can be drawn: a group for each side that is heard, a diamond for each charge."""
    accounts = t2.load("accounts")
    own = accounts[accounts["theme"] == name]
    chart = t2.voices(own)
    drawn = lines_in(chart)
    assert {row["side"] for row in drawn} == set(own["side"])
    diamonds = {row["account"] for row in drawn if row["shape"] == "diamond"}
    assert diamonds == set(own.loc[own["charge"], "account"])
    # Eleven are all drawn; of more, those without room are named, and none is left out in words.
    assert len(drawn) == len(own) or len(own) > 11
    spec = chart.to_dict()
    assert ("Without room here: " in words_of(spec)) == (len(drawn) < len(own))
    assert all(account in spec["description"] for account in own["account"])
    assert drawn_height(spec) <= 640


def lines_in(chart):
    """Give the rows of the accounts."""
    return [row for row in rows_of(chart) if row.get("shape") in ("circle", "diamond")]


def rings_in(chart):
    """Give what stands in place of those who are not heard."""
    return [row["head"] for row in rows_of(chart) if row.get("shape") == "ring"]


def test_a_line_says_who_from_where_when_and_what() -> None:
    """A name, the standing, the date, and the account in short; the whole is in the tooltip."""
    accounts = t2.load("accounts").query("account_id == 'iran-boycott-pressure'")
    (line,) = lines_in(t2.voices(accounts))
    assert line["head"] == "A spokesman of Iran's foreign ministry, as the Associated Press reports"
    assert line["note"] == "Charge (state)"
    assert line["when"] == "17 December 2006"
    assert line["said"] == accounts["gist"].iloc[0]
    assert line["account"] == accounts["account"].iloc[0]
    assert line["said_lines"].replace("\n", " ") == line["said"]


def test_without_a_short_form_an_account_is_cut() -> None:
    """A table without the column, or with an empty cell in it, shows how an account begins."""
    accounts = t2.load("accounts").query("theme == 'the paper of 2003'")
    for own in (accounts.drop(columns="gist"), accounts.assign(gist=None)):
        for line in lines_in(t2.voices(own)):
            begins = line["said"].removesuffix("…")
            assert line["account"].startswith(begins)
            assert len(line["said"]) <= 70


def test_a_standing_or_a_date_that_is_not_known_is_said_not_to_be() -> None:
    """Where a voice stands, or when it spoke, is not filled in by anybody."""
    accounts = t2.load("accounts").query("theme == 'the paper of 2003'").assign(standing=None)
    assert {line["note"] for line in lines_in(t2.voices(accounts))} == {"standing not stated"}
    undated = accounts.assign(date=None, date_earliest=pd.NaT, standing="state")
    assert {line["when"] for line in lines_in(t2.voices(undated))} == {"no date given"}


def test_the_title_says_who_charges_and_who_is_not_heard() -> None:
    """Charges by their side; sides and participants that the package has and the rows have not."""
    accounts = t2.load("accounts")

    def title(query):
        return " ".join(t2.voices(accounts.query(query)).to_dict()["title"]["text"])

    conference = title("theme == 'the Holocaust conference of 2006'")
    # An exile station and the state stand against each other, though both are Iranian: no word of who.
    said = "2 of 9 accounts are charges; no participant is heard"
    assert conference == f"The Holocaust conference of 2006: {said}"
    paper = title("theme == 'the paper of 2003'")
    said = "2 American and 1 third-party voices; no Iranian voice and no participant is heard"
    assert paper == f"The paper of 2003: {said}"
    talks = title("theme == 'back-channel talks'")
    assert talks.endswith("3 American and 4 third-party voices")


def test_a_charge_is_told_by_more_than_its_shape() -> None:
    """The word stands at its standing, in bold, and is heard; every other line has neither."""
    chart = t2.voices(t2.load("accounts").query("theme == 'the Holocaust conference of 2006'"))
    for line in lines_in(chart):
        assert line["note"].startswith("Charge (") == (line["shape"] == "diamond")
    heard = marks_in(chart.to_dict())
    assert sum("Kind: a charge" in label for label in heard) == 2
    weight = "datum.shape == 'diamond' ? 'bold' : 'normal'"
    assert weight in str(chart.to_dict())


@pytest.mark.parametrize(
    ("theme", "missing"),
    [
        ("the Holocaust conference of 2006", ["Participants"]),
        ("the paper of 2003", ["Iranian voices", "Participants"]),
        ("soft-war charge", ["Third parties", "Participants"]),
        ("back-channel talks", []),
    ],
)
def test_who_is_not_heard_has_a_ring(theme, missing) -> None:
    """Whom the title names as missing is drawn in a last group, and nobody else."""
    accounts = t2.load("accounts")
    chart = t2.voices(accounts[accounts["theme"] == theme])
    assert rings_in(chart) == missing
    groups = [row["label"] for row in rows_of(chart) if row.get("label")]
    assert ("Not heard" in groups[-1]) == bool(missing)
    assert ("Broken ring" in str(chart.to_dict()["title"]["subtitle"])) == bool(missing)


def test_a_package_that_is_lost_has_no_rings() -> None:
    """Where nobody can say whom the package has, nobody is said to be missing."""
    accounts = t2.load("accounts").query("theme == 'the paper of 2003'")
    merged = accounts.merge(
        pd.DataFrame({"account_id": accounts["account_id"], "note": ["mine"] * 3})
    )
    merged["cited"] = "A Writer 1999"
    assert rings_in(t2.voices(merged)) == []


def test_a_title_in_another_script_is_told_with_its_english() -> None:
    """An account whose source has a Persian title tells that title, and draws it nowhere."""
    accounts, sources = t2.load("accounts"), t2.load("sources").set_index("source_id")
    foreign = sources[sources["language"] == "fa"]
    first = accounts["sources"].str.split("; ").str[0]
    own = accounts[first.isin(foreign.index)].head(1)
    source = foreign.loc[first[own.index[0]]]
    (line,) = lines_in(t2.voices(own))
    assert line["original"] == f"\u2068{source['title']}\u2069 ({source['title_en']})"
    assert not any(
        source["title"] in str(line[field]) for field in line if field.endswith("_lines")
    )
    heard = marks_in(t2.voices(own).to_dict())[0]
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
    """An account whose side nobody states has a group of its own, the last that speaks, and is counted apart."""
    accounts = t2.load("accounts").query("theme == 'the list of 2010'")
    one = accounts.assign(side=accounts["side"].astype(object))
    one.loc[one.index[0], "side"] = nobody
    chart = t2.voices(one)
    groups = [row["label"] for row in rows_of(chart) if row.get("label")]
    assert groups[-2:] == ["Side not\nstated\n1 account", "Not heard"]
    heard = [label for label in marks_in(chart.to_dict()) if "side not stated" in label]
    assert len(heard) == 1
    assert accounts["account"].iloc[0] in heard[0]
    every = t2.voices(accounts.assign(side=nobody))
    assert "2 of 6 accounts are charges by the state" in words_of(every.to_dict())
    assert len(lines_in(every)) == len(accounts)
