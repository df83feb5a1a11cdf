"""The sources that a row of one's own names in its cell, by one written rule for the whole cell.

Sources are divided by semicolons, which divide nothing inside an address; a number alone behind one is
one more place in the source before it. Each is a key of the bibliography ``sources.csv`` with the place
in it behind a comma, or else free text. Of free text a year is taken only where the whole of it is
in one of the forms AUTHOR YEAR, PLACE; AUTHOR (YEAR), PLACE; AUTHOR (YEAR). TITLE, PLACE; and the
same with a comma or a full stop before the year. The author holds no digit. Where a word for a
thing with a number stands before it, as in "Interview 1987", or a shelf behind it, as in "RG 1990, Box 3",
a number is no year. A year that is not written so is missing.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = ["Reference", "references", "work_and_year", "works_of_each"]

SIGNS = ";؛；"
MARK = re.compile(rf"[{SIGNS}]")
# An address or a DOI may hold a semicolon; it ends before a space, or before another one.
ADDRESS = r"(?:[a-z][a-z0-9+.-]*://|www\.|doi:|\b10\.[0-9]{4,9}/)"
DIVIDER = re.compile(
    rf"({ADDRESS}\S*?(?=[{SIGNS}]*(?:\s|$)|[{SIGNS}]{ADDRESS}))|\s*[{SIGNS}]\s*", re.IGNORECASE
)
# Before a number, these say that it is no year.
NUMBERED = frozenset(
    re.findall(
        r"\w+",
        """no nr num number numbers item items document documents doc docs interview interviews file
        files folder folders box boxes record records report reports cable cables telegram telegrams
        resolution resolutions letter letters memo memos memorandum note notes page pages issue
        issues volume vol chapter part version session room case id ref reference respondent
        participant informant transcript appendix annex figure table res reso unscr scr
        decree tape tapes reel reels serial fonds article law protocol telex before after since until
        مصاحبه سند شماره پرونده نامه صفحه گزارش قطعنامه مقابلة وثيقة رسالة تقرير ملف رقم قرار
        интервью беседа документ док дело письмо отчёт отчет доклад папка опись лист номер том
        резолюция закон протокол телеграмма приложение ინტერვიუ დოკუმენტი წერილი საქმე ანგარიში
        entrevista documento expediente carta informe caja número resolución anexo telegrama legajo
        fondo fondos carpeta tomo decreto entretien dossier lettre rapport boîte numéro carton
        annexe télégramme liasse dokument akte brief bericht nummer gespräch anlage anhang mappe karton
        ordner band beschluss dok drucksache protokoll vor nach seit belge mülakat mektup dosya karar
        görüşme rapor avant après محضر busta fascicolo""",
    )
)
# The same at the end of a word, where words are not divided.
NUMBERED_EAST = ("決議", "决议", "文書", "文件", "號", "号", "결의", "문서", "호")
# An address without its beginning, "example.org/Page"; and the initial of a person.
HOST = re.compile(r"\w\.\w\S*/")
INITIAL = re.compile(r"(?<![\w.])[A-MO-Z]\.(?!\w)")
# Where this stands behind a number, both name a place on a shelf.
SHELF = re.compile(
    r"(?:оп|д|ед|л|box|folder|file|reel|caja|legajo|carpeta|karton|mappe)\b", re.IGNORECASE
)
# A place at the end of a source: a word for it and a number, "p. 12", "ch. 3", "para. 4".
PLACE = re.compile(
    r"[,،:]\s*((?:pp?|pages?|paras?|paragraphs?|chs?|chaps?|chapters?|secs?|sections?|vols?|fn|nn?|"
    r"notes?|fols?|figs?|tabs?|tables?|lines?|cols?|docs?|nos?|slides?|S|Seite|Kap|págs?|caps?|párrs?|"
    r"сс?|стр|гл|разд|т|გვ|თავი|էջ|ص|صص|فصل|بند)"
    r"(?:\.?\s*\d|[.\s]\s*[ivxlc]+\b).*|[§¶].*)$",
    re.IGNORECASE,
)
# A place behind another one: pages and the like, one or several.
PAGE_WORD = (
    r"(?:(?:pp?|pages?|paras?|paragraphs?|chs?|chaps?|chapters?|secs?|sections?|fn|nn?|notes?|figs?|tabs?"
    r"|tables?|lines?|S|Seiten?|Kap|págs?|caps?|сс?|стр|гл|ص|صص|فصل)\.?\s*|§+\s*)"
)
NUMBER = rf"(?:{PAGE_WORD}?\d+(?:\s?ff?\.?)?|{PAGE_WORD}[ivxlcIVXLC]+\b|[ivxlc]+\b)"
MORE = re.compile(rf"{NUMBER}(?:\s*(?:[-–,&]|and\b|und\b|et\b|y\b|и\b|و)\s*{NUMBER})*\.?")
# The most frequent of them, behind the last comma of a source; no year can be one.
PAGES = re.compile(
    r", (?<=[^\s,،:;؛；], )(?:pp?|paras?|chs?)\. ?[0-9]{1,3}(?:[-–][0-9]{1,3})?(?:(?=[;؛；] )|$)",
    re.MULTILINE,
)
# The same within the brackets of the year, where a cell is nothing else.
INSIDE = re.compile(rf"\n([^\n\d(/:{SIGNS}]*\([12][0-9]{{3}}[a-z]?): [0-9]{{1,3}}\)(?=\n)")
# Between two names a slash may stand; elsewhere it is of an address, or of the sign of a document.
SLASH = r"(?<=[^\W\d_A-Z]{2})/(?=[^\W\d_a-z][^\W\d_])"
AUTHOR = rf"(?P<author>(?:[^\d;:؛；/]|{SLASH})*[^\d\s,.;:؛；/(\[#°º№]\.?)"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)"
# Without a title, whatever follows the year is a place; with one, only what PLACE finds is.
SHORT = re.compile(
    rf"{AUTHOR}(?P<behind>[,.]?)\s*(?:\s{YEAR}|\({YEAR.replace('year', 'year2').replace('letter', 'letter2')}"
    r"(?:[,:]\s*(?P<inside>[^()]+))?\))(?:[,،:]\s*(?P<place>.+))?",
    re.ASCII,
)
LONG = re.compile(
    rf"{AUTHOR}(?P<behind>[,.]?)\s*(?:\s{YEAR}\.|\({YEAR.replace('year', 'year2').replace('letter', 'letter2')}"
    r"\)[.,:]?)\s+\D.*",
    re.ASCII,
)


class Reference(NamedTuple):
    """One source in a cell: the work, its year of writing if one is given, and the place in it."""

    work: str
    year: int | None
    place: str


def references(cell: str, bibliography: Mapping[str, int | None]) -> list[Reference]:
    """Read a cell of sources by the rule.

    Parameters
    ----------
    cell : str
        What stands in the column ``source``.
    bibliography : mapping of str to int or None
        Years of the sources that the package lists, by their keys.

    Returns
    -------
    list of Reference
        One for each source. Five pages of one book are five places in one work.

    Examples
    --------
    >>> references("miller1999, p. 4; Writer, 2015, p. 33", {"miller1999": 1999})
    [Reference(work='miller1999', year=1999, place='p. 4'), Reference(work='Writer 2015', year=2015, place='p. 33')]
    >>> references("Interview 1987, Oslo", {})
    [Reference(work='Interview 1987, Oslo', year=None, place='')]
    """
    found: list[Reference] = []
    for part in _parts(cell):
        if found and MORE.fullmatch(part) and part not in bibliography:
            # "pp. 3-5; 7" are two places in one work.
            *_, last = found
            place = f"{last.place}; {part}" if last.place else part
            found[-1] = Reference(last.work, last.year, place)
        elif (one := _read(part, bibliography)).work:  # a comma and a place alone name nothing
            found.append(one)
    return found


def works_of_each(cells: Collection[str], bibliography: Mapping[str, int | None]) -> dict[str, str]:
    """Read which works each of some cells of sources names.

    Parameters
    ----------
    cells : collection of str
        None of them twice.
    bibliography : mapping of str to int or None
        As for `references`.

    Returns
    -------
    dict of str to str
        By the cells, in their order; works are divided by semicolons, each named once.

    Examples
    --------
    >>> works_of_each(["Writer 2015, p. 3; Other 2004", "Writer 2015, p. 9"], {})
    {'Writer 2015, p. 3; Other 2004': 'Writer 2015; Other 2004', 'Writer 2015, p. 9': 'Writer 2015'}
    """
    # Cells differ by their pages most of all. Without these, all at once, each work is read once.
    text = PAGES.sub("", "\n".join(["", *cells, ""]))
    some, less = (lines.split("\n")[1:-1] for lines in (text, INSIDE.sub(r"\n\1)", text)))
    # Some are of several lines themselves, and a comma or a bracket may belong to a key.
    if len(some) != len(cells) or any("," in key or "(" in key for key in bibliography):
        some = less = [*cells]
    works = cache(
        lambda cell: "; ".join(dict.fromkeys(one.work for one in references(cell, bibliography)))
    )
    # A work with brackets was not read as author and year: then all of the cell is the work.
    return {
        cell: found if "(" not in (found := works(least)) else works(most)
        for cell, most, least in zip(cells, some, less, strict=True)
    }


def work_and_year(text: str) -> tuple[str, int | None]:
    """Read one source that is in no bibliography: how the work is called, and its year.

    Examples
    --------
    >>> work_and_year("Writer, P. (2019). Some Book")
    ('Writer, P. (2019). Some Book', 2019)
    """
    found = _read(text, {})
    return found.work, found.year


def _parts(cell: str) -> list[str]:
    if not MARK.search(cell):
        return [cell.strip()] if cell.strip() else []
    # Most have no address.
    plain = "/" not in cell and "www." not in cell.lower()
    marked = MARK.sub("\0", cell) if plain else DIVIDER.sub(lambda at: at[1] or "\0", cell)
    return [*filter(None, map(str.strip, marked.split("\0")))]


def _read(text: str, bibliography: Mapping[str, int | None]) -> Reference:
    text = " ".join(text.split()).replace(" ,", ",").replace(" ،", "،").replace(" :", ":")
    if bibliography:
        key, _, rest = text.partition(",")
        for whole, place in ((text, ""), (key, rest.strip())):
            if whole in bibliography:
                return Reference(whole, bibliography[whole], place)
    return _read_free(text)


@lru_cache(maxsize=4096)  # a work is cited in many rows, and in several tables
def _read_free(text: str) -> Reference:
    """Read a source that is no key of the bibliography."""
    if found := SHORT.fullmatch(text):
        author, behind, bare, letter, bracketed, letter2, inside, place = found.groups("")
        year = None if SHELF.match(place) else _dated(author, behind, bare, bracketed)
        if year:
            both = f"{inside}, {place}" if inside and place else inside or place
            return Reference(f"{author} {year}{letter or letter2}", year, both)
    at = PLACE.search(text)
    work, place = (text[: at.start()].strip(), at[1]) if at else (text, "")
    found = LONG.fullmatch(work)
    if not found:
        return Reference(work, None, place)
    author, behind, bare, _, bracketed, _ = found.groups("")
    return Reference(work, _dated(author, behind, bare, bracketed), place)


def _dated(author: str, behind: str, bare: str, bracketed: str) -> int | None:
    """Give the year that stands behind an author, bare or in brackets; None if it can be none."""
    if bare and behind != "," and _names_a_thing(author):
        return None
    year = int(bare or bracketed)
    # Nor can anything have been written in a year that has not come.
    return None if year > date.today().year + 1 else year


def _names_a_thing(author: str) -> bool:
    """Tell whether a text begins or ends with a word for a thing with a number."""
    if HOST.search(author):
        return True
    if INITIAL.search(author):  # as nobody has but a person
        return False
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", author))
    # A small letter alone is short for one, as in "f. 1790"; the initial of a name is a capital.
    if words and len(words[-1]) == 1 and words[-1].islower():
        return True
    ends = {word.casefold().removeprefix("ال") for word in (*words[:1], *words[-1:])}
    return not NUMBERED.isdisjoint(ends) or any(word.endswith(NUMBERED_EAST) for word in words)
