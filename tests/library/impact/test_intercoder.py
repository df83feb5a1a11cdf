"""Agreement between coders: by part, with an order or without, and codings that cannot be compared."""

import numpy as np
import pandas as pd
import pytest
from coded_units import NOMINAL, coded

from track2lib import impact


def test_the_table_has_the_alpha_of_the_example():
    """The public function gives the same number, with its interval around it."""
    row = impact.agreement(coded(NOMINAL)).iloc[0]
    assert row["alpha"] == pytest.approx(0.692, abs=0.0005)
    assert row["agreement"] == pytest.approx(9 / 12)
    assert row["low"] < row["alpha"] < row["high"]
    assert row["wide_low"] < row["alpha"] < row["wide_high"]


def test_percent_agreement_of_many_coders_is_that_of_pairs():
    """Of three coders of whom two agree, one pair in three is equal."""
    found = impact.agreement(coded(["ab", "ab", "ba"]))
    assert found.loc[0, "agreement"] == pytest.approx(1 / 3)


def test_a_code_without_a_place_in_the_order_is_missing():
    """With an order, "not observable" is left out; without one, it is a code like the others."""
    table = coded(["aabbe", "abbbe"])
    table.loc[table["code"] == table["code"].iloc[4], "code"] = "not observable"
    assert impact.agreement(table).loc[0, "units"] == 5
    assert impact.agreement(table, level="ordinal").loc[0, "units"] == 4


def test_an_order_forgives_what_is_near():
    """With an order, a reading that is one step off costs less than one at the other end."""
    order = [
        "denied",
        "nothing found",
        "asserted by an interested party",
        "independently documented",
    ]
    scores = {}
    for off in ("nothing found", "independently documented"):
        table = coded(["abcd" * 3] * 2)
        table["code"] = order * 6
        table.loc[0, "code"] = off  # the other coder has "denied"
        scores[off] = impact.agreement(table, level="ordinal").loc[0, "alpha"]
    assert scores["independently documented"] < scores["nothing found"] < 1


def test_agreement_that_was_never_broken_is_not_certain():
    """Where two coders agree eight times in eight, only the wide interval leaves room for doubt."""
    row = impact.agreement(coded(["aabbccdd"] * 2)).iloc[0]
    assert (row["alpha"], row["low"], row["high"]) == (1, 1, 1)
    assert row["wide_low"] < 0.8
    assert row["wide_high"] == 1


def test_one_contribution_with_few_decisions_has_no_interval():
    """Intervals are for pooled decisions; of one contribution they come with fifty of them."""
    few, many = coded(["aabbccdda", "aabbccdba"]), coded(["aabbc" * 10, "aabbd" * 10])
    for table, given in ((few, False), (many, True)):
        both = pd.concat([table, table.assign(construct_id="c-channel")])
        found = impact.agreement(both, resamples=50).set_index("part")
        ends = found[["low", "high", "wide_low", "wide_high"]].notna()
        assert ends.loc["all"].all()
        assert (ends.drop(index="all") == given).all(axis=None)
        assert found["alpha"].notna().all()


BAD = {
    "no codings": (lambda t: t.head(0), "nobody has coded"),
    "one coder": (lambda t: t[t["coder"] == "coder 0"], "only 'coder 0' has coded"),
    "all missing": (lambda t: t.assign(code=None), "nobody has coded"),
    "all empty": (lambda t: t.assign(code=""), "nobody has coded"),
    "one code": (lambda t: t.assign(code="denied"), "Every unit has the same code"),
    "unknown": (lambda t: t.assign(code="yes"), "'yes' is no code. The codes are: denied"),
    "twice": (lambda t: pd.concat([t, t.head(1)]), "has coded case 0 / c-forum twice"),
    "no case": (lambda t: t.assign(dialogue_id=None), "have no dialogue_id"),
    "no column": (lambda t: t.drop(columns="code"), "lack the column 'code'"),
    "nothing shared": (
        lambda t: t[(t["coder"] == "coder 0") == (t["dialogue_id"] < "case 5")],
        "No unit has codes of two coders",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_compared_is_told(name):
    """Each kind of broken input gets one error, which says what is wrong and what would be right."""
    change, message = BAD[name]
    with pytest.raises(ValueError, match=message):
        impact.agreement(change(coded(NOMINAL)))


def test_a_part_that_one_coder_skipped_is_empty():
    """A contribution that only one has coded has a row without numbers, and the rest stands."""
    table = coded(NOMINAL)
    alone = table[table["coder"] == "coder 0"].assign(construct_id="c-channel")
    found = impact.agreement(pd.concat([table, alone])).set_index("part")
    assert found.loc["c-channel", ["units", "coders"]].tolist() == [0, 1]
    assert found.loc["c-channel", ["alpha", "low", "wide_high"]].isna().all()
    assert found.loc["all", "alpha"] == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"level": "interval"}, "no level 'interval'. The levels are: nominal, ordinal"),
        ({"codes": ["denied", "denied"]}, "two or more, each named once"),
        ({"level": "ordinal", "unordered": ["not observed"]}, "'not observed' in unordered"),
    ],
)
def test_a_scale_that_is_none_is_told(given, message):
    """A level or a list of codes that does not do gives an error and no number."""
    with pytest.raises((ValueError, LookupError), match=message):
        impact.agreement(coded(NOMINAL), **given)


def test_a_part_without_variation_is_empty():
    """Where all agree on one code in one contribution, its alpha is missing, and the rest stands."""
    table = coded(NOMINAL)
    flat = table.assign(construct_id="c-channel", code="denied")
    found = impact.agreement(pd.concat([table, flat])).set_index("part")
    assert np.isnan(found.loc["c-channel", "alpha"])
    assert found.loc["c-channel", "agreement"] == 1
    assert found.loc["c-forum", "alpha"] == pytest.approx(0.692, abs=0.0005)


def test_codes_in_order_are_no_set():
    """A set has no order, by which these codes are compared; where none is needed, it serves."""
    with pytest.raises(TypeError, match="codes is a set, which keeps no order"):
        impact.agreement(coded(NOMINAL), codes=set("ab"), level="ordinal")
    names = coded(NOMINAL)["code"].unique()
    by_set = impact.agreement(coded(NOMINAL), codes={*names}, resamples=20)
    assert by_set.equals(impact.agreement(coded(NOMINAL), codes=sorted(names), resamples=20))
