#!/usr/bin/env bash
# haven: it drops the last letter of a long text in a .sav file, if the text has one of some lengths.
#
# haven 2.5.1 (R) reads a text of 758 bytes as 757, one of 1,013 as 1,012, and so on: where it is the
# longest text of the file, and a long one (beyond 255 bytes SPSS cuts a text into pieces), one byte
# is missing at the end for certain lengths, and there is no warning. The longer the texts, the more
# such lengths: three up to 1,299 bytes, then 2,017, 2,025, 2,033 and others. pyreadstat
# 1.3.7 gives all of them whole. A blank written behind each long text costs nothing, since all
# programs leave it out, and it is then what is dropped.
#
# Seen with: haven 2.5.1, R 4.2.2 (Debian 12), pyreadstat 1.3.7, pandas 3.1.1.
# Output seen:
#   lengths that haven shortens: 758 1013 1268
#   lengths that pyreadstat shortens: none
#   with a blank behind, lengths that haven shortens: none
# Exit status: 0 if it is still so, 1 if not, 77 if there is no R with haven.
set -euo pipefail

Rscript -e 'library(haven)' > /dev/null 2>&1 || { echo "R has no haven (Debian: r-cran-haven)"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check "pyreadstat==1.3.7" "pandas==3.1.1"

cat > "$place/write.py" <<'PYTHON'
import pandas
import pyreadstat

short = []
for size in range(250, 1300):
    for end in ("", "-blank"):
        text = "x" * (size - 1) + "z" + (" " if end else "")
        pyreadstat.write_sav(pandas.DataFrame({"text": [text]}), f"{size}{end}.sav")
    if len(pyreadstat.read_sav(f"{size}.sav")[0]["text"][0]) != size:
        short.append(size)
print("lengths that pyreadstat shortens:", *(short or ["none"]))
PYTHON
cat > "$place/read.R" <<'R'
short <- function(end) {
  found <- Filter(function(size) nchar(haven::read_sav(paste0(size, end, ".sav"))$text) != size, 250:1299)
  if (length(found)) paste(found, collapse = " ") else "none"
}
cat("lengths that haven shortens:", short(""), "\n", sep = " ")
cat("with a blank behind, lengths that haven shortens:", short("-blank"), "\n", sep = " ")
R

cd "$place"
env/bin/python write.py > python.txt
Rscript read.R > r.txt
{ head -1 r.txt; cat python.txt; tail -1 r.txt; } | sed 's/ *$//' | tee seen
diff seen - <<'SEEN'
lengths that haven shortens: 758 1013 1268
lengths that pyreadstat shortens: none
with a blank behind, lengths that haven shortens: none
SEEN
