#!/usr/bin/env bash
# pyreadstat: it refuses a column ALL and writes a column all, which is the same word to SPSS.
#
# In SPSS a name is the same in small and capital letters, and a dozen words are no names: ALL, AND,
# BY, WITH and so on. `pyreadstat.write_sav` (1.3.7) looks for these words in capitals only, and takes
# "case" and "CASE" for two columns. Both files are read back by pyreadstat as they were written.
# PSPP 1.6.2 gives the columns names of its own, such as VAR001, so that a script written for the
# file finds no column by that name.
#
# Seen with: pyreadstat 1.3.7, pandas 3.1.1, PSPP 1.6.2 (Debian 12). SPSS itself was not asked.
# Output seen:
#   ALL: ReadstatError
#   all: written; PSPP reads VAR001
#   with: written; PSPP reads VAR001
#   case CASE: written; PSPP reads case V1
# Exit status: 0 if it is still so, 1 if not, 77 if there is no PSPP.
set -euo pipefail

command -v pspp > /dev/null || { echo "PSPP is not installed (Debian: pspp)"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "pyreadstat==1.3.7" "pandas==3.1.1"

cat > "$place/write.py" <<'PYTHON'
import sys
import pandas
import pyreadstat

names = sys.argv[1:]
try:
    pyreadstat.write_sav(pandas.DataFrame([[1.0] * len(names)], columns=names), "table.sav")
except Exception as error:
    print(type(error).__name__)
else:
    assert list(pyreadstat.read_sav("table.sav")[0]) == names
    print("written")
PYTHON
cat > "$place/read.sps" <<'PSPP'
GET FILE='table.sav'.
SAVE TRANSLATE /OUTFILE='table.csv' /TYPE=CSV /FIELDNAMES /REPLACE.
PSPP

cd "$place"
for names in "ALL" "all" "with" "case CASE"; do
    # shellcheck disable=SC2086
    told=$(env/bin/python write.py $names)
    if [ "$told" = written ]; then
        pspp read.sps > /dev/null 2>&1 || true
        told="written; PSPP reads $(head -1 table.csv | tr ',' ' ')"
    fi
    echo "$names: $told"
done | tee seen
diff seen - <<'SEEN'
ALL: ReadstatError
all: written; PSPP reads VAR001
with: written; PSPP reads VAR001
case CASE: written; PSPP reads case V1
SEEN
