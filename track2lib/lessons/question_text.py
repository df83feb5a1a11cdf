"""How a question is written: its words, its options, what was answered, and how to answer."""

from track2lib.lessons.question import Question

__all__ = ["form_of", "how_to_answer", "question_text"]

QUOTE = "'"
MINE = "← your answer"


def question_text(asked: Question, given: list[str] | None = None) -> str:
    """Write a question with its options, and mark what was answered.

    Parameters
    ----------
    asked : Question
        The question.
    given : list of str, optional
        The answer in words, as `in_words` gives it; none where it still waits.

    Returns
    -------
    str
        Markdown: the question, then a list of the options where it has some to choose from, or
        what was answered.
    """
    given = given or []
    parts = [asked.prompt.strip()]
    shown = [str(option.value) for option in asked.shown_options()]
    if shown:
        parts.append(
            "\n".join(
                f"- `{option.value}` {option.text}{f' {MINE}' * (str(option.value) in given)}"
                for option in asked.shown_options()
            )
        )
    if asked.kind == "guess":
        parts.append("This is a guess: it is not judged.")
    # Words that are on no list, a number, a sentence, a table.
    if other := [word for word in given if word not in shown]:
        # A backtick would begin a piece of code; the rest is a reader's own to set.
        parts.append(f"Your answer: {' '.join(', '.join(other).replace('`', QUOTE).split())}")
    return "\n\n".join(parts)


def how_to_answer(asked: Question) -> str:
    """Say how a question is answered, with a click and without."""
    return (
        f"Run this cell to answer with a click. Or type the answer into the call, "
        f'`t2.check("{asked.id}", ...)`, in place of the dots: {form_of(asked)}. Then run the cell.'
    )


def form_of(asked: Question) -> str:
    """Say how an answer is to be typed."""
    if asked.form:
        return asked.form.strip().rstrip(".")
    kind = asked.read_as()
    if kind == "choice":
        return f'one letter in quotes, from "a" to "{asked.options[-1].value}"'
    if kind == "table":
        kept = " and ".join(f"`{name}`" for name in asked.key_columns())
        return f"a table, by its name without quotes, that still has the column {kept}"
    if kind == "set" and asked.has_letters():
        return 'a list of letters, like `["a", "d"]`'
    if kind == "set":
        return 'a list of words in quotes, like `["this", "that"]`'
    if kind == "number":
        return "a number, without quotes"
    return "a sentence or more in your own words, in quotes"
