"""The years with most rows, and what a title says of them beside what was written in each year."""

import pandas as pd

from track2lib.charts.grammar.words import counted, join

__all__ = ["NAMED", "headline", "leading"]

# Years of one count that a title can name one by one.
NAMED = 4
# The part of all years of which one may say that they are among those with most documents.
AMONG = 0.25
DOCUMENTS = ("document", "documents")


def leading(years: pd.DataFrame) -> pd.DataFrame:
    """Give the years with most rows; none where these are too many to be named, or lead nothing."""
    most = years["rows"].max()
    top = years[years["rows"] == most]
    return top if len(top) <= NAMED and most >= min(len(top), 2) else top.head(0)


def headline(years: pd.DataFrame, kind: tuple[str, str]) -> str:
    """Say which year has most rows, and where it stands in documents."""
    most, documents, top = years["rows"].max(), years["documents"], leading(years)
    if not most:
        return f"No {kind[0]} is dated to a single year"
    if top.empty and most == 1:
        return f"No more than one {kind[0]} is dated in any year"
    if top.empty:  # of years that are alike, none leads
        return f"{(years['rows'] == most).sum()} years have the most {kind[1]}, {most} each"
    if len(years) == 1:
        beside = "" if documents.isna().all() else f" and {counted(documents.iloc[0], *DOCUMENTS)}"
        return f"{years['year'].iloc[0]} has {counted(most, *kind)}{beside}"
    one, named = len(top) == 1, join(top["year"].astype(str))
    lead = f"{kind[1].capitalize()} peak in {named} ({most}{'' if one else ' each'})"
    if documents.isna().all():
        return lead
    rank = documents.rank(method="min", ascending=False)
    among = rank[top.index].le(max(1, AMONG * len(years))) & documents[top.index].gt(0)
    if one:
        number = documents[top.index[0]]
        if among.all() and (documents >= number).sum() == 1:
            return f"{lead}, and so do documents ({number})"
        return f"{lead}, {'' if among.all() else 'not '}one of the years with most documents ({number})"
    which = "these are" if among.all() else "none of these is"
    if among.any() and not among.all():
        which = f"{join(top['year'][among].astype(str))} {'is' if among.sum() == 1 else 'are'}"
    return f"{lead}: {which} among the years with most documents"
