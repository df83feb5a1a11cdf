"""The evidence sorted by what it bears."""

from track2lib.records.facts import facts_by_table, source_of_passages
from track2lib.records.snapshot import open_records


def test_every_row_of_evidence_is_a_fact():
    """Each row of the file is there once, with its line, under the table that it bears."""
    records = open_records()
    cells = records.cells("evidence")
    facts = facts_by_table(records)
    found = {fact.line: (table, fact) for table, own in facts.items() for fact in own}
    assert sorted(found) == list(range(2, len(cells["key"]) + 2))
    table, fact = found[2]
    assert (table, *fact[1:]) == tuple(
        cells[column][0] for column in ("table", "key", "field", "passage_id")
    )


def test_every_passage_has_its_source():
    """A passage leads to the source in whose row it stands."""
    assert source_of_passages(open_records())["rand2007-text-5.1"] == "rand2007"
