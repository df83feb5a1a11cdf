#!/usr/bin/env bash
# datacite: its schema lists eight forms of a date, and the validator takes any text for one.
#
# The schema of DataCite 4.5 in the package datacite (1.4.1) says that a date has one of the forms
# year, yearmonth, date, datetime, or a range of two. Its validator is made without a checker of
# formats, and jsonschema would know only one of the eight by name. So "not a date", the month 13 and
# every form of EDTF pass, and `validate` says True; a publication year with a letter is refused.
# Whoever writes such a record has to check its dates himself.
#
# Seen with: datacite 1.4.1, jsonschema 4.24.1, Python 3.11.
# Output seen:
#   2026-11-23: True
#   2002/2008: True
#   2002-13: True
#   1998/..: True
#   not a date: True
#   year 2026: True
#   year 202x: False
#   with a checker of formats, not a date: True
# Exit status: 0 if it is still so, 1 if not.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "datacite==1.4.1" "jsonschema==4.24.1"

cat > "$place/ask.py" <<'PYTHON'
import jsonschema
from datacite import schema45


def record(date="2026", year="2026"):
    return {
        "creators": [{"name": "A"}],
        "titles": [{"title": "T"}],
        "publisher": {"name": "P"},
        "publicationYear": year,
        "types": {"resourceTypeGeneral": "Dataset"},
        "dates": [{"date": date, "dateType": "Created"}],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }


for date in ("2026-11-23", "2002/2008", "2002-13", "1998/..", "not a date"):
    print(f"{date}: {schema45.validate(record(date))}")
for year in ("2026", "202x"):
    print(f"year {year}: {schema45.validate(record(year=year))}")
kind = type(schema45.validator)
checked = kind(schema45.validator.schema, format_checker=jsonschema.FormatChecker())
print(f"with a checker of formats, not a date: {checked.is_valid(record('not a date'))}")
PYTHON

"$place/env/bin/python" "$place/ask.py" | tee "$place/seen"
diff "$place/seen" - <<'SEEN'
2026-11-23: True
2002/2008: True
2002-13: True
1998/..: True
not a date: True
year 2026: True
year 202x: False
with a checker of formats, not a date: True
SEEN
