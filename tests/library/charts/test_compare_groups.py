"""What is said of two groups, and what of one alone."""

from drawn import founding, rows_of

import track2lib as t2


def test_groups_show_what_is_not_said() -> None:
    """A kind of statement that is made of one group alone leaves a mark in the other's column."""
    traits = founding("group_traits")
    rows = rows_of(t2.compare_groups(traits[traits["group_id"].str.startswith("iran")]))
    gaps = {(row["group"], row["kind"]) for row in rows if row["silent"]}
    assert ("Conservative participants", "view") in gaps
