"""What a screen reader is given of a chart, and the numbers in it."""

import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import vl_convert

# Kinds of label that are words of the chart as a whole, and not of a mark.
WORDS_OF_ALL = {"title", "subtitle"}
NUMBER = re.compile(r"(?<![\w#])[−-]?\d[\d,]*(?:\.\d+)?%?|\d+(?:\.\d+)?%?")


def heard_in(spec: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the kind and the label of all that is read aloud, as the controls stand at first."""
    return _labels(ElementTree.fromstring(vl_convert.vegalite_to_svg(spec)))


def heard_in_vega(vega: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the same of a chart that is compiled already, as a lesson stores it."""
    return _labels(ElementTree.fromstring(vl_convert.vega_to_svg(vega)))


def marks_in(spec: dict[str, Any]) -> list[str]:
    """Give the labels of marks alone."""
    return [label for kind, label in heard_in(spec) if kind not in WORDS_OF_ALL]


def _labels(node: Any) -> list[tuple[str, str]]:
    """Go down what is not hidden from those who hear."""
    if node.get("aria-hidden") == "true":
        return []
    own = node.get("aria-label")
    found = [] if own is None else [(node.get("aria-roledescription") or "", own)]
    return found + [label for child in node for label in _labels(child)]


def points_in(spec: dict[str, Any]) -> int:
    """Count the points that are drawn, whether read aloud or not."""
    return _points(ElementTree.fromstring(vl_convert.vegalite_to_svg(spec)))


def _points(node: Any) -> int:
    """Count the points in a part of a drawing."""
    if {"role-mark", "mark-symbol"} <= {*(node.get("class") or "").split()}:
        return len(node)
    return sum(map(_points, node))


def numbers_in(text: str) -> set[str]:
    """Give the numbers in a text, however they are written: 05 is 5, and a minus has one form."""
    found = (number.replace(",", "").replace("−", "-") for number in NUMBER.findall(text))
    return {_plain(number) for number in found}


def _plain(number: str) -> str:
    """Write a number in one form; a dash between two years is no minus."""
    value = number.rstrip("%").lstrip("-")
    return f"{float(value):g}" if "." in value else str(int(value))
