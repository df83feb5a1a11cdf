"""The change at one year among the changes at all others."""

from drawn import rows_in
from impact_charts import spec_of, table_of

from track2lib import impact


def test_the_year_in_question_is_marked():
    """A bar stands for each year of the ranking, and one alone is that which was asked."""
    ranked = table_of(impact.placebo_chart)
    rows = [row for row in rows_in(spec_of("placebo_chart")) if "asked" in row]
    assert [row["year"] for row in rows] == ranked["year"].tolist()
    assert [row["year"] for row in rows if row["asked"]] == [2005]
    (rank,) = ranked.loc[ranked["asked"], "rank"]
    assert f"rank {rank:.0f} of {len(ranked)}" in spec_of("placebo_chart")["description"]
