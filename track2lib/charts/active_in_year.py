"""What was going on in a given year, as far as the source says."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bearing import places_of_dates
from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.pieces import in_time_order
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import as_of, counted, join, source_note, years_of_writing
from track2lib.records import dates
from track2lib.records.asked_numbers import a_year
from track2lib.records.related import periods, told_apart

__all__ = ["active_in_year"]

START = 'load("dialogues")'
# Years to which a slider can still be moved one by one.
MOST = 500
# Marks for all years together, of which one year is seen.
MARKS = 5000
# Silence of a source stands between yes and no, and has a column of its own.
GOING_ON, UNKNOWN, NOT_THEN = VERDICTS = ["going on", "source does not say", "not then"]


def active_in_year(
    dialogues: pd.DataFrame, *, year: int | None = None, title: str | None = None
) -> alt.VConcatChart:
    """Draw which dialogues were going on in a year, with a slider for the year.

    Parameters
    ----------
    dialogues : pandas.DataFrame
        Rows of ``load("dialogues")``.
    year : int, optional
        Year at which the slider stands first. By default the first of those in which most were
        going on.
    title : str, optional
        What is to be seen. By default a sentence about the year in which most were going on.

    Returns
    -------
    altair.VConcatChart
        The chart, with a slider.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many or too many years to be read, no dated rows or lacks a
        column, a row has no name, two have one key and name, or if the year is out of range.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.active_in_year(t2.load("dialogues", scope="founding"), year=2008)
    >>> "UNA-USA and SIPRI dialogue: going on 2002 to 2008" in chart.description
    True
    """
    needed = ["dialogue_id", "name", "dates", "dates_earliest", "dates_latest", "cited"]
    advice = "Choose some of them first, or draw up to 150 with timeline()."
    dialogues = check_table(
        dialogues,
        needed,
        START,
        title=title,
        filled=["dialogue_id", "name"],
        once=["dialogue_id", "name"],
        most=40,
        what="dialogues",
        instead=advice,
    )
    ordered = in_time_order(dialogues, "dates")
    by_key = ordered.set_index("dialogue_id")
    names = told_apart(by_key["name"], by_key)
    ordered = ordered.assign(
        subject=names.to_numpy(),
        written=years_of_writing(ordered),
        bearing=places_of_dates(ordered, "dates"),
    )
    first, last = _reach(ordered)
    _check_size(first, last, len(ordered), advice)
    if year is not None and not first <= (year := a_year(year, "year")) <= last:
        raise ValueError(
            f"The year {year} is out of range: the table reaches from {first} to {last}."
        )
    rows = pd.DataFrame(
        {
            "subject": row.subject,
            "setting": y,
            **_verdict(row.dates, y, row.written),
            "cited": row.bearing,
        }
        for y in range(first, last + 1)
        for row in ordered.itertuples(index=False)
    )
    if year is None:
        year = int((rows["verdict"] == GOING_ON).groupby(rows["setting"]).sum().idxmax())
    headlines = _headlines(rows)
    return in_columns(
        rows,
        column="verdict",
        order=VERDICTS,
        row="subject",
        step=105,
        note="reason",
        aside=190,
        ring=f"datum.verdict == '{UNKNOWN}'",
        tally=True,
        choose="Year: ",
        value=year,
        tooltip={"subject": "Dialogue", "setting": "Year", "verdict": "In that year"}
        | {"reason": "Its dates"},
        title=title or headlines[year],
        titles=None if title else {str(one): said for one, said in headlines.items()},
        subtitle="Move the year. Broken ring: the source does not say.",
        caption=f"{source_note(dialogues)} {_as_of(ordered)} A year counts as a whole: 'going on' means at some time in it.",
        description=f"Dialogues by year, with a slider from {first} to {last}. {_described(rows)}",
    )


def _check_size(first: int, last: int, count: int, advice: str) -> None:
    """Refuse more years than a slider has places for, and more marks than a chart holds."""
    years = last - first + 1
    if years > MOST:
        raise ValueError(
            f"The table reaches from {first} to {last}, and the slider has a place for each of "
            f"{years:,} years: up to {MOST} can be chosen from. {advice}"
        )
    if (marks := years * count) > MARKS:
        raise ValueError(
            f"{count} dialogues in {years} years are {marks:,} marks, and the chart holds up to "
            f"{MARKS:,}. {advice}"
        )


def _described(rows: pd.DataFrame) -> str:
    """Say of each dialogue what holds in which years, wherever the slider stands."""
    said = []
    for subject, own in rows.groupby("subject", sort=False):
        years = own.groupby("verdict")["setting"].agg(list)
        told = {GOING_ON: f"{GOING_ON} ", UNKNOWN: f"{UNKNOWN} for "}
        found = [
            f"{words}{_in_spans(years[name])}" for name, words in told.items() if name in years
        ]
        rest = f"{NOT_THEN} in {'other years' if found else 'any year'}"
        said.append(f"{subject}: {'; '.join(found + [rest] * (NOT_THEN in years))}.")
    return " ".join(said)


def _in_spans(years: list[int]) -> str:
    """Say years as spans of those that follow each other."""
    spans = list[list[int]]()
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return join(f"{own[0]} to {own[-1]}" if len(own) > 1 else str(own[0]) for own in spans)


def _reach(dialogues: pd.DataFrame) -> tuple[int, int]:
    """Give the first and the last year of the slider."""
    # Years of a period in which no dialogue was going on are seen too; of years after its latest
    # source was written, a table says nothing but what was planned.
    days = dialogues[["dates_earliest", "dates_latest"]].stack().dropna().dt.year.tolist()
    begun = periods(dialogues)["dates_earliest"].dropna().dt.year.tolist()
    written = [int(year) for year in dialogues["written"].dropna()]
    ends = dialogues["dates"].dropna().str.split("/").explode()
    reached = [year for end in ends if (year := _years(end)[0])] if written else days
    last = max([*written, *reached], default=None)
    if last is None:
        raise ValueError("No dialogue has a date, so that there is no year to draw.")
    return min([*days, *begun, last]), last


def _as_of(dialogues: pd.DataFrame) -> str:
    """Say as of when the table speaks, in as few words as it can be said."""
    said = as_of(dialogues["written"])
    return f"{said[0].upper()}{said[1:]}."


def _verdict(text: str | None, year: int, written: int | None) -> dict[str, str]:
    """Say for one dialogue and one year what the source allows to say, and why."""
    if text is None or pd.isna(text):
        return {"verdict": UNKNOWN, "reason": "no date given"}
    earliest, latest, _ = dates.bounds(text)
    late = written is not None and year > written  # never where the year of writing is missing
    if late and any(day is not None and day.year > written for day in (earliest, latest)):
        # Of later years than its own, a source tells what was planned, and not that it was so.
        reason = f"{dates.in_words(text)}, as told in {written:.0f}"
        return {"verdict": UNKNOWN, "reason": reason}
    if years := _years_of_set(text):
        verdict = GOING_ON if text.startswith("{") else UNKNOWN
        return {"verdict": verdict if year in years else NOT_THEN, "reason": dates.in_words(text)}
    begin, slash, end = text.partition("/")
    # The years between which it went on for sure: neither end is known more exactly than as a span.
    begun, until = _years(begin)[1], _years(end or begin)[0]
    if end == "..":
        # Open as of the year of writing; of what came after that, its source can say nothing.
        until = max((y for y in (begun, written) if y and pd.notna(y)), default=None)
        # With no beginning, it was true when it was written and may be young.
        begun = begun or until
    # Either end may be known less exactly than the other, which it cannot pass.
    if begun and latest is not None:
        begun = min(begun, latest.year)
    if until and earliest is not None:
        until = max(until, earliest.year)
    if text.startswith("{") and "," not in text and earliest and latest:
        begun, until = earliest.year, latest.year  # all years of a set, and not one of them
    if begun and until and begun <= year <= until:
        verdict = GOING_ON
    else:
        before = earliest is not None and year < earliest.year
        # "By 2008" names a last year alone, of which nobody can say that it was over by then.
        after = latest is not None and year > latest.year and (slash or earliest is not None)
        verdict = NOT_THEN if before or after else UNKNOWN
    reason = dates.in_words(text)
    if text == "../.." and written and pd.notna(written):
        # Or it would stand beside a mark of another year that nobody says it of.
        reason = reason.replace("going on", f"going on in {written:.0f}")
    return {"verdict": verdict, "reason": reason}


def _years_of_set(text: str) -> set[int]:
    """Give the years of several dates; none where there is one date, or one without a bound."""
    spans = dates.members(text) if "," in text else []
    whole = all(first and last for first, last in spans)
    years = {y for a, b in spans if a and b for y in range(a.year, b.year + 1)} if whole else set()
    return years if len(years) > 1 else set()


def _years(text: str) -> tuple[int | None, int | None]:
    """Give the first and the last year in which an end of a span can lie."""
    if text == "..":
        return None, None
    earliest, latest, _ = dates.bounds(text)
    return earliest.year if earliest else None, latest.year if latest else None


def _headlines(rows: pd.DataFrame) -> dict[int, str]:
    """Say for each year how many dialogues were going on then, and of how many nothing is said."""
    of = counted(rows["subject"].nunique(), "dialogue", "dialogues")
    by_year = pd.crosstab(rows["setting"], rows["verdict"]).reindex(columns=VERDICTS, fill_value=0)
    return {
        year: f"{year}: {own[GOING_ON] or 'none'} of {of} {'is' if own[GOING_ON] < 2 else 'are'} said to be going on"
        + f"; no word on {own[UNKNOWN]}" * bool(own[UNKNOWN])
        for year, own in by_year.to_dict("index").items()
    }
