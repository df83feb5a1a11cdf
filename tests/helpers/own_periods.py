"""Tables of periods, by their dates alone."""

import pandas as pd

from track2lib.records import dates


def eras(*texts):
    """Make a table of periods with these dates."""
    bounds = [dates.bounds(text) for text in texts]
    columns = ["dates_earliest", "dates_latest", "dates_ongoing"]
    frame = pd.DataFrame(bounds, columns=columns).astype(
        dict.fromkeys(columns[:2], "datetime64[s]")
    )
    return frame.assign(era_id=[f"e{n}" for n in range(len(texts))], dates=texts)
