"""Descriptors of every shape that somebody may write, or a program, in a package of one table."""

import copy
import json

# One table with a reference to itself, which nothing is wrong with.
SOUND = {
    "name": "mine",
    "resources": [
        {
            "name": "talks",
            "path": "talks.csv",
            "schema": {
                "fields": [
                    {"name": "talk_id", "type": "string", "constraints": {"required": True}},
                    {"name": "after", "type": "string"},
                    {"name": "rounds", "type": "integer", "constraints": {"minimum": 0}},
                    {"name": "kind", "type": "string", "constraints": {"enum": ["open", "closed"]}},
                    {"name": "date", "type": "string", "edtf": True},
                    {"name": "source", "type": "string"},
                ],
                "primaryKey": ["talk_id"],
                "foreignKeys": [
                    {"fields": ["after"], "reference": {"resource": "", "fields": ["talk_id"]}}
                ],
            },
        }
    ],
}
ROWS = "talk_id,after,rounds,kind,date,source\nt1,,3,open,2002,Writer 2015\nt2,t1,,,2003-05,Writer 2015\n"
TABLE = ("resources", 0)
SCHEMA = (*TABLE, "schema")
FIELD = (*SCHEMA, "fields", 0)
KEYS = (*SCHEMA, "foreignKeys")
REFERENCE = (*KEYS, 0, "reference")
GONE = object()
# Where something is put, and what.
ODD_VALUES = [None, True, 0, 1.5, "", "word", [], ["word"], [None], [[]], {}, {"a": 1}, [{}]]
PLACES = [
    ("name",),
    ("title",),
    ("version",),
    ("created",),
    ("contributors",),
    ("licenses",),
    ("keywords",),
    ("calendar",),
    ("resources",),
    TABLE,
    (*TABLE, "name"),
    (*TABLE, "path"),
    (*TABLE, "title"),
    (*TABLE, "description"),
    (*TABLE, "encoding"),
    (*TABLE, "dialect"),
    (*TABLE, "beyond"),
    (*TABLE, "borne_by"),
    SCHEMA,
    (*SCHEMA, "fields"),
    FIELD,
    (*FIELD, "name"),
    (*FIELD, "type"),
    (*FIELD, "format"),
    (*FIELD, "unit"),
    (*FIELD, "edtf"),
    (*FIELD, "beyond"),
    (*FIELD, "description"),
    (*FIELD, "constraints"),
    (*FIELD, "constraints", "required"),
    (*SCHEMA, "fields", 3, "constraints", "enum"),
    (*SCHEMA, "fields", 2, "constraints", "minimum"),
    (*SCHEMA, "fields", 2, "constraints", "maximum"),
    (*SCHEMA, "primaryKey"),
    KEYS,
    (*KEYS, 0),
    (*KEYS, 0, "fields"),
    REFERENCE,
    (*REFERENCE, "resource"),
    (*REFERENCE, "fields"),
]
# What a person or another program would write: a name for the shape, and the steps.
WRITTEN = {
    "no resources": {("resources",): GONE},
    "no resource": {("resources",): []},
    "no schema": {SCHEMA: GONE},
    "schema in a file": {SCHEMA: "schema.json"},
    "schema at an address": {SCHEMA: "https://example.org/schema.json"},
    "no fields": {(*SCHEMA, "fields"): GONE},
    "fields by name": {(*SCHEMA, "fields"): {"talk_id": "string"}},
    "a field as a word": {FIELD: "talk_id"},
    "a field without a type": {(*FIELD, "type"): GONE},
    "a field without a name": {(*FIELD, "name"): GONE},
    "a field of any type": {(*FIELD, "type"): "any"},
    "a field of dates": {(*FIELD, "type"): "date"},
    "a field twice": {(*FIELD, "name"): "after"},
    "a key as a word": {(*SCHEMA, "primaryKey"): "talk_id"},
    "no key": {(*SCHEMA, "primaryKey"): GONE},
    "an empty key": {(*SCHEMA, "primaryKey"): []},
    "a key of another table": {(*SCHEMA, "primaryKey"): ["topic_id"]},
    "a key twice": {(*SCHEMA, "primaryKey"): ["talk_id", "talk_id"]},
    "no references": {KEYS: GONE},
    "references are null": {KEYS: None},
    "a reference as words": {
        (*KEYS, 0): {"fields": "after", "reference": {"resource": "", "fields": "talk_id"}}
    },
    "a reference to its own table": {(*REFERENCE, "resource"): GONE},
    "a reference without columns": {(*KEYS, 0, "fields"): GONE},
    "a reference to no columns": {(*REFERENCE, "fields"): []},
    "a reference to nothing": {REFERENCE: GONE},
    "a reference of two columns": {
        (*KEYS, 0): {
            "fields": ["after", "kind"],
            "reference": {"resource": "", "fields": ["talk_id", "kind"]},
        }
    },
    "a reference to another package": {(*REFERENCE, "package"): "https://example.org/p.json"},
    "another encoding": {(*TABLE, "encoding"): "windows-1252"},
    "UTF-8 in other letters": {(*TABLE, "encoding"): "UTF8"},
    "semicolons": {(*TABLE, "dialect"): {"delimiter": ";"}},
    "commas": {(*TABLE, "dialect"): {"delimiter": ",", "quoteChar": '"', "header": True}},
    "no heading": {(*TABLE, "dialect"): {"header": False}},
    "a dialect in a file": {(*TABLE, "dialect"): "dialect.json"},
    "several files": {(*TABLE, "path"): ["talks.csv", "more.csv"]},
    "data in place of a file": {(*TABLE, "path"): GONE, (*TABLE, "data"): [["talk_id"], ["t1"]]},
    "an address": {(*TABLE, "path"): "https://example.org/talks.csv"},
    "a file above": {(*TABLE, "path"): "../talks.csv"},
    "a file above, on the way": {(*TABLE, "path"): "tables/../../talks.csv"},
    "a whole path": {(*TABLE, "path"): "/etc/hostname"},
    "a drive": {(*TABLE, "path"): "C:talks.csv"},
    "a path of Windows": {(*TABLE, "path"): "tables\\talks.csv"},
    "a home": {(*TABLE, "path"): "~/talks.csv"},
    "a folder": {(*TABLE, "path"): "."},
    "the descriptor itself": {(*TABLE, "path"): "datapackage.json"},
    "a name above": {("name",): "../mine"},
    "a table with a name above": {(*TABLE, "name"): "../talks"},
    "a name of two dots": {("name",): ".."},
    "a version above": {("version",): "../1"},
    "limits as text": {(*SCHEMA, "fields", 2, "constraints", "minimum"): "0"},
    "no number": {(*SCHEMA, "fields", 2, "constraints", "maximum"): float("nan")},
    "beyond all numbers": {(*SCHEMA, "fields", 2, "constraints", "maximum"): float("inf")},
    "numbers to choose from": {(*SCHEMA, "fields", 2, "constraints", "enum"): [0, 3]},
    "lists to choose from": {(*SCHEMA, "fields", 3, "constraints", "enum"): ["a", ["b"]]},
    "a limit as a word": {(*FIELD, "constraints"): {"required": "yes"}},
    "a date as number": {(*SCHEMA, "fields", 2, "edtf"): True},
    "an expression": {(*FIELD, "constraints"): {"pattern": "("}},
    "a table that bears, and is not there": {(*TABLE, "borne_by"): "events"},
    "a column of ours": {(*FIELD, "name"): "cited"},
    "a calendar": {("calendar",): "gregorian"},
    "nobody": {("contributors",): None},
    "one person": {("contributors",): {"title": "Ann"}},
    "roles as a word": {("contributors",): [{"title": "Ann", "roles": "author"}]},
    "roles of numbers": {("contributors",): [{"title": "Ann", "roles": 3}]},
    "names of lists": {("contributors",): [{"title": ["Ann"]}]},
    "a licence without a name": {("licenses",): [{}]},
    "a licence of numbers": {("licenses",): [{"name": 4, "path": 5}]},
    "keywords of numbers": {("keywords",): [1, 2]},
    "a year as number": {("created",): 2026},
    "no day": {("created",): "soon"},
    "a version as number": {("version",): 1.5},
    "a title as list": {("title",): ["Talks"]},
    "another table twice": {("resources", 1): copy.deepcopy(SOUND["resources"][0])},
    "an empty table": {(*TABLE,): {}},
    "only names": {("resources",): ["talks.csv"]},
    "tables by name": {("resources",): {"talks": {"path": "talks.csv"}}},
    "evidence without its columns": {(*TABLE, "name"): "evidence"},
    "passages without its columns": {(*TABLE, "name"): "passages"},
    "sources without its columns": {(*TABLE, "name"): "sources"},
    "counts without its columns": {(*TABLE, "name"): "counts"},
    "eras without its columns": {(*TABLE, "name"): "eras"},
    "meetings without a day": {(*TABLE, "name"): "meetings", (*SCHEMA, "fields", 4, "edtf"): False},
    "rows that name no source": {(*SCHEMA, "fields", 5, "name"): "from"},
}
# What stands in the file where it is no descriptor at all.
TEXTS = {
    "nothing": b"",
    "spaces": b" \n",
    "words": b"talks",
    "a list": b"[]",
    "a number": b"3",
    "a text": b'"talks"',
    "null": b"null",
    "half": json.dumps(SOUND).encode()[:200],
    "twice": json.dumps(SOUND).encode() * 2,
    "single quotation marks": repr(SOUND).encode(),
    "a comma too many": json.dumps(SOUND).encode()[:-1] + b",}",
    "NaN": b'{"resources": NaN}',
    "a mark": b"\xef\xbb\xbf" + json.dumps(SOUND).encode(),
    "UTF-16": json.dumps(SOUND).encode("utf-16"),
    "Latin-1": json.dumps(SOUND | {"title": "Gespräch"}, ensure_ascii=False).encode("latin-1"),
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "a little deep": b'{"more":' + b"[" * 60 + b"]" * 60 + b"}",
    "deep inside": b'{"resources":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "a long number": b'{"resources": ' + b"9" * 10_000 + b"}",
    "a workbook": b"PK\x03\x04" + bytes(40),
    "zeros": bytes(100),
    "YAML": b"name: mine\nresources:\n  - name: talks\n",
    "a thousand tables": json.dumps({"resources": [{"name": "t"}] * 1000}).encode(),
}


def changed(steps):
    """Give the sound descriptor with something put in its places."""
    about = copy.deepcopy(SOUND)
    for place, value in steps.items():
        part = about
        for step in place[:-1]:
            part = part[step]
        last = place[-1]
        if value is GONE:
            del part[last]
        elif isinstance(part, list) and last == len(part):
            part.append(value)
        else:
            part[last] = value
    return about


def every_shape():
    """Give a name and the bytes of each descriptor."""
    yield from TEXTS.items()
    for name, steps in WRITTEN.items():
        yield name, json.dumps(changed(steps)).encode()
    for place in PLACES:
        for value in ODD_VALUES:
            called = f"{'.'.join(map(str, place))} is {json.dumps(value)}"
            yield called, json.dumps(changed({place: value})).encode()


def write(folder, content):
    """Write a package with this descriptor."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "datapackage.json").write_bytes(content)
    for name in ["talks", "word"]:
        (folder / f"{name}.csv").write_text(ROWS, encoding="utf-8")
    return folder
