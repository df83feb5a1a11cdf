"""A class that never was: its hand-ins as a learning platform would deliver them, by a seed.

``python tests/helpers/made_up_class.py FOLDER [STUDENTS]`` writes them into a folder.
"""

import codecs
import random
import sys
from pathlib import Path

from track2lib.impact.rubric import CODES
from track2lib.impact.rubric import COLUMNS as OF_CODES
from track2lib.lessons.question import find, lessons
from track2lib.reader.attempts import Attempt
from track2lib.reader.files import as_csv
from track2lib.teaching.form import ALL, JUDGED, written
from track2lib.teaching.handing_in import lines_of

LESSONS = ("00", "01", "02", "05")
# Invented; long, short, of several scripts, and some that programs stumble over.
NAMES = [
    *("Ana Lima", "Ben", "Chiara De Santis", "Dana O'Neil-Smith, Jr.", "Émile Zöe", "Faisal"),
    *("Greta", "Hana", "Igor", "Jo", "Kofi Mensah", "Li Wei", "Mina", "Nils Ångström", "Olu"),
    *("Petra van den Boogaard-Hoekstra", "Quirin", "Rosa", "Sam", "Tomás", "Uma", "Vera", "Will"),
    *("علی رضایی", "نگار", "王芳", "Xu", 'Zoë "Zed" Young', "Ye-jin Kim", "Zhanna"),
]
SENTENCES = [
    "It depends on who sits at the table and for whom they speak.",
    "The first definition asks who takes part, the second what it is for.",
    "I would ask the sponsor, since the text leaves it open.",
    "Nobody can know from this source alone, because it is silent about it.",
    'They "agree", but mean different things; see paragraph 5.',
]
LAZY = ("x", "x x x", "idk", "...ok")
NOTES = ["Ask about the list of 2010.", "=SUM(A1:A9) is what a formula would be."]
CASES = ("una-sipri", "dartmouth")


def hand_in(name, *, folder, number=1, done=1.0, skill=0.6, lazy=False, seed=0, asked=LESSONS):
    """Give the bytes of a hand-in."""
    draw = random.Random(seed)
    questions = {lesson: own for lesson, own in lessons().items() if lesson in asked}
    attempts = {}
    for question in (question for own in questions.values() for question in own):
        if draw.random() < done:
            attempts[question.id] = _attempt(question, draw, skill, lazy=lazy)
    notes = draw.sample(NOTES, draw.randint(0, 2))
    codings = {"codings-me.csv": _codings(draw)} if draw.random() < 0.4 else {}
    lines = lines_of(questions, attempts, notes, codings)
    holds = ALL if len(asked) > 1 else asked[0]
    return codecs.BOM_UTF8 + as_csv(written(name, holds, folder, number, lines)).encode()


def _attempt(question, draw, skill, *, lazy):
    """Draw what somebody did with a question; each has its own difficulty."""
    if question.kind not in JUDGED:
        sentence = draw.choice(LAZY if lazy else SENTENCES)
        return Attempt(1, True, sentence if question.kind == "reflect" else "a", 1)
    hard = random.Random(question.id).uniform(0.1, 0.7)
    chance = min(max(skill + 0.35 - hard, 0.03), 1)
    tries = 1
    while draw.random() > chance and tries < 6:
        tries += 1
    solved = tries < 6 and not (lazy and tries > 2)
    answer = question.right()[0] if solved else "-1"
    return Attempt(
        tries, solved, "" if question.kind == "table" else answer, tries if solved else None
    )


def _codings(draw):
    rows = [("me", case, "c-forum", draw.choice([*CODES]), "It says so.") for case in CASES]
    return as_csv([OF_CODES, *rows]).encode()


def make(place, count=30, seed=13):
    """Write the hand-ins of so many students into a folder, and what a class leaves beside them."""
    draw = random.Random(seed)
    place.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        name = NAMES[n] if n < len(NAMES) else f"{NAMES[n % len(NAMES)].split()[0]} {n}"
        kind = ("perfect", "lazy", "half", "usual", "usual", "usual")[n % 6]
        done = {"half": 0.5, "lazy": 0.9}.get(kind, 0.97 if kind == "usual" else 1)
        skill = {"perfect": 1.3, "lazy": 0.2}.get(kind, draw.uniform(0.3, 0.9))
        about = {"folder": f"f{n:08x}", "done": done, "skill": skill, "seed": seed * 1000 + n}
        content = hand_in(name, lazy=kind == "lazy", **about)
        # Every third in a folder of its own, others renamed as platforms do.
        path = (
            place / f"{n:03}_assignsubmission_file" / "hand-in.csv"
            if n % 3 == 0
            else place / f"{n:03}_{4000 + n}_hand-in-{n}.csv"
        )
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def trouble(place):
    """Write what makes a teacher's evening long: handed in twice, damaged, old, other files."""
    again = hand_in("Ben", folder="f00000001", number=2, skill=1.2, seed=5)
    (place / "001_4001_hand-in-1-1.csv").write_bytes(again)
    other = hand_in("Faisal", folder="fother", skill=0.4, seed=6)
    (place / "031_4031_hand-in.csv").write_bytes(other)
    whole = hand_in("Late Lee", folder="flate", seed=7)
    (place / "032_4032_hand-in.csv").write_bytes(whole[: len(whole) * 2 // 3])
    old = hand_in("Old Ola", folder="fold", seed=8)
    old = old.replace(find("q1-2").version().encode(), b"v000000")
    (place / "033_4033_hand-in.csv").write_bytes(old)
    (place / "034_essay.csv").write_text("title,text\nMy essay,It was long\n", encoding="utf-8")
    (place / "035_photo.xlsx").write_bytes(b"PK\x03\x04")
    (place / "__MACOSX").mkdir()
    (place / "__MACOSX" / "._hand-in.csv").write_bytes(b"\0\5\26\7")


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
    trouble(Path(sys.argv[1]))
