"""The picture of a class book: students by questions of one lesson, or by lessons."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.pixels import at_pixels
from track2lib.charts.grammar.widths import pixels
from track2lib.charts.grammar.words import counted, join
from track2lib.page.frame import Framed, finish, layered
from track2lib.page.lines import isolated
from track2lib.page.theme import GRID, MUTED, STRIPE
from track2lib.teaching.book_marks import SIZE, drawn_marks, key_rows, words
from track2lib.teaching.book_tables import STATES

__all__ = ["gradebook_chart"]

WIDTH, NAMES = 800, 190  # pixels of all, and of the longest name
ROW, STEP, HEAD = 14, 60, 24  # of a row, of a column at most, and above the columns
PAGE, PAGED = 31, 29  # rows that have room, without the list of pages and with it
MOST = 5000  # marks that a chart may hold
CAUTION = (
    "Names are typed, files can be edited, and solutions are open to whoever asks: a picture to teach "
    "by, and no proof."
)
DONE = ("first", "later", "sentence")
PARTS = {"first": "all done", "later": "some done", "open": "none done"}


def gradebook_chart(answers: pd.DataFrame, lesson: str | None) -> Framed:
    """Draw what each student has done.

    Parameters
    ----------
    answers : pandas.DataFrame
        As `answers_of` gives it.
    lesson : str, optional
        A lesson, whose questions stand side by side; by default all lessons do.

    Returns
    -------
    Framed
        The chart. Of more students than have room, a list chooses some.

    Raises
    ------
    ValueError
        If there are more marks than a chart can hold.
    """
    if lesson is None:
        cells, shown = _by_lesson(answers), PARTS
    else:
        own = answers[answers["lesson"] == lesson]
        cells = own.assign(column=own["question"], said=own["state"].map(STATES), beside="")
        shown = {state: STATES[state] for state in STATES if (own["state"] == state).any()}
        shown.pop("none", None)
    if len(cells) > MOST:
        raise ValueError(
            f"This picture would hold {len(cells):,} marks, and {MOST:,} can be drawn. Take the table "
            "`gradebook`, or the picture of one lesson: gradebook_chart('01')."
        )
    return _drawn(cells, shown, lesson)


def _by_lesson(answers: pd.DataFrame) -> pd.DataFrame:
    """Count for each student and lesson what is done."""
    done = answers["state"].isin(DONE)
    given = answers["state"] != "none"
    groups = answers.assign(done=done, given=given).groupby(["student", "lesson"], sort=False)
    cells = groups.agg(done=("done", "sum"), count=("done", "size"), given=("given", "any"))
    cells = cells.reset_index().rename(columns={"lesson": "column"})
    cells["beside"] = cells["done"].astype(str) + "/" + cells["count"].astype(str)
    cells["state"] = "later"
    cells.loc[cells["done"] == cells["count"], "state"] = "first"
    cells.loc[cells["done"] == 0, "state"] = "open"
    cells.loc[~cells["given"], ["state", "beside"]] = ["none", ""]
    cells["said"] = cells["beside"] + " done"
    return cells


def _drawn(cells: pd.DataFrame, shown: dict[str, str], lesson: str | None) -> Framed:
    """Lay out the rows, page by page, and draw them."""
    students, columns = [*cells["student"].unique()], [*cells["column"].unique()]
    size = PAGE if len(students) <= PAGE else PAGED
    pages = [students[n : n + size] for n in range(0, len(students), size)]
    labels = [f"{n}: {own[0]} to {own[-1]}" for n, own in enumerate(pages, start=1)]
    wide = min(NAMES, max(pixels(name, SIZE) for name in students) + 4)
    step = min(STEP, (WIDTH - wide) // len(columns))
    key, top = key_rows(shown, WIDTH)
    top += HEAD
    at = {
        name: (label, n)
        for label, own in zip(labels, pages, strict=True)
        for n, name in enumerate(own)
    }
    rows = pd.DataFrame(
        [(name, label, 0, top + ROW * n + ROW // 2) for name, (label, n) in at.items()],
        columns=["student", "page", "x", "y"],
    )
    rows["name"] = ["".join(isolated([name], alone=True)) for name in students]
    across = {column: wide + step * n + step // 2 for n, column in enumerate(columns)}
    marks = cells.assign(x=cells["column"].map(across) - (16 if lesson is None else 0))
    marks = marks.merge(rows[["student", "page", "y"]], on="student")
    heads = pd.DataFrame({"head": columns, "x": across.values(), "y": top - HEAD // 2})
    height = top + ROW * min(size, len(students))
    stripes = rows[(rows["y"] - top) % (2 * ROW) < ROW].assign(end=wide + step * len(columns))
    layers: list[Any] = [_stripes(stripes), *_columns(across, step, top, height)]
    layers += [words(heads, "head", align="center", color=MUTED)]
    layers += [drawn_marks(key, {}), words(key, "words", dx=11)]
    tips = {"student": "Student", "column": "Question" if lesson else "Lesson", "said": "State"}
    if lesson:
        tips["attempts"] = "Attempts"
    paged = [words(rows, "name", limit=wide - 2), drawn_marks(_plain(marks, [*tips]), tips)]
    paged += [words(marks[["x", "y", "page", "beside"]], "beside", dx=11)] * (lesson is None)
    more: dict[str, Any] = {}
    frame = _told(cells, lesson)
    if len(pages) > 1:
        bind: Any = alt.binding_select(options=labels, name="Students ")
        control = alt.param(name="students", value=labels[0], bind=bind)
        paged = [layer.transform_filter(alt.datum.page == control) for layer in paged]
        layers[0] = layers[0].transform_filter(alt.datum.page == control)
        more = {"params": [control.param]}
        frame["subtitle"] += " The list chooses which are seen."
    chart = layered(*layers, *paged, width=WIDTH, height=height, **more)
    return finish(chart, width=WIDTH, **frame)


def _plain(marks: pd.DataFrame, fields: list[str]) -> pd.DataFrame:
    """Keep what a mark needs, in kinds that a chart can write down."""
    plain = marks[[*fields, "state", "x", "y", "page"]]
    return (
        plain.assign(attempts=plain["attempts"].astype("Float64")) if "attempts" in plain else plain
    )


def _stripes(rows: pd.DataFrame) -> alt.Chart:
    """Draw a ground behind every other row, so that the eye stays in it."""
    place = at_pixels("x", "top") | {"x2": alt.X2("end:Q"), "y2": alt.Y2("foot:Q")}
    ground = rows.assign(top=rows["y"] - ROW // 2, foot=rows["y"] + ROW // 2)
    ground = ground[["x", "end", "top", "foot", "page"]]
    return alt.Chart(ground).mark_rect(color=STRIPE).encode(**place)


def _columns(across: dict[str, int], step: int, top: int, height: int) -> list[alt.Chart]:
    """Draw thin lines between the columns."""
    edges = [x - step // 2 for x in across.values()]
    lines = pd.DataFrame({"x": edges, "y": top, "end": height})
    place = at_pixels("x", "y") | {"y2": alt.Y2("end:Q")}
    return [alt.Chart(lines).mark_rule(color=GRID).encode(**place)]


def _told(cells: pd.DataFrame, lesson: str | None) -> dict[str, str]:
    """Give title, subtitle, caption and description."""
    students, columns = cells["student"].nunique(), cells["column"].nunique()
    full = "first" if lesson is None else None
    fine = cells["state"] == full if full else cells["state"].isin(DONE)
    every = int(fine.groupby(cells["student"]).all().sum())
    what = f"lesson {lesson}" if lesson else counted(columns, "lesson", "lessons")
    given = int((cells["state"] != "none").groupby(cells["student"]).any().sum())
    by_column = cells.assign(fine=fine).groupby("column", sort=False)["fine"].sum()
    listed = join(f"{column} {count}" for column, count in by_column.items())
    return {
        "title": f"{every} of {counted(students, 'student has', 'students have')} done all of {what}",
        "subtitle": "A row for each student, by name; an empty cell was not handed in.",
        "caption": f"Source: hand-ins of {counted(given, 'student', 'students')}. {CAUTION}",
        "description": (
            f"What {counted(students, 'student has', 'students have')} done. Students who have done "
            f"{'a question' if lesson else 'all of a lesson'}: {listed}."
        ),
    }
