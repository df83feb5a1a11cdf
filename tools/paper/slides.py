"""Slides of a lesson: one idea each, the answer never on the slide of its question."""

from collections.abc import Iterator

from paper.lesson import Asked, Chart, Lesson, Meanings, Part, Said
from paper.markup import inline, literal, plain, typst
from track2lib.lessons.question import Question

__all__ = ["COURSE", "scored", "slides"]

COURSE = "Track II Notebooks"
# So many options, if they are no longer than so many letters, stand in two columns.
MANY, SHORT = 7, 60
HEADS = {"guess": "Predict first", "reflect": "In your own words"}


def slides(lesson: Lesson, pictures: dict[str, str]) -> str:
    """Write the slides of a lesson for Typst.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    pictures : dict of str to str
        The file of each chart, by its cell.

    Returns
    -------
    str
        The text that Typst sets, with `slides.typ` beside it.
    """
    name = literal(f"{COURSE}  ·  {lesson.name[:2]} {lesson.title}")
    written = [
        '#import "slides.typ": *',
        f"#show: deck.with({literal(f'{lesson.title}: slides')})",
        f"#opening({name}, [{plain(COURSE)} · Lesson {plain(lesson.name[:2])}], "
        f"[{inline(lesson.title)}], [{inline(lesson.question)}])",
        _words(name, "After this lesson you can", _listed("list", lesson.goals), level=2),
        *_steps(lesson, name, pictures),
        *(f"#talk({name}, [To talk about], [{inline(one)}])" for one in lesson.talk),
        _words(name, "What to keep", _listed("list", lesson.keep)),
    ]
    return "\n".join(written) + "\n"


def _steps(lesson: Lesson, name: str, pictures: dict[str, str]) -> Iterator[str]:
    """Write the parts; the answer to a guess comes behind the charts that show it."""
    over, waiting = lesson.title, ""
    for step in lesson.steps:
        if waiting and not (isinstance(step, Chart) and step.hidden):
            yield waiting
            waiting = ""
        if isinstance(step, Part):
            over = step.title
            yield _part(name, step)
        elif isinstance(step, Said):
            yield f"#thought({name}, [{inline(over)}], [{inline(step.thought)}])"
        elif isinstance(step, Meanings):
            yield _words(name, over, _listed("list", step.items), level=3)
        elif isinstance(step, Chart):
            yield _chart(name, step, pictures[step.cell])
        else:
            if lesson.rubric and step.question is lesson.questions[-1]:
                yield _words(name, "How to score it", f"#{scored(lesson.rubric)}", level=3)
            yield _asked(name, step)
            # Behind the charts that show it, of which there may be none.
            waiting = _answer(name, step.question)
    yield waiting


def scored(rubric: list[list[str]]) -> str:
    """Write the table by which a sentence is scored, which is wide where there is most to say."""
    head, *body = [", ".join(f"[{inline(cell)}]" for cell in row) for row in rubric]
    columns = f"(auto{', 1fr' * (len(rubric[0]) - 1)})"
    return f"table(columns: {columns}, table.header({head}), {', '.join(body)})"


def _words(name: str, title: str, body: str, level: int = 2) -> str:
    return f"#words({name}, [{inline(title)}], [{body}], level: {level})"


def _listed(kind: str, items: list[str]) -> str:
    return f"#{kind}({', '.join(f'[{inline(item)}]' for item in items)})"


def _part(name: str, part: Part) -> str:
    over = "" if part.number is None else f"Part {part.number}"
    below = "" if part.minutes is None else f"{part.minutes} minutes"
    return f"#part({name}, [{over}], [{inline(part.title)}], [{below}])"


def _chart(name: str, chart: Chart, file: str) -> str:
    drawn = chart.drawn
    words = [literal(file), literal(drawn.alt), f"{drawn.width:g}", f"{drawn.height:g}"]
    return (
        f"#chart({name}, [{plain(drawn.title)}], [{plain(drawn.subtitle)}], {', '.join(words)}, "
        f"[{plain(drawn.caption)}])"
    )


def _asked(name: str, step: Asked) -> str:
    question = step.question
    usual = "At the computer" if question.table else "Your turn"
    head = HEADS.get(question.kind, usual)
    minutes = f"{question.minutes} minute{'s' * (question.minutes != 1)}"
    lead = f"[{inline(step.lead)}]" if step.lead else "none"
    options = [
        f"option({literal(str(option.value))}, [{inline(option.text)}])"
        for option in question.shown_options()
    ]
    short = all(len(option.text) <= SHORT for option in question.shown_options())
    columns = 2 if short and len(options) >= MANY else 1
    several = " Several are right." if question.kind == "set" else ""
    return (
        f"#asked({name}, [{head} #text(0.5em, weight: {literal('regular')})[{minutes}]], {lead}, "
        f"[{inline(question.prompt.strip())}{several}], {columns}, ({''.join(f'{o}, ' for o in options)}))"
    )


def _answer(name: str, question: Question) -> str:
    """Write what is right, and why; of a sentence, what to compare it with."""
    shown = {str(option.value): option.text for option in question.shown_options()}
    right = []
    if shown:
        right = [f"({literal(sign)}, [{inline(shown[sign])}])" for sign in question.right()]
    elif question.read_as() == "number":
        right = [f"({literal('')}, [{plain(question.right()[0])}])"]
    head = "Compare your sentence" if question.kind == "reflect" else "The answer"
    reasons = typst(question.solution)
    return f"#answer({name}, [{head}], ({''.join(f'{r}, ' for r in right)}), [{reasons}])"
