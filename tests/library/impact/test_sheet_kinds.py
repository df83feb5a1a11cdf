"""Sheets as codings: what their units are, and which of them hang together."""

import numpy as np
import pandas as pd
import pytest
from hand_written import fill
from observing import talk

from track2lib import impact
from track2lib.impact.alpha import alphas, coincidences, jackknife, middle_95, weighed
from track2lib.impact.sheet_kinds import FATES, NEIGHBORS, STAGES, as_codings, blocks_of, stages_of


def sheets(*rows):
    """Give rows as a table of stages."""
    return pd.DataFrame(rows, columns=STAGES.columns)


def test_stages_stand_in_their_order(mine):
    """By the column that says so, not by the row; a package without a list has the project's."""
    assert [*stages_of(mine)] == [*stages_of()]
    for place, key in (("2", "second"), ("1", "first")):
        row = {"stage_id": key, "name": key.title(), "order": place}
        fill(mine, "stages", row | {"heard": "So.", "told_apart": "Thus."})
    assert stages_of(mine) == {"first": "First", "second": "Second"}


def test_what_is_no_sheet_is_left_alone():
    """Codings and what is no table at all are somebody else's."""
    codings = impact.load_codings()
    assert as_codings(codings)[0] is codings
    assert as_codings("sheets") == ("sheets", [], False)


def test_agreement_of_sheets_is_that_of_their_codes():
    """Two of three intervals agree; one that a single observer coded, and one not coded, do not count."""
    table = sheets(
        *talk("ana", "rules", "concerns", "home", None, "home"),
        *talk("ben", "rules", "concerns", "other", "other"),
    )
    found = impact.agreement(table).set_index("part")
    assert found.loc["all", ["units", "coders"]].tolist() == [3, 2]
    assert found.loc["all", "agreement"] == pytest.approx(2 / 3)
    assert [*found.index] == ["all", "A"]


def test_one_minute_of_two_rooms_is_two_units():
    """What is heard in one room is not compared with another."""
    table = sheets(
        *talk("ana", "rules", "home"),
        *talk("ben", "rules", "other"),
        *talk("cyd", "home", "rules", room="B"),
        *talk("dee", "home", "rules", room="B"),
    )
    found = impact.agreement(table).set_index("part")
    assert found["units"].tolist() == [4, 2, 2]
    assert found["agreement"].tolist() == [0.75, 0.5, 1]


def test_one_idea_of_two_rooms_is_two_units():
    """Two rooms that call an idea alike have each their own; parts are audiences."""
    rows = [
        (observer, room, "Visas", "editor", fate, None)
        for observer, room, fate in (
            *(("ana", "A", "carried"), ("ben", "A", "carried")),
            *(("cyd", "B", "dropped"), ("dee", "B", "changed")),
        )
    ]
    table = pd.DataFrame(rows, columns=["observer", "room", "idea", "audience", "fate", "remark"])
    found = impact.agreement(table).set_index("part")
    assert found["units"].to_dict() == {"all": 2, "editor": 2}
    assert found.loc["all", "agreement"] == 0.5


def test_sheets_promise_no_narrow_interval():
    """Neither kind has one from single units; the wide one is there where blocks are enough."""
    for kind in ("stages", "ideas"):
        found = impact.agreement(impact.load_sheets(kind=kind)).set_index("part")
        assert found[["low", "high"]].isna().all(axis=None)
        assert found.loc["all", ["wide_low", "wide_high"]].notna().all()
    few = impact.load_sheets().query("minute < 40")  # of eight intervals two blocks are left
    assert impact.agreement(few)[["wide_low", "wide_high"]].isna().all(axis=None)


@pytest.mark.parametrize("column", ["room", "minute"])
def test_a_row_that_says_not_of_what_it_is_is_told(column):
    """In the words of sheets."""
    table = impact.load_sheets().head(20)
    table[column] = table[column].mask(table.index == 3)
    with pytest.raises(ValueError, match=f"1 rows have no {column}. Fill it."):
        impact.agreement(table)
    with pytest.raises(ValueError, match=f"lack the column '{column}'"):
        impact.agreement(table.drop(columns=column))


def test_codes_of_sheets_are_those_of_their_list():
    """A stage that is none, and a fate that is none, are refused with those that there are."""
    table = impact.load_sheets()
    with pytest.raises(ValueError, match=r"'quarrel' is no code\. The codes are: rules, positions"):
        impact.agreement(table.replace({"stage": {"rules": "quarrel"}}))
    ideas = impact.load_sheets(kind="ideas")
    with pytest.raises(ValueError, match=f"The codes are: {', '.join(FATES)}"):
        impact.agreement(ideas.replace({"fate": {"carried": "kept"}}))


def test_blocks_are_neighbors_of_one_room():
    """In the order of time, whatever that of the rows is, and never across rooms."""
    units = pd.MultiIndex.from_tuples([("100", "A"), ("5", "A"), ("0", "B"), ("20", "A")])
    assert blocks_of(units).tolist() == ["A 0", "A 0", "B 0", "A 0"]
    both = pd.MultiIndex.from_product([[str(5 * n) for n in range(2 * NEIGHBORS)], ["A", "B"]])
    assert pd.Series(blocks_of(both)).value_counts().to_dict() == dict.fromkeys(
        ["A 0", "A 1", "B 0", "B 1"], NEIGHBORS
    )
    long = pd.MultiIndex.from_product([[str(5 * n) for n in range(2 * NEIGHBORS + 1)], ["A"]])
    assert pd.Series(blocks_of(long)).value_counts(sort=False).tolist() == [NEIGHBORS, NEIGHBORS, 1]


STAGES_IMAGINED, LONG = 6, 20_000


def imagined(count, random):
    """Imagine talk that stays in a stage, and three observers whose errors last and who notice late."""
    talk = np.zeros(count, int)
    heard = np.zeros((count, 3), int)
    wrong = np.full(3, -1)
    for now in range(count):
        stays = now and random.random() < 0.75
        talk[now] = talk[now - 1] if stays else random.integers(STAGES_IMAGINED)
        for who in range(3):
            if wrong[who] < 0 or random.random() > 0.6:
                wrong[who] = random.integers(STAGES_IMAGINED) if random.random() < 0.1 else -1
            late = now and talk[now] != talk[now - 1] and random.random() < 0.3
            own = talk[now - 1] if late else talk[now]
            heard[now, who] = own if wrong[who] < 0 else wrong[who]
    return np.stack([(heard == stage).sum(axis=1) for stage in range(STAGES_IMAGINED)], axis=1)


def test_blocks_promise_less_than_single_intervals_and_hold_more():
    """In imagined sessions, single intervals promise 95 and hold some 70; blocks hold the truth far oftener."""
    random = np.random.default_rng(7)
    truth = alphas(coincidences(imagined(LONG, random)).sum(axis=0)[None])[0]
    held = {"single": 0, "blocks": 0}
    for _ in range(200):
        pairs = coincidences(imagined(30, random))
        drawn = random.multinomial(30, np.full(30, 1 / 30), size=300)
        blocks = np.array([pairs[n : n + NEIGHBORS].sum(axis=0) for n in range(0, 30, NEIGHBORS)])
        for name, (low, high) in {
            "single": middle_95(weighed(drawn, pairs)[None])[0],
            "blocks": jackknife(blocks[None], "nominal")[0],
        }.items():
            held[name] += low <= truth <= high
    assert held["single"] < 160
    assert 170 <= held["blocks"] <= 200
