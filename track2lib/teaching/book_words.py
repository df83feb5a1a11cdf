"""What a class book says of itself: what is in it, what it cannot show, and how to go on."""

from collections.abc import Mapping

import pandas as pd

from track2lib.charts.grammar.words import counted, join, some

__all__ = ["told"]

FEW = 100  # students, below which it is said what a share among so few can say
TRUST = (
    "What cannot be trusted: solutions are open to whoever asks for them, names are typed, and files can "
    "be edited. Who helped, and what was read before an answer, is not in it. It shows what to talk about "
    "in class, and is no proof for a grade."
)
GO_ON = (
    "How to go on: .gradebook_chart() and .hard_questions_chart() draw it; .gradebook, .questions and "
    ".sentences are tables, which t2.show() shows whole; .save('class-book') writes all of it as CSV files."
)


def told(
    gradebook: pd.DataFrame,
    answers: pd.DataFrame,
    questions: pd.DataFrame,
    codings: Mapping[str, pd.DataFrame],
    problems: pd.DataFrame,
) -> list[str]:
    """Give the words of a class book, paragraph by paragraph.

    Parameters
    ----------
    gradebook, answers, questions, problems : pandas.DataFrame
        Its tables.
    codings : mapping of str to pandas.DataFrame
        Its codes.

    Returns
    -------
    list of str
        What is in it first.
    """
    count, lessons = len(gradebook), answers["lesson"].unique()
    words = "lesson" if len(lessons) == 1 else "lessons"
    asked = answers["question"].nunique()
    first = (
        f"Class book: {counted(count, 'student', 'students')}, {counted(asked, 'question', 'questions')} "
        f"of {words} {join(lessons)}."
    )
    return [
        first,
        *filter(None, [_missing(problems), _hard(questions), _few(count), _coded(codings)]),
        TRUST,
        GO_ON,
    ]


def _missing(problems: pd.DataFrame) -> str:
    """Say what is not in the book, and what is asked about."""
    lost = problems[problems["severity"] == "error"]
    said = []
    if len(lost):
        files = some(dict.fromkeys(lost["file"].str.replace("; ", " with ")), 5)
        said.append(f"Not in it, or not wholly: {files}.")
    if asked := len(problems) - len(lost):
        said.append(f"To look at: {counted(asked, 'thing', 'things')}.")
    return " ".join([*said, "The table .problems says why, and what to do."]) if said else ""


def _hard(questions: pd.DataFrame) -> str:
    """Name the questions that were hardest."""
    rows = questions[(questions["answered"] > 0) & (questions["share_first"] < 1)].head(3)
    if rows.empty:
        return ""
    told = [f"{row.question} ({row.first} of {row.answered})" for row in rows.itertuples()]
    return f"Hardest, by how many solved them at the first attempt: {join(told)}."


def _few(count: int) -> str:
    """Say what a share among few students says."""
    if count >= FEW:
        return ""
    from scipy.stats import binomtest

    half = binomtest(count // 2, count).proportion_ci(method="wilson")
    return (
        f"Few students: {count // 2} of {count} says how it was in this class. Among other students like "
        f"these the share might be anything from {half.low:.0%} to {half.high:.0%}, and differences between "
        "questions that are smaller than that may be chance."
    )


def _coded(codings: Mapping[str, pd.DataFrame]) -> str:
    """Say how to go on with what was coded."""
    if not codings:
        return ""
    coders = counted(sum(own["coder"].nunique() for own in codings.values()), "coder", "coders")
    others = join(package for package in codings if package)
    more = f" Those on cases of {others} lie beside them, in folders of their own." * bool(others)
    return (
        f"Codes of {coders}: after .save('class-book'), t2.impact.load_codings('class-book/codings') reads "
        f"those on the project's cases, for t2.impact.agreement and t2.impact.disagreement_chart.{more}"
    )
