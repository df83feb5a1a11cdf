"""What is heard of the charts of the lab: numbers of their tables, and nothing of how they are drawn."""

import pytest
from facts import Fact, fact, facts_of
from hearing import WORDS_OF_ALL, heard_in, marks_in
from impact_charts import CHARTS, five_coders, six_audiences, spec_of, table_of, two_rooms, votes

from track2lib import impact
from track2lib.impact.rubric import names


def decisions(codings) -> list[Fact]:
    """Give the names of each decision, and how many coders there are at most."""
    words = " ".join(names("dialogue_id", None).values())
    return [fact(words, *map(float, range(codings["coder"].nunique() + 1)))]


def worlds() -> list[Fact]:
    """Sum up imagined worlds for each reader, as the chart should."""
    table = table_of(impact.simulation_chart)
    found = [fact(float(table["truth"].iloc[0]))]
    for _, own in table.groupby("reader"):
        held = ((own["low"] <= own["truth"]) & (own["high"] >= own["truth"])).mean()
        ends = own["estimate"].quantile([0.025, 0.975])
        found.append(fact("95", own["estimate"].mean(), *ends, held))
    return found


def ways() -> list[Fact]:
    """Give each specification, and how many there are."""
    table = table_of(impact.specification_curve)
    return [*facts_of(table), fact(float(len(table)))]


def steps() -> list[Fact]:
    """Give each step of a tracing, where it would lead if seen or missing, and where all starts."""
    table = table_of(impact.tracing_chart)
    odds = table["posterior"].iloc[-1] / (1 - table["posterior"].iloc[-1])
    after = odds * table["if_true"] / table["if_false"]
    gone = odds * (1 - table["if_true"]) / (1 - table["if_false"])
    table = table.assign(after=after / (1 + after), gone=gone / (1 + gone))
    table = table.drop(columns=["if_true", "if_false"])
    return [*facts_of(table), fact(0.5, 1.0)]


def values(series, at=2005) -> list[Fact]:
    """Give each year of a series, and its means on either side of a year."""
    cited = f"{series.attrs['cited']} {series.attrs['unit']}"
    each = [fact(cited, float(year), float(value)) for year, value in series.items()]
    for first, last in ((at - 8, at - 1), (at, at + 7)):
        each.append(fact(f"{first} {last}", float(series.loc[first:last].mean())))
    return each


def intervals(sheets) -> list[Fact]:
    """Give each interval of each observer, and how many coded it at most."""
    count = float(sheets["observer"].nunique())
    others = sheets["minute"].unique()  # of which some observers have coded nothing
    plain = [fact(float(minute), *range(int(count) + 1)) for minute in others]
    return [*facts_of(sheets), *plain]


FROM = {
    "coverage_chart": lambda: facts_of(table_of(impact.coverage_chart)),
    "coverage of agreement": lambda: facts_of(impact.agreement_coverage(draws=200)),
    "disagreement_chart": lambda: decisions(table_of(impact.disagreement_chart)),
    "a class of five": lambda: decisions(five_coders()),
    "ideas_chart": lambda: facts_of(table_of(impact.ideas_chart)),
    "six audiences": lambda: facts_of(six_audiences()),
    "stages_chart": lambda: intervals(table_of(impact.stages_chart)),
    "two rooms": lambda: intervals(two_rooms()),
    "placebo_chart": lambda: [
        fact(votes().attrs["cited"], *own.values)
        for own in facts_of(table_of(impact.placebo_chart))
    ],
    "sensitivity_chart": lambda: facts_of(table_of(impact.sensitivity_chart)),
    "simulation_chart": worlds,
    "specification_curve": ways,
    "tracing_chart": steps,
    "series_chart": lambda: values(votes()),
    "series in dollars": lambda: values(impact.load_series("us-exports"), 2007),
}
# What each chart has a mark for.
COUNTS = {
    "coverage_chart": 16,
    "disagreement_chart": 40,
    "ideas_chart": 35,
    "placebo_chart": 34,
    "sensitivity_chart": 8,
    "simulation_chart": 3 + 1,
    "specification_curve": 54 + 2,
    "stages_chart": 54 + 18,
    "tracing_chart": 8 + 1,
    "series_chart": 49 + 2,
}
MARKS = {"point", "circle", "bar", "text mark", "rule mark", "rect mark"}
every_chart = pytest.mark.parametrize("name", CHARTS)


@every_chart
def test_only_marks_and_titles_are_heard(name):
    """Axes, lines to hold against and the ends of scales are silent."""
    heard = heard_in(spec_of(name))
    assert {kind for kind, _ in heard} <= WORDS_OF_ALL | MARKS
    assert all(label.strip() and "text ''" not in label for _, label in heard)


@every_chart
def test_no_number_is_heard_that_the_table_does_not_give(name):
    """Each mark speaks of one row, and each of its numbers is one of that row, as it was rounded."""
    facts = FROM[name]()
    labels = marks_in(spec_of(name))
    assert [label for label in labels if not any(own.bears(label) for own in facts)] == []


@pytest.mark.parametrize("name", COUNTS)
def test_each_row_is_heard_once(name):
    """No row is silent, and none speaks by its bar and by its dot."""
    labels = marks_in(spec_of(name))
    assert len(labels) == COUNTS[name]
    assert len({*labels}) == len(labels)


def test_what_is_not_picked_out_is_silent():
    """A control that picks ways out takes the others from those who hear, and counts them."""
    spec = impact.specification_curve(table_of(impact.specification_curve)).to_dict()
    (control,) = [param for param in spec["params"] if param["name"] == "only_compares"]
    control["value"] = "lines"
    labels = marks_in(spec)
    counts = [label for label in labels if "interval" in label.split(";")[0]]
    assert (len(labels), len(counts)) == (27 + 2, 2)
    assert all("Compares: lines" in label for label in labels if label not in counts)
    (title,) = [label for _, label in heard_in(spec) if "estimates picked out" in label]
    own = table_of(impact.specification_curve).query("compares == 'lines'")
    assert f"{(own['estimate'] < 0).sum()} of 27 estimates picked out lie below zero" in title


@pytest.mark.parametrize(("prior", "trust"), [(0.5, 1), (0.2, 1), (0.5, 0), (0.9, 2)])
def test_title_and_marks_move_with_the_sliders(prior, trust):
    """Wherever the sliders stand, the title tells what the last mark tells."""
    spec = impact.tracing_chart(table_of(impact.tracing_chart)).to_dict()
    for param in spec["params"]:
        param["value"] = {"prior": prior, "trust": trust}[param["name"].partition("_")[0]]
    heard = heard_in(spec)
    (title,) = [
        label
        for kind, label in heard
        if kind == "title" and "probability" in label.lower() and "clues" in label
    ]
    last = [label for kind, label in heard if kind == "point"][-1]
    end = last.split("Probability now: ")[1].split(";")[0]
    assert f"{prior:.2f} to {end}'" in title or f"probability at {end}'" in title
    assert ("leave" in title) == (trust == 0)
