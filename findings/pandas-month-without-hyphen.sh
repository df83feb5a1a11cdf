#!/usr/bin/env bash
# pandas: "200205", May 2002 without its hyphen, is 20 February 2005.
#
# In pandas 3.1.1, eight digits are read with the year first: "20020501" is 1 May 2002. Six digits are
# cut into pairs, and the first pair is a day if it is more than 12: `pandas.Timestamp("200205")` is
# 20 February 2005, and "200213" is 20 February 2013, without a warning. The months of 1999 and of
# 2000 are refused (there is no month 99 and none 00), so that a column of months fails or passes by
# its years. In an index of days, `rows.loc["200205"]` is so another day than the month that
# `rows.loc["2002-05"]` is, and `date_range("200205", "200207")` has 731 days. python-dateutil, on
# which pandas rests here, reads alike; open there as dateutil/dateutil, issue 251.
#
# Seen with: pandas 3.1.1, python-dateutil 2.9.0.post0, Python 3.11 and 3.12, Linux.
# Output seen:
#   20020501: 2002-05-01
#   200205: 2005-02-20
#   200213: 2013-02-20
#   refused: 199912 200001 200012
#   loc: 2002-05 has 2 rows, 200205 has 1 of another year
#   date_range: 731 days
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
    "pandas==3.1.1" "python-dateutil==2.9.0.post0"

cat > "$place/read.py" <<'PYTHON'
import warnings

import pandas as pd

warnings.simplefilter("error")


def refused(text):
    try:
        pd.Timestamp(text)
    except ValueError:
        return True
    return False


print(f"20020501: {pd.Timestamp('20020501'):%Y-%m-%d}")
print(f"200205: {pd.Timestamp('200205'):%Y-%m-%d}")
print(f"200213: {pd.Timestamp('200213'):%Y-%m-%d}")
print("refused:", *filter(refused, ["199912", "200001", "200012", "200205"]))
days = pd.to_datetime(["2002-05-03", "2002-05-07", "2005-02-20"])
rows = pd.Series(range(3), index=days)
one = pd.Series(rows.loc["200205"])
print(f"loc: 2002-05 has {len(rows.loc['2002-05'])} rows, 200205 has {len(one)} of another year")
print(f"date_range: {len(pd.date_range('200205', '200207'))} days")
PYTHON

"$place/env/bin/python" "$place/read.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
20020501: 2002-05-01
200205: 2005-02-20
200213: 2013-02-20
refused: 199912 200001 200012
loc: 2002-05 has 2 rows, 200205 has 1 of another year
date_range: 731 days
SEEN
