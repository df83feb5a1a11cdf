"""What is coded: of the project, and of a package of one's own."""

import json

from hand_written import DIALOGUE, fill

from track2lib.impact.rubric import contributions, names, table_of, told_apart

SAID = {"author": "Mine", "statement": "It was so.", "about": "track II in general"}


def test_contributions_are_those_of_the_project():
    """The project asks about the five that its readings have coded."""
    assert len(contributions()) == 5
    assert contributions().loc["c-channel", "name"] == "Unofficial channel"


def test_a_package_asks_about_its_own(mine):
    """Its constructs count: those that are called contributions, if some are; else the project's."""
    assert contributions(mine).index.tolist() == contributions().index.tolist()
    fill(mine, "constructs", SAID | {"construct_id": "x", "kind": "function", "name": "A task"})
    assert contributions(mine)["name"].to_dict() == {"x": "A task"}
    fill(mine, "constructs", SAID | {"construct_id": "y", "kind": "contribution", "name": "Visas"})
    assert contributions(mine)["name"].to_dict() == {"y": "Visas"}


def test_a_key_of_both_is_the_package_s(mine):
    """What the package names is named so; what only the project has keeps its name."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "oslo", "name": "Another"})
    assert names("dialogue_id", mine)["oslo"] == "Another"
    assert names("dialogue_id", mine)["una-sipri"] == names("dialogue_id")["una-sipri"]


def test_a_table_that_a_package_has_not_is_empty(mine):
    """A package without counts has none, and not those of the project."""
    file = mine / "datapackage.json"
    package = json.loads(file.read_text("utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] != "counts"]
    file.write_text(json.dumps(package), "utf-8")
    assert table_of("counts", mine).empty
    assert len(table_of("counts", None)) > 0


def test_names_that_look_alike_are_told_apart():
    """Two keys of one name, or of one that a reader would take for it, have their keys behind."""
    told = told_apart({"a": "گفتگوی علی", "b": "گفتگوی علي", "c": "Rounds"})
    assert told == {"a": "گفتگوی علی (a)", "b": "گفتگوی علي (b)", "c": "Rounds"}
