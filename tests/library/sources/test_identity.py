"""What a package is called."""

import json

import pytest

import track2lib
from track2lib.records.snapshot import open_records
from track2lib.sources.identity import file_names, identity


def described(folder, **about):
    """Change what the descriptor says; None takes a part out."""
    path = folder / "datapackage.json"
    told = json.loads(path.read_text(encoding="utf-8")) | about
    kept = {name: value for name, value in told.items() if value is not None}
    path.write_text(json.dumps(kept), encoding="utf-8")
    return identity(open_records(folder))


def test_ours():
    """The project's own data have all of it."""
    about = open_records().descriptor
    ours = identity(open_records())
    assert ours.stem == f"{about['name']}-{about['version']}"
    assert (ours.title, ours.year) == (about["title"], about["created"][:4])
    assert ours.authors == [person["title"] for person in about["contributors"]]


def test_what_the_standard_does_not_ask_for_may_be_missing(mine):
    """Without name, title, version and day, the folder gives the name and the rest is empty."""
    parts = dict.fromkeys(["name", "title", "version", "created", "contributors"])
    assert described(mine, **parts) == ("mine", "", "mine", [], "")


@pytest.mark.parametrize(
    ("contributors", "authors"),
    [
        ([{"title": "A", "role": "author"}, {"title": "B", "role": "publisher"}], ["A"]),
        ([{"title": "A", "roles": ["editor", "creator"]}, {"title": "B"}], ["A"]),
        ([{"title": "A", "role": "wrangler"}, {"title": "B"}], ["A", "B"]),
        ([{"path": "https://example.org"}], []),
        ([{"givenName": "Jane", "familyName": "Roe", "roles": ["author"]}], ["Jane Roe"]),
    ],
)
def test_who_signs(mine, contributors, authors):
    """Authors sign, in either version of the standard; where none is named, whoever contributed."""
    assert described(mine, contributors=contributors).authors == authors


@pytest.mark.parametrize(
    ("about", "stem"),
    [
        ({"name": "up.", "version": "../1"}, "up-..-1"),
        ({"name": "a b", "version": "1 beta/2"}, "a-b-1-beta-2"),
        ({"name": "گفتگو", "version": "2"}, "گفتگو-2"),
        ({"name": "?", "version": None}, "data"),
    ],
)
def test_a_name_is_no_path(mine, about, stem):
    """A copy is named by it, so that it cannot lead elsewhere."""
    assert described(mine, **about).stem == stem


@pytest.mark.parametrize(
    ("created", "day"),
    [("2026-11-23T00:00:00Z", "2026-11-23"), ("2026", "2026"), ("soon", ""), (2026, "2026")],
)
def test_the_day_is_a_day(mine, created, day):
    """Only what begins as a day, a month or a year is taken for one."""
    assert described(mine, created=created).created == day


def test_a_table_is_no_path_either():
    """A file is named by its table, inside the folder and apart from those of other tables."""
    names = ["topics", "TOPICS", "../../up", "a b", "..", "_columns", "جدول"]
    made = list(file_names(names).values())
    assert made == ["topics", "TOPICS-2", "up", "a-b", "table", "columns", "جدول"]


@pytest.mark.parametrize("letter", ["n", "گ", "🎉"])
def test_so_long_a_name_is_cut(letter):
    """A file cannot have it: with its ending it has at most 255 bytes."""
    one, other = file_names([letter * 300 + "a", letter * 300 + "b"]).values()
    assert one != other
    assert all(len(f"{name}.datacite.json".encode()) < 150 for name in (one, other))


@pytest.mark.parametrize("name", ["con", "AUX", "nul.csv", "lpt1"])
def test_no_table_has_a_name_that_windows_keeps(name):
    """There no file could be written under it."""
    assert file_names([name]) == {name: f"table-{name}"}
    assert file_names(["console", "auxiliary"]) == {"console": "console", "auxiliary": "auxiliary"}


def test_a_version_is_cited_as_it_is_written(mine):
    """Only the names of files are made plain."""
    about = described(mine, name="talks", version="1.0 (draft)\n")
    assert (about.version, about.stem) == ("1.0 (draft)", "talks-1.0-draft-")
    assert "(Version 1.0 (draft)) [Data set]" in track2lib.cite(data=mine)
    assert len(described(mine, version="9" * 3000).stem) < 210
