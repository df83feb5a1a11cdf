"""The picture of questions that a class found hard."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.widths import fitted
from track2lib.charts.grammar.words import counted, join, tooltips
from track2lib.page.frame import Framed, finish, layered
from track2lib.page.theme import GRID, INK, MUTED, PALE

__all__ = ["hard_questions_chart"]

MOST, ROW = 16, 24  # questions that can be read at once, and pixels of a row
PLOT, PROMPTS, WIDTH = 230, 400, 800  # pixels
SIZE = 13
CAUTION = (
    "Solutions are open to whoever asks, so more may have been looked up than this shows. "
    "Sentences and guesses are not judged."
)


def hard_questions_chart(questions: pd.DataFrame, students: int) -> Framed:
    """Draw the share of students who solved each question at the first attempt, hardest first.

    Parameters
    ----------
    questions : pandas.DataFrame
        As `questions_of` gives it.
    students : int
        How many have handed in.

    Returns
    -------
    Framed
        The chart.

    Raises
    ------
    ValueError
        If nobody has answered a question that is judged.
    """
    asked = questions[questions["answered"] > 0]
    if asked.empty:
        raise ValueError(
            "Nobody has answered a question that is judged, so none can be called hard."
        )
    rows = asked.head(MOST).copy()
    rows["label"] = rows["question"] + "  " + rows["prompt"].map(_short)
    rows["count"] = rows["first"].astype(str) + " of " + rows["answered"].astype(str)
    rows["mean"] = rows["attempts"].map(lambda mean: f"{mean:.1f}")
    tips = {
        "question": "Question",
        "count": "Solved at the first attempt",
        "mean": "Attempts on average",
    }
    numbers = ["share_first", "low", "high"]
    rows = rows[["question", "label", "count", "mean", *numbers]].astype(
        dict.fromkeys(numbers, float)
    )
    return finish(
        _drawn(rows, tips),
        title=_title(asked),
        subtitle=(
            "Dot: of those who answered, how many solved it at the first attempt. Line: where the share "
            "may lie among other students like these (95 %)."
        ),
        caption=f"Source: hand-ins of {counted(students, 'student', 'students')}. {_left(asked)}{CAUTION}",
        description=(
            "Solved at the first attempt, hardest first: "
            f"{join(rows['question'] + ' ' + rows['count'])}."
        ),
        width=WIDTH,
    )


def _drawn(rows: pd.DataFrame, tips: dict[str, str]) -> alt.LayerChart:
    """Draw a line and a dot for each question, and beside them the numbers."""
    lines = tooltips(tips)
    order = [*rows["label"]]
    base = alt.Chart().encode(
        y=alt.Y(
            "label:N",
            sort=order,
            title=None,
            axis=alt.Axis(
                labelAlign="left",
                labelPadding=PROMPTS,
                labelLimit=PROMPTS,
                grid=False,
                domain=False,
            ),
        )
    )
    axis = alt.Axis(
        format="%", values=[0, 0.25, 0.5, 0.75, 1], gridColor=GRID, title=None, orient="top"
    )
    across = alt.X("share_first:Q", scale=alt.Scale(domain=[0, 1]), axis=axis)
    ends = base.mark_rule(strokeWidth=5, color=PALE).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"))
    dots = base.mark_circle(size=130, color=INK, opacity=1)
    dots = dots.encode(x=across, tooltip=lines, description=aloud(lines))
    beside = base.mark_text(align="left", x=PLOT + 12).encode(text=alt.Text("count:N"))
    attempts = base.mark_text(align="left", x=PLOT + 72, color=MUTED).encode(
        text=alt.Text("tries:N")
    )
    attempts = attempts.transform_calculate(tries="datum.mean + ' attempts'")
    return layered(ends, dots, beside, attempts, data=rows, width=PLOT, height=alt.Step(ROW))


def _short(prompt: str) -> str:
    """Give the beginning of a question, as far as there is room for it."""
    plain = " ".join(prompt.replace("`", "").replace("*", "").split())
    first = fitted(plain, PROMPTS - 20, SIZE)[0]
    return first if first == plain else f"{first} …"


def _title(asked: pd.DataFrame) -> str:
    """Name the question that fewest solved at the first attempt, or the few of which that is true."""
    least = asked["share_first"].min()
    hardest = asked[asked["share_first"] == least]
    if least == 1:
        return "Whoever answered a question solved it at the first attempt"
    if len(hardest) > 3:
        return (
            f"{len(hardest)} questions were hardest: {least:.0%} solved them at the first attempt"
        )
    if len(hardest) > 1:
        return f"{join(hardest['question'])} were hardest: {least:.0%} solved them at the first attempt"
    own = hardest.iloc[0]
    return f"{own['question']} was hardest: {own['first']} of {own['answered']} solved it at the first attempt"


def _left(asked: pd.DataFrame) -> str:
    """Say how many questions are not shown."""
    return f"The {MOST} hardest of {len(asked)} questions. " * (len(asked) > MOST)
