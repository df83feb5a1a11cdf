"""The controls of the coding form."""

import ipywidgets
import pandas as pd
import pytest

from track2lib.widgets.coding_controls import CodingControls


@pytest.fixture
def controls():
    """Make the controls for two cases and two contributions of one name."""
    parts = pd.DataFrame(
        {"name": ["Visas", "Visas"], "statement": ["They came.", "<i>They</i> stayed."]},
        index=["v1", "v2"],
    )
    return CodingControls("me", {"d1": "Rounds", "d2": "Talks"}, parts, "Did it?")


def every(box):
    """Give all widgets in a box."""
    for child in getattr(box, "children", ()):
        yield child
        yield from every(child)


def test_nothing_is_without_words(controls):
    """Each control has a label of its own, and none shows "null" where a mouse rests."""
    takes = (ipywidgets.Text, ipywidgets.Textarea, ipywidgets.Dropdown, ipywidgets.FileUpload)
    found = [one for one in every(controls.box) if isinstance(one, takes)]
    assert len(found) == 3 + 4
    assert len({one.description for one in found}) == len(found)
    assert all(one.tooltip is not None for one in found)


def test_a_long_reason_is_seen_whole(controls):
    """Reasons have a field of several lines."""
    assert all(isinstance(one, ipywidgets.Textarea) for one in controls.reasons.values())


def test_the_form_is_watched(controls):
    """The controls stand in the part that is closed when the kernel is gone."""
    inner, _ = controls.box.children
    assert "t2-controls" in inner._dom_classes
    assert {"t2-form", "t2-live"} <= set(controls.box._dom_classes)


def test_a_change_is_heard_with_its_part(controls):
    """Of a control for a contribution it is heard which one it is."""
    heard = []
    controls.watch({"case": heard.append, "codes": lambda part, change: heard.append(part)})
    controls.codes["v2"].value = "denied"
    controls.case.value = "d2"
    assert heard[0] == "v2"
    assert heard[1]["new"] == "d2"


def test_words_of_a_package_are_text(controls):
    """Markup in a statement is shown as text."""
    html = " ".join(one.value for one in every(controls.box) if isinstance(one, ipywidgets.HTML))
    assert "<i>" not in html
