"""What is said of two groups, and what of one alone."""

import pandas as pd
import pytest
from drawn import founding, rows_of
from hand_written import fill
from own_rows import ROWS

import track2lib as t2


def test_groups_show_what_is_not_said() -> None:
    """A kind of statement that is made of one group alone leaves a mark in the other's column."""
    traits = founding("group_traits")
    rows = rows_of(t2.compare_groups(traits[traits["group_id"].str.startswith("iran")]))
    gaps = {(row["group"], row["kind"]) for row in rows if row["silent"]}
    assert ("Conservative participants", "view") in gaps
    # The table of the chart has no marks, so that the gap has to say it in words.
    told = {row["told"] for row in rows if row["silent"]}
    assert told == {"nothing is said"}
    assert {row["told"] for row in rows if not row["silent"]} == {
        row["said"] for row in rows if not row["silent"]
    }


def test_what_is_said_of_one_kind_stands_in_one_row() -> None:
    """Across from a statement about one group stands what is said of the other, or a gap."""
    traits = founding("group_traits")
    chart = t2.compare_groups(traits[traits["group_id"].str.startswith("iran")])
    assert "params" not in chart.to_dict()
    rows = pd.DataFrame([row for row in rows_of(chart) if "kind" in row])
    for _, own in rows.groupby("kind"):
        assert own["edge"].nunique() == 1
        assert own["group"].nunique() == 2
    # Several statements about one group stand one below the other.
    for _, cell in rows.groupby(["kind", "group"]):
        tops, bottoms = cell["at"] - cell["height"] / 2, cell["at"] + cell["height"] / 2
        assert (tops.iloc[1:].to_numpy() >= bottoms.iloc[:-1].to_numpy() - 1).all()
        assert bottoms.max() <= cell["edge"].iloc[0] + 1


@pytest.mark.parametrize(
    ("groups", "said"),
    [(7, "There are 7 groups, .* up to 6"), (1, "There are 61 statements, .* up to 60")],
)
def test_more_than_can_be_read_is_not_compared(groups: int, said: str) -> None:
    """Many groups side by side, or many statements, are counted, and the reader is to choose."""
    traits = founding("group_traits").head(1)
    many = traits.loc[traits.index.repeat(61)].assign(
        group_id=[f"g{n % groups}" for n in range(61)]
    )
    with pytest.raises(ValueError, match=said):
        t2.compare_groups(many)


def test_groups_from_right_to_left_are_marked_in_the_title(mine) -> None:
    """The names of two groups stand in their order in a sentence that runs the other way."""
    for key, name in (("g1", "استادان (تهران)"), ("g2", "خبرنگاران")):
        group = ROWS["participant_groups"][0] | {"group_id": key, "name": name}
        fill(mine, "participant_groups", group)
        fill(mine, "group_traits", ROWS["group_traits"][0] | {"trait_id": key, "group_id": key})
    title = t2.compare_groups(t2.load("group_traits", data=mine)).to_dict()["title"]["text"]
    said = "What is said of \u2068استادان (تهران)\u2069 and \u2068خبرنگاران\u2069"
    assert " ".join(title) == said


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ({"g1": ["view", "risk"], "g2": ["view"]}, 'Risk is told only of "Group g1"'),
        ({"g1": ["view"], "g2": ["view", "U.S. ties"]}, 'U.S. ties is told only of "Group g2"'),
        (
            {"g1": ["view", "risk"], "g2": ["U.S. ties"]},
            'View and risk are told only of "Group g1"; U.S. ties only of "Group g2"',
        ),
        (
            {"g1": ["view"], "g2": ["risk"], "g3": ["view", "risk"]},
            "Risk and view: told of some groups and not of others",
        ),
        ({"g1": ["view"], "g2": ["view"]}, "What is said of Group g1 and Group g2"),
    ],
)
def test_title_says_of_which_group_alone_something_is_told(mine, told, title) -> None:
    """Of two groups it names the one; of more, no single one is meant."""
    for key, kinds in told.items():
        group = ROWS["participant_groups"][0] | {"group_id": key, "name": f"Group {key}"}
        fill(mine, "participant_groups", group)
        for kind in kinds:
            trait = {"trait_id": f"{key}-{kind[0]}", "group_id": key, "kind": kind}
            fill(mine, "group_traits", ROWS["group_traits"][0] | trait)
    drawn = t2.compare_groups(t2.load("group_traits", data=mine)).to_dict()
    assert " ".join(drawn["title"]["text"]) == title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ({"g1": ["view", "risk"], "g2": ["view"]}, "Told only of the first group: risk"),
        (
            {"g1": ["view"], "g2": ["risk"]},
            "Only of the first group: view; of the second: risk",
        ),
    ],
)
def test_groups_with_long_names_are_called_by_their_place(mine, told, title) -> None:
    """What would take more than two lines says which group it is by where it stands."""
    for key, kinds in told.items():
        name = f"Group {key} {'with a long name ' * 7}"
        group = ROWS["participant_groups"][0] | {"group_id": key, "name": name}
        fill(mine, "participant_groups", group)
        for kind in kinds:
            trait = {"trait_id": f"{key}-{kind[0]}", "group_id": key, "kind": kind}
            fill(mine, "group_traits", ROWS["group_traits"][0] | trait)
    drawn = t2.compare_groups(t2.load("group_traits", data=mine)).to_dict()
    assert " ".join(drawn["title"]["text"]) == title
