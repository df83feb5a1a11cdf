"""The short forms of accounts: one line each, which says no more than the account does."""

import re

import pytest

import track2lib as t2

ACCOUNTS = t2.load("accounts").set_index("account_id")
# What an account is said to do that accuses, in one word.
ACCUSING = re.compile(r"\b(charges|calls?|says|names|forbids)\b", re.IGNORECASE)


@pytest.mark.parametrize("account_id", ACCOUNTS.index)
def test_an_account_has_a_short_form(account_id):
    """It has seventy letters at most, and no number or name that its account, theme or voice has not."""
    own = ACCOUNTS.loc[account_id]
    assert 10 <= len(own["gist"]) <= 70
    assert not own["gist"].endswith(".")
    said = " ".join([own["account"], own["theme"], own["voice"]])
    assert set(re.findall(r"\d+", own["gist"])) <= {*re.findall(r"\d+", said), "1"}
    # U.S. is short for what an account writes out, and IPIS for the institute of a theme.
    names = set(re.findall(r"(?<!^)\b[A-Z][a-z]{2,}\b", own["gist"]))
    assert names <= {*re.findall(r"\b[A-Z][a-z]+\b", said), "Europeans"}


def test_a_charge_stays_a_charge():
    """The short form of a charge says that it is one, in the mouth of its speaker."""
    for charge in ACCOUNTS.loc[ACCOUNTS["charge"], "gist"]:
        assert ACCUSING.search(charge), charge
