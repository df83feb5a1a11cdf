"""Squares of a chart by year, made up."""

import pandas as pd


def squares(*years: int, lane: str = "talks", sure: bool = True) -> pd.DataFrame:
    """Make squares of one lane, one for each year that is given."""
    own = pd.DataFrame({"year": years, "lane": lane, "sure": sure, "row": range(len(years))})
    level = own.groupby("year").cumcount()
    return own.assign(level=level, top=level + 1, name="Talk", when="then", cited="Writer 2004")
