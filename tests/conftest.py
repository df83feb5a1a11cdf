"""Packages on disk that a test may break."""

import shutil
from pathlib import Path

import pytest
from hand_written import founding

# What these helpers assert is shown as in a test.
pytest.register_assert_rewrite("commands", "damage")


@pytest.fixture(scope="session")
def founding_package(tmp_path_factory):
    """Write once what the two founding documents bear, as a package of its own."""
    return founding(tmp_path_factory.mktemp("founding"))


@pytest.fixture
def copy(founding_package, tmp_path):
    """Copy the founding data to where a test may change them."""
    return Path(shutil.copytree(founding_package, tmp_path / "data"))
