"""The feedback on exercises, and the files that it is written in."""

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from track2lib.lessons import question as questions
from track2lib.lessons.exercises import check, hint, solution
from track2lib.lessons.feedback import STATUS, Feedback, quote
from track2lib.lessons.grading import FormError, grade
from track2lib.lessons.question import Question, find, lessons

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
otherwise = "not on the list."
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
otherwise = "another side."
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
otherwise = "another side."
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
otherwise = "not on the list."
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
REAL = [asked for questions_ in lessons().values() for asked in questions_]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "notes"))
    return tmp_path / "notes"


@pytest.fixture(autouse=True)
def _forget_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("track2lib.lessons.exercises"), "_hints_given", Counter())


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a lesson of ten questions, one table and three passages in place of the real ones."""
    where = tmp_path / "questions"
    where.mkdir()
    (where / "07.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(questions, "FOLDER", where)
    monkeypatch.setattr(import_module("track2lib.records.loading"), "load", _load)
    monkeypatch.setattr(import_module("track2lib.sources.passages"), "locator", _locator)
    return where


def _load(name: str, *, scope: str = "all") -> pd.DataFrame:
    assert (name, scope) in {("organizations", "founding"), ("passages", "all")}
    return {"organizations": ORGANIZATIONS, "passages": PASSAGES}[name].copy()


def _locator(passage_id: str) -> str:
    first = "Author 2010, Overview, para. 2"
    return {"p1": first, "p2": "Author 2010, para. 9", "p3": first}[passage_id]


def saved(folder: Path) -> str:
    path = folder / "progress.csv"
    return path.read_text(encoding="utf-8") if path.exists() else ""


# Before an answer


@pytest.mark.parametrize("nothing", [..., "", " ... ", "…", [...], {...}, []])
@pytest.mark.parametrize("question", sorted(SMALL))
@pytest.mark.usefixtures("small")
def test_no_answer_yet(folder: Path, question: str, nothing: Any) -> None:
    """Without an answer the question and the form are shown, and nothing is recorded."""
    said = check(question, nothing)
    assert said.status == "waiting"
    assert find(question).prompt in said.body
    assert f't2.check("{question}", ...)' in said.body
    assert repr(check(question)) == repr(said)
    assert not folder.exists()


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.id)
def test_stored_lessons_hold_no_key(asked: Question) -> None:
    """What a lesson stores for a question is neither its solution, nor a hint, nor a reason."""
    said = check(asked.id, ...).body
    for secret in [asked.solution, asked.otherwise, *asked.hints, *(o.why for o in asked.options)]:
        assert not secret or secret not in said


# Each kind of question


@pytest.mark.parametrize("answer", ["b", "B", " b ", "(b)", "B.", "the second"])
@pytest.mark.usefixtures("small")
def test_choice_right(answer: str) -> None:
    """A letter counts in any dress, and so does the text of the option."""
    said = check("q7-1", answer)
    assert said.status == "right"
    assert "It stands in the middle." in said.body
    assert "It rests on: Author 2010, Overview, para. 2" in said.body


@pytest.mark.usefixtures("small")
def test_choice_wrong() -> None:
    """A wrong choice gets its own reason, where to read again, and no key."""
    said = check("q7-1", "C")
    assert said.status == "not yet"
    assert "`c`: It is too late." in said.body
    assert "Read again: Fruits are sweet (Author 2010, Overview, para. 2)" in said.body
    assert 't2.hint("q7-1")' in said.body
    assert "second" not in said.body
    assert "middle" not in said.body


@pytest.mark.parametrize(
    "answer",
    [
        ["apple", "sour-cherry"],
        {"Apple", "Sour Cherry"},
        ("sour_cherry", "APPLE", "apple"),
        "apple, sour cherry,",
        pd.Series(["apple", "sour-cherry"]),
        ["An apple", "A sour cherry"],
    ],
)
@pytest.mark.usefixtures("small")
def test_set_right(answer: Any) -> None:
    """Words count in any order, collection and spelling, and by the names they are shown with."""
    assert check("q7-2", answer).status == "right"


@pytest.mark.usefixtures("small")
def test_set_partly() -> None:
    """Feedback counts what is right and missing and gives reasons, and names nothing missing."""
    said = check("q7-2", ["apple", "leek", "a brick"])
    assert said.status == "partly"
    assert "Right so far: 1 of 3." in said.body
    assert "- `leek`: It is a vegetable." in said.body
    assert "- `a brick`: not on the list." in said.body
    assert "Still missing: 1." in said.body
    assert "cherry" not in said.body
    assert check("q7-2", ["leek"]).status == "not yet"


@pytest.mark.parametrize(
    "answer", ["bc", "b c", "c, b", "B and C", "(b), (c)", "bcb", ["b", "c"], ["(b)", "C"]]
)
@pytest.mark.usefixtures("small")
def test_letters_in_any_row(answer: Any) -> None:
    """Where options are letters, these count with and without signs between them."""
    assert check("q7-10", answer).status == "right"


@pytest.mark.usefixtures("small")
def test_letters_are_not_guessed_at() -> None:
    """A word that holds another letter stays a word and is told so."""
    assert "- `bad`: not on the list." in check("q7-10", "b, bad").body
    assert "All 2 are there, and 1 too many." in check("q7-10", "abc").body
    assert 'a list of letters, like `["a", "d"]`' in check("q7-10").body


@pytest.mark.usefixtures("small")
def test_answers_without_their_list(folder: Path) -> None:
    """Who hands in several answers is told of the list, and nothing is recorded."""
    said = check("q7-10", "b", "c")
    assert said.status == "form"
    assert "Several answers go into one list: `['b', 'c']`." in said.body
    assert "This question takes one answer, and you gave 3." in check("q7-1", "a", "b", "c").body
    assert not folder.exists()


@pytest.mark.usefixtures("small")
def test_each_place_is_told_once() -> None:
    """Each place in the sources stands once, with the gist of all its passages."""
    said = check("q7-10", "a").body
    assert "- Fruits are sweet. Trees are tall (Author 2010, Overview, para. 2)" in said
    assert "- There were meetings (Author 2010, para. 9)" in said
    rests_on = "It rests on: Author 2010, Overview, para. 2; Author 2010, para. 9"
    assert rests_on in check("q7-10", "bc").body.splitlines()
    assert rests_on in solution("q7-10").body.splitlines()


@pytest.mark.parametrize(
    ("question", "answer"), [("q7-8", "a"), ("q7-8", "B"), ("q7-9", 2), ("q7-9", 7)]
)
@pytest.mark.usefixtures("small")
def test_guess(folder: Path, question: str, answer: Any) -> None:
    """A guess is noted whatever it is, gets no reason before the reader looks, and is done."""
    said = check(question, answer)
    assert said.status == "noted"
    assert f"You guess `{answer}`. Now look below and see." in said.body
    assert f't2.solution("{question}")' in said.body
    for secret in ["It shows", "It counts", "Right", "right", "rests on", "Read again"]:
        assert secret not in said.body
    assert saved(folder) == f"question,attempts,solved\n{question},1,True\n"


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        ("q7-3", 14, "right"),
        ("q7-3", 14.0, "right"),
        ("q7-3", "14", "right"),
        ("q7-3", pd.Series([14])[0], "right"),
        ("q7-3", 14.5, "not yet"),
        ("q7-7", 2, "right"),
        ("q7-7", 3, "not yet"),
    ],
)
@pytest.mark.usefixtures("small")
def test_number(question: str, answer: Any, status: str) -> None:
    """A number may be typed in any way, and its key may be counted from the data."""
    assert check(question, answer).status == status


@pytest.mark.usefixtures("small")
def test_number_wrong() -> None:
    """A wrong number that was foreseen gets its own reason; no feedback prints the key."""
    assert "`15`: One was only planned." in check("q7-3", 15).body
    assert "`16`: Count again." in check("q7-3", 16).body
    assert "14" not in check("q7-3", 15).body + check("q7-3", 16).body


@pytest.mark.parametrize(
    "answer",
    [
        IRANIAN,
        IRANIAN.iloc[::-1],
        IRANIAN["org_id"],
        IRANIAN.set_index("org_id"),
        IRANIAN.set_index("org_id")["year"],
        IRANIAN.groupby("org_id").size(),
    ],
)
@pytest.mark.usefixtures("small")
def test_table_right(answer: Any) -> None:
    """A table is right by its rows, whatever their order and wherever the key stands."""
    assert check("q7-4", answer).status == "right"


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (
            ORGANIZATIONS,
            "partly",
            ["All 2 are there, and 2 too many.", "`ucla`: another side.", "from Sweden"],
        ),
        (IRANIAN.head(1), "partly", ["Right so far: 1 of 1.", "Still missing: 1."]),
        (pd.concat([IRANIAN, IRANIAN]), "partly", ["more often than they should be: 2"]),
        (
            IRANIAN.head(0),
            "not yet",
            [
                "No row meets your condition. ",
                'values in the column: `organizations["side"].unique()`.',
            ],
        ),
        (ORGANIZATIONS.tail(1), "not yet", ["`sipri`: a partner from Sweden."]),
    ],
)
@pytest.mark.usefixtures("small")
def test_table_off(answer: pd.DataFrame, status: str, said: list[str]) -> None:
    """Feedback says which rows are too many and how many are missing."""
    feedback = check("q7-4", answer)
    assert feedback.status == status
    assert all(text in feedback.body for text in said)
    assert "Read again" not in feedback.body  # the passages would name the rows
    assert not {"ipis", "csr"} & set(re.findall(r"\w+", feedback.body))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"query": "side.isna()"}, "An empty cell holds no word: ask with `.isna()`."),
        ({"empty": "Look at `side`."}, "Look at `side`."),
        ({"called": "ours"}, '`ours["side"].unique()`'),
        ({"query": "side == 'year' or year > 1"}, 'organizations["side"].unique()` and `org'),
        ({"query": ""}, "Your table has no rows."),
    ],
)
@pytest.mark.usefixtures("small")
def test_table_without_rows(change: dict[str, str], said: str) -> None:
    """Who found nothing is told where the slip may be, in the words of the lesson."""
    asked = replace(find("q7-4"), **change)
    status, body = grade(asked, IRANIAN.head(0))
    assert status == "not yet"
    assert said in body


@pytest.mark.usefixtures("small")
def test_table_without_its_key() -> None:
    """A table that lacks the key is told the column and where to start."""
    said = check("q7-6", IRANIAN[["year"]])
    assert said.status == "form"
    assert "has no column `org_id` and no column `side`. Did you start from `organ" in said.body
    other = replace(find("q7-4"), called="ours")
    with pytest.raises(FormError, match="Did you start from `ours`"):
        grade(other, IRANIAN[["side"]])


@pytest.mark.usefixtures("small")
def test_table_columns() -> None:
    """Where columns are asked for, those too many are named and those missing are counted."""
    assert check("q7-6", IRANIAN[["org_id", "side"]]).status == "right"
    said = check("q7-6", IRANIAN)
    assert said.status == "partly"
    assert "Columns too many: `year`." in said.body
    assert "`org_id` and `side`" in check("q7-6", IRANIAN[["org_id"]]).body


@pytest.mark.usefixtures("small")
def test_table_follows_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key of a table is computed from the data, not written down."""
    more = pd.concat([ORGANIZATIONS, IRANIAN.assign(org_id=["new", "newer"])])
    now = {"organizations": more, "passages": PASSAGES}
    monkeypatch.setattr(
        import_module("track2lib.records.loading"), "load", lambda name, **_: now[name]
    )
    assert "Still missing: 2." in check("q7-4", IRANIAN).body
    assert check("q7-7", 4).status == "right"


@pytest.mark.usefixtures("small")
def test_reflect(folder: Path) -> None:
    """A free answer is never wrong; what to compare it with is shown, and it counts as done."""
    said = check("q7-5", "Silence")
    assert said.status == "noted"
    assert "The participants are." in said.body
    assert saved(folder) == "question,attempts,solved\nq7-5,1,True\n"


UNREADABLE = {
    "q7-1": [1, "e", "?", ["b"], None, len, b"b"],
    "q7-2": [1, None, {"apple": 1}, IRANIAN, [["apple"]], [None], iter("ab"), len],
    "q7-3": ["many", None, [14], True, float("nan"), "inf", 10**5000, pd.NA, IRANIAN, len, 3j],
    "q7-4": [
        "ipis",
        2,
        ["ipis", "csr"],
        IRANIAN["year"],
        IRANIAN[["side"]],
        ORGANIZATIONS["side"] == "Iranian",
        IRANIAN.groupby("side"),
        pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")])),
    ],
    "q7-5": [1, None, "?!", ["a sentence"]],
    "q7-8": ["c", 1, ["a"], None],
    "q7-9": ["many", None, True],
}


@pytest.mark.parametrize(
    ("question", "place"),
    [(question, place) for question, all_ in UNREADABLE.items() for place in range(len(all_))],
)
@pytest.mark.usefixtures("small")
def test_wrong_form(folder: Path, question: str, place: int) -> None:
    """An answer of the wrong type is told the form that is wanted, and is not an attempt."""
    said = check(question, UNREADABLE[question][place])
    assert said.status == "form"
    assert "The answer here is " in said.body
    assert not folder.exists()


# Hints, solutions, names


@pytest.mark.usefixtures("small")
def test_hints_in_steps(folder: Path) -> None:
    """Each call gives the next hint with its number, the last one stays, nothing is recorded."""
    told = [hint("q7-1") for _ in range(4)]
    assert [said.title for said in told[:3]] == [f"→ Hint {step} of 3: q7-1" for step in (1, 2, 3)]
    assert told[0].body == "Not at the edge."
    assert told[3] == told[2]
    assert 't2.solution("q7-1")' in told[2].body
    assert hint("q7-3").detail == "1 of 1"
    assert not folder.exists()


@pytest.mark.usefixtures("small")
def test_a_reflection_is_compared() -> None:
    """The last hint of a reflection promises no answer."""
    said = hint("q7-5").body
    assert 'To compare: `t2.solution("q7-5")`.' in said
    assert "answer" not in said


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("q7-1", "The answer: `b` The second"),
        ("q7-2", "The answer: `apple` An apple, `sour-cherry` A sour cherry"),
        ("q7-3", "The answer: `14`"),
        ("q7-4", 't2.load("organizations", scope="founding").query("side == \'Iranian\'")'),
        ("q7-5", "The participants are."),
        ("q7-6", 'organizations[["org_id", "side"]]'),
        ("q7-7", "The answer: `2`"),
        ("q7-8", "The answer: `a` Much"),
        ("q7-9", "The answer: `2`"),
    ],
)
@pytest.mark.usefixtures("small")
def test_solution(folder: Path, question: str, key: str) -> None:
    """A solution gives the answer and its reason, and is not an attempt."""
    said = solution(question)
    assert key in said.body
    assert find(question).solution.strip() in said.body
    assert not folder.exists()


@pytest.mark.parametrize("function", [check, hint, solution])
@pytest.mark.usefixtures("small")
def test_unknown_question(function: Any) -> None:
    """An unknown name gets the nearest one and those of its lesson."""
    message = "no question 'q7-99'. Did you mean 'q7-9'. Lesson 07 has q7-1, q7-2, .*, q7-10"
    with pytest.raises(LookupError, match=message):
        function("q7-99")
    with pytest.raises(LookupError, match="There is no question 3"):
        function(3)


@pytest.mark.usefixtures("small")
def test_name_in_any_dress() -> None:
    """Case and spaces in the name of a question do not matter."""
    assert hint(" Q7-1 ").about == "q7-1"


@pytest.mark.usefixtures("small")
def test_nothing_saved_still_answers(folder: Path) -> None:
    """With a broken notes folder the feedback appears, with a sentence that it is not saved."""
    folder.write_text("a file where the folder should be")
    said = check("q7-1", "b")
    assert said.status == "right"
    assert "could not be saved" in said.body


# How it looks


def test_text_fits_the_page() -> None:
    """Plain text is at most 88 wide, keeps lists and code, and starts with a sign in words."""
    body = "word " * 40 + "\n\n- " + "item " * 30 + "\n- two\n\n```\ncode  kept\n\n  as is\n```\n"
    text = repr(Feedback("not yet", "q1-1", body))
    assert text.startswith("✗ Not yet: q1-1\n\nword")
    assert max(map(len, text.splitlines())) <= 88
    assert "\n- two\n" in text
    assert "    code  kept\n\n      as is" in text


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "`</code><img src=x onerror=alert(1)>`", "[a](javascript:b)"],
)
@pytest.mark.usefixtures("small")
def test_html_is_escaped(evil: str) -> None:
    """What a reader types never becomes markup, and neither does HTML in a question."""
    for said in (check("q7-2", [evil]), Feedback("hint", "q7-1", evil)):
        html = said._repr_html_()
        assert not re.search(r"<(script|img|a)\b", html)
        assert re.sub(r"</?(div|p|strong|ul|li|code)\b[^<>]*>", "", html).count("<") == 0


def test_html_is_plain() -> None:
    """HTML has emphasis, code and lists, and only attributes that JupyterLab lets through."""
    html = Feedback(
        "right", "q1-1", "*so* `x_y` a_b_c\n\n- one\n- two\n\n```\nlong\n```"
    )._repr_html_()
    for part in (
        "<strong>✓ Right: q1-1</strong>",
        "<em>so</em> <code>x_y</code> a_b_c",
        "<li>two</li>",
    ):
        assert part in html
    assert set(re.findall(r" ([\w-]+)=", html)) == {"style"}


@pytest.mark.parametrize("colour", sorted({colour for _, _, colour in STATUS.values()}))
@pytest.mark.parametrize("page", ["#ffffff", "#111111"])
def test_contrast(colour: str, page: str) -> None:
    """The coloured rule stands out from light and dark pages by 3:1 or more."""

    def luminance(code: str) -> float:
        parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    light, dark = sorted((luminance(colour), luminance(page)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_quote() -> None:
    """A quotation is one short piece of code, whatever the reader typed."""
    assert quote("a`b\nc\u202e") == "`a'b c`"
    assert len(quote("x" * 1000)) == 42
    assert quote("") == "`(empty)`"


def test_same_in_every_kernel(tmp_path: Path) -> None:
    """The same call gives the same bytes in fresh processes, though sets change their order."""
    code = (
        "from track2lib.lessons.exercises import *\n"
        "for said in (check('q0-4', ...), check('q0-2', 0), hint('q0-1'), hint('q0-1')):\n"
        "    print(said, said._repr_html_())\n"
        "from track2lib.lessons import grading\n"
        "from track2lib.lessons.question import find\n"
        "from track2lib.lessons.question import Question, Option\n"
        "q = Question('q9-1', 'set', 1, '', [], '', [], options=(Option('a', right=True),))\n"
        "print(grading.grade(q, {'d', 'e', 'f', 'g', 'h', 'i'}))\n"
    )
    outputs = set()
    for seed in ("1", "2"):
        notes = str(tmp_path / f"notes-{seed}")
        new = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TRACK2_FOLDER": notes,
            "PYTHONIOENCODING": "utf-8",
        }
        run = subprocess.run([sys.executable, "-c", code], env=new, capture_output=True, check=True)
        outputs.add(run.stdout)
    assert len(outputs) == 1


# The files of questions

COMMON = {"id", "kind", "minutes", "prompt", "hints", "solution", "passages"}
DATA = {"table", "scope", "query"}
# For each kind: what it must have, and what it may have besides.
KINDS: dict[str, tuple[set[str], set[str]]] = {
    "choice": ({"options"}, set()),
    "set": ({"options", "otherwise"}, set()),
    "guess": (set(), {"options", "answer"} | DATA),
    "number": ({"otherwise"}, {"answer", "tolerance", "options"} | DATA),
    "table": ({"table", "key", "otherwise"}, {"columns", "options", "called", "empty"} | DATA),
    "reflect": (set(), set()),
}


def faults(lesson: str, number: int, raw: dict[str, Any]) -> Iterator[str]:
    """Say what is to be corrected in one question, as its file has it."""
    if raw.get("kind") not in KINDS:
        yield f"kind must be one of {', '.join(KINDS)}"
        return
    must, may = KINDS[raw["kind"]][0] | COMMON, KINDS[raw["kind"]][1] | {"form"}
    strange = (raw.keys() - must - may) | {
        f"options.{key}" for option in raw.get("options", []) for key in option
    } - {"options.value", "options.text", "options.why", "options.right"}
    if strange or must - raw.keys():
        yield f"fields missing: {sorted(must - raw.keys())}, unknown: {sorted(strange)}"
        return
    asked = questions._question(raw)
    if asked.id != f"q{int(lesson)}-{number}":
        yield f"id must be q{int(lesson)}-{number}, for its file and its place there"
    if type(asked.minutes) is not int or asked.minutes < 1:
        yield "minutes must be a whole number from 1 on"
    if not asked.hints or not all(map(str.strip, [*asked.hints, asked.solution, asked.prompt])):
        yield "prompt, solution and at least one hint must say something"
    if asked.kind in {"choice", "set", "table"} and len(asked.hints) < 2:
        yield "at least two hints: where to look, then what to compare"
    if "otherwise" in must and not asked.otherwise.strip():
        yield "otherwise must give a reason for answers that nobody foresaw"
    for option in asked.options:
        if asked.kind == "guess" and option.why:
            yield f"option {option.value!r} of a guess has a why, which nobody would see"
        elif asked.kind != "guess" and not option.right and not option.why.strip():
            yield f"the wrong option {option.value!r} needs a why"
    yield from passage_faults(lesson, asked)
    yield from key_faults(asked)


def passage_faults(lesson: str, asked: Question) -> Iterator[str]:
    if not asked.passages and lesson != "00":
        yield "passages must name one at least; only lesson 00 is about the tools"
    for passage in asked.passages:
        try:
            import_module("track2lib.sources.passages").locator(passage)
        except LookupError as error:
            yield f"the passage does not resolve: {error}"


def key_faults(asked: Question) -> Iterator[str]:
    values = [option.value for option in asked.options]
    right = [option for option in asked.options if option.right]
    lettered = asked.kind == "choice" or (asked.kind == "guess" and asked.options)
    if lettered and values != list("abcdefgh")[: len(values)]:
        yield "the values of options must be a, b, c and so on"
    if lettered and not all(option.text for option in asked.options):
        yield "each option needs a text"
    if (lettered and len(right) != 1) or (asked.kind == "set" and not right):
        yield "right = true must stand at one option, or at several of a set"
    counted = asked.kind == "number" or (asked.kind == "guess" and not asked.options)
    if counted and (asked.answer is None) == (not asked.table):
        yield "a number has either an answer or a table, whose rows are counted"
        return
    if asked.kind == "number" and not all(isinstance(value, int | float) for value in values):
        yield "the values of options must be numbers"
    if asked.table:
        rows = asked.rows()
        if rows.empty:
            yield "the query finds no row"
        if lost := {*asked.key_columns(), *asked.columns} - set(rows.columns):
            yield f"the table has no column {sorted(lost)}"
            return
        if asked.columns and not set(asked.key_columns()) <= set(asked.columns):
            yield "columns must hold the key"
    yield from leaks(asked)


def leaks(asked: Question) -> Iterator[str]:
    """Find texts for readers who are still wrong that name the right answer."""
    texts = [option.why for option in asked.options if not option.right] + [asked.otherwise]
    keys = [option.text for option in asked.options if option.right]
    if asked.kind == "set" and asked.right() == ["a", "d"]:
        yield "a and d are the letters of the example that readers see"
    if asked.kind in {"choice", "set"} and asked.has_letters():
        # A bare `a` is mostly an article: what gives a letter away is its dress.
        keys += [f"{mark}{letter}{mark}" for letter in asked.right() for mark in "`'\""]
    elif asked.kind in {"set", "number"}:
        keys += asked.right()
    if asked.kind == "number":
        texts += [asked.prompt, asked.form]
    for key in filter(None, keys):
        if any(re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text, re.I) for text in texts):
            yield f"{key!r} is the answer and is given away"


def all_faults(where: Any) -> list[str]:
    return [
        f"{file.name}, {raw.get('id', number)}: {fault}"
        for file in where.iterdir()
        if file.name.endswith(".toml")
        for number, raw in enumerate(tomllib.loads(file.read_text("utf-8"))["question"], start=1)
        for fault in faults(file.name[:2], number, raw)
    ]


def test_questions_are_sound() -> None:
    """Every question has reasons, hints, a solution, passages that resolve, and its own number."""
    assert all_faults(questions.FOLDER) == []


def test_the_letter_tells_nothing() -> None:
    """Over all lessons the right letter is each of a to d about equally often, in no row."""
    letters = [asked.right()[0] for asked in REAL if asked.kind == "choice"]
    often = Counter(letters)
    assert set(often) == set("abcd")
    assert max(often.values()) - min(often.values()) <= 1
    assert all(len(set(letters[at : at + 3])) > 1 for at in range(len(letters) - 2))


def test_every_lesson_has_questions() -> None:
    """The files are named by lesson, and none is empty."""
    assert all(re.fullmatch(r"\d\d", lesson) and asked for lesson, asked in lessons().items())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('kind = "choice"', 'kind = "chose"', "kind must be"),
        ('id = "q7-2"', 'id = "q7-3"', "id must be q7-2"),
        ('id = "q7-2"', 'id = "q6-2"', "id must be q7-2"),
        ("minutes = 5", "minutes = 0", "minutes"),
        ("minutes = 5", "minuts = 5", r"missing: \['minutes'\], unknown: \['minuts'\]"),
        (', why = "It is too late."', "", "'c' needs a why"),
        ("why = ", "reason = ", r"unknown: \['options.reason'\]"),
        ('value = "c"', 'value = "d"', "a, b, c"),
        ('text = "The third", ', "", "needs a text"),
        ("right = true", 'why = "So."', "right = true must"),
        ('hints = ["Who is silent?"]', "hints = []", "at least one hint"),
        ('hints = ["They are sweet.", "They grow on trees."]', 'hints = ["Eat."]', "two hints"),
        ('text = "Little"', 'text = "Little", why = "It is more."', "nobody would see"),
        ('why = "A vegetable."', 'why = "Take `b`."', "given away"),
        ('value = "a", text = "Much"', 'value = "b", text = "Much"', "a, b, c"),
        ('text = "Much", right = true', 'text = "Much"', "right = true must"),
        ('id = "q7-9"\nkind = "guess"', 'id = "q7-9"\nanswer = 2\nkind = "guess"', "either"),
        ('solution = "The text says so."', 'solution = " "', "solution"),
        ('otherwise = "Count again."', 'otherwise = ""', "otherwise must"),
        ('passages = ["p1", "p2"]', "passages = []", "must name one"),
        ('passages = ["p1", "p2"]', 'passages = ["p4"]', "does not resolve"),
        ("answer = 14", "", "either an answer or a table"),
        ("value = 15", 'value = "15"', "must be numbers"),
        ('key = "org_id"', 'key = "id"', "no column"),
        ("query = \"side == 'Iranian'\"", "query = \"side == 'Martian'\"", "finds no row"),
        ('columns = ["org_id", "side"]', 'columns = ["org_id"]', "hold the key"),
        ('why = "It is too early."', 'why = "The second is it."', "given away"),
        ('why = "It is a vegetable."', 'why = "Take the apple."', "given away"),
        ('otherwise = "Count again."', 'otherwise = "It is 14."', "given away"),
    ],
)
def test_faults_are_found(small: Path, old: str, new: str, fault: str) -> None:
    """The check of the files finds each kind of mistake."""
    assert all_faults(small) == []
    assert old in FILE
    (small / "07.toml").write_text(FILE.replace(old, new, 1), encoding="utf-8")
    assert any(re.search(fault, found) for found in all_faults(small))


# The real questions, each answered


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.id)
def test_right_answers_are_right(asked: Question) -> None:
    """The key of each question, handed in, is right."""
    answer: Any = {"reflect": "A thought", "table": None}.get(asked.kind, asked.right()[:1] or "")
    if asked.kind == "table":
        answer = asked.rows()[asked.columns] if asked.columns else asked.rows()
    elif asked.kind == "set":
        answer = asked.right()
    elif asked.kind in {"choice", "number", "guess"}:
        answer = asked.right()[0]
    assert check(asked.id, answer).status in {"right", "noted"}


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        (asked, o)
        for asked in REAL
        if asked.kind not in {"table", "guess"}
        for o in asked.options
        if not o.right
    ],
    ids=lambda value: getattr(value, "id", None) or str(value.value),
)
def test_wrong_answers_get_their_reason(asked: Question, option: Any) -> None:
    """Each wrong answer that was foreseen gets its own reason and not the solution."""
    said = check(asked.id, [option.value] if asked.kind == "set" else option.value)
    assert said.status == "not yet"
    assert option.why in said.body
    assert asked.solution not in said.body
