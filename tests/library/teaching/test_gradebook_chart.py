"""The picture of the gradebook."""

import re

import made_up_class
import pytest
import vl_convert
from drawn import caption_of, drawn_height, drawn_width, rows_of

import track2lib as t2
from track2lib.page.sentence import title_of
from track2lib.page.theme import ON_DARK, enable_charts
from track2lib.teaching.gradebook_chart import gradebook_chart


@pytest.fixture(scope="module")
def lecture(tmp_path_factory):
    """Read the hand-ins of two hundred students."""
    place = tmp_path_factory.mktemp("lecture")
    made_up_class.make(place, count=200)
    return t2.class_book(place)


def small(spec):
    """Give the smallest type in a picture."""
    svg = vl_convert.vegalite_to_svg(spec)
    sizes = [float(part.split("px")[0]) for part in svg.split('font-size="')[1:]]
    return min(sizes)


@pytest.mark.parametrize("lesson", [None, "00", "01", "02", "05"])
def test_thirty_fit_a_screen(book, lesson):
    """All names are there, in type that can be read, within 640 by 830 pixels."""
    enable_charts()
    spec = book.gradebook_chart(lesson).to_dict()
    assert drawn_height(spec) <= 640
    assert drawn_width(spec) <= 830
    assert small(spec) >= 13
    svg = vl_convert.vegalite_to_svg(spec)
    assert all(f">{name}<" in svg for name in ("Ana Lima", "Zhanna", "Li Wei"))
    assert "params" not in spec
    assert {*re.findall(r"#[0-9a-fA-F]{6}", svg)} <= {*ON_DARK}


@pytest.mark.parametrize("lesson", [None, "01"])
def test_two_hundred_are_paged(lecture, lesson):
    """A list chooses who is seen, each student is on one page, and the picture stays within its size."""
    enable_charts()
    spec = lecture.gradebook_chart(lesson).to_dict()
    # The list above takes a line.
    assert drawn_height(spec) <= 640 - 30
    (param,) = spec["params"]
    pages = param["bind"]["options"]
    named = [row for row in rows_of(lecture.gradebook_chart(lesson)) if "name" in row]
    assert {row["page"] for row in named} == {*pages}
    assert len(named) == 200
    assert pages[0].startswith("1: ")
    assert "The list chooses" in str(spec["title"])


def test_each_cell_is_what_is_known(book):
    """A mark for each student and question that was handed in, and none else."""
    rows = [row for row in rows_of(book.gradebook_chart("02")) if "said" in row]
    own = book.answers[(book.answers["lesson"] == "02") & (book.answers["state"] != "none")]
    assert len(rows) == len(own)
    assert {row["student"] for row in rows} == {*own["student"]}


def test_words_follow_from_the_rows(book):
    """The title counts who has done all; the caption says what is no proof."""
    own = book.answers[book.answers["lesson"] == "02"]
    done = own["state"].isin(["first", "later", "sentence"]).groupby(own["student"]).all().sum()
    spec = book.gradebook_chart("02").to_dict()
    assert title_of(spec) == f"{done} of 31 students have done all of lesson 02"
    assert "no proof" in " ".join(caption_of(spec))
    spec = book.gradebook_chart().to_dict()
    assert "all of 4 lessons" in title_of(spec)


def test_too_many_are_refused(lecture):
    """With what to do."""
    import pandas as pd

    many = pd.concat(
        [lecture.answers.assign(student=lecture.answers["student"] + str(n)) for n in range(9)]
    )
    with pytest.raises(ValueError, match="Take the table `gradebook`"):
        gradebook_chart(many, "01")
