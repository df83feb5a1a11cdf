"""The reference of the library: which names it has, by the room in which each stands."""

from types import ModuleType

import track2lib as t2

__all__ = ["pages"]

# A name belongs to the first of these rooms in which its module stands.
ROOMS = {
    "Data": ["records", "sources"],
    "Charts": ["charts", "page"],
    "Lessons": ["lessons", "widgets", "reader"],
    "In a class": ["teaching"],
    "Measuring impact": ["impact"],
}
LISTED = """## {title}

```{{eval-rst}}
.. autosummary::
   :toctree: names
   :nosignatures:

{names}
```
"""


def pages() -> dict[str, str]:
    """Give the pages of the reference by their names: one that lists what there is."""
    names = [*_public(t2), *_public(t2.impact)]
    parts = []
    for title, rooms in ROOMS.items():
        own = [name for name, room in names if room in rooms]
        listed = "\n".join(f"   {name}" for name in own)
        parts.append(LISTED.format(title=title, names=listed))
    head = (
        "# Reference\n\nEvery name of the library, from what its own documentation says. "
        "`import track2lib as t2` stands before each example.\n"
    )
    return {"index.md": "\n".join([head, *parts])}


def _public(module: ModuleType) -> list[tuple[str, str]]:
    """Give the names of a module, each with the room that it comes from."""
    found = []
    for name in module.__all__:
        own = getattr(module, name)
        if not isinstance(own, ModuleType):
            found.append((f"{module.__name__}.{name}", own.__module__.split(".")[1]))
    return found
