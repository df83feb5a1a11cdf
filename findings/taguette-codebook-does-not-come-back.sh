#!/usr/bin/env bash
# Taguette: a codebook that it has written itself cannot be taken up again as it was.
#
# Taguette 1.5.2 exports the codebook of a project as REFI-QDA (.qdc) and as CSV, and can import one.
# The import takes CSV alone: the .qdc that it has written a moment ago is refused for want of a
# column "tag". Of its own CSV it guesses the encoding, though it always writes UTF-8: a tag with one
# letter beyond ASCII, as "café", comes back as "cafÃ©", and no error is shown; with more of such
# letters, as in a Persian tag, the guess is right. So a class whose teacher hands on a codebook has
# tags that look alike and are others. A mark of byte order before the heading helps.
# The files are written and read here by the functions behind the two pages of the server.
#
# Seen with: taguette 1.5.2, chardet 5.2.0, Python 3.12, Linux. Newer releases of setuptools have no
# pkg_resources, without which Taguette does not start.
# Output seen:
#   .qdc: No 'tag', 'name', or 'path' column
#   .csv: café -> cafÃ©
#   .csv: گفتگو -> گفتگو
#   .csv with a mark: café -> café
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
    "taguette==1.5.2" "chardet==5.2.0" "setuptools<81"

cat > "$place/import.py" <<'PYTHON'
import codecs
import io
from types import SimpleNamespace

from taguette import export, import_codebook


def written(path):
    """Give what the export has for a project with one tag, as .qdc and as .csv."""
    tag = SimpleNamespace(path=path, description="", highlights_count=0, documents_count=0)
    qdc, csv = io.BytesIO(), io.StringIO()
    export.codebook_xml([tag], qdc)
    export.codebook_csv([tag], csv)
    return qdc.getvalue(), csv.getvalue().encode()


def taken(content):
    """Give the tag that the import finds."""
    return import_codebook.list_tags(io.BytesIO(content))[0]["path"]


try:
    print(".qdc:", taken(written("café")[0]))
except import_codebook.InvalidCodebook as error:
    print(".qdc:", error.message)
for path in ("café", "گفتگو"):
    print(".csv:", path, "->", taken(written(path)[1]))
print(".csv with a mark:", "café", "->", taken(codecs.BOM_UTF8 + written("café")[1]))
PYTHON

PYTHONIOENCODING=utf-8 "$place/env/bin/python" -W ignore "$place/import.py" 2>/dev/null | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
.qdc: No 'tag', 'name', or 'path' column
.csv: café -> cafÃ©
.csv: گفتگو -> گفتگو
.csv with a mark: café -> café
SEEN
