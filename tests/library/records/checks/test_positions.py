"""Positions: what cannot be where it is said to be is told, and what can is left alone."""

import pytest
from hand_written import fill
from outlines import as_file, country_boxes

import track2lib as t2
from track2lib.records.checks.positions import BOXES

TURNED = "Write degrees north as latitude and degrees east as longitude."
DEGREES = "Degrees north stand in latitude, degrees east in longitude."
SIGN = "Write a minus before degrees west and south, and none before east and north."


@pytest.fixture
def place(mine):
    """Write one place, and give what is said of it."""

    def write(country, north, east, precision="city"):
        row = {"place_id": "p", "name": "Town", "precision": precision, "country": country}
        fill(mine, "places", row | {"latitude": north, "longitude": east})
        found = t2.validate(mine)
        return found[["column", "problem", "remedy", "severity"]].values.tolist()

    return write


def test_the_boxes_are_those_of_the_outlines():
    """The parts of countries are drawn from the outlines of the map, and from nothing else."""
    assert BOXES.read_text("utf-8") == as_file(country_boxes())


@pytest.mark.parametrize(
    ("country", "north", "east"),
    [
        ("Iran", "51.39", "35.69"),
        ("iran", "51.39", "35.69"),
        ("ایران", "51.39", "35.69"),
        ("Schweiz", "6.15", "46.2"),
        ("Швейцария", "6.15", "46.2"),
        ("伊朗", "51.39", "35.69"),
        ("الولايات المتحدة", "-77.04", "38.9"),
        ("South Sudan", "31.6", "4.85"),
        ("Iran (Islamic Republic of)", "51.39", "35.69"),
        ("the Netherlands", "4.3", "52.08"),
        ("Switzerland", "6.15", "46.2"),
        ("Oman", "58.4", "23.6"),
        ("USA", "-77.04", "38.9"),
        ("Russia", "37.6", "55.75"),
        ("Bahrain", "50.6", "26.2"),
        ("Malta", "14.5", "35.9"),
        ("Fiji", "-80", "-17"),
    ],
)
def test_numbers_that_are_turned_round_are_told(place, country, north, east):
    """A point that lies in its country only when turned round."""
    if country == "Fiji":  # neither way: nothing is said
        assert place(country, north, east) == []
        return
    said = f"{float(north):g}, {float(east):g} lies outside {country}, "
    said += f"{float(east):g}, {float(north):g} inside: the two numbers may be turned round."
    assert place(country, north, east) == [["latitude", said, TURNED, "error"]]


@pytest.mark.parametrize(
    ("country", "north", "east"),
    [
        ("Iran", "35.69", "51.39"),
        ("Iran", "38", "45"),  # either way
        ("Egypt", "31.2", "29.9"),
        ("Türkiye", "41.01", "28.98"),
        ("Turkey", "34", "37"),  # near its outline
        ("Spain", "28.1", "-15.4"),  # islands far from its coast
        ("Portugal", "37.7", "-25.7"),
        ("New Zealand", "-44", "-176.5"),  # across the date line
        ("Fiji", "-17", "-179.5"),
        ("Russia", "66", "-175"),
        ("Russia", "43.1", "131.9"),
        ("United States", "21.3", "-157.9"),
        ("United States", "13.4", "144.8"),
        ("France", "4.9", "-52.3"),
        ("Gibraltar", "-5.35", "36.14"),  # too small for the outlines
        ("Switzerland and France", "6.15", "46.2"),
        ("", "51.39", "35.69"),
        ("Ghana", "0", "0.5"),
        ("", "0", "10"),
        ("", "-90", "180"),
        ("", "", ""),
    ],
)
def test_a_position_that_can_be_is_left_alone(place, country, north, east):
    """Islands far from their country, both sides of the date line, and countries nobody drew."""
    assert place(country, north, east) == []


@pytest.mark.parametrize(
    ("country", "north", "east", "column"),
    [
        ("United States", "38.9", "77.04", "longitude"),
        ("Australia", "33.9", "151.2", "latitude"),
        ("Brazil", "15.8", "-47.9", "latitude"),
    ],
)
def test_a_sign_that_is_lost_is_asked_about(place, country, north, east, column):
    """A point that lies in its country with the other sign may be a far island all the same."""
    ((found, problem, remedy, severity),) = place(country, north, east)
    assert (found, remedy, severity) == (column, SIGN, "warning")
    assert problem.endswith("inside: the sign may be wrong.")


@pytest.mark.parametrize("zero", ["0", "0.0", "-0"])
def test_nowhere_is_no_town(place, zero):
    """What a spreadsheet or a search writes for a position that it does not know."""
    assert place("Oman", zero, "0") == [
        [
            "latitude",
            "0, 0 lies in the sea off Africa: it is no town.",
            "Write the position, or empty both cells if it is not known.",
            "error",
        ]
    ]


@pytest.mark.parametrize(
    ("north", "east", "lacking"), [("25.3", "", "longitude"), ("", "51.5", "latitude")]
)
def test_half_a_position_is_told(place, north, east, lacking):
    """One number is no point, and the cell that is empty is named."""
    ((column, problem, *_),) = place("Qatar", north, east)
    assert column == lacking
    assert problem.endswith(f"stands without a {lacking}.")


@pytest.mark.parametrize(
    ("north", "east", "column", "most"),
    [("90.5", "1", "latitude", 90), ("-91", "1", "latitude", 90), ("1", "181", "longitude", 180)],
)
def test_a_number_beyond_the_globe_is_told(place, north, east, column, most):
    """Degrees north end at the pole, degrees east at the other side."""
    number = north if column == "latitude" else east
    remedy = f"Write a number from -{most} to {most}. {DEGREES}"
    assert place("", north, east) == [[column, f"{number} is out of range.", remedy, "error"]]


def test_a_country_with_a_position_is_no_fault(place):
    """Anything larger than a town may have a position."""
    assert place("Iran", "32", "53", precision="country") == []


@pytest.mark.parametrize("precision", ["not stated", "region", "country"])
def test_nowhere_is_asked_about_where_no_town_is_meant(place, precision):
    """A place that is no town is drawn nowhere, so that its zeros keep nobody from the map."""
    remedy = "Write the position, or empty both cells if it is not known."
    said = "0, 0 lies in the sea off Africa."
    assert place("", "0", "0", precision) == [["latitude", said, remedy, "warning"]]


MOSCOW, KAZAN, SOCHI = ("55.76", "37.62"), ("55.79", "49.12"), ("43.59", "39.72")


@pytest.mark.parametrize(
    ("country", "points", "asked"),
    [
        ("Rossiya", [MOSCOW, KAZAN, SOCHI[::-1]], []),  # which lies in Russia, too, or near it
        ("Rossiya", [MOSCOW[::-1], KAZAN, SOCHI], [2]),
        ("Hispania", [("40.4", "-3.7"), ("-2.9", "43.3"), ("37.4", "-6")], [3]),
        ("Frantsiya", [("48.9", "2.4"), ("45.8", "4.8"), ("-20.9", "55.5")], []),  # a far island
        ("Rossiya", [MOSCOW[::-1], KAZAN], []),  # two do not say which of them is right
        ("", [MOSCOW[::-1], KAZAN, SOCHI], []),
        ("Gruziya", [("41.7", "44.8"), ("41.6", "41.6"), ("42.5", "41.9")], []),
    ],
)
def test_a_country_by_a_name_that_is_not_known(mine, country, points, asked):
    """Where a country by a name that is not known here lies, most of its own places say."""
    town = {"precision": "city", "country": country}
    for n, (north, east) in enumerate(points):
        row = town | {"place_id": f"p{n}", "name": f"Town {n}"}
        fill(mine, "places", row | {"latitude": north, "longitude": east})
    found = t2.validate(mine)
    assert found["row"].tolist() == asked
    assert found["remedy"].tolist() == [TURNED] * len(asked)
    assert set(found["severity"]) <= {"warning"}
