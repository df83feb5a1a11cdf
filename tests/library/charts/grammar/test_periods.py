"""What a chart says of its periods comes from their table."""

import pandas as pd
import pytest

from track2lib.charts.grammar.periods import shared_note
from track2lib.records import dates


def eras(*texts):
    """Make a table of periods with these dates."""
    bounds = [dates.bounds(text) for text in texts]
    columns = ["dates_earliest", "dates_latest", "dates_ongoing"]
    frame = pd.DataFrame(bounds, columns=columns).astype(
        dict.fromkeys(columns[:2], "datetime64[s]")
    )
    return frame.assign(era_id=[f"e{n}" for n in range(len(texts))], dates=texts)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["1998/2004", "2004/2014"], "2004 belongs to both periods."),
        (["1998/2003", "2004/2014"], ""),
        (["1998/..", "2004/..", "2010/.."], "2004 and 2010 each belong to two periods."),
        (["1998-05/2004-08", "2004-08/2014"], "August 2004 belongs to both periods."),
        (["1998/2004-08-03", "2004-08-03/.."], "3 August 2004 belongs to both periods."),
        (
            ["1998/2004-08-03", "2004-08-02/.."],
            "2 August 2004 to 3 August 2004 belongs to both periods.",
        ),
        (["1998/2006", "2004/2014"], "2004 to 2006 belongs to both periods."),
        (["1998/2004"], ""),
        ([], ""),
    ],
)
def test_shared_time_is_read_from_the_table(texts, said):
    """Time that lies in two periods is named as exactly as the table gives it, and no other."""
    assert shared_note(eras(*texts)) == said
