#!/usr/bin/env bash
# myst-nb: the words one sets for "show this cell" are seen and never heard.
#
# A cell with the tag hide-output (or hide-input, hide-cell) becomes a line that opens. What it says can be set, for a
# whole site or for a cell (code_prompt_show, code_prompt_hide), so that a reader learns what is behind it. With
# version 1.4.0 the line also has a fixed aria-label, in English, and a label comes before the text in it: a screen
# reader says "Toggle hidden content" for every such cell of a page, in every language, whatever was set. Somebody who
# speaks to the machine ("click show the answer") does not reach it either, for the visible words are no part of its
# name (WCAG 2.2, 2.5.3 Label in Name). axe-core 4.12.1 as it comes does not say so; its rule for it is experimental.
#
# Mended by taking the label off when a page is finished.
#
# Seen with: myst-nb 1.4.0, Sphinx 9.1.1, Python 3.12, Linux.
# Output seen, for a cell whose prompts are "Show the answer" and "Hide the answer":
#   seen:  Show the answer / Hide the answer
#   heard: Toggle hidden content
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "myst-nb==1.4.0" "sphinx==9.1.1"

mkdir "$place/source"
cat > "$place/source/index.ipynb" <<'JSON'
{"cells": [
  {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title"},
  {"cell_type": "code", "id": "b", "execution_count": 1, "source": "6 * 7",
   "metadata": {"tags": ["hide-output"],
                "mystnb": {"code_prompt_show": "Show the answer", "code_prompt_hide": "Hide the answer"}},
   "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "42"}}]}],
 "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
 "nbformat": 4, "nbformat_minor": 5}
JSON
printf 'extensions = ["myst_nb"]\nnb_execution_mode = "off"\n' > "$place/source/conf.py"
"$place/env/bin/python" -m sphinx -q "$place/source" "$place/site"

cat > "$place/read.py" <<'PYTHON'
import re
import sys

page = open(f"{sys.argv[1]}/site/index.html").read()
(attributes, inner) = re.search(r"<summary([^>]*)>(.*?)</summary>", page, re.DOTALL).groups()
words = re.findall(r">([^<>]*\S[^<>]*)<", f">{inner}<")
print("seen: ", " / ".join(word.strip() for word in words))
print("heard:", *re.findall(r'aria-label="([^"]*)"', attributes))
PYTHON

found=$("$place/env/bin/python" "$place/read.py" "$place")
printf '%s\n' "$found"
[ "$found" = "seen:  Show the answer / Hide the answer
heard: Toggle hidden content" ]
