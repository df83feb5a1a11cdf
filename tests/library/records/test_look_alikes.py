"""Names that look alike are found, and others are kept apart."""

import pytest

from track2lib.records.look_alikes import folded, look_alikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "anna"),
        ("Straße", "STRASSE"),
        (" Geneva ", "Geneva"),
        ("New\u00a0York", "New  York"),
        ("café", "cafe\u0301"),
        ("علي", "علی"),
        ("كتاب", "کتاب"),
        ("گفت\u200cوگو", "گفتوگو"),
        ("مصطفى", "مصطفی"),
        ("اطلاعـــات", "اطلاعات"),
        ("\ufeffgeneva", "geneva"),
        ("talks-۱۳۸۵", "talks-1385"),
        ("talks-١٢", "talks-12"),
        ("ﬁlm", "film"),
        ("\u200fعلی\u200f", "علی"),
        ("сivic-2012", "civic-2012"),  # the first letter of one is Cyrillic
        ("Фонд Бeргхоф", "Фонд Бергхоф"),  # and of this one, one letter is Latin
        ("Партнёр", "ПАРТНЕР"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
    ],
)
def test_texts_that_a_reader_would_take_for_one_fold_to_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "Anne"),
        ("c-1", "c-2"),
        ("علی", "عالی"),
        ("été", "ete"),
        ("New York", "NewYork"),
        ("Андрей", "Андреи"),
        ("дом", "том"),
    ],
)
def test_texts_that_differ_to_the_eye_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_each_group_is_told_once_in_the_order_of_its_texts() -> None:
    assert look_alikes(["me", "علي", "Me", "علی", "me", "ben"]) == [["me", "Me"], ["علي", "علی"]]


def test_texts_of_several_lines_and_many_spaces_are_grouped_as_they_fold() -> None:
    """All texts are folded together, and each as it would be alone."""
    texts = ["a  b", "A b", " c", "c", "d\ne", "D e", "f\u2003g", "f g", "", "h\t", "h", "ﬁ", "fi"]
    for some in (texts, [text for text in texts if "\n" not in text]):
        alone = [{t for t in some if folded(t) == folded(text)} for text in some]
        groups = [set(group) for group in look_alikes(some)]
        assert all(group in alone for group in groups)
        assert sum(map(len, groups)) == sum(len(group) > 1 for group in alone)
