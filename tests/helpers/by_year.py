"""Series by year."""

import pandas as pd


def years(values, first=1990):
    """Make a series by year."""
    return pd.Series(values, index=range(first, first + len(values)), dtype=float)


# Efron and Tibshirani (1993), An Introduction to the Bootstrap, Table 2.1: days that mice lived,
# nine of the control group and then seven that were treated.
MICE = years([52, 104, 146, 10, 51, 30, 40, 27, 46, 94, 197, 16, 38, 99, 141, 23])
