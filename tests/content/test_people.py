"""No private person is named: whoever is has a public role, or wrote a text that is listed."""

import re

import pytest
from hand_written import row_keys

from track2lib.records.snapshot import open_records

PACKAGE = open_records()
TEXTS = {name: PACKAGE.text(name) for name in PACKAGE.names}

WORD = r"[^\W\d_][\w’']*"
CAPITAL = r"(?:[A-Z]\.|[A-ZÀ-Þ][\w’']+)"
# Capitalised words that follow one another: "Jane Roe", "J. Roe", "Boutros-Ghali", "Kazemi Qomi".
RUN = re.compile(rf"(?<![\w’'-]){CAPITAL}(?:[ -]{CAPITAL})*")
TITLES = (
    r"Presidents?|Secretary|Minister|Ambassador|Senator|Professor|Dr\.|Mr\.|Mrs\.|Ms\.|Ayatollah"
)
TITLED = re.compile(rf"\b(?:{TITLES}) ({CAPITAL})")
OFFICES = {"General"}  # "Secretary General" has no name in it
# A word that begins a sentence is capital for that reason; these signs stand before one.
BEGINS = re.compile(r"(?:^|[.:;?!(\"'“‘]\s*)$")

# Words that are capital and no part of a person's name, beside those that the tables give as names
# of organizations, places, topics, dialogues and terms.
ALLOWED = {
    "months and days": "January February March April May June July August September October November "
    "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "peoples, languages and faiths": "Abrahamic African Arabs Armenians Australian Baha'is Briton "
    "Chinese Danish Dutch English Farsi Finnish German God Indian Italian Jewish Kashmiris Koreas "
    "Kuwaiti Miskito Muslims Omani Omanis Quaker Rican Russians Saudis Soviets Swedish Syrians Turks Westerners",
    "places that are no venue": "Amman Britain Caspian Cyprus Dubai Fermeda Great Hamburg Iowa Melbourne Mumbai Nicaragua Persepolis Puerto "
    "Qatar Rudbar Salt Seoul Southeast Taiwan Toutour Treilles West Yemen",
    "institutions, parties and their parts": "Army Brookings Chatham Combatant Command Commands Crescent EU "
    "Guards Majlis Metropolitan Museum Musgrove Navy P5 PLO Red Renamo Revolutionary Taliban "
    "Terminal UNESCO Unified Vatican",
    "press and works of reference": "Alam Thesaurus",
    "treaties, laws and events": "ABM Freestyle IFCA ITRSHRA NPT",
    "names that groups give themselves or their meetings": "Klan Klux Knights Ku Vision Wizard",
    "numbers": "III IV VII",
    "signs of data": "GPL README",
}
# Scholars whose texts are discussed and not listed, and figures of history.
DISCUSSED = {
    "Boutros-Ghali",  # whose definition of 1992 others use
    "Allport",  # whose hypothesis of contact others review
    "Burton",
    "Davidson",
    "Doob",
    "Estree",
    "Goldstein",
    "Hitler",
    "Kraft",
    "Liyanage",
    "Malhotra",
    "Townsend-Gault",
    "Traubman",
    "Walton",
    "Wilson-Grau",
    "Britt",
}
# Columns that hold names of things, and columns that hold titles.
NAMES = {
    "organizations": ["name", "short_name"],
    "places": ["name", "country"],
    "topics": ["name"],
    "dialogues": ["name"],
    "definitions": ["term"],
    "terms": ["term", "also"],
    "sources": ["publisher", "container"],
}
LISTED = {"sources": ["title", "title_en"], "works": ["title"]}


def column(columns):
    """Give all cells of some columns."""
    return [cell for name, own in columns.items() for c in own for cell in TEXTS[name][c] if cell]


def cells():
    """Go through the texts of all tables but that of sources: table, key, column and cell."""
    for name in PACKAGE.names:
        keys = row_keys(PACKAGE, name, TEXTS[name])
        for field in PACKAGE.fields(name):
            column = field["name"]
            skipped = name == "sources" or (name, column) == ("passages", "section")
            if skipped or field["type"] != "string" or column in ("table", "key", "field"):
                continue
            for key, cell in zip(keys, TEXTS[name][column], strict=True):
                if cell and not (name == "evidence" and key.startswith("sources/")):
                    yield name, key, column, cell


def words_of(texts):
    """Give the words of some texts."""
    return {word for text in texts for word in re.findall(WORD, text)}


def people():
    """Give the names of those in public roles and of authors, whole and the family name alone."""
    given = {*TEXTS["people"]["name"], *TEXTS["works"]["made_by"]}
    given |= {name.split()[-1] for name in given}
    for authors in [*TEXTS["sources"]["authors"], *TEXTS["sources"]["short_name"]]:
        for author in re.split("; | and ", authors):
            family, _, first = author.partition(", ")
            given |= {family, f"{first} {family}".strip()}
    return given | DISCUSSED


ORDINARY = {word for *_, cell in cells() for word in re.findall(r"\b[a-z][\w’']*", cell)}
THINGS = words_of(column(NAMES)) | words_of(ALLOWED.values())
PEOPLE = people()
TITLES_LISTED = "\n".join(column(LISTED))
# What is listed as a whole, the longest first.
WHOLE = sorted(
    (n for n in PEOPLE.union(column(NAMES)) if re.search("[ -]", n)), key=len, reverse=True
)
KNOWN = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, WHOLE))})(?!\w)")


def plain(word):
    """Take the ending of a genitive from a word."""
    return re.sub(r"['’]s?$", "", word)


def no_name(word):
    """Tell whether a capital word is an ordinary one, or part of a name that is no person's."""
    return word in THINGS or plain(word) in THINGS or plain(word).lower() in ORDINARY


def unknown_names(text):
    """Give what may be the name of a person who is neither listed nor an author."""
    text = KNOWN.sub("they", text)
    found = []
    for run in RUN.finditer(text):
        words = list(re.finditer(CAPITAL, run[0]))
        while words and no_name(words[0][0]):
            words.pop(0)
        while words and no_name(words[-1][0]):
            words.pop()
        if all(word[0].endswith(".") for word in words):  # "track I."
            continue
        begins = len(words) == 1 and BEGINS.search(text[: run.start() + words[0].start()])
        name = plain(run[0][words[0].start() : words[-1].end()])
        listed = name in PEOPLE or re.search(rf"\b{re.escape(name)}\b", TITLES_LISTED)
        if not (begins or listed):
            found.append(name)
    titled = [plain(title[1]) for title in TITLED.finditer(text)]
    return found + [name for name in titled if name not in PEOPLE | OFFICES]


def test_every_name_is_listed():
    """Each name in a cell is in the table of people, an author's, or inside a listed title."""
    found = {
        (name, table, key, column)
        for table, key, column, cell in cells()
        for name in unknown_names(cell)
    }
    assert sorted(found) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Among those who took part was Jane Roe of a college.", "Jane Roe"),
        ("Jane Roe took part.", "Jane Roe"),
        ("The talks in Vienna were led by J. Roe.", "J. Roe"),
        ("They asked Roe to come.", "Roe"),
        ("They asked Roe's friends to come.", "Roe"),
        ("What Hassan Roe thought of it", "Hassan Roe"),
        ("A friend, Hassan Khatami, came.", "Hassan"),
        ("Then Secretary Roe spoke.", "Roe"),
        ("President Water spoke.", "Water"),
        ("With Roe-Doe of Geneva", "Roe-Doe"),
        ("Ayatollah Élodie spoke.", "Élodie"),
    ],
)
def test_a_planted_name_is_found(text, name):
    """A name that is not listed is found wherever it stands, with a title or without."""
    assert name in unknown_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Khatami spoke in New York.",
        "Khatami's proposal was heard at the United Nations General Assembly.",
        "So DiMaggio, and Suzanne DiMaggio again, in October 2008.",
        "Looking back, the English page has it otherwise.",
        "Meetings of Pugwash in The Hague and Vienna, on Iran's nuclear program.",
        "The U.S. Treasury allowed it in 2008.",
    ],
)
def test_a_name_that_is_listed_is_not(text):
    """People in public roles, authors, towns, houses and the first word of a sentence pass."""
    assert unknown_names(text) == []


@pytest.mark.parametrize("reason", ALLOWED)
def test_no_word_is_allowed_twice_or_as_a_name(reason):
    """A word has one reason to be allowed, and is no family name of somebody who is listed."""
    words = ALLOWED[reason].split()
    others = " ".join(text for other, text in ALLOWED.items() if other != reason).split()
    assert len(words) == len(set(words))
    assert set(words).isdisjoint(others)
