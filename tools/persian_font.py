# /// script
# requires-python = ">=3.12"
# dependencies = ["fonttools==4.68.0"]
# ///
"""Make our Persian font of Vazirmatn: uv run tools/persian_font.py Vazirmatn-NL-Regular.ttf OUT.

The font is in the npm package vazirmatn. A ligature makes one glyph of two letters, and then
vl-convert draws boxes wherever Latin letters stand in the same line (`findings/` shows it). Here the
first letter becomes the joined sign and the others an empty one of no width, so that the number of
glyphs stays. To the eye nothing changes.
"""

import sys
from collections.abc import Iterator
from typing import Any

from fontTools.otlLib.builder import ChainContextSubstBuilder, ChainContextualRule
from fontTools.otlLib.builder import SingleSubstBuilder as Exchange
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

EMPTY = "joined"
LIGATURE, MARK = 4, 3


def ligatures(lookup: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the letters of each ligature and its sign, in the order in which they are tried."""
    for table in lookup.SubTable:
        for first, choices in table.ligatures.items():
            for choice in choices:
                yield (first, *choice.Component), choice.LigGlyph


def add_empty_glyph(font: TTFont) -> None:
    """Add a sign without outline and width, skipped like a mark where letters are joined."""
    font.setGlyphOrder([*font.getGlyphOrder(), EMPTY])
    font["glyf"].glyphs[EMPTY] = Glyph()
    font["hmtx"][EMPTY] = (0, 0)
    font["GDEF"].table.GlyphClassDef.classDefs[EMPTY] = MARK


def keep_counts(font: TTFont) -> None:
    """Turn each lookup of ligatures into one that exchanges letter for letter."""
    lookups = font["GSUB"].table.LookupList.Lookup
    added: list[Exchange] = []

    def exchange(letter: str, sign: str) -> Exchange:
        """Give an exchange that does this and nothing else to the letter."""
        for known in added:
            if known.mapping.setdefault(letter, sign) == sign:
                return known
        added.append(Exchange(font, None))
        added[-1].mapping[letter] = sign
        added[-1].lookup_index = len(lookups) + len(added) - 1
        return added[-1]

    for index, lookup in enumerate(lookups):
        if lookup.LookupType != LIGATURE:
            continue
        chain = ChainContextSubstBuilder(font, None)
        chain.lookupflag = lookup.LookupFlag
        for letters, sign in ligatures(lookup):
            signs = (sign, *[EMPTY] * (len(letters) - 1))
            steps = [[exchange(*pair)] for pair in zip(letters, signs, strict=True)]
            chain.rules.append(ChainContextualRule([], [{one} for one in letters], [], steps))
        lookups[index] = chain.build()
    lookups.extend(one.build() for one in added)
    font["GSUB"].table.LookupList.LookupCount = len(lookups)


if __name__ == "__main__":
    source, target = sys.argv[1:]
    made = TTFont(source, recalcTimestamp=False)  # the same bytes whenever it is run
    add_empty_glyph(made)
    keep_counts(made)
    made.save(target)
