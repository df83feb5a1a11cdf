"""How far other sources are from a table is found, and told first."""

import pandas as pd
import pytest

from track2lib.charts.grammar.apart import Apart, differ, far_first, farthest, headline


def pieces(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Make pieces: a label, a kind and a date, which stands for its words as well."""
    found = pd.DataFrame(rows, columns=["label", "kind", "dates"])
    return found.assign(words=found["dates"]).set_index("label", drop=False)


DRAWN = pieces(
    ("a", "certain", "2001/2005"),
    ("a", "other", "2003/2005"),
    ("b", "certain", "2001/2005"),
    ("b", "other", "2001/2009~"),
    ("b", "other", "2004/.."),
    ("b", "other goes on", "2004/.."),
)
OWN = {"a": "2001/2005", "b": "2001/2005"}


def test_the_farthest_beginning_or_end_is_found() -> None:
    """It is the first of those with most years, and is about so far if one of both is."""
    assert farthest(DRAWN, OWN, "dates") == Apart("b", "2001/2009~", "ends", "about 4 years later")
    assert farthest(DRAWN.head(2), OWN, "dates") == Apart(
        "a", "2003/2005", "begins", "2 years later"
    )
    assert farthest(pieces(("a", "other", "2001-05/2005")), OWN, "dates") is None
    # What has no first day is not before or after one.
    assert farthest(pieces(("a", "other", "[..2005]")), OWN, "dates") is None


def test_the_farthest_stands_first_with_its_years() -> None:
    """All its pieces stand above the others, in their order, and one says how far it is."""
    found = far_first(DRAWN, farthest(DRAWN, OWN, "dates"))
    assert found["label"].tolist() == list("bbbbaa")
    assert found["words"].tolist()[1:3] == [
        "2001/2009~ (about\u00a04\u00a0years\u00a0later)",
        "2004/..",
    ]
    assert far_first(DRAWN, None) is DRAWN


@pytest.mark.parametrize(
    ("found", "count", "label", "said"),
    [
        (1, 1, "The talks", "1 of 1 dialogue has other dates too; The talks ends 1 year later"),
        (2, 2, "The talks", "Both dialogues have other dates too; The talks ends 1 year later"),
        (4, 4, "Talks " * 9, "All 4 dialogues have other dates too; one ends 1 year later"),
        (3, 5, "The talks", "3 of 5 dialogues have other dates too; The talks ends 1 year later"),
    ],
)
def test_title_fits_the_number_and_a_line(found, count, label, said) -> None:
    """One, both, all and some are called so, and a name that is too long is left out."""
    assert headline(found, count, "dialogue", Apart(label, "", "ends", "1 year later")) == said
    assert headline(found, count, "dialogue", None) == said.split(";")[0]


def test_few_that_differ_are_not_the_finding() -> None:
    """Only where another source dates most things otherwise does the title speak of that."""
    assert differ(DRAWN, 3) == 2
    assert differ(DRAWN, 4) == 0
