"""A chart where nothing compiles it, as in Python in a browser: JupyterLab does so itself.

It knows Vega-Lite 5, of an older version than Altair writes, and takes the newer one as well: what
it does not know yet, it draws as it always did. What we change in a compiled chart goes along as a patch.
"""

from typing import Any

from track2lib.page.sizes import enlarged, factor

__all__ = ["COMPILER", "OUTSIDE", "VEGALITE_MIME", "uncompiled"]

VEGALITE_MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
# What an error says of what is missing; what to do instead depends on what was asked for.
COMPILER = (
    "the package vl-convert-python, which is not installed here. Install it with pip install "
    "vl-convert-python; for Python in a browser there is no build of it"
)
OUTSIDE = (
    "This chart takes its data from an address or a file, and a chart here asks for "
    "nothing outside the notebook. Read the data first: alt.Chart(pandas.read_csv(...))."
)


def uncompiled(spec: dict[str, Any], description: str) -> dict[str, Any]:
    """Give a Vega-Lite specification as JupyterLab takes it.

    Parameters
    ----------
    spec : dict
        A specification of Vega-Lite 6.
    description : str
        What the chart says to a reader who does not see it.

    Returns
    -------
    dict
        The specification, with a patch for what JupyterLab will have compiled.

    Raises
    ------
    ValueError
        If the chart's data is an address instead of a table.

    Examples
    --------
    >>> sent = uncompiled({"mark": "bar", "vconcat": [{}]}, "Two bars.")
    >>> sent["usermeta"]["embedOptions"]["patch"]
    [{'op': 'add', 'path': '/marks/0/description', 'value': 'Chart'}]
    """
    if _asks_outside(spec):
        raise ValueError(OUTSIDE)
    usermeta = spec.get("usermeta", {})
    embed = {"patch": _patch(spec)} | usermeta.get("embedOptions", {})
    about = {"$schema": SCHEMA, "description": description}
    return spec | about | {"usermeta": usermeta | {"embedOptions": embed}}


def _asks_outside(part: Any) -> bool:
    """Tell whether any part of a chart takes its data from an address."""
    if isinstance(part, list):
        return any(map(_asks_outside, part))
    if not isinstance(part, dict):
        return False
    data = part.get("data")
    if isinstance(data, dict) and "url" in data:
        return True
    # Cells of tables are data, whatever their columns are called.
    return any(
        _asks_outside(own) for name, own in part.items() if name not in ("datasets", "values")
    )


def _patch(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Say what a compiled chart is to be given: names for its parts, a title that is heard as it moves."""
    # Imported here, as it brings Altair, for which whoever takes the words above need not wait.
    from track2lib.page.silence import moving_title

    # The frame of a chart is one group for each chart in it.
    steps = [_add(f"/marks/{n}/description", "Chart") for n in range(len(spec.get("vconcat", [])))]
    change: dict[str, Any] = {"usermeta": spec.get("usermeta", {})}
    title = spec.get("title")
    text = title.get("text") if isinstance(title, dict) else None
    if isinstance(title, dict) and isinstance(text, dict) and "expr" in text:
        change["title"] = title | {"text": {"signal": text["expr"]}}
        moving_title(change)
        # Such a title depends on controls, which are signals, so that there is a list of them.
        steps += [_add("/signals/-", signal) for signal in change["signals"]]
        steps += [_add(f"/title/{name}", change["title"][name]) for name in ("text", "aria")]
    if factor(spec) > 1:
        enlarged(change)
    return steps + [_add("/marks/0", mark) for mark in reversed(change.get("marks", []))]


def _add(path: str, value: Any) -> dict[str, Any]:
    return {"op": "add", "path": path, "value": value}
