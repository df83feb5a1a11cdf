"""Controls for what Python must compute anew."""

import inspect
import math
import sys
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from track2lib.page.stored_charts import VEGA_MIME
from track2lib.page.uncompiled import VEGALITE_MIME
from track2lib.records.asked_numbers import a_number
from track2lib.records.problem import in_short
from track2lib.widgets.abbreviations import given_options, given_range
from track2lib.widgets.stored import LIVE, WHOLE, stored_html, watched

__all__ = ["interact"]

CALLED = "Controls of what is shown below"
LONGEST = 200  # letters that are heard after each move of a control

Bundle = tuple[dict[str, Any], dict[str, Any]]


def interact(make: Callable[..., Any], /, **controls: Any) -> None:
    """Show controls, and below them what `make` gives for their values, drawn anew at each change.

    Where the data fits in the chart, an Altair parameter is better: it needs no running kernel.

    Parameters
    ----------
    make : callable
        Called with the value of every control by name; gives back a chart, a table or a text.
    **controls
        By the name of the argument: a list to choose from, a pair ``(least, most)`` or a triple
        ``(least, most, step)`` of numbers, ``True`` or ``False``, a text, or any widget. A default
        of the argument is where a list or a range starts; otherwise that is its first value.
        The short forms give menus and fields, which a screen reader can name; the sliders, radio
        buttons and toggle buttons of ipywidgets have no name.

    Raises
    ------
    TypeError
        If no control is given, one cannot be made, or `make` is no function, cannot be called with
        them or gives nothing back.
    ValueError
        If a list is empty, or the numbers of a range are in the wrong order.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.interact(lambda year: f"In {year} ...", year=(1997, 2010))  # doctest: +SKIP
    """
    from IPython.display import display

    if not controls:
        raise TypeError("interact() needs a control: interact(make, year=(1997, 2010)).")
    arguments = _arguments(make, controls)
    widgets = {name: _widget(name, given, arguments.get(name)) for name, given in controls.items()}
    shown = list(widgets.values())
    _lay_out(shown)

    def draw() -> Bundle:
        drawn = make(**{name: widget.value for name, widget in widgets.items()})
        if drawn is None:
            raise TypeError(f"{make!r} gives nothing back: end it with return and a chart.")
        return _bundle(drawn)

    # Before anything is shown: if it cannot be drawn, the reader sees the error and no controls.
    bundle, metadata = draw()
    words = display(_words(shown), raw=True, display_id=True)
    box, tell = watched(shown, CALLED)
    display(box._repr_mimebundle_() | LIVE, raw=True)
    handle = display(bundle, metadata=metadata, raw=True, display_id=True)

    def redraw(_: Any) -> None:
        try:
            bundle, metadata = draw()
        except Exception as error:
            # An old drawing below new values would be wrong, and nobody sees the log.
            told = f"No drawing for {_state(shown)}. {type(error).__name__}: {error}"
            bundle, metadata = {"text/plain": told}, {}
        words.update(_words(shown), raw=True)
        tell(_heard(bundle))
        handle.update(bundle, metadata=metadata, raw=True)

    for widget in shown:
        widget.observe(redraw, names="value")


def _arguments(make: Any, controls: dict[str, Any]) -> Mapping[str, inspect.Parameter]:
    """Give the arguments of a function that can be called with some controls, or refuse it."""
    if not callable(make):
        raise TypeError(
            f"make is {in_short(make)}, and is to be a function that gives back what is shown."
        )
    try:
        signature = inspect.signature(make)
    except ValueError:  # of Python's own, some do not say what they take
        return {}
    try:
        signature.bind(**controls)
    except TypeError as error:
        named = ", ".join(controls)
        raise TypeError(f"make cannot be called with the controls {named}: {error}.") from error
    return signature.parameters


def _words(widgets: list[Any]) -> dict[str, str]:
    """Give what a reader sees where no kernel runs: the controls, and what they are set to."""
    told = f"{_state(widgets)}. Run this cell to choose another."
    return {"text/plain": told, "text/html": stored_html(f"<p>{escape(told)}</p>")}


def _bundle(drawn: Any) -> Bundle:
    """Give what a page needs of a drawing; what is wrong with a chart is raised.

    Shown in the usual way, Altair would print a traceback in a place that no reader sees.
    """
    from IPython.core.formatters import format_display_data

    altair = sys.modules.get("altair")  # without it, nothing is a chart of Altair
    if altair and isinstance(drawn, altair.TopLevelMixin) and (send := altair.renderers.get()):
        sent = send(drawn.to_dict(context={"pre_transform": False}))
        return sent if isinstance(sent, tuple) else (sent, {})
    return format_display_data(drawn)


def _heard(bundle: dict[str, Any]) -> str:
    """Give what is heard of a new drawing: a chart's title, or a short text as it is."""
    words = " ".join(str(bundle.get("text/plain", "")).split())
    drawn = bundle.get(VEGA_MIME) or bundle.get(VEGALITE_MIME) or {}
    description = drawn.get("description", "")
    title = words.removesuffix(" ".join(description.split())).strip()
    return title if len(title) <= LONGEST else "What is shown below has changed."


def _state(widgets: list[Any]) -> str:
    """Say what controls are set to, in the words that a reader chooses from."""
    values = ((w.description, w.label if hasattr(w, "options") else w.value) for w in widgets)
    return "; ".join(f"{name}: {value}" for name, value in values)


def _lay_out(widgets: list[Any]) -> None:
    """Let fields begin below each other, and be as wide as their longest option."""
    longest = max(len(widget.description) for widget in widgets)
    for widget in widgets:
        # Of the usual width, which counts for short words, a longer label or option is cut off.
        widget.style.description_width = f"{longest + 1}ch"
        if widget.layout.width is None:
            widget.layout.width = "max-content"
        widget.layout.max_width = widget.layout.max_width or WHOLE
        # Where there is none, ipywidgets shows the word "null" to whoever points at the control.
        if getattr(widget, "tooltip", "") is None:
            widget.tooltip = ""


def _widget(name: str, given: Any, argument: inspect.Parameter | None) -> Any:
    """Make a control that has its label bound to it, which a slider of ipywidgets has not."""
    from ipywidgets import BoundedFloatText, BoundedIntText, Widget, interactive

    default = argument.default if argument else inspect.Parameter.empty
    if isinstance(given, Widget):
        # A picture has a value too, but no label, and nobody can move it.
        widget = given if hasattr(given, "value") and hasattr(given, "description") else None
    elif numbers := given_range(given, name):
        least, most, *step = numbers
        if default is not inspect.Parameter.empty:
            a_number(default, f"The default of {name}", -math.inf, math.inf)
        whole = all(isinstance(number, int) for number in numbers)
        kind = BoundedIntText if whole else BoundedFloatText
        start = least if default is inspect.Parameter.empty else default
        by = step[0] if step else 1 if whole else (most - least) / 20
        widget = kind(value=start, min=least, max=most, step=by)
    else:
        options = given_options(given, name)
        widget = None if options is None else interactive.widget_from_abbrev(options, default)
    if widget is None:
        raise TypeError(
            f"No control can be made for {name}, which is {in_short(given)}. Give a list to choose from, a pair "
            "(least, most), True or False, a text, or a widget."
        )
    widget.description = widget.description or name.replace("_", " ").capitalize()
    return widget
