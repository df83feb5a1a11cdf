"""Where coders of one case disagree."""

import pytest

from track2lib import impact


def test_one_coder_leaves_nothing_to_compare():
    """A chart of disagreement needs two coders of one case."""
    codings = impact.load_codings()
    with pytest.raises(ValueError, match="only 'first reading' has coded"):
        impact.disagreement_chart(codings[codings["coder"] == "first reading"])
