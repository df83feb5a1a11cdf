#!/usr/bin/env bash
# pandas: a span of time that is open at one end is read as the first day of the other end.
#
# In pandas 3.1.1, `pandas.Timestamp("2005/..")` is 1 January 2005, and so is "2005/" (an end that is
# not known). "../2008", which is valid EDTF for "until 2008", is 1 January 2008: the last year of the
# span has become its first day, and its open beginning is gone. Nothing is raised, and nothing is
# warned of. A span with two years, "2002/2008", is refused, as are "2005?", "199X" and "[..2008]", so
# that a column of EDTF looks as if it were checked. `read_csv(parse_dates=...)` does the same with
# a column of nothing but open spans; it says only that no one format was found.
#
# Seen with: pandas 3.1.1, python-dateutil 2.9.0.post0, Python 3.11 and 3.12, Linux.
# Output seen:
#   2005/.. 2005-01-01 00:00:00, 0 warnings
#   2005/ 2005-01-01 00:00:00, 0 warnings
#   ../2008 2008-01-01 00:00:00, 0 warnings
#   2002/2008 refused
#   2005? refused
#   199X refused
#   [..2008] refused
#   read_csv: 2005-01-01 2008-01-01
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
    "pandas==3.1.1" "python-dateutil==2.9.0.post0"

cat > "$place/read.py" <<'PYTHON'
import io
import warnings

import pandas as pd

for text in ("2005/..", "2005/", "../2008", "2002/2008", "2005?", "199X", "[..2008]"):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            print(f"{text} {pd.Timestamp(text)}, {len(warned)} warnings")
        except ValueError:
            print(f"{text} refused")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    table = pd.read_csv(io.StringIO("when\n2005/..\n../2008\n"), parse_dates=["when"])
print("read_csv:", *table["when"].dt.strftime("%Y-%m-%d"))
PYTHON

"$place/env/bin/python" "$place/read.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
2005/.. 2005-01-01 00:00:00, 0 warnings
2005/ 2005-01-01 00:00:00, 0 warnings
../2008 2008-01-01 00:00:00, 0 warnings
2002/2008 refused
2005? refused
199X refused
[..2008] refused
read_csv: 2005-01-01 2008-01-01
SEEN
