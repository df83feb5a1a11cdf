"""What a chart carries: its rows, its words and its width."""

import re
from typing import Any

import pandas as pd
import vl_convert

import track2lib as t2
from track2lib.page.sentence import title_of


def founding(table: str) -> pd.DataFrame:
    """Load what the two founding documents bear, which the lessons draw."""
    return t2.load(table, scope="founding")


def named() -> pd.DataFrame:
    """Give the single efforts that brought Americans and Iranians together."""
    return founding("dialogues").query("grain == 'one' and case == 'United States and Iran'")


def rows_of(chart: Any) -> list[dict[str, Any]]:
    """Give all rows that a chart carries."""
    return rows_in(chart.to_dict())


def rows_in(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Give all rows in the specification of a chart."""
    return [row for rows in spec["datasets"].values() for row in rows]


def caption_of(spec: dict[str, Any]) -> list[str]:
    """Give the lines below a chart."""
    return spec["vconcat"][0]["title"]["text"]


def words_of(spec):
    """Give all that a chart writes around itself."""
    return " ".join([title_of(spec), *spec["vconcat"][0]["title"]["text"]])


def drawn_width(spec: dict[str, Any]) -> float:
    """Give the width of the picture of a chart, in pixels of the page."""
    svg = vl_convert.vegalite_to_svg(spec)
    return float(re.match(r'<svg[^>]* width="([\d.]+)"', svg)[1])


def drawn_height(spec: dict[str, Any]) -> float:
    """Give the height of the picture of a chart, in pixels of the page."""
    svg = vl_convert.vegalite_to_svg(spec)
    return float(re.match(r'<svg[^>]* height="([\d.]+)"', svg)[1])
