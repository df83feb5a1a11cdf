"""What was talked about, as far as the source says."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.layout import LARGE, rows_axis
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import (
    counted,
    in_order,
    join,
    listing,
    source_note,
    tooltips,
)
from track2lib.page.frame import finish, layered
from track2lib.page.lines import LINE, inserted, wrap
from track2lib.page.theme import INK, NEUTRAL
from track2lib.records.describing import codebook
from track2lib.records.related import follow, look_up

__all__ = ["topics"]

START, ADVICE = 'load("dialogue_topics")', "Choose some of them first."
# Dialogues for which there is room side by side.
SIDE_BY_SIDE = 7
# Pixels of a name beside its bar, and of a row in which it has one line.
NAMES, ROW = 340, 22
# Topics that can be read one below the other, that fit on one screen, and for which that is worth
# leaving out the others.
MOST, SCREEN, ENOUGH = 100, 20, 8
# Topics of one count that a title can name one by one.
NAMED = 4
# Stands for what a list leaves out when it says "including", and the area of that.
MORE, NO_AREA = "more, not listed", "not listed"
UNKNOWN = "area not given"


def topics(links: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw which topics the source names for which dialogue.

    Parameters
    ----------
    links : pandas.DataFrame
        Rows of ``load("dialogue_topics")``.
    title : str, optional
        What is to be seen. By default a sentence that names the topic of most dialogues.

    Returns
    -------
    altair.VConcatChart
        The chart: a row for each topic, a column for each dialogue; of more than seven dialogues,
        a bar for each topic; of many those that are named most often, as many as fit on one screen.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many topics to be read, a row without a name, that stands
        twice or that has lost its package, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.topics(t2.load("dialogue_topics"))
    >>> "Iran's nuclear program" in chart.description
    True
    """
    keys = ["dialogue_id", "topic_id"]
    needed = [*keys, "cited"]
    links = check_table(links, needed, START, title=title, filled=keys, once=needed)
    rows = _rows(links)
    unnamed = "A topic that is not named may still have been discussed."
    title = title or _headline(rows)
    count = rows["dialogue"].nunique()
    if count > SIDE_BY_SIDE:
        caption = f"{source_note(links)} {unnamed}"
        return _counted(rows, count, title=title, caption=caption)
    check_table(links, [], START, most=MOST, what="topics", key="topic_id", instead=ADVICE)
    listed = listing(rows["topic"].replace(MORE, "more that are not listed"), rows["dialogue"])
    leads = _leading(rows)
    # Those that the title names, where others are named less often, stand out.
    colours = [INK if not leads or topic in leads else NEUTRAL for topic in rows["topic"]]
    return in_columns(
        rows.assign(colour=colours).sort_values("rank", kind="stable"),
        column="dialogue",
        order=dict.fromkeys(rows["dialogue"]),
        row="topic",
        strong=leads,
        step=104,
        ring=f"datum.topic == '{MORE}'",
        tooltip={"dialogue": "Dialogue", "topic": "Topic", "area": "Kind"},
        title=title,
        subtitle="Full: the source names the topic."
        + " Broken ring: its list is not complete." * bool((rows["topic"] == MORE).any()),
        caption=f"{source_note(links)} {unnamed}",
        description=f"Topics that the source names for {counted(count, 'dialogue', 'dialogues')}. {listed}.",
    )


def _rows(links: pd.DataFrame) -> pd.DataFrame:
    """Name dialogues and topics, and add a mark for each list that is open."""
    rows = follow(links, "dialogue_id", "dialogues", dialogue="name", is_open="topics_open")
    rows = follow(rows, "topic_id", "topics", topic="name", area="area")
    rows["area"] = rows["area"].fillna(UNKNOWN)
    # The mark cites the list itself, which is in each of its rows.
    more = rows[rows["is_open"].fillna(False)].drop_duplicates("dialogue")
    rows = pd.concat([rows, more.assign(topic=MORE, area=NO_AREA)])
    # By area, and in an area by the order of the table of topics. The codebook may list the areas,
    # from what lies between the two countries to what lies further off.
    vocabulary = look_up(links, "topics")
    listed = (
        codebook("topics", data=links.attrs.get("data")).set_index("column").at["area", "values"]
    )
    areas = [*in_order(vocabulary["area"], listed.split(", ")), UNKNOWN, NO_AREA]
    place = {key: number for number, key in enumerate(vocabulary["topic_id"])}
    numbers = rows["topic_id"].map(place).where(rows["topic"] != MORE).fillna(len(place))
    rows["rank"] = rows["area"].map(areas.index) * (len(place) + 1) + numbers
    return rows[["dialogue", "topic", "area", "rank", "cited"]]


def _counted(rows: pd.DataFrame, count: int, **frame: str) -> alt.VConcatChart:
    """Draw for how many dialogues each topic is named, where there are too many to name."""
    # One's own rows beside ours may give a dialogue a topic that it has; it counts once.
    named = rows[rows["topic"] != MORE].drop_duplicates(["topic", "dialogue"])
    bars = named.groupby(["topic", "area"], as_index=False).agg(
        dialogues=("dialogue", "size"), names=("dialogue", "; ".join)
    )
    bars = bars.sort_values(["dialogues", "topic"], ascending=[False, True])
    every, bars = len(bars), _most_often(bars)
    cut = f" Shown are the {len(bars)} named most often of {every} topics." * (len(bars) < every)
    tips = {"topic": "Topic", "area": "Kind", "dialogues:Q": "Dialogues", "names": "Which"}
    names = {name: wrap(name, NAMES, LARGE) for name in bars["topic"]}
    most = max(map(len, names.values()))
    axis = rows_axis(names) if most > 1 else alt.Undefined
    base = alt.Chart().encode(
        y=alt.Y("topic:N", sort=tuple(bars["topic"]), title=None, axis=axis),
        x=alt.X("dialogues:Q", axis=None),
        tooltip=tooltips(tips),
    )
    labels = base.mark_text(align="left", dx=5).encode(text=alt.Text("dialogues:Q"))
    bars_aloud = base.mark_bar(color=NEUTRAL).encode(description=aloud(tooltips(tips)))
    layers = bars_aloud, labels
    return finish(
        layered(*layers, data=bars, width=430, height=alt.Step(ROW + LINE * (most - 1))),
        subtitle=f"For how many of {count} dialogues the sources name the topic. One dialogue may have several.{cut}",
        description=f"Topics named for {count} dialogues: {join(bars['topic'] + ' ' + bars['dialogues'].astype(str))}.{cut}",
        width=770,
        **frame,
    )


def _most_often(bars: pd.DataFrame) -> pd.DataFrame:
    """Give the topics named most often, as many as can be read, and all or none of one count."""
    if len(bars) > SCREEN:
        shown = bars[bars["dialogues"] > bars["dialogues"].iloc[SCREEN]]
        if len(shown) >= ENOUGH:
            return shown
    if len(bars) <= MOST:
        return bars
    shown = bars[bars["dialogues"] > bars["dialogues"].iloc[MOST]]
    if shown.empty:
        most = bars["dialogues"].iloc[0]
        raise ValueError(
            f"More than {MOST} of {len(bars):,} topics are named as often as any other, for {most} of "
            f"the dialogues: up to {MOST} can be read. {ADVICE}"
        )
    return shown


def _leading(rows: pd.DataFrame) -> set[str]:
    """Give the topics named most often, if others are named less often."""
    pairs = rows.loc[rows["topic"] != MORE, ["topic", "dialogue"]].drop_duplicates()
    counts = pairs["topic"].value_counts()
    return {*counts.index[counts == counts.max()]} if counts.nunique() > 1 else set()


def _headline(rows: pd.DataFrame) -> str:
    named = rows.loc[rows["topic"] != MORE, ["topic", "dialogue"]].drop_duplicates()
    counts, dialogues = named["topic"].value_counts(), rows["dialogue"].nunique()
    most = counts.max()
    top = counts.index[counts == most]
    if dialogues == 1:
        are = "is" if len(counts) == 1 else "are"
        return f"{counted(len(counts), 'topic', 'topics')} {are} named for one dialogue"
    if most == 1:
        alone = "No topic is named for both dialogues"
        return alone if dialogues == 2 else "Each topic is named for one dialogue only"
    which = join(map(inserted, top)) if len(top) <= NAMED else f"{len(top)} topics"
    if dialogues == 2:
        if len(top) == 1:
            return f"{which}{' alone' * (len(counts) > 1)} is named for both dialogues"
        listed = f": {which}" * (len(top) <= NAMED)
        return f"{len(top)} topics are named for both dialogues{listed}"
    # Where all topics are alike, none leads.
    often = " most often," if len(top) < len(counts) else ""
    are, each = ("is", "") if len(top) == 1 else ("are", " each")
    return f"{which} {are} named{often} for {most} of {dialogues} dialogues{each}"
