"""Names of countries in the languages in which people keep their tables, by their English ones."""

from collections import defaultdict
from functools import cache

from track2lib.records.look_alikes import folded

__all__ = ["in_english"]

# What a country is called in other languages is looked up there, one file for each.
LANGUAGES = "ar az bn cs de el es fa fr he hi hr hy it ja ka ko ku nl pl ps pt ru sr sv tr uk ur zh"


def in_english(name: str) -> str:
    """Give the English name of a country, in small letters, by its name in any of several languages.

    Parameters
    ----------
    name : str
        A name, in any letters.

    Returns
    -------
    str
        The same name where it is none in these languages, or of two countries.

    Examples
    --------
    >>> in_english("Deutschland"), in_english("Иран"), in_english("Atlantis")
    ('germany', 'iran', 'Atlantis')
    """
    return _names().get(folded(name), name)


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    english = {code: name for code, name in Locale("en").territories.items() if code.isalpha()}
    codes: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES.split():
        for code, name in Locale(language).territories.items():
            if code in english:
                codes[folded(name)].add(code)
    return {name: folded(english[min(of)]) for name, of in codes.items() if len(of) == 1}
