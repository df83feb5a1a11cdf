"""Settings of Sphinx for the site; `python -m website` lays out the sources and calls it."""

import os
import tomllib
from pathlib import Path
from typing import Any

from website.finishing import corrected

ROOT = Path(__file__).parents[2]
about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

project = "Track II Notebooks"
author = "Track II Notebooks contributors"
version = release = about["version"]
language = "en"
extensions = ["myst_nb", "sphinx.ext.autosummary", "numpydoc"]
html_extra_path = [os.environ["TRACK2_SITE_EXTRA"]]
# Neither a date nor the number of a build: the same sources are the same site.
html_last_updated_fmt = None
html_copy_source = False
show_warning_types = True

nb_execution_mode = "off"
myst_heading_anchors = 3
# A test goes after each link of the finished site, those within a page and into pages of the data, too.
suppress_warnings = ["myst.xref_missing", "myst.header"]

autosummary_generate = True
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False

templates_path = ["templates"]
html_theme = "pydata_sphinx_theme"
html_title = project
html_static_path = ["static", os.environ["TRACK2_SITE_STATIC"]]
html_favicon = "static/icon.svg"
html_context = {"default_mode": "auto"}
html_css_files = ["charts.css", "site.css"]
html_js_files = [(name, {"defer": "defer"}) for name in ("sideways.js", "charts.js", "printing.js")]
html_theme_options = {
    "navbar_align": "left",
    "show_toc_level": 2,
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "show_prev_next": True,
    "navigation_with_keys": False,
    "search_as_you_type": False,
    "back_to_top_button": False,  # it lies on the words
}
html_show_sphinx = False
copyright = "Track II Notebooks contributors: code BSD-3-Clause, data and text CC BY 4.0"


def setup(app: Any) -> None:
    """Finish each page; Sphinx calls this."""
    app.connect("html-page-context", corrected)
