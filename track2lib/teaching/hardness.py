"""How hard a class found the questions: who solved them at the first attempt, and what that can say."""

from collections.abc import Mapping, Sequence

import pandas as pd

from track2lib.lessons.question import Question
from track2lib.teaching.form import JUDGED

__all__ = ["questions_of"]


def questions_of(answers: pd.DataFrame, asked: Mapping[str, Sequence[Question]]) -> pd.DataFrame:
    """Give a row for each judged question, from the one that the class found hardest.

    Parameters
    ----------
    answers : pandas.DataFrame
        As `answers_of` gives it.
    asked : mapping of str to sequence of Question
        The questions of each lesson.

    Returns
    -------
    pandas.DataFrame
        ``question``, ``lesson``, ``prompt``; ``handed_in``, ``answered``, ``solved`` and ``first``
        (solved at the first attempt) as numbers of students; ``share_first``, of those who answered,
        from 0 to 1, with ``low`` and ``high``, between which it may lie for other students like
        these (Wilson's interval of 95 %); ``attempts``, their mean number. Those that nobody
        answered stand last.
    """
    # Imported here: it takes a second, which who hands in need not wait.
    from scipy.stats import binomtest

    prompts = {question.id: question.prompt for own in asked.values() for question in own}
    rows = []
    judged = answers[answers["kind"].isin(JUDGED)]
    for (lesson, question), own in judged.groupby(["lesson", "question"], sort=False):
        count = own["state"].value_counts()
        first, later, tried = (int(count.get(state, 0)) for state in ("first", "later", "tried"))
        answered = first + later + tried
        share, low, high = None, None, None
        if answered:
            interval = binomtest(first, answered).proportion_ci(method="wilson")
            share, low, high = first / answered, float(interval.low), float(interval.high)
        attempts = own.loc[own["state"].isin(["first", "later", "tried"]), "attempts"].mean()
        handed = len(own) - int(count.get("none", 0))
        counts = handed, answered, first + later, first, share, low, high, attempts
        rows.append((question, lesson, prompts[question], *counts))
    names = ["question", "lesson", "prompt", "handed_in", "answered", "solved", "first"]
    names += ["share_first", "low", "high", "attempts"]
    table = pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[7:], "Float64"))
    by = ["share_first", "attempts"]
    return table.sort_values(by, ascending=[True, False], kind="stable", ignore_index=True)
