"""What became of ideas, counted with bounds where observers differ."""

import pandas as pd

from track2lib.impact.charts.ideas_rows import heard, rows_of, tally

COLUMNS = ["observer", "room", "idea", "audience", "fate"]


def sheets(*rows):
    """Give rows as a table of ideas."""
    return pd.DataFrame(rows, columns=COLUMNS)


def of_two(*fates):
    """Give what two observers heard of one idea each, before one audience."""
    return sheets(
        *(
            (observer, "A", f"idea {place}", "editor", fate)
            for place, pair in enumerate(fates)
            for observer, fate in zip(("ana", "ben"), pair, strict=True)
        )
    )


def test_an_idea_survives_for_all_or_for_some():
    """Carried or changed is alive; where one heard it so and another did not, it may be."""
    fates = [("carried", "changed"), ("carried", "dropped"), ("not heard", "dropped")]
    found = heard(of_two(*fates)).drop_duplicates("idea")
    assert found["survives"].tolist() == [True, False, False]
    assert found["some"].tolist() == [True, True, False]
    assert found["differ"].tolist() == [True, True, True]
    assert tally(found) == {"editor": (1, 2, 3)}


def test_what_was_not_coded_is_neither_alive_nor_dead():
    """It has no mark and counts nowhere; its idea keeps a row."""
    table = of_two(("carried", None), (None, None))
    found = heard(table)
    assert tally(found) == {"editor": (1, 1, 1)}
    assert found[["idea", "said", "by"]].to_numpy().tolist() == [["idea 0", "carried", "ana"]]
    assert rows_of(table)[0] == {0: "idea 0", 1: "idea 1"}


def test_marks_of_a_cell_stand_in_the_order_of_fates():
    """Whoever wrote first."""
    found = heard(of_two(("not heard", "carried")))
    assert found[["fate", "place", "said"]].to_numpy().tolist() == [
        ["carried", 0, "1"],
        ["not heard", 1, "1"],
    ]


def test_one_idea_of_two_rooms_is_two():
    """Rooms are told apart by their names, and their ideas with them."""
    table = sheets(
        ("ana", "A", "Visas", "editor", "carried"), ("ben", "B", "Visas", "editor", "dropped")
    )
    assert tally(heard(table)) == {"editor": (1, 1, 2)}
