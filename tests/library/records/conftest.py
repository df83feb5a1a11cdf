"""A package in which sources may differ."""

import pytest
from hand_written import fill, small
from several_sources import SOURCES, TABLES, bear


@pytest.fixture
def package(tmp_path):
    """Make a package with four sources and nothing that they say."""
    folder = small(tmp_path, *TABLES, "dialogues", "meetings", "counts")
    for key, (date, founding, primary) in SOURCES.items():
        about = {"authors": key, "short_name": key, "date": date, "title": key, "kind": "book"}
        read = {"language": "en", "extent_read": "whole", "standpoint": "None."}
        marks = {"founding": founding, "primary": primary}
        fill(folder, "sources", {"source_id": key} | about | read | marks)
        fill(folder, "passages", {"passage_id": f"{key}-1", "source_id": key, "section": "Text"})
        bear(folder, "sources", key, key)
    return folder
