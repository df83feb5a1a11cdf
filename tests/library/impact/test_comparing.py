"""Codes as text and as numbers, and coders who may be one."""

import krippendorff
import numpy as np
import pandas as pd
import pytest
from coded_units import MISSING, counts

from track2lib import impact
from track2lib.impact.comparing import spelled, usable


def numbered(*codes, dtype=None):
    """Write codes of two coders, who share all units, as a table."""
    half = len(codes) // 2
    return pd.DataFrame(
        {
            "coder": ["ana"] * half + ["ben"] * half,
            "dialogue_id": [f"d{number}" for number in range(half)] * 2,
            "construct_id": "p",
            "code": pd.Series(codes, dtype=dtype),
        }
    )


@pytest.mark.parametrize("codes", [["1", "2"], [1, 2], [1.0, 2.0], (1, 2), np.array([1, 2])])
@pytest.mark.parametrize("dtype", [None, "Int64", "object", "category", "float32"])
def test_numbers_are_numbers(codes, dtype):
    """A column with a gap, which pandas reads as 1.0, is compared by codes as text or numbers."""
    table = numbered(1, 2, None, 1, 1, 2, dtype=dtype)
    row = impact.agreement(table, codes=codes, unordered=[], resamples=10).iloc[0]
    assert (row["units"], row["agreement"]) == (2, 0.5)


def test_text_is_compared_with_numbers_if_codes_are_numbers():
    """What reads as a number is one; in Persian digits, too."""
    table = numbered("1", "2.0", "", "۱", "1", "2")
    assert usable(table, [1, 2])["code"].tolist() == ["1", "2", "1", "1", "2"]


BAD = {
    "no number": (numbered("1", "x", "1", "1"), [1, 2], "'x' is no code. The codes are: 1, 2."),
    "another number": (numbered(1, 3, 1, 1), [1, 2], "'3' is no code"),
    "half": (numbered(1, 1.5, 1, 1), ["1", "2"], "'1.5' is no code"),
    "words": (numbered(1, 2, 1, None), ["no", "yes"], "'1' is no code. The codes are: no, yes."),
    "decimals": (numbered("1.0", "2", "1", "1"), ["1", "2"], r"as numbers: codes=\[1, "),
    "two of one value": (numbered(1, 2, 1, 1), ["01", "1.0", "2"], "'1' is no code"),
    "mixed": (numbered(1, 2, 1, 1), [1, "2"], "all text or all numbers"),
    "truth": (numbered(1, 2, 1, 1), [True, False], "all text or all numbers"),
    "nothing": (numbered(1, 2, 1, 1), [1, float("nan")], "all text or all numbers"),
    "one twice": (numbered(1, 2, 1, 1), [1, 1.0], "two or more, each named once"),
}


@pytest.mark.parametrize("name", BAD)
def test_codes_that_cannot_be_compared_are_told(name):
    """Each kind gets one error that says what is no code, and what would be."""
    table, codes, message = BAD[name]
    with pytest.raises(ValueError, match=message):
        impact.agreement(table, codes=codes, unordered=[])


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
@pytest.mark.parametrize("kind", [int, float, str])
def test_alpha_of_numbers_is_that_of_the_package(level, kind):
    """Four coders with gaps: the same alpha from numbers, from text, and from krippendorff itself."""
    rows = [
        (f"coder {coder}", f"case {unit}", "p", None if value == "." else kind(value))
        for coder, row in enumerate(MISSING)
        for unit, value in enumerate(row)
    ]
    table = pd.DataFrame(rows, columns=["coder", "dialogue_id", "construct_id", "code"])
    codes = [kind(value) for value in range(1, 6)]
    found = impact.agreement(table, level=level, codes=codes, unordered=[], resamples=10)
    right = krippendorff.alpha(value_counts=counts(MISSING), level_of_measurement=level)
    assert found.loc[0, "alpha"] == pytest.approx(right, abs=1e-12)


def test_a_number_may_have_no_place_in_the_order():
    """An unordered code is named as the codes are, or as text."""
    table = numbered(1, 2, 9, 1, 3, 2, 2, 1, 1, 3)
    for unordered in ([9], ["9"], [9.0]):
        found = impact.agreement(
            table, level="ordinal", codes=[1, 2, 3, 9], unordered=unordered, resamples=10
        )
        assert found.loc[0, "units"] == 4


def test_keys_may_be_numbers():
    """A case that is 1 in one file and 1.0 in another, which had a gap, is one case."""
    table = numbered("denied", "denied", "nothing found", "denied")
    table["dialogue_id"] = pd.Series([1, 2, 1.0, 2.0], dtype=object)
    assert usable(table)["dialogue_id"].tolist() == ["1", "2", "1", "2"]
    assert impact.agreement(table, resamples=10).loc[0, "units"] == 2


def test_whole_numbers_have_no_decimals():
    """A code is written as a reader would write it."""
    assert spelled([1.0, np.int64(2), 2.5, -3]) == ["1", "2", "2.5", "-3"]


@pytest.mark.parametrize("draw", [impact.agreement, impact.disagreement_chart])
def test_one_coder_under_two_names_is_asked_about(draw):
    """A table in which a coder would be compared with herself is asked about, once."""
    table = numbered("denied", "nothing found", "denied", "denied")
    table["coder"] = table["coder"].replace({"ana": "Anna", "ben": "anna "})
    with pytest.warns(UserWarning, match="'Anna' and 'anna' look alike") as asked:
        draw(table)
    assert len(asked) == 1
