"""The map: a circle for each town, and a count of what names none."""

import re

import pandas as pd
import pytest
from drawn import caption_of, rows_of
from hand_written import DIALOGUE, MEETING, fill

import track2lib as t2


def test_the_map_has_a_circle_for_each_town() -> None:
    """Each town counts its rows; what names no town is counted in the caption."""
    meetings = t2.load("meetings")
    positions = t2.load("places").set_index("place_id")[["name", "latitude"]].dropna()
    drawn = meetings[meetings["place_id"].isin(positions.index)]
    counts = drawn["place_id"].map(positions["name"]).value_counts().to_dict()
    chart = t2.venue_map(meetings)
    circles = {row["place"]: row["rows"] for row in rows_of(chart) if "radius" in row}
    assert circles == counts
    left = f"Not on the map: {len(meetings) - len(drawn)} of {len(meetings)} meetings"
    assert left in " ".join(caption_of(chart.to_dict()))


def test_the_map_keeps_its_towns_inside() -> None:
    """Every circle lies within the picture, whichever towns the table names."""
    for count in (1, 2, 30):
        chart = t2.venue_map(t2.load("meetings").dropna(subset="place_id").head(count))
        spec = chart.to_dict()["vconcat"][0]
        for row in towns_of(chart):
            assert 0 <= row["x"] <= spec["width"]
            assert 0 <= row["y"] <= spec["height"]


def towns_of(chart):
    """Give the rows of the towns."""
    return [row for row in rows_of(chart) if "radius" in row]


@pytest.mark.parametrize("table", ["meetings", "dialogue_venues"])
def test_every_town_is_named_or_counted(table) -> None:
    """A town whose name has no room is named below its map, or counted there."""
    chart = t2.venue_map(t2.load(table))
    caption = " ".join(caption_of(chart.to_dict()))
    below = [row["said"].replace("\n", " ") for row in rows_of(chart) if "said" in row]
    lists = [words.partition("Also: ")[2] for words in below]
    lists.append(caption.partition("Without room for the name: ")[2])
    lists[-1] = re.split(r"\. (?=\d+ more towns|Borders)", lists[-1])[0]
    unnamed = [row["text"] for row in towns_of(chart) if not row["name"]]
    counted = sum(int(count) for words in lists for count in re.findall(r"(\d+) more", words))
    named = [text for text in unnamed if any(text in words for words in lists)]
    assert len(named) + counted == len(unnamed) < len(towns_of(chart)) / 4


def test_names_lie_on_nothing() -> None:
    """No name lies on another one or on a circle, in letters as wide as Arial's or wider."""
    rows = towns_of(t2.venue_map(t2.load("dialogue_venues")))
    boxes = []
    for row in rows:
        if row["name"]:
            lines = row["name"].split("\n")
            wide = 7.3 * max(map(len, lines))
            left = row["name_x"] - {"left": 0, "center": wide / 2, "right": wide}[row["align"]]
            boxes.append(
                (left, row["name_y"] - 6, left + wide, row["name_y"] - 6 + 14 * len(lines))
            )
    circles = [
        (row["x"] - r, row["y"] - r, row["x"] + r, row["y"] + r)
        for row in rows
        for r in [row["radius"] - 1]
    ]
    for n, one in enumerate(boxes):
        for other in boxes[:n] + circles:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


def test_towns_that_lie_close_have_a_frame() -> None:
    """Parts of the map are drawn larger, each with a letter, and the places in it."""
    said = [row["said"] for row in rows_of(t2.venue_map(t2.load("meetings"))) if "said" in row]
    letters = [words for words in said if len(words) == 1]
    assert len(letters) >= 2
    for letter in letters:
        assert any(words.startswith(f"{letter}: ") for words in said)
    assert sum(
        bool(re.fullmatch(r"[A-D]: \d+ meetings in \d+ towns", words)) for words in said
    ) == len(letters)
    countries = [words.replace("\n", " ") for words in said]
    assert any(words.startswith("Iran, Israel, Qatar,") for words in countries)


def test_venues_without_a_meeting_are_told() -> None:
    """Towns in which dialogues are said to have met, and for which no meeting stands, are named."""
    meetings = t2.load("meetings")
    words = (
        "more towns, such as Stockholm and Geneva, are named as venues without a recorded meeting."
    )
    chart = t2.venue_map(meetings)
    assert words in chart.description
    assert words in " ".join(caption_of(chart.to_dict()))
    # Of some meetings only what their own dialogues name.
    some = t2.venue_map(meetings[meetings["place_id"] == "tehran"]).description
    assert "Stockholm" not in some


def test_what_is_not_on_the_map_is_named() -> None:
    """Towns without a position are named, countries are counted, and what has no place at all is."""
    caption = " ".join(caption_of(t2.venue_map(t2.load("meetings")).to_dict()))
    meetings, places = t2.load("meetings"), t2.load("places").set_index("place_id")
    without = meetings["place_id"].isna().sum()
    assert f"{without} without a place" in caption
    unknown = places.loc[meetings["place_id"].dropna()].query("precision == 'city'")
    for name in unknown.loc[unknown["latitude"].isna(), "name"]:
        assert name in caption
    iran = int((meetings["place_id"] == "iran").sum())
    vague = int((places.loc[meetings["place_id"].dropna(), "precision"] != "city").sum())
    assert f"{vague} without a town (Iran {iran}, others {vague - iran})" in caption


def test_a_map_needs_a_town() -> None:
    """Rows that name no town cannot be drawn, and the error says so."""
    places = t2.load("places")
    vague = places.loc[places["latitude"].isna(), "place_id"]
    venues = t2.load("dialogue_venues")
    with pytest.raises(ValueError, match="No row names a town"):
        t2.venue_map(venues[venues["place_id"].isin(vague)])


def test_a_map_of_places_alone() -> None:
    """Rows that have places and no dialogues, such as events, are drawn by town."""
    events = t2.load("events").dropna(subset="place_id")
    assert "New York" in t2.venue_map(events).description


PLACES = [
    {"place_id": "norway", "name": "Norway", "precision": "country", "latitude": "64.5"}
    | {"longitude": "17.9"},
    {"place_id": "hidden", "name": "Undisclosed", "precision": "not stated"},
    {"place_id": "accra", "name": "Accra", "precision": "city", "latitude": "5.6"}
    | {"longitude": "-0.2"},
    {"place_id": "bern", "name": "Bern", "precision": "city", "latitude": "46.9"}
    | {"longitude": "7.4"},
    {"place_id": "lost", "name": "A town", "precision": "city"},
]


def met(folder, *places: str):
    """Load meetings in these places."""
    fill(folder, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(folder, "places", *PLACES)
    rows = [
        MEETING | {"meeting_id": f"m{n}", "date": "2001", "place_id": place}
        for n, place in enumerate(places)
    ]
    fill(folder, "meetings", *rows)
    return t2.load("meetings", data=folder)


def test_a_country_is_no_town(mine) -> None:
    """A position that somebody has given to a country draws no circle, and its rows are counted."""
    chart = t2.venue_map(met(mine, "norway", "norway", "norway", "hidden", "accra"))
    assert [row["place"] for row in rows_of(chart) if "radius" in row] == ["Accra"]
    said = " ".join(caption_of(chart.to_dict()))
    missing = "4 of 5 meetings, 4 without a town (Norway 3, another 1)."
    assert f"Not on the map: {missing}" in said
    assert said.endswith("Positions: Author 2012.")
    assert " ".join(chart.to_dict()["title"]["text"]) == "Accra is named for 1 of 5 meetings"


@pytest.mark.parametrize(
    ("places", "title"),
    [
        (["accra", "bern", "accra", "bern"], "Accra and Bern are named for 2 of 4 meetings each"),
        (["accra", "bern", "bern"], "Bern is named for 2 of 3 meetings, more than any other town"),
        # A town that cannot be drawn is not for that behind another.
        (
            ["accra", "lost", "lost"],
            "A town is named for 2 of 3 meetings, more than any other town",
        ),
    ],
)
def test_no_town_leads_where_others_have_as_many(mine, places: list[str], title: str) -> None:
    """A lead is claimed where there is one, and of the town that has it."""
    assert " ".join(t2.venue_map(met(mine, *places)).to_dict()["title"]["text"]) == title


def towns(folder, count, *, near=False):
    """Give a meeting in each of some towns, each from a work of its own."""
    fill(folder, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for table, key in (("places", "place_id"), ("meetings", "meeting_id")):
        own = {"precision": "city", "name": "Town {}"} if key == "place_id" else MEETING
        rows = [
            {name: words.format(n) for name, words in own.items()}
            | {key: f"t{n}", "source": f"Author {chr(65 + n % 26)} {1990 + n % 30}, p. {n}"}
            for n in range(count)
        ]
        for n, row in enumerate(rows):
            if key == "place_id":
                step = 0.001 if near else 0.2
                row |= {
                    "latitude": f"{10 + n % 20 * step:.3f}",
                    "longitude": f"{20 + n * step:.3f}",
                }
            else:
                row |= {"place_id": f"t{n}", "date": "2001"}
        fill(folder, table, *rows)
    return t2.load("meetings", data=folder)


def test_many_sources_of_positions_are_counted(mine) -> None:
    """A caption names a few sources, and of many it says how many there are and where."""
    caption = " ".join(caption_of(t2.venue_map(towns(mine, 7)).to_dict()))
    assert "Positions: 7 documents, which the table of places names." in caption


def test_a_map_says_which_towns_have_no_name(mine) -> None:
    """Where names have no room, a few are named below, and the others counted."""
    chart = t2.venue_map(towns(mine, 60, near=True))
    without = sum(not row["name"] for row in towns_of(chart))
    assert without > 10
    caption = " ".join(caption_of(chart.to_dict()))
    assert re.search(rf"Without room for the name: Town \d+, .* and {without - 4} more\.", caption)


def test_more_towns_than_can_be_told_apart_are_not_drawn(mine) -> None:
    """Four hundred circles are the most, and the reader is told how many there are."""
    with pytest.raises(ValueError, match=r"There are 401 towns, .* up to 400 can be read"):
        t2.venue_map(towns(mine, 401))


def test_a_town_of_many_rows_names_some_of_its_sources(mine) -> None:
    """A mark shows forty citations at most, and counts the others."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    place = {"place_id": "t", "name": "Town", "precision": "city"}
    fill(mine, "places", place | {"latitude": "1", "longitude": "2"})
    for n in range(43):
        own = {
            "meeting_id": f"m{n}",
            "date": "2001",
            "place_id": "t",
            "source": f"Author 2003, p. {n}",
        }
        fill(mine, "meetings", MEETING | own)
    (town,) = [
        row for row in rows_of(t2.venue_map(t2.load("meetings", data=mine))) if "radius" in row
    ]
    assert town["cited"].startswith("Author 2003, p. 0; ")
    assert town["cited"].endswith("; Author 2003, p. 39; and 3 more")


POLES = {"pole": "-90", "north": "89.5", "bern": "46.9"}


@pytest.mark.filterwarnings("error")
def test_a_pole_is_beyond_the_map(mine) -> None:
    """On this map a pole is endlessly far away: the others are drawn, and it is said what is not."""
    towns = [
        {"place_id": key, "name": key, "precision": "city", "latitude": north, "longitude": "7.4"}
        for key, north in POLES.items()
    ]
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(mine, "places", *towns)
    fill(mine, "dialogue_venues", *({"dialogue_id": "d1", "place_id": key} for key in POLES))
    venues = t2.load("dialogue_venues", data=mine)
    chart = t2.venue_map(venues)
    assert [row["place"] for row in rows_of(chart) if "radius" in row] == ["bern"]
    left = "2 of 3 rows, 2 beyond 85 degrees of latitude, where this map ends (pole and north)."
    assert f"Not on the map: {left}" in " ".join(caption_of(chart.to_dict()))
    assert left in chart.description
    with pytest.raises(ValueError, match="not beyond 85 degrees of latitude"):
        t2.venue_map(venues.query("place_id != 'bern'"))


def test_rows_that_are_joined_are_counted_one_by_one() -> None:
    """Joined tables have the same labels several times, and each row of them counts."""
    meetings = t2.load("meetings")
    others = meetings.assign(meeting_id="other-" + meetings["meeting_id"])
    twice = pd.concat([meetings, others])
    twice.attrs = meetings.attrs
    left = [
        re.search(r"Not on the map: ([0-9]+) of ([0-9]+) meetings", t2.venue_map(rows).description)
        for rows in (meetings, twice)
    ]
    (once, every), (both, all_rows) = (tuple(map(int, found.groups())) for found in left)
    assert (both, all_rows) == (2 * once, 2 * every)


def test_a_map_of_every_row_says_so(mine) -> None:
    """Where all rows are drawn, no reason is given for others."""
    town = {"place_id": "bern", "name": "Bern", "precision": "city"}
    fill(mine, "places", town | {"latitude": "46.9", "longitude": "7.4"})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(mine, "dialogue_venues", {"dialogue_id": "d1", "place_id": "bern"})
    chart = t2.venue_map(t2.load("dialogue_venues", data=mine))
    assert chart.description.endswith("Not on the map: none of 1 row.")


def test_a_scope_without_positions_is_told() -> None:
    """The founding documents name towns and no positions."""
    with pytest.raises(ValueError, match="no column 'latitude' in the scope 'founding'"):
        t2.venue_map(t2.load("dialogue_venues", scope="founding"))


def test_a_map_across_the_date_line_is_cut_where_it_is_empty(mine) -> None:
    """Towns on both sides of the date line lie close to each other, and not at two ends."""
    positions = {"Suva": ("-18.14", "178.44"), "Apia": ("-13.83", "-171.77")}
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for name, (north, east) in positions.items():
        place = {"place_id": name, "name": name, "precision": "city"}
        fill(mine, "places", place | {"latitude": north, "longitude": east})
        fill(mine, "dialogue_venues", {"dialogue_id": "d1", "place_id": name})
    suva, apia = sorted(
        towns_of(t2.venue_map(t2.load("dialogue_venues", data=mine))),
        key=lambda row: -len(row["place"]),
    )
    east = {row["place"]: row["x"] for row in (suva, apia)}
    assert east["Suva"] < east["Apia"]
    assert all(row["name"] for row in (suva, apia))


@pytest.mark.parametrize(
    ("places", "lead"), [(["accra", "bern", "bern"], "Bern"), (["accra", "lost", "lost"], "Accra")]
)
def test_the_town_of_the_title_stands_out(mine, places, lead) -> None:
    """Its circle is full and has a heavier edge; where it cannot be drawn, none stands back."""
    rows = rows_of(t2.venue_map(met(mine, *places)))
    assert [row["place"] for row in rows if "radius" in row and row["lead"]] == [lead]
