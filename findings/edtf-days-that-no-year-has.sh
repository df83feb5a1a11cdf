#!/usr/bin/env bash
# edtf for Python: 29 February of some year of a decade begins on 29 February 1990, which never was.
#
# In edtf 5.0.2, the bounds of a date with digits that are not stated are the text with 0 and with 9 in
# their place, whatever the calendar has. `parse_edtf("199X-02-29")`, 29 February of some year of the
# 1990s, can only have been in 1992 or 1996; its strict bounds are 29 February 1990 and 29 February
# 1999, days that Python's own `date` refuses. "199X-02", a February of these years, ends on a day
# that there is.
#
# Seen with: edtf 5.0.2, Python 3.11 and 3.12, Linux.
# Output seen:
#   199X-02-29: 1990-02-29 to 1999-02-29, which are no days
#   199X-02: 1990-02-01 to 1999-02-28
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "edtf==5.0.2"

cat > "$place/read.py" <<'PYTHON'
import datetime

from edtf import parse_edtf


def is_day(year, month, day):
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


for text in ("199X-02-29", "199X-02"):
    date = parse_edtf(text)
    ends = [tuple(end[:3]) for end in (date.lower_strict(), date.upper_strict())]
    first, last = ("{:04}-{:02}-{:02}".format(*end) for end in ends)
    print(f"{text}: {first} to {last}" + ", which are no days" * (not any(is_day(*e) for e in ends)))
PYTHON

"$place/env/bin/python" "$place/read.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
199X-02-29: 1990-02-29 to 1999-02-29, which are no days
199X-02: 1990-02-01 to 1999-02-28
SEEN
