"""A handout has two pages and no answer; the instructor's copy has every answer and its reason."""

import re

from lessons_on_paper import every_lesson, handouts_of, lesson, without_answers
from paper.handout import for_instructors, for_students, own_chart
from paper.lesson import Chart, Meanings
from paper.markup import inline, tokens
from printed_pages import squeezed

SMALLEST = 8
A4 = (595, 842)


def spoken(markdown):
    """Give the words of each block of Markdown as they are printed, without spaces."""
    blocks = [token.children or [token] for token in tokens(markdown)]
    return [squeezed("".join(run.content for run in runs)) for runs in blocks]


def stands(markdown, words):
    """Tell whether all blocks of a text are among the words of a page."""
    return all(block in words for block in spoken(markdown))


@every_lesson
def test_handout_has_two_pages(name):
    """Two of A4, with every question, its options, and the chart on the back."""
    handout, _ = handouts_of(name)
    assert len(handout) == 2
    assert {tuple(map(round, size)) for size in handout.sizes} == {A4}
    words = "".join(handout.words)
    for question in lesson(name).questions:
        assert stands(question.prompt, words), question.id
        for option in question.shown_options():
            assert stands(option.text, words), (question.id, option.value)
    assert [picture.page for picture in handout.pictures] == [1]


def test_words_to_sort_by_stand_on_both_copies():
    """What the boxes of lesson 05 mean stands above the question that asks for one."""
    boxed = lesson("05-measuring-impact")
    (meanings,) = (step for step in boxed.steps if isinstance(step, Meanings))
    for copy in (for_students(boxed, "chart.png", []), for_instructors(boxed, "chart.png", {})):
        before, _, _ = copy.partition("Into which box")
        assert all(inline(item) in before for item in meanings.items)


@every_lesson
def test_handout_knows_no_answer(name):
    """It is the same handout if all answers, reasons and hints are taken away."""
    own = for_students(lesson(name), "chart.png", [])
    assert own == for_students(without_answers(lesson(name)), "chart.png", [])


@every_lesson
def test_guess_is_on_the_front_of_the_chart_that_answers_it(name):
    """Whoever guesses has not turned the page."""
    steps, chart = lesson(name).steps, own_chart(lesson(name))
    hidden = [step for step in steps if isinstance(step, Chart) and step.hidden]
    if chart in hidden:
        guesses = [
            step.question
            for step in steps[: steps.index(chart)]
            if not isinstance(step, Chart) and getattr(step, "question", None)
        ]
        front = handouts_of(name)[0].words[0]
        assert all(stands(question.prompt, front) for question in guesses)


@every_lesson
def test_instructor_has_every_answer_and_reason(name):
    """Right options are marked, and no other; solutions, reasons and hints are there in full."""
    _, copy = handouts_of(name)
    words = "".join(copy.words)
    # A foot of a page may stand in the middle of a reason.
    feet = rf"TrackIINotebooks·{re.escape(squeezed(f'{name[:2]} {lesson(name).title}'))}·instructor'scopy\d+"
    words = re.sub(feet, "", words)
    marked = 0
    for question in lesson(name).questions:
        assert stands(question.solution, words), question.id
        for option in question.shown_options():
            right = str(option.value) in question.right()
            marked += right
            text = "".join(spoken(option.text))
            assert (f"{text}(right)" in words) == right, (question.id, option.value)
            assert stands(option.why, words)
        assert all(stands(hint, words) for hint in question.hints), question.id
        if not question.shown_options() and question.kind != "reflect":
            marked += 1
    assert words.count("(right)") == marked


@every_lesson
def test_handouts_can_be_read_and_heard(name):
    """No letter is below 8 points or beyond the page; both are tagged, with words for the chart."""
    for printed in handouts_of(name):
        for text in printed.texts:
            left, bottom, right, top = text.box
            assert text.size >= SMALLEST
            assert 0 <= left <= right <= A4[0]
            assert 0 <= bottom <= top <= A4[1]
        assert printed.is_tagged
        assert printed.language == "en-US"
        assert printed.title.startswith(lesson(name).title)
        figures = [alt for kind, alt in printed.tags if kind == "Figure"]
        assert figures == [own_chart(lesson(name)).alt]
