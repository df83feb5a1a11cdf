"""Slides can be read from afar, none is cut, and no answer stands on the slide of its question."""

import re

import pytest
from lessons_on_paper import every_lesson, lesson, slides_of
from paper.lesson import Chart, Meanings
from paper.markup import inline
from paper.pictures import SCALE
from paper.slides import slides
from printed_pages import squeezed
from stored_pictures import drawn

WIDE, HIGH, SMALLEST = 1920, 1080, 20
# What ends the words of a chart beyond its title.
COMMAND = re.compile(r"(?m)^#(opening|words|part|thought|chart|asked|answer|talk)\(")


def commands(name):
    """Give what each slide of a lesson is."""
    files = {chart.cell: f"{chart.cell}.png" for chart in lesson(name).charts}
    return COMMAND.findall(slides(lesson(name), files))


def smallest_letters(chart):
    """Give the size of the smallest words of a stored chart, on the page of the lesson."""
    return min(
        float(text.get("font-size").removesuffix("px"))
        for text in drawn(chart.vega).findall(".//{*}text")
        if "".join(text.itertext()).strip()
    )


@every_lesson
def test_each_idea_has_one_slide(name):
    """As many pages come out as slides were written: nothing runs over, and each is 16 by 9."""
    printed = slides_of(name)
    assert len(printed) == len(commands(name))
    assert set(printed.sizes) == {(WIDE, HIGH)}


@every_lesson
def test_words_are_large_and_within_the_slide(name):
    """No letter is below 20 points of 1080, and none lies beyond the edge."""
    texts = slides_of(name).texts
    assert min(text.size for text in texts) >= SMALLEST
    for text in texts:
        left, bottom, right, top = text.box
        assert 0 <= left <= right <= WIDE
        assert 0 <= bottom <= top <= HIGH


@every_lesson
def test_words_of_charts_are_large(name):
    """A chart is set so large that its smallest words are 20 high, and within the slide."""
    pictures = slides_of(name).pictures
    charts = lesson(name).charts
    assert len(pictures) == len(charts) > 0
    for shown, chart in zip(pictures, charts, strict=True):
        times = shown.width / chart.drawn.width
        assert smallest_letters(chart) * times >= SMALLEST - 0.01, chart.cell
        assert times < SCALE, chart.cell  # or its pixels would be seen
        left, bottom, right, top = shown.box
        assert min(left, bottom) >= 0
        assert right <= WIDE
        assert top <= HIGH


@every_lesson
def test_answer_stands_on_a_later_slide(name):
    """Each question has its slide, then one for the answer; charts between them are hidden ones."""
    found, hidden = commands(name), [c.hidden for c in lesson(name).charts]
    assert found.count("asked") == found.count("answer") == len(lesson(name).questions)
    charts = 0
    waiting = False
    for command in found:
        if command == "chart":
            assert not waiting or hidden[charts]
            charts += 1
        else:
            assert waiting == (command == "answer")
        waiting = command == "asked" or (waiting and command == "chart")


@every_lesson
def test_no_reason_is_seen_before_the_answer(name):
    """The slide of a question has its words and those of its options, and nothing of the solution."""
    pages = [page for page, kind in enumerate(commands(name)) if kind == "asked"]
    for page, question in zip(pages, lesson(name).questions, strict=True):
        words = slides_of(name).words[page]
        sentences = [s for s in re.split(r"(?<=[.?!]) ", question.solution) if len(s) > 25]
        assert not any(squeezed(re.sub("[*`]", "", s)) in words for s in sentences), question.id


@every_lesson
def test_slides_are_heard(name):
    """They are tagged PDF/UA in English with a title and headings; each chart has its words."""
    printed = slides_of(name)
    assert printed.is_tagged
    assert printed.language == "en-US"
    assert printed.title == f"{lesson(name).title}: slides"
    tags = printed.tags
    assert [alt for kind, alt in tags if kind == "Figure"] == [c.alt for c in lesson(name).charts]
    assert [kind for kind, _ in tags].count("H1") == 1


def test_words_to_sort_by_stand_before_their_question():
    """The slide in front of the question that asks for a box says what each box means."""
    boxed = lesson("05-measuring-impact")
    (meanings,) = (step for step in boxed.steps if isinstance(step, Meanings))
    written = slides(boxed, {chart.cell: "chart.png" for chart in boxed.charts}).split("\n#")
    (place,) = (
        n for n, text in enumerate(written) if "asked(" in text and "Into which box" in text
    )
    assert all(inline(item) in written[place - 1] for item in meanings.items)


def test_chart_that_is_too_tall_is_told():
    """Rather than with small words, a slide is not made at all, and the message names the chart."""
    import typst
    from paper.printing import printed

    step = next(s for s in lesson("01-definitions").steps if isinstance(s, Chart))
    files = {step.cell: "chart.png"}
    text = slides(lesson("01-definitions"), files)
    tall = text.replace(f", {step.drawn.width:g}, {step.drawn.height:g},", ", 800, 900,")
    assert tall != text
    with pytest.raises(typst.TypstError, match="would be too small: Chart: DiMaggio"):
        printed(tall, {"chart.png": step.drawn.png})
