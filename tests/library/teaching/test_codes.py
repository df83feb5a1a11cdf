"""The codes of a class."""

from track2lib.teaching.choosing import Student
from track2lib.teaching.codes import codings_of


def line(item="codings-me.csv", coder="me", code="denied"):
    return {"item": item, "coder": coder, "dialogue_id": "oslo", "construct_id": "c", "code": code}


def student(name, *lines):
    return Student(name, [], {}, [], [*lines])


def test_coders_have_the_names_of_students():
    """Where all are "me", each is told apart; whoever coded twice has two names."""
    table = codings_of(
        [student("Ana", line()), student("علی", line(), line("codings-pair.csv", "pair"))]
    )
    assert table[""]["coder"].tolist() == ["Ana", "علی (me)", "علی (pair)"]
    assert [*table[""].columns] == ["coder", "dialogue_id", "construct_id", "code", "reason"]


def test_packages_are_kept_apart():
    """One key may be of two cases; and no name of a file leads out of a folder."""
    odd = "codings-me_../../../etc/Pass wd.csv"
    table = codings_of([student("Ana", line(), line("codings-me_my-cases.csv"), line(odd))])
    assert [*table] == ["", "my-cases", "etc-pass-wd"]
    assert {coder for own in table.values() for coder in own["coder"]} == {"Ana"}


def test_nobody_coded():
    """Then there is nothing."""
    assert codings_of([student("Ana")]) == {}
