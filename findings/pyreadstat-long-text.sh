#!/usr/bin/env bash
# pyreadstat: a text of 32,768 bytes is written to .sav as a column, and PSPP reads it as 131 columns.
#
# A text of SPSS ends at 32,767 bytes. `pyreadstat.write_sav` (1.3.7) writes a longer one without a
# word, and `read_sav` gives it back whole, so that a test of both sees nothing. PSPP 1.6.2 finds the
# length invalid and takes the pieces of 255 bytes, in which long texts are stored, for columns of
# their own. In Persian or Russian the limit is reached at half as many letters. One byte less, and
# it is one column.
# Whoever writes such files has to measure the bytes himself.
#
# Seen with: pyreadstat 1.3.7, pandas 3.1.1, PSPP 1.6.2 (Debian 12). SPSS itself was not asked.
# Output seen:
#   32767 bytes: pyreadstat reads 1 column of 32767, PSPP 1 column(s)
#   32768 bytes: pyreadstat reads 1 column of 32768, PSPP 131 column(s)
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

pyreadstat.write_sav(pandas.DataFrame({"text": ["x" * int(sys.argv[1])]}), "table.sav")
frame = pyreadstat.read_sav("table.sav")[0]
print(len(frame.columns), "column of", len(frame["text"][0]))
PYTHON
cat > "$place/read.sps" <<'PSPP'
GET FILE='table.sav'.
SAVE TRANSLATE /OUTFILE='table.csv' /TYPE=CSV /FIELDNAMES /REPLACE.
PSPP

cd "$place"
for size in 32767 32768; do
    read_back=$(env/bin/python write.py "$size")
    pspp read.sps > /dev/null 2>&1 || true
    columns=$(head -1 table.csv | tr ',' '\n' | wc -l)
    echo "$size bytes: pyreadstat reads $read_back, PSPP $columns column(s)"
done | tee seen
diff seen - <<'SEEN'
32767 bytes: pyreadstat reads 1 column of 32767, PSPP 1 column(s)
32768 bytes: pyreadstat reads 1 column of 32768, PSPP 131 column(s)
SEEN
