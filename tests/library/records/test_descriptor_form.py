"""A description in the one form that is read."""

from track2lib.records.descriptor_form import as_written, is_number, objects


def test_a_word_stands_for_a_list_of_one():
    """As the standard allows for keys and references; and no table named is the own one."""
    key = {"fields": "after", "reference": {"fields": "talk_id"}}
    schema = {"primaryKey": "talk_id", "foreignKeys": [key]}
    (table,) = as_written({"resources": [{"schema": schema}]})["resources"]
    assert table["schema"]["primaryKey"] == ["talk_id"]
    (found,) = table["schema"]["foreignKeys"]
    assert found == {"fields": ["after"], "reference": {"resource": "", "fields": ["talk_id"]}}


def test_numbers_are_written_as_texts_where_texts_are_read():
    """A version, a year, and the words that a column may hold."""
    field = {"name": "rounds", "constraints": {"enum": [1, "two"], "minimum": 1}}
    about = {"version": 1.5, "created": 2026, "resources": [{"schema": {"fields": [field]}}]}
    found = as_written(about)
    assert (found["version"], found["created"]) == ("1.5", "2026")
    limits = found["resources"][0]["schema"]["fields"][0]["constraints"]
    assert limits == {"enum": ["1", "two"], "minimum": 1}


def test_what_is_null_is_not_there():
    """And what is given stays as it was."""
    about = {"title": None, "resources": [{"name": None, "schema": None}, "talks", None]}
    before = repr(about)
    assert as_written(about) == {"resources": [{}, "talks", None]}
    assert repr(about) == before


def test_true_is_no_number():
    """Though Python counts it as one."""
    assert [is_number(one) for one in (1, 0.5, True, "1")] == [True, True, False, False]
    assert (objects([{}, 1]), objects("x")) == ([{}], [])
