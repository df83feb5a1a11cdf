"""What a chart says to a reader who does not see it."""

import altair as alt
import pytest
from two_bars import BARS, DATA, TOLD, VEGA, bundle


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (BARS, "Drawn with bar: x shows b, y shows a."),
        (
            BARS.encode(x=alt.X("mean(b):Q").title("meetings")) + BARS.mark_text(),
            "Drawn with bar and text: x shows mean of meetings, y shows a.",
        ),
        (BARS.encode(x="count()", y=alt.value(3)), "Drawn with bar: x shows count."),
        (TOLD | TOLD.properties(description="More."), "Two bars, the longer is two. More."),
        (alt.Chart(DATA).mark_tick(), "Drawn with tick."),
        (BARS.facet("a:N"), "Drawn with bar: x shows b, y shows a."),
    ],
)
def test_chart_without_words_gets_a_sentence(chart, words):
    """A student's own chart is described by its marks and fields, or by those of its parts."""
    assert bundle(chart)[VEGA]["description"] == words


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("Did it help?", "Chart: Did it help? Drawn"),
        (["Two", "lines"], "Chart: Two lines. Drawn"),
        (alt.Title("Big", subtitle="small"), "Chart: Big. Drawn"),
        ("", "Chart: Drawn"),
    ],
)
def test_title_of_any_form_is_in_the_sentence(title, start):
    """Titles as text, as lines and as an object are read out alike."""
    assert bundle(BARS.properties(title=title))["text/plain"].startswith(start)
