"""What was highlighted in Taguette, as codings."""

import pandas as pd
import pytest
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib import impact

HEAD = "id,document,tag,content"
# In the form that Taguette 1.5.2 exports: lines end as on Windows, a highlight has a row a tag.
ALL = [
    HEAD,
    "2,oslo,interesting,Nobody outside was told.",
    '1,oslo,c-channel.independently documented,"A memoir, of a minister."',
    "3,oslo,c-channel.independently documented,The officials met again.",
    "3,oslo,c-relationships.asserted by an interested party,The officials met again.",
    "4,una-sipri.txt,c-forum.asserted by an interested party,The organizers call it one.",
    '6,dartmouth,c-forum.denied,"«نه»',
    'was heard"',
]


def write(path, *rows):
    path.write_bytes("".join(f"{row}\r\n" for row in rows).encode())
    return path


def told(path, **given):
    """Give what is wrong with an export."""
    with pytest.raises(t2.DataError) as caught:
        impact.from_taguette(path, "ana", **given)
    return caught.value


def test_highlights_are_codings(tmp_path):
    """Document, tag and content are case, decision and reason; what names no decision is told."""
    with pytest.warns(UserWarning, match="name no contribution and code: interesting"):
        found = impact.from_taguette(write(tmp_path / "all_tags.csv", *ALL), " ana ")
    assert found.columns.tolist() == impact.load_codings().columns.tolist()
    assert found.dtypes.tolist() == impact.load_codings().dtypes.tolist()
    assert found.set_index(["dialogue_id", "construct_id"])["reason"].to_dict() == {
        ("oslo", "c-channel"): "A memoir, of a minister. / The officials met again.",
        ("oslo", "c-relationships"): "The officials met again.",
        ("una-sipri", "c-forum"): "The organizers call it one.",
        ("dartmouth", "c-forum"): "«نه» was heard",
    }
    assert found["coder"].unique().tolist() == ["ana"]


def test_a_highlight_may_be_of_no_words(tmp_path):
    """A picture that was highlighted has no text: the decision stands, without a reason."""
    found = impact.from_taguette(write(tmp_path / "a.csv", HEAD, "1,oslo,c-forum.denied,"), "ana")
    assert found["reason"].isna().tolist() == [True]


def test_the_export_of_a_group_counts_once(tmp_path):
    """A highlight with two tags of the group stands there four times, and is one reason for each."""
    rows = [ALL[3], ALL[4], ALL[3], ALL[4]]
    found = impact.from_taguette(write(tmp_path / "group.csv", HEAD, *rows), "ana")
    assert found["reason"].tolist() == ["The officials met again."] * 2


def test_a_class_is_put_together(tmp_path):
    """The exports of two coders, one below the other, are what agreement compares."""
    files = [
        write(
            tmp_path / f"{coder}.csv", HEAD, f"1,oslo,c-forum.{code},x", "2,oslo,c-channel.denied,y"
        )
        for coder, code in (("ana", "denied"), ("ben", "nothing found"))
    ]
    both = pd.concat([impact.from_taguette(file, file.stem) for file in files])
    assert impact.agreement(both, resamples=10).loc[0, "agreement"] == 0.5


BAD = {
    "two codes": (
        ["1,oslo,c-forum.denied,x", "2,oslo.txt,c-forum.nothing found,y"],
        "row 3, column tag: oslo / c-forum has 2 codes: 'denied' (row 2) and 'nothing found' (row 3)",
    ),
    "no case": (
        ["1,olso.docx,c-forum.denied,x"],
        "document 'olso.docx' is no case. Did you mean 'oslo'",
    ),
    "no part": (
        ["1,oslo,c-form.denied,x"],
        "no contribution before its code. Did you mean 'c-forum'",
    ),
    "no part at all": (["1,oslo,denied,x"], "names no contribution before its code"),
    "capitals": (
        ["1,oslo,C-Forum.Denied,x"],
        "no contribution before its code. Did you mean 'c-forum'",
    ),
    "capitals of a case": (
        ["1,OSLO.docx,c-forum.denied,x"],
        "document 'OSLO.docx' is no case. Did you mean 'oslo'",
    ),
    "no code": (
        ["1,oslo,c-forum.Denied,x"],
        "no code behind its contribution. Did you mean 'denied'",
    ),
    "twice the same": (["1,x,c-forum.denied,x", "2,x,c-channel.denied,x"], "'x' is no case"),
    "a codebook": (None, "Columns missing: id"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_export_at_fault_is_told(name, tmp_path):
    """Each kind gets one error with the row and what would be right."""
    rows, message = BAD[name]
    lines = ["tag,description", "x,y"] if rows is None else [HEAD, *rows]
    error = told(write(tmp_path / "all_tags.csv", *lines))
    assert len(error.problems) == 1
    assert message in str(error)
    assert "validate()" not in str(error)


def test_tags_of_ones_own_are_passed_over(tmp_path):
    """A group of tags beside the rubric is no fault, and is named; a highlight without one is none."""
    rows = [HEAD, "1,elsewhere,people.host,x", "2,elsewhere,,x", "3,elsewhere,c-forum,x"]
    with pytest.warns(UserWarning, match=r"people\.host, c-forum\.$"):
        assert impact.from_taguette(write(tmp_path / "all_tags.csv", *rows), "ana").empty


def test_own_cases_may_have_a_point_in_their_key(mine, tmp_path):
    """A document is first looked for by its whole name, and only then without its ending."""
    fill(
        mine,
        "dialogues",
        DIALOGUE | {"dialogue_id": "track.2"},
        DIALOGUE | {"dialogue_id": "track"},
    )
    rows = [
        f"{n},{name},c-forum.denied,x"
        for n, name in enumerate(["track.2", "track.txt", "track.2.txt"])
    ]
    found = impact.from_taguette(write(tmp_path / "a.csv", HEAD, *rows), "ana", data=mine)
    assert found["dialogue_id"].tolist() == ["track.2", "track"]
    assert found.attrs == {"data": str(mine)}


def test_who_coded_and_where_is_needed(tmp_path):
    """The export has no coder; without one, and without a file, nothing is read."""
    with pytest.raises(ValueError, match="coder is empty"):
        impact.from_taguette(write(tmp_path / "a.csv", *ALL), " ")
    with pytest.raises(FileNotFoundError, match=r"none\.csv is not there"):
        impact.from_taguette(tmp_path / "none.csv", "ana")
