"""Names of periods stand above their bands, each where it can be read."""

import itertools

import pytest
from own_periods import eras

from track2lib.charts.grammar.bands import Across, bands
from track2lib.charts.grammar.periods import closed
from track2lib.page.lines import letters

ACROSS = Across("1990-01-01", "2020-01-01", 600, (-80, 690))
CABINETS = [
    ("The first cabinet of national unity", "1991/1996"),
    ("The second cabinet of national unity", "1997/1999"),
    ("The caretakers", "2000"),
    ("The third cabinet of national unity", "2001/2004"),
    ("Le gouvernement de transition démocratique", "2005/2019"),
]


def names(*periods, across=ACROSS):
    """Give of each name its text, its mark, and its first and last pixel."""
    table = closed(eras(*(dates for _, dates in periods))).assign(
        name=[name for name, _ in periods]
    )
    found = []
    for layer in bands(table, across)[1:]:
        spec = layer.to_dict()
        (row,), mark = spec["data"]["values"], spec["mark"]
        text = row[spec["encoding"]["text"]["field"]]
        wide = letters(text) * mark["fontSize"] * 0.54
        at = across.at(row["at"]) + mark.get("dx", 0)
        left = at - wide * {"left": 0, "right": 1}.get(mark.get("align"), 0.5)
        found.append((text, mark, left, left + wide))
    return found


def test_a_name_ends_where_its_band_does():
    """Of two periods with a gap between them, none has its name over the gap."""
    (_, first, _, right), (_, _, left, _) = names(("First", "1991/1996"), ("Second", "2009/2019"))
    assert first["align"] == "right"
    assert right <= ACROSS.at("1997-01-01")
    assert left >= ACROSS.at("2009-01-01")


def test_ten_long_names_stand_in_three_lines():
    """What all have in common is left out, and what is still too long is cut in its middle."""
    common = [
        (f"The cabinet of unity number {n}", f"{1990 + 3 * n}/{1992 + 3 * n}") for n in range(10)
    ]
    found = names(*common)
    assert [text for text, *_ in found] == [str(n) for n in range(10)]
    other = [
        (f"{word} council of the united provinces {n}", f"{1990 + 3 * n}/{1992 + 3 * n}")
        for n, word in enumerate(
            ["Grand", "Petty", "High", "Low", "Old", "New", "Last", "First", "Next", "Third"]
        )
    ]
    found = names(*other)
    assert len({mark["dy"] for _, mark, _, _ in found}) <= 3
    assert len({text for text, *_ in found}) == 10
    for (_, one, a, b), (_, other, c, d) in itertools.combinations(found, 2):
        assert one["dy"] != other["dy"] or b < c or d < a


@pytest.mark.parametrize("count", range(1, 6))
@pytest.mark.parametrize("back", [False, True])
def test_names_are_kept_apart(count, back):
    """No name lies on another or leaves the page, however long, many or narrow they are."""
    found = names(*(CABINETS[-count:] if back else CABINETS[:count]))
    assert len(found) == count
    for (_, one, a, b), (_, other, c, d) in itertools.combinations(found, 2):
        assert one["dy"] != other["dy"] or b < c or d < a
    assert all(left >= -80 and right <= 690 for _, _, left, right in found)


def test_a_long_name_at_the_edge_stays_on_the_page():
    """Above a narrow band at either end a name is moved aside, and by no more than it must."""
    first, last = (
        "The provisional council of national unity",
        "The council of the last months of all",
    )
    found = names((first, "1990"), ("Between", "1991/2018"), (last, "2019"))
    assert [bool(mark.get("dx")) for _, mark, _, _ in found] == [True, False, True]
    assert all(left >= -80 and right <= 690 for _, _, left, right in found)


def test_periods_over_each_other_are_named_apart():
    """Periods of two packages overlap, and their names do not."""
    found = names(("The long one", "1991/2019"), ("A", "2004/2006"), ("B", "2005"), ("C", "2005"))
    places = {(mark["dy"], round(left)) for _, mark, left, _ in found}
    assert len(places) == 4
    for (_, one, a, b), (_, other, c, d) in itertools.combinations(found, 2):
        assert one["dy"] != other["dy"] or b < c or d < a


def test_short_names_stand_in_one_line():
    """Names that have room beside each other are all on one level."""
    found = names(("The A years", "1991/1999"), ("The B years", "2000/2009"), ("C", "2010/.."))
    assert [(text, mark["dy"], mark.get("dx")) for text, mark, _, _ in found] == [
        ("A", -6, None),
        ("B", -6, None),
        ("C", -6, None),
    ]


def test_there_may_be_no_periods():
    """Nothing is drawn then, nor where all lie outside of the chart."""
    assert bands(eras(), ACROSS) == []
    table = closed(eras("1950/1960")).assign(name="Old")
    assert bands(table, ACROSS) == []
