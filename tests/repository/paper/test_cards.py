"""Cards and papers of the workshop: two pages a role, nothing confidential on the public one."""

import pytest
from commands import ROOT
from paper.cards import desk_cards, paper_of, role_cards, stop_cards
from paper.printing import printed
from printed_pages import Printed, squeezed

WORKSHOP = ROOT / "docs" / "workshop"
ROLES = sorted((WORKSHOP / "roles").glob("*.md"))
ROLE = "# The cook\n\n## For everybody\n\nYou cook.\n\n## For you alone\n\nYou hate soup.\n\n"


def write(folder, text):
    """Write a file, and give the folder it is in."""
    (folder / "01-cook.md").write_text(text, "utf-8")
    return folder


def test_every_role_has_two_pages():
    """A public page of the role, then its confidential one, inside the marks where one cuts."""
    cards = Printed(printed(role_cards(WORKSHOP / "roles"), {}))
    assert len(cards) == 2 * len(ROLES) > 0
    for place, file in enumerate(ROLES):
        title = squeezed(file.read_text("utf-8").partition("\n")[0].removeprefix("# "))
        assert title in cards.words[2 * place]
        assert "Foryoualone" not in cards.words[2 * place]
        assert "Foryoualone" in cards.words[2 * place + 1]
    for text in cards.texts:
        left, bottom, right, top = text.box
        assert text.size >= 8.5
        assert left > (595 - 420) / 2
        assert right < (595 + 420) / 2
        assert bottom > (842 - 596) / 2
        assert top < (842 + 596) / 2
    assert cards.is_tagged


def test_secret_stays_on_its_page(tmp_path):
    """What stands below the heading of the player alone is on no other page."""
    text = ROLE + "## Where this comes from\n\nA kitchen.\n"
    cards = Printed(printed(role_cards(write(tmp_path, text)), {}))
    assert ["hatesoup" in cards.words[page] for page in range(2)] == [False, True]


def test_role_without_a_part_is_refused(tmp_path):
    """The message names the file and the part."""
    with pytest.raises(ValueError, match=r"01-cook\.md lacks the part Where this comes from"):
        role_cards(write(tmp_path, ROLE))
    with pytest.raises(ValueError, match=r"01-cook\.md does not begin with its title"):
        role_cards(write(tmp_path, "The cook"))


def test_each_desk_is_a_card_of_its_own():
    """Who sits at home knows nothing of the others: three desks in each of two capitals."""
    cards = Printed(printed(desk_cards(WORKSHOP / "home.md"), {}))
    assert len(cards) == 6
    assert all(cards.words[page].count("Athome,in") == 1 for page in range(6))


def test_stop_cards_show_a_hand_and_hardly_a_word():
    """Eight hands on two pages, each told to those who do not see it; two stop the third party."""
    cards = Printed(printed(stop_cards(), {}))
    assert len(cards) == 2
    assert [alt for kind, alt in cards.tags if kind == "Figure"] == ["A raised hand"] * 8
    assert cards.words == ["", "thirdparty" * 2]
    assert cards.is_tagged


@pytest.mark.parametrize("file", sorted(WORKSHOP.glob("*.md")), ids=lambda file: file.stem)
def test_every_paper_of_the_workshop_is_printed(file):
    """Tagged, in letters of 8 points or more, and nothing beyond the page."""
    paper = Printed(printed(paper_of(file), {}))
    assert paper.is_tagged
    for text in paper.texts:
        left, bottom, right, top = text.box
        assert text.size >= 8
        assert 0 <= left <= right <= 595.3
        assert 0 <= bottom <= top <= 841.9


def test_sheets_to_write_on_and_rules_to_sign_have_their_own_page():
    """Observers take theirs from the pack, and the rules lie on the table."""
    sheets = Printed(printed(paper_of(WORKSHOP / "observers.md"), {}))
    first = [sheets.words[page].startswith("Paper:") for page in range(len(sheets))]
    assert first.count(True) == 2
    assert first[-2:] == [True, True]
    rules = Printed(printed(paper_of(WORKSHOP / "ground-rules.md"), {}))
    assert "Signature" in rules.words[0]
    assert "Whytheserules" not in rules.words[0]
