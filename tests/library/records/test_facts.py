"""The evidence for one table."""

from track2lib.records.facts import facts_on, source_of_passages
from track2lib.records.snapshot import open_records


def test_every_row_of_evidence_is_a_fact():
    """Each row of the file is there once, with its line, under the table that it bears."""
    records = open_records()
    cells = records.cells("evidence")
    tables = set(cells["table"])
    found = {fact.line: (table, fact) for table in tables for fact in facts_on(records, table)}
    assert sorted(found) == list(range(2, len(cells["key"]) + 2))
    table, fact = found[2]
    assert (table, *fact[1:]) == tuple(
        cells[column][0] for column in ("table", "key", "field", "passage_id", "value")
    )


def test_every_passage_has_its_source():
    """A passage leads to the source in whose row it stands."""
    assert source_of_passages(open_records())["rand2007-text-5.1"] == "rand2007"
