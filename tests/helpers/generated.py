"""Dates and rows of every kind that Hypothesis makes, the same each time."""

import datetime
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import track2lib
from track2lib.records import dates
from track2lib.records.checks.mangled import mended
from track2lib.records.checks.spreadsheets import CHANGED
from track2lib.records.look_alikes import folded

SAME = settings(derandomize=True, deadline=None, database=None)
# Examples that write files and read them.
SLOW = settings(SAME, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
years = st.integers(1600, 2100)
plain_years = years.map(lambda year: f"{year:04}")
months = st.tuples(years, st.integers(1, 12)).map(lambda date: "{:04}-{:02}".format(*date))
days = st.dates(datetime.date(1600, 1, 1), datetime.date(2100, 12, 31)).map(str)
plain = plain_years | months | days
seasons = st.tuples(years, st.integers(21, 24)).map("{0[0]}-{0[1]}".format)
quarters = st.tuples(years, st.integers(25, 36)).map("{0[0]}-{0[1]}".format)
masked = st.integers(160, 209).map(lambda decade: f"{decade}X") | plain_years.map("{}-XX".format)
soft = st.tuples(plain, st.sampled_from("~?%")).map("".join)
ends = plain | seasons | soft | masked | quarters


def ordered(ends):
    """Put two dates in the order of their first days."""
    return "/".join(sorted(ends, key=lambda date: dates.bounds(date)[0]))


def sound(text):
    """Tell whether a text is a date whose ends are in order."""
    try:
        dates.bounds(text)
    except ValueError:
        return False
    return True


spans = st.tuples(ends, ends).map(ordered).filter(sound)
half_open = st.builds("{}/..".format, ends) | st.builds("../{}".format, ends)
open_lists = st.builds("[..{}]".format, plain) | st.builds("[{}..]".format, plain)
every_date = ends | spans | half_open | open_lists | st.just("../..")
# What a cell may hold: letters of any script, and signs that a table file has to quote.
letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"))
words = st.text(letters | st.sampled_from(" ,;\"'\n"), max_size=30)
texts = words.map(str.strip).filter(lambda text: not (claims_to_run(text) or is_asked_about(text)))
keys = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12).filter(
    lambda key: not (key.startswith("-") or CHANGED.fullmatch(key))
)


def claims_to_run(text):
    """Tell whether a program would run such a cell, which is a fault."""
    return text[:1] in ("=", "+", "@", "-") or "<" in text


def is_asked_about(text):
    """Tell whether a cell looks as if a spreadsheet had changed it, which is a warning."""
    return "\ufffd" in text or ",," in text or CHANGED.fullmatch(text) or mended(text)


def nonempty(strategy):
    """Leave out the cells that are empty."""
    return strategy.filter(bool)


# In one spelling each: two that look alike would be asked about.
sources = st.sampled_from(
    ["Author 2012, p. 1", "Interview 1987, Oslo", "نویسنده 1998، ص ۱۲", "…; Ω"]
)
topics = st.lists(
    st.fixed_dictionaries(
        {
            "topic_id": keys,
            "name": nonempty(texts),
            "area": st.sampled_from(["bilateral", "faith"]),
            "definition": texts,
            "source": sources,
        }
    ),
    max_size=5,
    # Two of one name would be asked about.
    unique_by=(lambda row: row["topic_id"], lambda row: folded(row["name"])),
)
# A point needs both numbers; 0, 0 is no town.
positions = st.builds(
    lambda *point: dict(zip(("latitude", "longitude"), point, strict=True)),
    st.integers(-900_000, 900_000).map(lambda number: number / 10_000),
    st.integers(1, 1_800_000).map(lambda number: number / 10_000),
) | st.just({"latitude": None, "longitude": None})
places = st.lists(
    st.fixed_dictionaries(
        {
            "place_id": keys,
            "name": nonempty(texts),
            "precision": st.just("city"),
            "position": positions,
            "source": sources,
        }
    ).map(lambda row: {k: v for k, v in row.items() if k != "position"} | row["position"]),
    max_size=5,
    unique_by=(lambda row: row["place_id"], lambda row: folded(row["name"])),
)


def start(place):
    """Start a package below a folder."""
    return track2lib.start_dataset(Path(place) / "mine")


def shown(table, columns):
    """Give the cells of some columns, None for an empty one."""
    return table[columns].astype(object).where(table[columns].notna(), None).values.tolist()
