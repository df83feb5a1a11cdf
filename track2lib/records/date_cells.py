"""Cells for dates: what is wrong with one, or may be, and what would be right."""

from collections.abc import Collection

from track2lib.records.calendars import asked, has_hijri_year
from track2lib.records.date_faults import in_figures
from track2lib.records.dates import is_read, unread

__all__ = ["fault_of", "faults_of"]

GREGORIAN = "gregorian"
TOLD = 1000  # of so many cells it is said what is wrong with them
MEND = "Correct the date, or leave it empty if none is stated."


def fault_of(text: str, calendar: str | None = None) -> tuple[str, str] | None:
    """Say what is wrong with a cell for a date, and what would be right; None if nothing is.

    Parameters
    ----------
    text : str
        The cell.
    calendar : str, optional
        What the package says of its dates. Unless it is ``"gregorian"``, a year from 1200 to 1500
        is asked about: it may be one of the Solar Hijri calendar.

    Returns
    -------
    tuple of str or None
        The problem and the remedy, as sentences.

    Examples
    --------
    >>> fault_of("2005/..")
    >>> for said in fault_of("1386"):
    ...     print(said)
    1386 may be a year of the Solar Hijri calendar: it ran from 21 March 2007 to 19 March 2008.
    Write 2007-03-21/2008-03-19, or [2007-03-21..2008-03-19] for a day within it; or, if 1386 is Gregorian, add "calendar": "gregorian" to datapackage.json.
    """
    fault = unread(text)
    if str(calendar).casefold() != GREGORIAN:
        # Not EDTF because of its digits alone is a date all the same.
        edtf = fault is None or unread(in_figures(text)) is None
        if found := asked(text, edtf=edtf):
            return found
    if fault is None:
        return None
    return f"{fault.problem}.", f"{fault.remedy[0].upper()}{fault.remedy[1:]}."


def faults_of(texts: Collection[str], calendar: str | None = None) -> dict[str, tuple[str, str]]:
    """Say the same of each cell of a column that is at fault.

    Parameters
    ----------
    texts : collection of str
        The cells.
    calendar : str, optional
        As for `fault_of`.

    Returns
    -------
    dict of str to tuple of str
        The problem and the remedy of each cell that is no date.

    Examples
    --------
    >>> faults_of(["2005", "1990s"])
    {'1990s': ("'1990s' is not an EDTF date: it is in words.", 'Write 199X.')}
    """
    # Seen of all at once, since nearly every column has no such year.
    asked_of = (
        texts if has_hijri_year("\n".join(texts)) else [one for one in texts if not is_read(one)]
    )
    found: dict[str, tuple[str, str]] = {}
    for text in asked_of:
        # Why it is none takes a while to say, and nobody reads it so often.
        if len(found) >= TOLD:
            fault = None if is_read(text) else (f"{text!r} is not an EDTF date.", MEND)
        else:
            fault = fault_of(text, calendar)
        if fault:
            found[text] = fault
    return found
