"""The bibliography as BibTeX."""

import json
import re
import shutil
import subprocess

import pytest

from track2lib.records.snapshot import open_records
from track2lib.sources.authors import houses
from track2lib.sources.bibtex import data_entry, entry_keys, latex, source_entry
from track2lib.sources.identity import Identity

SOURCE = {"kind": "report", "authors": "Roe, Jane", "title": "On It", "date": "2009-03-04"}
# What the style `plain` asks for, by kind.
NEEDED = {
    "book": {"author", "title", "publisher", "year"},
    "incollection": {"author", "title", "booktitle", "publisher", "year"},
    "article": {"author", "title", "journal", "year"},
    "techreport": {"author", "title", "institution", "year"},
    "phdthesis": {"author", "title", "school", "year"},
    "misc": {"author", "title"},
}


def entry(**source):
    """Write an entry, and give its kind and its fields."""
    text = source_entry(SOURCE | source, "roe", frozenset())
    kind = re.match(r"@(\w+)\{roe,\n", text)[1]
    fields = dict(re.findall(r"(?m)^  (\w+) = (.*),$", text))
    return kind, {name: re.sub(r"^\{(.*)\}$", r"\1", value) for name, value in fields.items()}


@pytest.mark.parametrize(
    ("source", "kind", "fields"),
    [
        ({"publisher": "House"}, "techreport", {"institution": "House", "type": "Report"}),
        ({"publisher": "House", "container": "No. 1"}, "techreport", {"note": "In No. 1"}),
        ({"kind": "thesis", "publisher": "School"}, "phdthesis", {"school": "School"}),
        ({"kind": "book", "publisher": "House", "container": "S"}, "book", {"series": "S"}),
        ({"kind": "journal article", "container": "J 1(2)"}, "article", {"journal": "J 1(2)"}),
        (
            {"kind": "book chapter", "container": "B", "publisher": "House"},
            "incollection",
            {"booktitle": "B", "publisher": "House"},
        ),
        (
            {"kind": "news release", "container": "C", "publisher": "House"},
            "misc",
            {"howpublished": "C, House", "note": "News release"},
        ),
        ({}, "misc", {"note": "Report"}),
        ({"kind": "book chapter", "container": "B"}, "misc", {"howpublished": "B"}),
        ({"kind": "book", "publisher": "House", "date": ""}, "misc", {"note": "Book"}),
    ],
)
def test_each_kind_has_what_its_style_asks_for(source, kind, fields):
    """Who issued it stands where the style prints it; what lacks something needed says its kind."""
    made, held = entry(**source)
    assert made == kind
    assert held.keys() >= NEEDED[kind]
    assert held.items() >= fields.items()


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2009-03-04", {"year": "2009", "month": "mar", "day": "4"}),
        ("2009-03", {"year": "2009", "month": "mar"}),
        ("2009", {"year": "2009"}),
        ("2009?-12", {"year": "2009", "note": "Dated December 2009, uncertain"}),
        ("2002/..", {"year": "2002", "note": "Dated since 2002"}),
        ("[..2008]", {"year": "2008", "note": "Dated by 2008"}),
        ("2007-23", {"year": "2007", "note": "Dated autumn 2007"}),
    ],
)
def test_a_date_is_said_in_full(date, fields):
    """A month is a word of the style, and what a year alone would hide is told in a note."""
    _, held = entry(date=date, publisher="House")
    names = ("year", "month", "day", "note")
    assert {name: held[name] for name in names if name in held} == fields
    if "month" in fields:
        source = SOURCE | {"date": date}
        assert f"\n  month = {fields['month']},\n" in source_entry(source, "roe", frozenset())


def test_what_means_something_to_latex_is_printed_as_it_is():
    """Signs and braces of a title are written by name, so that braces balance whatever it says."""
    assert latex(r"a\b {c ^d~ 5% & #1_$") == (
        r"a{\textbackslash}b {\textbraceleft}c {\textasciicircum}d{\textasciitilde} 5\% \& \#1\_\$"
    )
    _, held = entry(title="One } and two\nlines", url="https://example.org/{a}?b=1&c=%20")
    assert held["title"] == r"{One {\textbraceright} and two lines}"
    assert held["url"] == "https://example.org/%7Ba%7D?b=1&c=%20"


def test_a_title_keeps_its_language_and_its_capitals():
    """It stands in its own script with what it means, and the language is named in words."""
    _, held = entry(title="گفت‌وگو", title_en="Talks with the U.S.", language="fa")
    assert held["title"] == "{گفت‌وگو [Talks with the U.S.]}"
    assert held["language"] == "Persian"
    assert "language" not in entry(language="en")[1]
    assert entry(language="xx-none")[1]["language"] == "xx-none"


def test_names_stand_in_the_order_of_bibtex():
    """A suffix stands between family and given name, and a house is kept together."""
    _, held = entry(authors="Doe, John, Jr.; Bread and Roses; Roe, J.")
    assert held["author"] == "Doe, Jr., John and {Bread and Roses} and Roe, J."


def test_keys_are_told_apart_as_bibtex_does():
    """What it cannot take is replaced, and capitals alone make no difference."""
    keys = entry_keys(["a b", "a,b", "A-B", "ز", "{}"])
    assert list(keys.values()) == ["a-b", "a-b-2", "A-B-3", "ز", "source"]


def test_the_data_are_an_entry_with_their_version():
    """The version stands where a style prints it; what is not known is left out."""
    about = Identity("n", "1.0", "T & U", ["A, B"], "2026-11-23")
    assert data_entry(about, "n-1.0", "Row 5%").splitlines() == [
        "@misc{n-1.0,",
        "  author = {{A, B}},",
        r"  title = {{T \& U}},",
        "  howpublished = {Data set, version 1.0},",
        "  year = {2026},",
        r"  note = {Row 5\%},",
        "}",
    ]
    bare = data_entry(Identity("n", "", "T", [], ""), "n")
    assert "year" not in bare
    assert "  key = {T}," in bare


def test_every_source_of_ours_is_whole():
    """No entry lacks what its kind needs, and who published a source stands in each."""
    records = open_records()
    cells, known = records.cells("sources"), houses(records)
    for row in zip(*cells.values(), strict=True):
        source = dict(zip(cells, row, strict=True))
        text = source_entry(source, "k", known)
        kind = re.match(r"@(\w+)", text)[1]
        assert set(re.findall(r"(?m)^  (\w+) = ", text)) >= NEEDED[kind]
        assert latex(source["publisher"]) in text
        assert latex(source["container"]) in text
        assert "year" in text or not source["date"]


HOSTILE = [
    r"\input{/etc/hostname} and \immediate\write18{ls}",
    r"$E = mc^2$, $$x$$ and \(y\)",
    r"50 % of {A & B} #1 _x_ ~y^z",
    r"}, note = {other} } @misc{second, title = {x}",
    r"""a "quoted" \end{document} \\ \verb|x|""",
    "ends with a backslash \\",
]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("title", HOSTILE)
def test_a_program_reads_each_title_as_it_is(title):
    """Nothing in a title, a name, a house or an address is a command, and one entry stays one."""
    source = {
        "kind": "book",
        "publisher": title,
        "authors": title,
        "date": "2009",
        "language": "en",
    }
    text = source_entry(
        source | {"title": title, "url": f"https://e.org/{title}"}, "roe", frozenset()
    )
    command = ["pandoc", "-f", "biblatex", "-t", "csljson"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    (item,) = json.loads(done.stdout)
    assert plainly(item["title"]) == plainly(title)
    assert not set('\\{}^`"<>| ') & set(source_url(text))


def source_url(text):
    """Give the address of an entry."""
    return re.search(r"(?m)^  url = \{(.*)\},$", text)[1]


def plainly(text):
    """Leave out quotation marks and spaces, whose shape programs choose, and braces, which pandoc drops."""
    return "".join(re.sub("[“”\"'’‘\u200b{}]", "", text).split()).lower()
