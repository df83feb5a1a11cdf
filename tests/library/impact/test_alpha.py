"""Agreement between coders: the worked examples of the literature, the library, known truth."""

import krippendorff
import numpy as np
import pandas as pd
import pytest

from track2lib import impact
from track2lib.impact.alpha import alphas, coincidences, jackknife

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability,
# https://repository.upenn.edu/asc_papers/43: data of sections A, B and C; a dot is missing.
BINARY = ["0100000010", "1110010000"]


NOMINAL = ["aabbdcccedda", "babbbccceddd"]


MISSING = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]


def counts(rows):
    """Count the values of each unit, from one text for each observer."""
    values = sorted({value for row in rows for value in row} - {"."})
    return np.array([[column.count(v) for v in values] for column in zip(*rows, strict=True)])


def alpha(rows, level="nominal"):
    return float(alphas(coincidences(counts(rows)).sum(axis=0)[None], level)[0])


def coded(rows, codes="abcde"):
    """Write the rows of observers as a table of codings, one case a unit."""
    names = dict(zip(codes, impact.load_codings()["code"].unique(), strict=False))
    table = [
        (f"coder {coder}", f"case {unit}", "c-forum", names[value])
        for coder, row in enumerate(rows)
        for unit, value in enumerate(row)
        if value != "."
    ]
    return pd.DataFrame(table, columns=["coder", "dialogue_id", "construct_id", "code"])


@pytest.mark.parametrize(
    ("rows", "level", "expected"),
    [
        (BINARY, "nominal", 0.095),
        (NOMINAL, "nominal", 0.692),
        (MISSING, "nominal", 0.743),
        (MISSING, "ordinal", 0.815),
    ],
)
def test_worked_examples(rows, level, expected):
    """Alpha is what Krippendorff (2011) prints: two observers or more, missing values, an order."""
    assert alpha(rows, level) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_is_that_of_the_library(level):
    """On random codings with gaps, and on resampled units, alpha equals that of `krippendorff`."""
    rng = np.random.default_rng(5)
    for _ in range(30):
        table = rng.integers(0, 4, size=(12, 5))
        table[:, 0] += 1
        drawn = table[rng.integers(0, 12, size=12)]
        own = alphas(coincidences(drawn).sum(axis=0)[None], level)[0]
        library = krippendorff.alpha(value_counts=drawn, level_of_measurement=level)
        assert own == pytest.approx(library, abs=1e-12)


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


def imagined(units, truth, rng):
    """Imagine two coders whose true alpha is known: they see the code, or choose blindly."""
    codes = rng.integers(5, size=units)
    sees = rng.random((2, units)) < truth**0.5
    given = np.where(sees, codes, rng.integers(5, size=(2, units)))
    return (given[..., None] == np.arange(5)).sum(axis=0)


def test_alpha_comes_to_the_truth():
    """With more units, alpha comes closer to the truth, about as the square root promises."""
    rng = np.random.default_rng(11)
    errors = {}
    for units in (40, 4000):
        found = [
            alphas(coincidences(imagined(units, 0.5, rng)).sum(axis=0)[None])[0] for _ in range(60)
        ]
        errors[units] = np.sqrt(np.mean((np.array(found) - 0.5) ** 2))
    assert errors[4000] < errors[40] / 5
    assert errors[4000] < 0.02


def pseudo_values(by_case):
    """Write out by hand what leaving out one case after another gives."""
    whole = alphas(by_case.sum(axis=0)[None])[0]
    without = [alphas((by_case.sum(axis=0) - case)[None])[0] for case in by_case]
    return len(by_case) * whole - (len(by_case) - 1) * np.array(without)


def test_leaving_out_cases_is_the_jackknife():
    """The wide interval is mean and spread of pseudo-values, with an imagined case and without."""
    by_case = coincidences(counts(NOMINAL))
    totals = by_case.sum(axis=(0, 1))
    imagined = np.outer(totals, totals) / totals.sum() / 12
    ends = []
    for cases, t in ((by_case, 2.200985), (np.stack([*by_case, imagined]), 2.178813)):
        pseudo = pseudo_values(cases)
        reach = t * pseudo.std(ddof=1) / len(cases) ** 0.5
        ends.append([pseudo.mean() - reach, min(pseudo.mean() + reach, 1)])
    low, high = jackknife(by_case[None], "nominal")[0]
    assert low == pytest.approx(np.min(ends, axis=0)[0], abs=1e-6)
    assert high == pytest.approx(np.max(ends, axis=0)[1], abs=1e-6)


def test_agreement_that_was_never_broken_is_not_certain():
    """Where two coders agree eight times in eight, only the wide interval leaves room for doubt."""
    row = impact.agreement(coded(["aabbccdd"] * 2)).iloc[0]
    assert (row["alpha"], row["low"], row["high"]) == (1, 1, 1)
    assert row["wide_low"] < 0.8
    assert row["wide_high"] == 1


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
    with pytest.raises(ValueError, match=message):
        impact.agreement(coded(NOMINAL), **given)


def test_a_part_without_variation_is_empty():
    """Where all agree on one code in one contribution, its alpha is missing, and the rest stands."""
    table = coded(NOMINAL)
    flat = table.assign(construct_id="c-channel", code="denied")
    found = impact.agreement(pd.concat([table, flat])).set_index("part")
    assert np.isnan(found.loc["c-channel", "alpha"])
    assert found.loc["c-channel", "agreement"] == 1
    assert found.loc["c-forum", "alpha"] == pytest.approx(0.692, abs=0.0005)
