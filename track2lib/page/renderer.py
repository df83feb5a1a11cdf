"""How a chart is sent to the notebook: compiled Vega, a still picture and a sentence.

JupyterLab draws Vega 5 by itself, with no network and before a cell is run; what it does not know
is the Vega-Lite 6 that Altair writes. So the chart is compiled here, and the PNG and the sentence
beside it serve every place where no script runs. A chart that the lesson holds already is taken
from there. Where there is no compiler, another chart goes to the page as it is.
"""

import os
from typing import Any

from track2lib.page import stored_charts
from track2lib.page.clean import cleaned
from track2lib.page.dark import dark_style
from track2lib.page.nulls import with_nulls
from track2lib.page.sentence import describe, read_aloud
from track2lib.page.silence import moving_title, named_groups
from track2lib.page.sizes import enlarged, factor, size_style
from track2lib.page.still import draw
from track2lib.page.stored_charts import VEGA_MIME
from track2lib.page.uncompiled import OUTSIDE, VEGALITE_MIME, uncompiled

__all__ = ["render"]

VEGA_SCHEMA = "https://vega.github.io/schema/vega/v5.json"
# The style of charts on the page. JupyterLab takes it from the first chart that a page draws, for
# all of them, in place of vega-embed's own, so what that says of other people's charts stands here.
# A chart gets narrower with the page, its controls stand before it, where also those of a tall one
# are in sight, and beside each other; in a reader's forced colours it keeps its ground, without which
# dark words would stand on black. A table that is too wide shows the bar that moves it, on a phone, too.
# The box at the pointer, which is Vega's own, has letters as large as those of the chart.
OWN_STYLE = """
.vega-embed { position: relative; display: inline-flex; flex-direction: column;
  box-sizing: border-box; max-width: 100%; }
.vega-embed svg { max-width: 100%; height: auto; forced-color-adjust: none; }
.vega-embed .vega-bindings { order: -1; margin-bottom: 4px;
  display: flex; flex-wrap: wrap; gap: 0 20px; }
.vega-embed .vega-bind { margin: 2px 0; min-width: 0; max-width: 100%; }
.vega-embed .vega-bind select { max-width: 100%; }
.vega-embed :is(input, select, summary):focus-visible { outline: 3px solid #2f7fc1; outline-offset: 2px; }
.jp-OutputArea-output::-webkit-scrollbar { height: 10px; }
.jp-OutputArea-output::-webkit-scrollbar-thumb { background: #767676; }
.vega-embed.has-actions { padding-right: 38px; }
.vega-embed details { position: absolute; top: 0; right: 0; background: white; color: black; }
.vega-embed details:not([open]) > :not(summary) { display: none !important; }
.vega-embed summary { list-style: none; padding: 6px; line-height: 0; cursor: pointer; }
.vega-embed summary svg { width: 14px; height: 14px; }
.vega-embed .vega-actions { display: flex; flex-direction: column; padding: 8px; }
#vg-tooltip-element#vg-tooltip-element { font-size: 13px; }
#vg-tooltip-element#vg-tooltip-element td.key { color: inherit; opacity: 0.8; max-width: 200px; }
"""
STYLE = OWN_STYLE + size_style() + dark_style()


def render(spec: dict[str, Any], **metadata: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Turn a Vega-Lite specification into what a notebook stores for it.

    `track2lib.enable_charts` registers this function with Altair under the name ``track2``.

    Parameters
    ----------
    spec : dict
        A Vega-Lite specification, as ``chart.to_dict()`` gives it.
    **metadata
        Options of the renderer. ``embed_options`` is handed to vega-embed.

    Returns
    -------
    tuple of dict
        The MIME bundle (Vega 5, PNG, plain text), and the metadata: of the Vega the style of charts
        on the page, of the PNG its size there and its alternative text. On a live page a new chart
        comes without its PNG, which JupyterLab adds when it has drawn it. Where ``vl_convert`` is
        not installed, the bundle has Vega-Lite in place of Vega, and no PNG.

    Raises
    ------
    ValueError
        If the chart's data is an address instead of a table, or the specification does not compile.

    Examples
    --------
    >>> spec = {"title": "Meetings", "description": "Two held in Vienna.", "mark": "bar"}
    >>> bundle, _ = render(spec | {"data": {"values": [{}, {}]}})
    >>> bundle["text/plain"]
    'Chart: Meetings. Two held in Vienna.'
    """
    options = metadata.get("embed_options", {})
    if stored := stored_charts.find(spec, options):
        return stored
    spec = cleaned(spec)
    description = describe(spec)
    vega = _compiled(spec, description)
    mime, drawn = (VEGA_MIME, vega) if vega else (VEGALITE_MIME, uncompiled(spec, description))
    usermeta = drawn.get("usermeta", {})
    # Screen readers read SVG marks but nothing of a canvas, and the actions menu has no name. In a dark
    # theme JupyterLab would have Vega's own white titles drawn, on a chart that has a ground of its own.
    embed = {"renderer": "svg", "actions": False, "theme": None} | usermeta.get("embedOptions", {})
    drawn["usermeta"] = usermeta | {"embedOptions": embed | options}
    sentence = read_aloud(spec, description)
    bundle = {mime: drawn, "text/plain": sentence}
    about: dict[str, Any] = {
        "image/png": {"alt": sentence},
        mime: {"embed_options": {"defaultStyle": STYLE}},
    }
    anew = stored_charts.always_anew()
    # The server of notebooks gives a kernel this name; one that is run in a batch has none.
    if vega and (anew or "JPY_SESSION_NAME" not in os.environ):
        bundle["image/png"], size = draw(vega, factor(vega))
        about["image/png"] |= size
    if vega and anew:
        # From here `tools/lessons.py` writes the index; it takes the key out of the lesson.
        about["track2"] = stored_charts.key_of(spec, options)
    return with_nulls(bundle), about


def _compiled(spec: dict[str, Any], description: str) -> dict[str, Any]:
    """Give the Vega that JupyterLab draws for a Vega-Lite specification; nothing without a compiler."""
    try:
        import vl_convert
    except ImportError:
        return {}
    vega: dict[str, Any] = vl_convert.vegalite_to_vega(spec)
    if any("url" in source for source in vega.get("data", [])):
        raise ValueError(OUTSIDE)
    # Vega-Lite 6 compiles to a specification that Vega 5 draws alike.
    vega["$schema"] = VEGA_SCHEMA
    vega["description"] = description
    moving_title(vega)
    enlarged(vega)
    named_groups(vega)
    return vega
