"""A package of one table whose columns, words and cells other programs trip over."""

import csv
import json

LONG = "پیوند" * 30  # 300 bytes, which SPSS cuts in a label
FIELDS = [
    {"name": "talk_id", "type": "string", "description": "Short name."},
    {"name": "case", "type": "string", "constraints": {"enum": ["north", "south"]}},
    {"name": "CASE", "type": "integer", "description": "A name that differs in capitals alone."},
    {"name": "with", "type": "boolean", "description": "Whether others took part."},
    {"name": "گفت‌وگو", "type": "string", "description": "واژه " * 60},
    {"name": "a name that is longer than thirty-two letters (first)", "type": "number"},
    {"name": "a name that is longer than thirty-two letters (second)", "type": "number"},
    {"name": "held", "type": "string", "edtf": True, "description": "When."},
    {"name": "words", "type": "string", "constraints": {"enum": [LONG + "الف", LONG + "ب"]}},
    {"name": "number", "type": "integer", "description": "A large one."},
    {"name": "nothing", "type": "string", "description": "Always empty."},
    {"name": "text", "type": "string", "description": "Long and short."},
    {"name": "source", "type": "string", "constraints": {"required": True}},
]
TEXTS = ["د" * 2000, "x" * 40_000, '  two\nlines, "quoted", and ;', ""]
ROWS = [
    ["t1", "south", "3", "true", "یک", "1.5", "", "0628-01-02", LONG + "ب", str(2**53 + 1), ""],
    ["t2", "north", "", "FALSE", "", "", "2", "1959/2199-12-31", LONG + "الف", "", ""],
    ["t3", "", "-7", "", "NA", "0", "-0.25", "1582-10-15", "", "0", ""],
    ["t4", "north", "0", "1", "سه", "", "", "", "", "1", ""],
]


def odd_package(folder, **about):
    """Write the package; what is said besides goes into its descriptor."""
    folder.mkdir()
    with (folder / "talks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field["name"] for field in FIELDS])
        writer.writerows([*row, text, "A, p. 1"] for row, text in zip(ROWS, TEXTS, strict=True))
    schema = {"fields": FIELDS, "primaryKey": ["talk_id"]}
    table = {"name": "talks", "path": "talks.csv", "title": "Talks", "schema": schema}
    text = json.dumps({"resources": [table], **about}, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return folder
