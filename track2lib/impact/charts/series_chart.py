"""A yearly series before and after a year."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import require, source_note
from track2lib.impact.series import sound
from track2lib.page.frame import finish
from track2lib.page.theme import INK, MUTED, PALE

__all__ = ["series_chart"]


def series_chart(values: pd.Series, at: int = 2005, *, window: int = 8) -> Any:
    """Draw a series with its mean on either side of a year.

    Parameters
    ----------
    values : pandas.Series
        Values by year, as ``impact.load_series()`` gives them.
    at : int, default 2005
        First year that counts as after.
    window : int, default 8
        Years on either side, or as many as there are.

    Returns
    -------
    altair.VConcatChart
        The whole series, with the years compared in black.

    Raises
    ------
    ValueError
        If there is no year on one of the sides, or one of those compared has no value.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.series_chart(t2.impact.load_series("un-agreement-final"))
    >>> "0.24" in chart.description and "0.15" in chart.description
    True
    """
    import altair as alt

    if window < 1:
        raise ValueError(f"window={window}: one year or more is needed on either side.")
    values = sound(values)
    about = values.attrs
    frame = (
        values.rename("value")
        .rename_axis("year")
        .reset_index()
        .assign(cited=about.get("cited", ""))
    )
    require(frame, ["year", "value"], 'impact.load_series("un-agreement-final")')
    frame["used"] = frame["year"].between(at - window, at + window - 1)
    missing = set(range(at - window, at + window)) & set(range(values.index[0], values.index[-1]))
    if gaps := sorted(missing - set(values.index)):
        raise ValueError(f"The series has no value for {gaps[0]}, a year that is compared.")
    sides = {
        "before": frame[frame["used"] & (frame["year"] < at)],
        "after": frame[frame["used"] & (frame["year"] >= at)],
    }
    for side, own in sides.items():
        if own.empty:
            raise ValueError(
                f"No year lies {side} {at}. The series runs from {frame['year'].min()} to "
                f"{frame['year'].max()}."
            )
    means = pd.DataFrame(
        [
            {
                "start": int(own["year"].min()),
                "end": int(own["year"].max()),
                "mean": round(own["value"].mean(), 6),
                "said": _span(own),
            }
            for own in sides.values()
        ]
    )
    x = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", grid=False),
        scale=alt.Scale(nice=False, padding=12),
    )
    y = alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=True))
    base = alt.Chart(frame).encode(x=x, y=y)
    line = base.mark_line(color=PALE, strokeWidth=1.5)
    points = base.mark_point(
        opacity=1,
        size=60,
        fill=alt.ExprRef(f"datum.used ? '{INK}' : '{PALE}'"),
    ).encode(
        tooltip=[
            alt.Tooltip("year:Q", format="d"),
            alt.Tooltip("value:Q", title=str(about.get("unit", "value")), format=",.3~f"),
            alt.Tooltip("cited:N", title="Says who"),
        ]
    )
    span = alt.Chart(means)
    rules = span.mark_rule(strokeWidth=4, color=INK).encode(
        x=alt.X("start:Q"), x2="end:Q", y="mean:Q"
    )
    # Beside the break and above all points, where nothing is in their way.
    heads = pd.DataFrame({"at": [at - 0.5] * 2, "said": means["said"], "side": ["before", "after"]})
    sides_of: list[tuple[str, Any, int]] = [("before", "right", -8), ("after", "left", 8)]
    words = [
        alt.Chart(heads[heads["side"] == side])
        .mark_text(align=align, dx=shift, baseline="top", fontWeight="bold")
        .encode(x="at:Q", y=alt.value(0), text="said:N")
        for side, align, shift in sides_of
    ]
    cut = (
        alt.Chart(pd.DataFrame({"at": [at - 0.5]}))
        .mark_rule(strokeDash=[4, 4], color=MUTED)
        .encode(x="at:Q")
    )
    name = about.get("name") or str(values.name or "The series")
    spans = means["said"].tolist()
    return finish(
        alt.layer(line, cut, points, rules, *words).properties(width=660, height=280),
        title=f"{name}: {' and '.join(spans)}",
        subtitle=f"Unit: {about.get('unit', 'not stated')}.{_way(about)} Thick lines: means on either side. Gray: years that are not compared.",
        caption=(
            f"{source_note(frame)} {about.get('caveat', '')} What comes after a year need not come from it."
        ),
        description=(
            f"{name} by year, {frame['year'].min()} to {frame['year'].max()}. Mean: "
            f"{' and '.join(spans)}. What comes after a year need not come from it."
        ),
    )


def _span(own: pd.DataFrame) -> str:
    """Say the mean of some years, no finer than the values are."""
    largest = own["value"].abs().max()
    digits = 0 if largest >= 100 else 1 if largest >= 10 else 2
    return f"{own['value'].mean():,.{digits}f} in {own['year'].min()}-{own['year'].max()}"


def _way(about: dict[Any, Any]) -> str:
    """Say which way is closer, where the series has a direction."""
    way = about.get("higher", "neither")
    return "" if way == "neither" else f" Higher means {way}."
