"""A lesson of ten questions, one table and three passages, in place of the real ones."""

from pathlib import Path

import pandas as pd

FILE = """
[[question]]
id = "q7-1"
kind = "choice"
minutes = 1
prompt = "Which *one*?"
options = [
  { value = "a", text = "The first", why = "It is too early." },
  { value = "b", text = "The second", right = true },
  { value = "c", text = "The third", why = "It is too late." },
]
hints = ["Not at the edge.", "In the middle.", "Between `a` and `c`."]
solution = "It stands in the middle."
passages = ["p1"]

[[question]]
id = "q7-2"
kind = "set"
minutes = 2
prompt = "Which are fruits?"
options = [
  { value = "apple", text = "An apple", right = true },
  { value = "sour-cherry", text = "A sour cherry", right = true },
  { value = "leek", text = "A leek", why = "It is a vegetable." },
]
hints = ["They are sweet.", "They grow on trees."]
solution = "Both grow on trees."
passages = ["p1"]

[[question]]
id = "q7-3"
kind = "number"
minutes = 1
prompt = "How many meetings?"
answer = 14
options = [{ value = 15, why = "One was only planned." }]
otherwise = "Count again."
hints = ["Count."]
solution = "The text says so."
passages = ["p1", "p2"]

[[question]]
id = "q7-4"
kind = "table"
minutes = 3
prompt = "Keep the Iranian ones."
table = "organizations"
query = "side == 'Iranian'"
key = "org_id"
options = [{ value = "sipri", why = "a partner from Sweden." }]
hints = ["Filter.", "Compare the sides."]
solution = "A condition in brackets."
passages = ["p1"]

[[question]]
id = "q7-5"
kind = "reflect"
minutes = 5
prompt = "What is missing?"
hints = ["Who is silent?"]
solution = "The participants are."
passages = ["p1"]

[[question]]
id = "q7-6"
kind = "table"
minutes = 3
prompt = "Keep two columns of the Iranian ones."
table = "organizations"
query = "side == 'Iranian'"
key = "org_id, side"
columns = ["org_id", "side"]
hints = ["Choose.", "Two columns."]
solution = '''
Like this:

```
organizations[["org_id", "side"]]
```
'''
passages = ["p1"]

[[question]]
id = "q7-7"
kind = "number"
minutes = 1
prompt = "How many are Iranian?"
table = "organizations"
query = "side == 'Iranian'"
otherwise = "Count again."
hints = ["Count."]
solution = "The rows are counted."
passages = ["p1"]

[[question]]
id = "q7-8"
kind = "guess"
minutes = 1
prompt = "What will the chart show?"
options = [
  { value = "a", text = "Much", right = true },
  { value = "b", text = "Little" },
]
hints = ["Look."]
solution = "It shows much."
passages = ["p1"]

[[question]]
id = "q7-9"
kind = "guess"
minutes = 1
prompt = "How many will it show?"
table = "organizations"
query = "side == 'Iranian'"
hints = ["Look."]
solution = "It counts rows."
passages = ["p1"]

[[question]]
id = "q7-10"
kind = "set"
minutes = 1
prompt = "Which are fruits?"
options = [
  { value = "a", text = "A leek", why = "A vegetable." },
  { value = "b", text = "An apple", right = true },
  { value = "c", text = "A pear", right = true },
]
otherwise = "Think of what grows on trees."
hints = ["They are sweet.", "They grow on trees."]
solution = "Both grow on trees."
passages = ["p1", "p2", "p3"]
"""
ORGANIZATIONS = pd.DataFrame(
    {
        "org_id": ["ipis", "csr", "ucla", "sipri"],
        "side": ["Iranian", "Iranian", "American", "partner"],
        "year": [1983, 1989, 1919, 1966],
    }
)
IRANIAN = ORGANIZATIONS.query("side == 'Iranian'")
PASSAGES = pd.DataFrame(
    {
        "passage_id": ["p1", "p2", "p3"],
        "gist": ["Fruits are sweet.", "There were meetings.", "Trees are tall."],
    }
)
SMALL = {f"q7-{number}" for number in range(1, 11)}


# What other sources add: two rows, of which one meets the condition, and the side of a third.
EVERY = pd.concat(
    [
        ORGANIZATIONS.assign(side=["Iranian", "Iranian", "American", "Iranian"]),
        pd.DataFrame({"org_id": ["club", "fund"], "side": ["Iranian", "American"], "year": 2001}),
    ],
    ignore_index=True,
)


def small_table(name: str, *, scope: str = "all") -> pd.DataFrame:
    assert name != "passages" or scope == "all"
    organizations = ORGANIZATIONS if scope == "founding" else EVERY
    return {"organizations": organizations, "passages": PASSAGES}[name].copy()


def small_locator(passage_id: str) -> str:
    first = "Author 2010, Overview, para. 2"
    return {"p1": first, "p2": "Author 2010, para. 9", "p3": first}[passage_id]


def saved(folder: Path) -> str:
    path = folder / "progress.csv"
    return path.read_text(encoding="utf-8") if path.exists() else ""
