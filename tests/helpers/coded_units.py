"""Codings as the literature prints them: a text for each observer, a letter for each unit."""

import numpy as np
import pandas as pd

from track2lib import impact

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability,
# https://repository.upenn.edu/asc_papers/43: data of sections A, B and C; a dot is missing.
BINARY = ["0100000010", "1110010000"]
NOMINAL = ["aabbdcccedda", "babbbccceddd"]
MISSING = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]


def counts(rows):
    """Count the values of each unit, from one text for each observer."""
    values = sorted({value for row in rows for value in row} - {"."})
    return np.array([[column.count(v) for v in values] for column in zip(*rows, strict=True)])


def coded(rows, codes="abcde"):
    """Write the rows of observers as a table of codings, one case a unit."""
    names = dict(zip(codes, impact.load_codings()["code"].unique(), strict=False))
    table = [
        (f"coder {coder}", f"case {unit}", "c-forum", names[value])
        for coder, row in enumerate(rows)
        for unit, value in enumerate(row)
        if value != "."
    ]
    return pd.DataFrame(table, columns=["coder", "dialogue_id", "construct_id", "code"])
