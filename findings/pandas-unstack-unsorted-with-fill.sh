#!/usr/bin/env bash
# pandas: unstack(sort=False, fill_value=...) puts values under columns that they do not belong to.
#
# A count by case, part and code is spread into a table, a row for each part of a case and a column for each code, in
# the order in which they come (sort=False), with 0 for what does not occur (fill_value=0). With pandas 3.0.2, where
# rows of one case do not follow each other, counts stand under codes that nobody gave: below, (a, x) has a count for p,
# which only (b, z) was given. Nothing is raised or warned of, and every sum of a row is right. Without sort=False the
# table is right; pandas 3.1.1 is right either way. Python in a browser (Pyodide 314) comes with 3.0.2. An agreement
# between coders that is computed from such a table is wrong by a plausible number.
#
# Mended by sorting first and putting rows and columns into their order afterwards, with reindex.
#
# Seen with: pandas 3.0.2 (wrong) and 3.1.1 (right), Python 3.12, Linux.
# Output seen (which cells hold a count, for the rows b x q, a x r and b z p?):
#   3.0.2 unsorted, filled: a-x-p b-x-q b-z-r
#   3.0.2 sorted, filled: a-x-r b-x-q b-z-p
#   3.1.1 unsorted, filled: a-x-r b-x-q b-z-p
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cat > "$place/spread.py" <<'PYTHON'
import pandas as pd

told = pd.DataFrame([("b", "x", "q"), ("a", "x", "r"), ("b", "z", "p")], columns=["case", "part", "code"])


def cells(**options):
    counted = told.groupby([*told.columns], sort=False).size()
    table = counted.unstack(fill_value=0, **options)
    return " ".join(sorted("-".join([*row, code]) for row in table.index for code in table if table.loc[row, code]))


print(pd.__version__, "unsorted, filled:", cells(sort=False))
if pd.__version__ == "3.0.2":
    print(pd.__version__, "sorted, filled:", cells())
PYTHON
for version in 3.0.2 3.1.1; do
  python3 -m venv "$place/env-$version"
  "$place/env-$version/bin/pip" install --quiet --disable-pip-version-check "pandas==$version"
done
found=$(for version in 3.0.2 3.1.1; do "$place/env-$version/bin/python" "$place/spread.py"; done)
printf '%s\n' "$found"
[ "$found" = "3.0.2 unsorted, filled: a-x-p b-x-q b-z-r
3.0.2 sorted, filled: a-x-r b-x-q b-z-p
3.1.1 unsorted, filled: a-x-r b-x-q b-z-p" ]
