#!/usr/bin/env bash
# pydata-sphinx-theme: every page waits for the index of the whole search, with the search box as it always was.
#
# The theme can search while somebody types (search_as_you_type), which is off by default. With version 0.24.0 each
# page loads what that needs all the same, in its head and before any word is shown: searchtools.js,
# language_data.js and searchindex.js, by scripts that are neither deferred nor asynchronous. The index holds the
# words of the whole site: here 37 pages of a course with their data made it 650 kB, more than half of what a page
# weighed. Nothing on the page uses it; a search leads to search.html, which loads it itself. Sphinx took
# language_data.js off its pages years ago (sphinx issue 8419), and a site that is built without the option does not
# expect its pages to grow with each other.
#
# Left out by a layout.html of one's own that extends the theme's and says what else stands in the block `extrahead`.
#
# Seen with: pydata-sphinx-theme 0.24.0, Sphinx 9.1.1, Python 3.12, Linux.
# Output seen, for a page that is not the search:
#   option off: searchtools.js, language_data.js, searchindex.js in the head, none deferred
#   search box of the page: goes to search.html
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
  "pydata-sphinx-theme==0.24.0" "sphinx==9.1.1"

mkdir "$place/source"
printf 'Title\n=====\n\nWords.\n' > "$place/source/index.rst"
printf 'html_theme = "pydata_sphinx_theme"\nhtml_theme_options = {"search_as_you_type": False}\n' > "$place/source/conf.py"
"$place/env/bin/python" -m sphinx -q "$place/source" "$place/site"

cat > "$place/read.py" <<'PYTHON'
import re
import sys

page = open(f"{sys.argv[1]}/site/index.html").read()
head = page.partition("</head>")[0]
wanted = ("searchtools.js", "language_data.js", "searchindex.js")
tags = [tag for tag in re.findall(r"<script[^>]*>", head) if any(name in tag for name in wanted)]
names = [next(name for name in wanted if name in tag) for tag in tags]
waits = "none deferred" if not any("defer" in tag or "async" in tag for tag in tags) else "deferred"
print(f"option off: {', '.join(names)} in the head, {waits}")
goals = set(re.findall(r'action="([^"]*)"', page))
print(f"search box of the page: goes to {', '.join(sorted(goals))}")
PYTHON

found=$("$place/env/bin/python" "$place/read.py" "$place")
printf '%s\n' "$found"
[ "$found" = "option off: searchtools.js, language_data.js, searchindex.js in the head, none deferred
search box of the page: goes to search.html" ]
