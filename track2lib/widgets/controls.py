"""Controls for what Python must compute anew."""

import inspect
from collections.abc import Callable
from typing import Any

__all__ = ["interact"]


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

    Raises
    ------
    TypeError
        If no control is given, one cannot be made, or `make` gives nothing back.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.interact(lambda year: f"In {year} ...", year=(1997, 2010))  # doctest: +SKIP
    """
    from IPython.display import display
    from ipywidgets import VBox

    if not controls:
        raise TypeError("interact() needs a control: interact(make, year=(1997, 2010)).")
    arguments = inspect.signature(make).parameters
    widgets = {name: _widget(name, given, arguments.get(name)) for name, given in controls.items()}

    def draw() -> Any:
        drawn = make(**{name: widget.value for name, widget in widgets.items()})
        if drawn is None:
            raise TypeError(f"{make!r} gives nothing back: end it with return and a chart.")
        return drawn

    # Before anything is shown: if it cannot be drawn, the reader sees the error and no controls.
    first = draw()
    box = VBox(list(widgets.values()))
    names = ", ".join(widget.description for widget in widgets.values())
    # Where no kernel runs, a reader sees this line and the first drawing.
    told = {"text/plain": f"Controls: {names}. Run this cell to move them."}
    display(box._repr_mimebundle_() | told, raw=True)
    handle = display(first, display_id=True)

    def redraw(_: Any) -> None:
        try:
            handle.update(draw())
        except Exception as error:
            # An old drawing below new values would be wrong, and nobody sees the log.
            message = {"text/plain": f"{type(error).__name__}: {error}"}
            handle.update(message, raw=True)

    for widget in widgets.values():
        widget.observe(redraw, names="value")


def _widget(name: str, given: Any, argument: inspect.Parameter | None) -> Any:
    """Make a control that has its label bound to it, which a slider of ipywidgets has not."""
    from ipywidgets import BoundedFloatText, BoundedIntText, interactive

    default = argument.default if argument else inspect.Parameter.empty
    if isinstance(given, tuple) and 2 <= len(given) <= 3:
        least, most, *step = given
        whole = all(isinstance(number, int) for number in given)
        kind = BoundedIntText if whole else BoundedFloatText
        start = least if default is inspect.Parameter.empty else default
        by = step[0] if step else 1 if whole else (most - least) / 20
        widget = kind(value=start, min=least, max=most, step=by)
    else:
        widget = interactive.widget_from_abbrev(given, default)
    if widget is None:
        raise TypeError(
            f"No control can be made for {name}={given!r}. Give a list to choose from, a pair "
            "(least, most), True or False, a text, or a widget."
        )
    widget.description = widget.description or name.replace("_", " ").capitalize()
    widget.style.description_width = "initial"
    return widget
