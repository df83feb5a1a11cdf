#!/usr/bin/env bash
# nbconvert: slides fetch the program for diagrams from outside, with or without one, whatever is set.
#
# In nbconvert 7.17.2 the addresses of require.js, jQuery, MathJax and reveal.js can be set, so that
# slides need no network. `mermaid_js_url` stands beside them and looks the same, but is no
# setting: given on the command line it is passed over with a warning. A page asks for it only where
# it has a diagram; slides import it in their head in any case, and a browser without a network
# tells of it in its console only. What mends it is a template of one's own.
#
# Seen with: nbconvert 7.17.2, nbformat 5.11.1, Python 3.12, Linux.
# Output seen (of a notebook with one line of text):
#   reveal.js: slides.test
#   Mermaid: cdnjs.cloudflare.com
#   warned: yes
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
    "nbconvert==7.17.2" "nbformat==5.11.1"

cd "$place"
export JUPYTER_CONFIG_DIR="$place/config" JUPYTER_DATA_DIR="$place/data"
env/bin/python -c "
import nbformat
cell = nbformat.v4.new_markdown_cell('A line.', id='a')
nbformat.write(nbformat.v4.new_notebook(cells=[cell]), 'talk.ipynb')"
env/bin/jupyter-nbconvert --to slides talk.ipynb \
    --SlidesExporter.reveal_url_prefix=https://slides.test/reveal \
    --SlidesExporter.mermaid_js_url=https://slides.test/mermaid.mjs 2> said

found=$(
    echo "reveal.js: $(grep -o 'https://[^/]*/[^"]*reveal.css' talk.slides.html | cut -d/ -f3)"
    echo "Mermaid: $(grep -o "import mermaid from 'https://[^/]*" talk.slides.html | cut -d/ -f3)"
    echo "warned: $(grep -q mermaid_js_url said && echo yes || echo no)"
)
echo "$found"
[ "$found" = "reveal.js: slides.test
Mermaid: cdnjs.cloudflare.com
warned: yes" ]
