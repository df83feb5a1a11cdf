"""A package of somebody's own with as many meetings as asked, the same each time."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import track2lib

__all__ = ["FILLED", "write"]

FILLED = [
    *("dialogues", "meetings", "organizations", "places", "topics"),
    *("dialogue_organizations", "dialogue_topics"),
]
NAMES = ["Adler", "Bahrami", "de la Cruz", "Érdi", "Farhadi", "Görgün", "رضایی", "Holm", "Ivanova"]
# How people write one source: work and place, with the year in several ways.
FORMS = ["{} {}, p. {}", "{} ({}), p. {}", "{}, {}, pp. {}", "{} ({}: {})", "{} {}, para. {}"]


def write(folder: str | Path, count: int) -> Path:
    """Write the package, with so many meetings and other rows in proportion.

    Dates have several forms of EDTF, nearly every row has a source of its own wording, and some
    words are in Persian.
    """
    place = track2lib.start_dataset(folder)
    for name, rows in _tables(count, random.Random(count)).items():
        path = place / f"{name}.csv"
        heading = path.read_text("utf-8").strip().split(",")
        with path.open("a", encoding="utf-8", newline="") as lines:
            csv.DictWriter(lines, heading, restval="", lineterminator="\n").writerows(rows)
    return place


def _tables(count: int, chance: random.Random) -> dict[str, Iterator[dict[str, Any]]]:
    dialogues, houses = max(count // 20, 5), max(count // 50, 5)
    topics, towns = max(count // 200, 5), min(max(count // 30, 5), 300)

    def source() -> str:
        """Name a page of one of many works, and sometimes of two."""
        said = []
        for _ in range(1 + (chance.random() < 0.1)):
            work = chance.randrange(max(count // 20, 10))
            form, name = FORMS[work % len(FORMS)], NAMES[work % len(NAMES)]
            # Years tell apart the works of one name, and initials those of one year.
            initial = chr(ord("A") + work // 30 % 26)
            said.append(
                form.format(f"{name} {initial}.", 1990 + work % 30, chance.randrange(1, 600))
            )
        return "; ".join(said)

    return {
        "dialogues": (
            {"dialogue_id": f"talks-{n}", "name": f"Talks {n}", "case": "elsewhere", "grain": "one"}
            | {"dates": _span(chance), "summary": f"What number {n} was.", "source": source()}
            for n in range(dialogues)
        ),
        "meetings": (
            {"meeting_id": f"m-{n}", "dialogue_id": f"talks-{chance.randrange(dialogues)}"}
            | {"title": f"دور {n}" if n % 9 == 0 else f"Round {n}", "date": _date(chance)}
            | {"place_id": f"town-{chance.randrange(towns)}", "kind": "meeting", "source": source()}
            for n in range(count)
        ),
        "organizations": (
            {"org_id": f"house-{n}", "name": f"House {n}", "short_name": f"H{n}"}
            | {"side": "third party", "description": f"The house {n}.", "source": source()}
            for n in range(houses)
        ),
        "places": (
            {"place_id": f"town-{n}", "name": f"Town {n}", "precision": "city"}
            | {"latitude": round(chance.uniform(-50, 65), 2), "source": source()}
            | {"longitude": round(chance.uniform(-120, 150), 2)}
            for n in range(towns)
        ),
        "topics": (
            {"topic_id": f"topic-{n}", "name": f"Topic {n}", "area": "regional", "source": source()}
            for n in range(topics)
        ),
        "dialogue_organizations": (
            {
                "dialogue_id": f"talks-{n}",
                "org_id": f"house-{m}",
                "role": "host",
                "source": source(),
            }
            for n in range(dialogues)
            for m in sorted(chance.sample(range(houses), 3))
        ),
        "dialogue_topics": (
            {"dialogue_id": f"talks-{n}", "topic_id": f"topic-{m}", "source": source()}
            for n in range(dialogues)
            for m in sorted(chance.sample(range(topics), 4))
        ),
    }


def _date(chance: random.Random) -> str:
    """Give a day, or what is known of one."""
    year, month, day = chance.randrange(1950, 2020), chance.randrange(12), chance.randrange(28)
    whole = f"{year}-{month + 1:02}-{day + 1:02}"
    forms = [whole] * 6 + [whole[:7], whole[:4], f"{whole[:4]}~", f"{whole[:4]}-2{1 + day % 3}"]
    forms += [f"{whole}/{year + 1}", f"{whole[:7]}?", f"[..{whole[:4]}]", f"{whole[:3]}X"]
    return chance.choice(forms)


def _span(chance: random.Random) -> str:
    """Give the years of a series, in part open or not known."""
    year = chance.randrange(1950, 2010)
    return chance.choice(
        [f"{year}/{year + 3}", f"{year}/..", f"../{year}", f"{year}~/{year + 8}", ""]
    )
