"""Imagined talks: closed forms, known truth, and settings out of range."""

import math

import numpy as np
import pytest

from track2lib import impact
from track2lib.impact.simulation import READERS, YEARS

KNOWN, TOLD, SILENT = READERS


def density(x):
    return math.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)


def below(x):
    return (1 + math.erf(x / math.sqrt(2))) / 2


def means(**settings):
    """Give the mean estimate of each reader over many worlds."""
    worlds = impact.simulate(cases=500, worlds=800, **settings)
    return worlds.groupby("reader", sort=False)["estimate"].mean()


@pytest.mark.parametrize("effect", [-0.5, 0.0, 0.5, 1.5])
@pytest.mark.parametrize("disclosure", [0.2, 1.0])
def test_readers_find_what_theory_says(effect, disclosure):
    """The means are those of a normal outcome cut off at 0: the ratio of Mills in Heckman (1979)."""
    found = means(effect=effect, disclosure=disclosure)
    share = below(effect)
    told = effect + density(effect) / share
    assert found[KNOWN] == pytest.approx(effect, abs=0.01)
    assert found[TOLD] == pytest.approx(told, abs=0.03)
    assert found[SILENT] == pytest.approx(disclosure * share * told, abs=0.01)


def test_the_untouched_case_is_the_textbook_number():
    """Of a standard normal outcome the part above 0 has the mean of the root of 2 / pi, 0.798."""
    assert means(effect=0.0, disclosure=1.0)[TOLD] == pytest.approx(
        math.sqrt(2 / math.pi), abs=0.01
    )


@pytest.mark.parametrize(("selection", "lag"), [(0.4, 0), (0, 5), (0.4, 5), (-0.3, 20)])
def test_easy_cases_and_late_effects(selection, lag):
    """Selection is added to what a full reader finds; of a late effect the part that has arrived."""
    arrived = 1 - math.exp(-YEARS / lag) if lag else 1
    found = means(effect=0.8, selection=selection, lag=lag)
    assert found[KNOWN] == pytest.approx(selection + 0.8 * arrived, abs=0.01)


def test_the_full_reader_comes_to_the_truth_and_the_others_do_not():
    """With more cases one estimate closes in on the truth, and two close in on something else."""
    few, many = (impact.simulate(cases=n, worlds=300).groupby("reader") for n in (50, 5000))
    spread = {n: groups["estimate"].std() for n, groups in (("few", few), ("many", many))}
    assert (spread["many"] < spread["few"] / 7).all()
    off = (many["estimate"].mean() - 0.5).abs()
    assert off[KNOWN] < 0.01
    assert (off[[TOLD, SILENT]] > 0.2).all()


def held(cases, **settings):
    worlds = impact.simulate(cases=cases, worlds=2000, **settings)
    inside = (worlds["low"] <= worlds["truth"]) & (worlds["high"] >= worlds["truth"])
    return inside.groupby(worlds["reader"], sort=False).mean()


def test_how_often_the_intervals_hold_the_truth(capsys):
    """A full reader's interval keeps its promise; the others' fail more surely with more cases."""
    few, many = held(100), held(1000)
    with capsys.disabled():
        print("\n", few.round(3).to_dict(), many.round(3).to_dict())
    assert few[KNOWN] == pytest.approx(0.95, abs=0.015)
    assert few[TOLD] < 0.5
    assert many[TOLD] < 0.01
    assert many[SILENT] < 0.01


def test_moving_a_setting_keeps_the_luck():
    """The same seed draws the same numbers, so that only the chance changes."""
    one, other = (impact.simulate(worlds=50, disclosure=chance) for chance in (0.2, 0.9))
    known = one["reader"] == KNOWN
    assert one.loc[known, "estimate"].tolist() == other.loc[known, "estimate"].tolist()
    assert one["estimate"].tolist() != other["estimate"].tolist()


def test_where_nothing_is_told_there_is_no_estimate():
    """With no disclosure a reader of what is told has nothing; silence as no change gives none."""
    worlds = impact.simulate(worlds=20, disclosure=0)
    assert worlds.loc[worlds["reader"] == TOLD, "estimate"].isna().all()
    rest = worlds[worlds["reader"] == SILENT]
    assert np.abs(rest["estimate"]).max() < 0.6
    chart = impact.simulation_chart(worlds)
    assert "No estimate if only what is told counts" in chart.description
    with pytest.raises(ValueError, match="No reader has an estimate"):
        impact.simulation_chart(worlds[worlds["reader"] == TOLD])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"cases": 0}, "cases is 0 .* a whole number from 2 to 1,000,000"),
        ({"cases": 1.5}, "cases is 1.5"),
        ({"worlds": 0}, "worlds is 0"),
        ({"disclosure": 1.2}, "disclosure is 1.2 .* a number from 0 to 1"),
        ({"disclosure": -0.1}, "from 0 to 1"),
        ({"disclosure": math.nan}, "disclosure is nan"),
        ({"effect": math.nan}, "effect is nan"),
        ({"selection": math.inf}, "selection is inf"),
        ({"lag": -1}, "lag is -1 .* a number from 0 to 1000"),
        ({"lag": math.nan}, "lag is nan"),
        ({"seed": -3}, "seed is -3 .* a whole number from 0 on"),
    ],
)
def test_settings_out_of_range_are_told(given, message):
    """Each number out of its range gets one error that names it."""
    with pytest.raises(ValueError, match=message):
        impact.simulate(**given)
