"""The rows of the data with what each rests on, and with the rows that lead to it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from track2lib.records.disputes import contested
from track2lib.records.facts import source_of_passages
from track2lib.records.provenance import labels, locators
from track2lib.records.scope import in_scope
from track2lib.records.snapshot import Records, open_records

__all__ = ["Place", "Row", "Said", "Table", "read_tables"]

Place = tuple[str, str]  # a table and the key of a row in it
# It has no page of its own: each of its rows stands with the one that it bears.
BESIDE = "evidence"
# What a statement tells besides, what is told of its source, and our note, in the order in which they are read.
MORE, OF_SOURCE, NOTE = ("value", "voice", "hedge", "status"), ("position", "extent_read"), "says"


class Said(NamedTuple):
    """A statement of evidence: the field that it bears, source and passage, and what else it tells."""

    field: str
    source: str
    label: str
    passage: str
    locator: str
    gist: str
    more: dict[str, str]


@dataclass
class Row:
    """A row: its key, the cells that are filled, its evidence, where sources differ, and what leads to it.

    Founding is what the two founding documents bear.
    """

    key: str
    cells: dict[str, str]
    evidence: list[Said] = field(default_factory=list)
    contested: frozenset[str] = frozenset()
    founding: bool = False
    led_from: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """A table: what the descriptor says of it, and its rows by their keys."""

    name: str
    about: dict[str, Any]
    key: list[str]
    rows: dict[str, Row]

    @property
    def fields(self) -> list[dict[str, Any]]:
        """Give its columns, as the descriptor has them."""
        return list(self.about["schema"]["fields"])

    def leads(self, cells: dict[str, str]) -> dict[str, Place]:
        """Give the rows to which the cells of a row lead, by column."""
        found = {}
        for one in self.about["schema"].get("foreignKeys", []):
            (column,) = one["fields"]
            if cells.get(column):
                found[column] = (one["reference"]["resource"] or self.name, cells[column])
        # What may be about a row of any table names both.
        if {"table", "key"} <= cells.keys():
            found["key"] = (cells["table"], cells["key"])
        return found


def read_tables() -> dict[str, Table]:
    """Give every table of the data but the evidence, whose rows stand with those that they bear."""
    records = open_records(None)
    told = _evidence(records)
    found = {}
    for about in records.descriptor["resources"]:
        name, key = about["name"], records.key(about["name"])
        if name == BESIDE:
            continue
        # The values of a series rest on what the series rests on.
        bearer = about.get("borne_by", name)
        bearing = records.key(bearer)
        disputed, founding = contested(records, name), _founding(records, name)
        rows = {}
        for cells in _filled(records, name):
            full = "/".join(cells[column] for column in key)
            by = full if bearer == name else "/".join(cells[column] for column in bearing)
            differ = frozenset(disputed.get(full, []))
            rows[full] = Row(full, cells, told[bearer, by], differ, full in founding)
        found[name] = Table(name, about, key, rows)
    _lead(found, told)
    return found


def _filled(records: Records, name: str) -> list[dict[str, str]]:
    """Give the rows of a table as cells by column, without the empty ones."""
    columns = records.cells(name)
    lines = zip(*columns.values(), strict=True)
    return [{c: v for c, v in zip(columns, line, strict=True) if v} for line in lines]


def _founding(records: Records, name: str) -> set[str]:
    """Give the keys of the rows that `load` gives with `scope="founding"`."""
    if records.resource(name).get("beyond"):
        return set()
    return {*records.keys_of(name, in_scope(records, name, "founding")[0])}


def _evidence(records: Records) -> dict[Place, list[Said]]:
    """Give the evidence by the row that it bears."""
    gists = dict(records.rows("passages", "passage_id", "gist"))
    sources = source_of_passages(records)
    label, where = labels(records), locators(records)
    of_source = {line["source_id"]: line for line in _filled(records, "sources")}
    told = defaultdict[Place, list[Said]](list)
    for line in _filled(records, BESIDE):
        passage = line["passage_id"]
        source = sources[passage]
        more = {name: line[name] for name in MORE if name in line}
        more |= {name: of_source[source][name] for name in OF_SOURCE if name in of_source[source]}
        more |= {NOTE: line[NOTE]} if NOTE in line else {}
        said = Said(
            field=line.get("field", ""),
            source=source,
            label=label[source],
            passage=passage,
            locator=where[passage],
            gist=gists[passage],
            more=more,
        )
        told[line["table"], line["key"]].append(said)
    return told


def _lead(tables: dict[str, Table], told: dict[Place, list[Said]]) -> None:
    """Note with each row which other rows lead to it; with a passage, which rest on it."""
    for table in tables.values():
        for row in table.rows.values():
            for name, key in dict.fromkeys(table.leads(row.cells).values()):
                if key in tables[name].rows:
                    tables[name].rows[key].led_from.append((table.name, row.key))
    for place, statements in told.items():
        for passage in dict.fromkeys(said.passage for said in statements):
            tables["passages"].rows[passage].led_from.append(place)
