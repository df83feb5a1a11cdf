"""The rubric as other programs take it."""

import csv
import re
from xml.etree import ElementTree as ET

import pytest
from hand_written import fill

from track2lib import impact
from track2lib.impact.rubric import CODES, contributions

SPACE = "{urn:QDA-XML:codebook:1.0}"
GUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
VISAS = {
    "construct_id": "c-visas",
    "author": "Mine",
    "kind": "contribution",
    "name": 'Visas & "stamps"',
    "statement": "Visas & 2 < 3.\n«می\u200cآیند»",
    "about": "track II in general",
}


def codes_of(path):
    """Give every code of a codebook as an element, heads and what is below them."""
    (codes,) = ET.parse(path).getroot()
    assert codes.tag == f"{SPACE}Codes"
    return list(codes.iter(f"{SPACE}Code"))


def test_every_contribution_is_a_head_of_its_codes(tmp_path):
    """Five heads, which nothing is coded by, with five codes each; all with what they mean."""
    codes = codes_of(impact.rubric_codebook(tmp_path / "rubric.qdc"))
    heads = [code for code in codes if code.get("isCodable") == "false"]
    assert [head.get("name") for head in heads] == contributions()["name"].tolist()
    assert len(codes) == len(heads) * (1 + len(CODES))
    for head in heads:
        description, *below = head
        assert description.tag == f"{SPACE}Description"
        assert [code.get("name").rpartition(".")[2] for code in below] == [*CODES]
        assert [code[0].text for code in below] == [*CODES.values()]


def test_no_two_codes_are_one(tmp_path):
    """Names and GUIDs stand once: QualCoder takes codes of one name for one."""
    codes = codes_of(impact.rubric_codebook(tmp_path / "rubric.qdc"))
    for what in ("name", "guid"):
        assert len({code.get(what) for code in codes}) == len(codes)
    assert all(GUID.fullmatch(code.get("guid")) for code in codes)


def test_a_guid_hangs_on_the_name_alone(tmp_path):
    """The same code has the same GUID in every file, and the one that Taguette gives a tag."""
    path = impact.rubric_codebook(tmp_path / "rubric.qdc")
    guids = {code.get("name"): code.get("guid") for code in codes_of(path)}
    # As Taguette 1.5.2 has exported it.
    assert guids["c-channel.denied"] == "DB383134-84E1-5B2D-9614-DA03D2A1D2E8"
    first = path.read_bytes()
    assert impact.rubric_codebook(path).read_bytes() == first


def test_a_rubric_of_ones_own(mine, tmp_path):
    """Contributions of a package are in, whatever their texts hold; two of one name have keys."""
    fill(mine, "constructs", VISAS, VISAS | {"construct_id": "c-v2"})
    codes = codes_of(impact.rubric_codebook(tmp_path / "own.qdc", data=mine))
    heads = [code for code in codes if code.get("isCodable") == "false"]
    assert [head.get("name") for head in heads] == [
        'Visas & "stamps" (c-visas)',
        'Visas & "stamps" (c-v2)',
    ]
    assert heads[0][0].text == "Visas & 2 < 3. «می\u200cآیند»"


def test_taguette_reads_its_tags_by_a_mark(tmp_path):
    """A tag and its description in a row; with a mark, without which Taguette guesses the letters."""
    path = impact.rubric_codebook(tmp_path / "rubric.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbftag,description\r\n")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 25
    assert all(len(row["tag"]) <= 200 for row in rows)
    assert rows[0]["tag"] == "c-forum.denied"
    assert rows[0]["description"].startswith("Informal forum: ")


def test_what_is_written_can_be_read_back(tmp_path):
    """A highlight with each tag of the codebook is a decision."""
    with impact.rubric_codebook(tmp_path / "rubric.csv").open(encoding="utf-8-sig") as file:
        tags = [row["tag"] for row in csv.DictReader(file)][::6]
    rows = ["id,document,tag,content", *(f"{n},oslo,{tag},x" for n, tag in enumerate(tags))]
    (tmp_path / "all.csv").write_text("\n".join(rows), "utf-8")
    assert len(impact.from_taguette(tmp_path / "all.csv", "ana")) == 5


def test_another_ending_is_told(tmp_path):
    """The ending says which program it is for."""
    with pytest.raises(ValueError, match=r"'rubric.xlsx': end it in .qdc for REFI-QDA, or in .csv"):
        impact.rubric_codebook(tmp_path / "rubric.xlsx")
