"""The title of accounts: charges by standing, voices by side, and who is not heard."""

import json

import pandas as pd
import pytest
from commands import ROOT

import track2lib as t2
from track2lib.charts.grammar.speakers import NO_STANDING, UNSTATED, WHO, headline, unheard


def said(*rows, silent=(), theme="a raid"):
    """Give the title of accounts: side, standing, and whether each is a charge."""
    table = pd.DataFrame(rows, columns=["side", "standing", "charge"])
    table = table.assign(theme=theme, voice=[f"v{n}" for n in range(len(rows))])
    return headline(table, list(silent))


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([("Iranian", "state", True)], "1 account is a charge by the state"),
        ([("Iranian", "state", True)] * 2, "2 accounts are charges by the state"),
        (
            [("Iranian", "state", True), ("American", "press", False)],
            "1 of 2 accounts is a charge by the state",
        ),
        (
            [("Iranian", "state", True), ("Iranian", "exile", True), ("American", "press", False)],
            "2 of 3 accounts are charges",
        ),
        (
            [("Iranian", "state", True), ("American", "government", True)],
            "2 accounts are charges",
        ),
        ([("Iranian", "army", True)], "1 account is a charge by 'army'"),
        (
            [("Iranian", "press", True), ("American", "press", True)],
            "2 accounts are charges",
        ),
        ([("Iranian", NO_STANDING, True)], "1 account is a charge by voices of no stated standing"),
        (
            [("Bosnian", "press", False), (UNSTATED, "press", False)],
            "1 Bosnian voice; 1 more, side not stated",
        ),
    ],
)
def test_charges_are_counted_and_ascribed_if_they_stand_alike(rows, title):
    """Voices of one side that stand against each other are never counted as one."""
    assert said(*rows) == f"A raid: {title}"


def test_each_standing_of_our_accounts_has_its_words():
    """A standing that the table allows is named in a sentence, and no other is."""
    package = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))
    (table,) = (own for own in package["resources"] if own["name"] == "accounts")
    (field,) = (own for own in table["schema"]["fields"] if own["name"] == "standing")
    assert {*WHO} == {*field["constraints"]["enum"]}


def test_who_is_silent_ends_the_title():
    """One who is missing is heard not to be, and several are named together."""
    row = ("American", "press", False)
    assert said(row, silent=["participant"]).endswith("1 American voice; no participant is heard")
    several = said(row, silent=["Iranian voice", "participant"])
    assert several.endswith("; no Iranian voice and no participant is heard")


def test_many_themes_are_counted():
    """Two themes are named, more would fill the title."""
    row = ("American", "press", False)
    assert said(row, row, theme=["a raid", "a visit"]).startswith("A raid and a visit: ")
    assert said(row, row, row, theme=["a", "b", "c"]).startswith("3 themes: ")


def test_a_theme_on_which_all_speak_has_nobody_missing():
    """Where each side and a participant are heard, the list of the missing is empty."""
    accounts = t2.load("accounts")
    assert unheard(accounts) == []
    assert unheard(accounts[accounts["side"] != "Iranian"]) == ["Iranian voice"]
    assert unheard(accounts[accounts["standing"] != "participant"]) == ["participant"]
