"""What is reported of the years after 2010: in its own period, with the voices that differ."""

import pandas as pd
import pytest

import track2lib as t2

EVENTS = t2.load("events").set_index("event_id")
ACCOUNTS = t2.load("accounts")
# The last month of which the tables tell; what is reported of later months was not seen in good sources.
LAST = pd.Timestamp("2026-05-31")


@pytest.mark.parametrize(
    ("event", "era"),
    [
        ("leader-letters-2009", "ahmadinejad"),
        ("experts-initiative", "rouhani"),
        ("vienna-talks-2021", "both"),
        ("doha-talks-2022", "raisi"),
        ("war-june-2025", "pezeshkian"),
        ("memorandum-draft-2026", "pezeshkian"),
    ],
)
def test_an_event_falls_into_the_presidency_of_its_time(event: str, era: str) -> None:
    """No period of Iran's presidents goes on for want of the next one."""
    assert EVENTS.at[event, "era"] == era


def test_presidents_of_both_countries_follow_each_other() -> None:
    """Of a country's terms that began after 2010, only the last one is open."""
    eras = t2.load("eras").query("dates_earliest >= '2010'")
    assert eras["dates_ongoing"].tolist() == [False, False, True]
    terms = t2.load("governments").query("dates_earliest >= '2010'")
    assert terms["dates_ongoing"].tolist() == [False, False, True]


def test_nothing_is_told_of_later_months() -> None:
    """No event begins after the last month that was read about."""
    assert EVENTS["date_earliest"].max() <= LAST


def test_the_beginning_of_the_oman_channel_is_contested() -> None:
    """Four accounts give four dates; the table shows the first and says that they differ."""
    claims = t2.evidence("events", "oman-channel-begins", "date")
    assert claims["value"].tolist() == ["2009-05", "2009-07", "2011-10", "2013-03"]
    assert EVENTS.at["oman-channel-begins", "contested"] == "date"


@pytest.mark.parametrize(
    "theme",
    [
        "the beginning of the Oman channel",
        "the experts' initiative",
        "the talks in Muscat in 2023",
        "the meeting reported in 2024",
        "a senator's meeting in Munich",
    ],
)
def test_what_is_contested_has_voices_of_both_countries(theme: str) -> None:
    """Americans and Iranians stand side by side, and a dispute is no fact of the event."""
    own = ACCOUNTS[ACCOUNTS["theme"] == theme]
    assert {"Iranian", "American"} <= set(own["side"])
    keys = own["key"].dropna().unique()
    assert len(keys)
    assert set(keys) <= set(EVENTS.index)


@pytest.mark.parametrize(
    "event", ["experts-initiative", "memorandum-reported", "meeting-denied-2024"]
)
def test_what_is_in_dispute_has_no_effect_of_ours(event: str) -> None:
    """What it did to unofficial contact stays open where what it was is in dispute."""
    assert EVENTS.at[event, "effect"] == "unknown"
    assert "is in dispute" in EVENTS.at[event, "effect_reason"]


def test_no_address_leads_by_a_name() -> None:
    """Of a source whose address holds the name of a private or a detained person, none is given."""
    sources = t2.load("sources")
    without = sources[sources["locator_note"].str.contains("No address is given", na=False)]
    assert len(without) >= 4
    assert without["url"].isna().all()
