"""The series on the official relationship, a value a year."""

import pandas as pd

from track2lib.records.loading import load
from track2lib.records.problem import in_short, nearest

__all__ = ["load_series"]


def load_series(series_id: str) -> pd.Series:
    """Load a series on the official relationship, a value a year.

    Parameters
    ----------
    series_id : str
        Key of the table ``outcome_series``.

    Returns
    -------
    pandas.Series
        The values, in the unit of the series, by year. Single acts are added up by year; a year
        between the first and the last that has none counts 0. ``attrs`` has the row of the
        series: its ``name``, what it ``measures``, its ``unit`` and ``step``, what a ``higher`` value
        means, ``caveat`` and ``cited``.

    Raises
    ------
    LookupError
        If there is no such series.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.impact.load_series("un-agreement-final").loc[2004]
    np.float64(0.15)
    """
    series = load("outcome_series").set_index("series_id")
    if not (isinstance(series_id, str) and series_id in series.index):
        near = nearest(series_id, series.index)
        raise LookupError(
            f"There is no series {in_short(series_id)}.{near} The table outcome_series lists them."
        )
    about = series.loc[series_id]
    own = load("outcomes")
    own = own[own["series_id"] == series_id]
    # A year that several rows fall in is one of single acts, such as orders, and counts them all.
    values = own.groupby(own["date_earliest"].dt.year)["value"].sum()
    # Acts are taken to be listed in full, so that a year without one is a year of none, and not
    # one unknown.
    if about["step"] == "day":
        values = values.reindex(range(values.index[0], values.index[-1] + 1), fill_value=0.0)
    values = values.rename_axis("year").rename(series_id)
    columns = ["name", "measures", "unit", "step", "caveat", "cited"]
    values.attrs = {column: str(about[column]) for column in columns}
    values.attrs["higher"] = str(about["higher_is"])
    return values
