"""For every test, lesson and doctest: a reader who has not begun, on a machine without settings."""

import os
import tempfile
from pathlib import Path

pytest_plugins = ["running_lessons", "scheduling"]

# Folders of a user, whose contents could change what a lesson shows.
FOLDERS = ["IPYTHONDIR", "JUPYTER_CONFIG_DIR", "TRACK2_FOLDER"]


def pytest_configure(config):
    """Set what the kernels of the lessons inherit, however pytest was called."""
    place = tempfile.TemporaryDirectory(prefix="track2-")
    config.add_cleanup(place.cleanup)
    os.environ |= {name: str(Path(place.name, name.lower())) for name in FOLDERS}
    os.environ |= {"TZ": "UTC", "PYTHONHASHSEED": "0"}
    # A chart that is taken from the stored lesson would be compared with itself.
    os.environ["TRACK2_COMPILE"] = "always"
