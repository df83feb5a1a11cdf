#!/usr/bin/env bash
# Frictionless: checking one table changes what Python's csv module reads elsewhere in the process.
#
# The csv module takes cells of at most 131,072 letters and raises an error for a longer one. In
# frictionless 5.21.0 the first table that is checked, here two rows in memory and no file at all,
# loads its parser, which lifts that limit for the whole process when it is imported. Importing
# frictionless alone does not. So whether other code may read a file depends on what was checked
# before: a long cell is refused or taken, and a quotation mark that is left open at the top of a
# long file, which was an error, makes one cell of all the rows below it without a word.
#
# Seen with: frictionless 5.21.0, Python 3.12, Linux.
# Output seen:
#   imported: long cell refused, open mark refused
#   two rows checked: long cell taken, open mark gives 2 rows of 20002
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "frictionless==5.21.0"

cat > "$place/read.py" <<'PYTHON'
import csv
import io

import frictionless

LONG = 'id,text\n1,' + "word " * 40_000 + "\n"
OPEN = 'id,text\n1,"left open\n' + "2,of a row below\n" * 20_000


def read(text):
    try:
        return len(list(csv.reader(io.StringIO(text))))
    except csv.Error:
        return None


def said():
    long, rows = read(LONG), read(OPEN)
    last = "refused" if rows is None else f"gives {rows} rows of {OPEN.count(chr(10))}"
    return f"long cell {'refused' if long is None else 'taken'}, open mark {last}"


print(f"imported: {said()}")
assert frictionless.Resource(data=[["id"], ["1"]]).validate().valid
print(f"two rows checked: {said()}")
PYTHON

"$place/env/bin/python" "$place/read.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
imported: long cell refused, open mark refused
two rows checked: long cell taken, open mark gives 2 rows of 20002
SEEN
