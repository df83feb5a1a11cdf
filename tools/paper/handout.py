"""The handout of a lesson, two pages without an answer, and the instructor's copy, which has them all."""

from paper.lesson import Asked, Chart, Lesson, Meanings, Step
from paper.markup import inline, literal, plain, typst
from paper.slides import COURSE, scored
from track2lib.lessons.question import Question
from track2lib.lessons.references import places

__all__ = ["for_instructors", "for_students", "own_chart"]

# As many questions take the room that the back has less, for its chart and what one keeps.
BACK = 3
SHORT = 44  # letters of an option of which two stand beside each other
KINDS = {
    "choice": "one is right",
    "set": "several are right",
    "number": "a number",
    "table": "a table, at the computer",
    "guess": "a guess, not judged",
    "reflect": "a sentence, to compare",
}


def own_chart(lesson: Lesson) -> Chart:
    """Give the chart of the handout: one with the tag, or that by which both pages are full.

    It comes on the back, so that whoever guesses on the front has not seen it. One that is shown when
    the lesson is over is taken only where there is no other.
    """
    if tagged := [chart for chart in lesson.charts if chart.for_handout]:
        return tagged[0]
    half = (len(lesson.questions) + BACK) / 2
    last = max(place for place, step in enumerate(lesson.steps) if isinstance(step, Asked))
    places_of = [place for place, step in enumerate(lesson.steps) if isinstance(step, Chart)]
    best = min(places_of, key=lambda p: (p > last, abs(len(_before(lesson, p)) - half)))
    return lesson.steps[best]  # type: ignore[return-value]


def _before(lesson: Lesson, place: int) -> list[Question]:
    return [step.question for step in lesson.steps[:place] if isinstance(step, Asked)]


def for_students(lesson: Lesson, picture: str, terms: list[str]) -> str:
    """Write the two pages to write on.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    picture : str
        The file of its chart.
    terms : list of str
        Terms to explain.

    Returns
    -------
    str
        The text that Typst sets, with `handout.typ` beside it.
    """
    name = literal(f"{COURSE}  ·  {lesson.name[:2]} {lesson.title}")
    chart = own_chart(lesson)
    place = lesson.steps.index(chart)
    first, rest = _written(lesson.steps[:place]), _written(lesson.steps[place:])
    words = "".join(f"[{inline(term)}], " for term in terms)
    front = [
        f"top([{plain(COURSE)} · Lesson {lesson.name[:2]}], [{inline(lesson.title)}], "
        f"[{inline(lesson.question)}])",
        *([f"terms(({words}), room.gap)"] if terms else []),
        "heading(level: 2)[Questions]",
        *first,
    ]
    talk = f"talk(({''.join(f'[{inline(one)}], ' for one in lesson.talk)}), room)"
    # The table stands above the sentence that is scored by it, and takes the room of the talk.
    back = [
        _chart(chart, picture),
        *rest[:-1],
        *_rubric(lesson),
        *rest[-1:],
        *([] if lesson.rubric else [talk]),
        f"keep({len(lesson.keep)}, room)",
    ]
    if lesson.rubric:
        front.append(talk)
    return "\n".join(
        [
            '#import "handout.typ": *',
            f"#show: handout.with({literal(f'{lesson.title}: handout')})",
            *(f"#filled({name}, room => {{\n{chr(10).join(page)}\n}})" for page in (front, back)),
        ]
    )


def _chart(chart: Chart, picture: str) -> str:
    drawn = chart.drawn
    return (
        f"chart([{plain(drawn.title)}], {literal(picture)}, {literal(drawn.alt)}, "
        f"{drawn.width:g}, {drawn.height:g}, "
        f"[{plain(' '.join(filter(None, [drawn.subtitle, drawn.caption])))}], room.wide)"
    )


def _rubric(lesson: Lesson) -> list[str]:
    """Write the table by which a sentence is scored, if the lesson has one."""
    if not lesson.rubric:
        return []
    return [
        "heading(level: 2)[How to score it]",
        f"text(0.9em, {scored(lesson.rubric)})",
    ]


def _written(steps: list[Step]) -> list[str]:
    """Write what stands on a page to write on: questions, and the meanings of words to sort by."""
    return [
        _to_write(step.question) if isinstance(step, Asked) else _items("meanings", step.items)
        for step in steps
        if isinstance(step, Asked | Meanings)
    ]


def _to_write(question: Question) -> str:
    """Write a question with boxes to tick or lines to write on."""
    shown = question.shown_options()
    several = " Several are right." if question.kind == "set" else ""
    if shown:
        two = all(len(option.text) <= SHORT for option in shown)
        each = "".join(f", [{option.value}) {inline(option.text)}]" for option in shown)
        body = f"options({2 if two else 1}{each}), reasons: room.reasons, gap: room.gap"
    elif question.kind == "reflect":
        body = "lines(room.lines, room.gap)"
    elif question.kind == "table":
        body = "block(above: 0.6em)[At the computer. Rows: #field(20mm) What they are: #field(1fr)]"
    else:
        body = "block(above: 0.6em)[Answer: #field(30mm) Because: #field(1fr)]"
    return (
        f"asked([{plain(question.id)}], [{question.minutes}], "
        f"[{inline(question.prompt.strip())}{several}], {body})"
    )


def for_instructors(lesson: Lesson, picture: str, meanings: dict[str, str]) -> str:
    """Write the same with every answer marked, the reasons, the hints, and where it stands.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    picture : str
        The file of its chart.
    meanings : dict of str to str
        The terms, with what they mean.

    Returns
    -------
    str
        The text that Typst sets, with `handout.typ` beside it.
    """
    name = literal(f"{COURSE}  ·  {lesson.name[:2]} {lesson.title}  ·  instructor's copy")
    parts = [
        '#import "handout.typ": *',
        f"#show: handout.with({literal(f'{lesson.title}: instructor’s copy')})",
        f"#set page(footer: foot({name}))",
        f"#text(fill: muted)[{plain(COURSE)} · Lesson {lesson.name[:2]} · Instructor’s copy]",
        f"#heading(level: 1)[{inline(lesson.title)}]",
        f"#text(1.15em, style: {literal('italic')})[{inline(lesson.question)}]",
        "#heading(level: 2)[After it students can]",
        f"#{_items('list', lesson.goals)}",
    ]
    if meanings:
        parts.append("#heading(level: 2)[The terms]")
        parts += [f"*{inline(term)}*: {inline(words)}\n" for term, words in meanings.items()]
    chart = own_chart(lesson)
    parts.append("#heading(level: 2)[Questions and answers]")
    for step in lesson.steps:
        if step is chart:
            parts.append(f"#let room = (wide: 80%)\n#{_chart(chart, picture)}")
        elif isinstance(step, Meanings):
            parts.append(f"#{_items('meanings', step.items)}")
        elif isinstance(step, Asked):
            parts.append(_solved(step.question))
    parts += [f"#{part}" for part in _rubric(lesson)]
    parts += ["#heading(level: 2)[To talk about]", f"#{_items('enum', lesson.talk)}"]
    parts += ["#heading(level: 2)[What to keep]", f"#{_items('list', lesson.keep)}"]
    return "\n".join(parts)


def _items(kind: str, items: list[str]) -> str:
    return f"{kind}({', '.join(f'[{inline(item)}]' for item in items)})"


def _solved(question: Question) -> str:
    """Write a question with what is right, why, and why the rest is not."""
    right = question.right()
    answers = [
        f"right-option({str(str(o.value) in right).lower()}, [{o.value}], [{inline(o.text)}], "
        f"{f'[{inline(o.why)}]' if o.why else 'none'})"
        for o in question.shown_options()
    ]
    if not answers and question.read_as() == "number":
        answers = [f"right-option(true, [], [{plain(right[0])}], none)"]
        answers += [
            f"right-option(false, [], [{plain(str(o.value))}], [{inline(o.why)}])"
            for o in question.options
            if o.why
        ]
    elif question.kind == "table":
        rows = f"{len(right)} row{'s' * (len(right) != 1)}: " + "; ".join(right)
        answers = [f"right-option(true, [], [{plain(rows)}], none)"]
    hints = " ".join(question.hints)
    where = places(question.passages)
    return (
        f"#solved([{plain(question.id)}], [{question.minutes}], [{KINDS[question.kind]}], "
        f"[{inline(question.prompt.strip())}], ({''.join(f'{a}, ' for a in answers)}), "
        f"[{typst(question.solution)}], {f'[{inline(hints)}]' if hints else 'none'}, "
        f"{f'[{plain(where)}]' if where else 'none'})"
    )
