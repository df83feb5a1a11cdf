"""Count the rooms of the library and the arrows between them: python tools/rooms.py [PACKAGE].

A room is a module or a folder directly in the package; an arrow is an import of one from another,
however many modules and names it brings. A room stands a floor above the highest that it imports.
"""

import ast
import sys
from pathlib import Path

LIBRARY = Path(__file__).parents[1] / "track2lib"


def arrows(package: Path) -> dict[str, set[str]]:
    """Give for each room the rooms that it imports from."""
    found: dict[str, set[str]] = {}
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        if room == "__init__":  # the front door: it only hands names on
            continue
        own = found.setdefault(room, set())
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                parts = node.module.split(".")
                if parts[0] == package.name:
                    own |= {parts[1]} if len(parts) > 1 else {name.name for name in node.names}
        own.discard(room)
    return found


def floors(imports: dict[str, set[str]]) -> dict[str, int]:
    """Give the floor of each room, counted from 1; those that import each other stand on none."""
    found: dict[str, int] = {}
    while ready := [r for r in imports if r not in found and imports[r] <= found.keys()]:
        found |= {room: 1 + max((found[r] for r in imports[room]), default=0) for room in ready}
    return found


def main(package: Path) -> int:
    """Print the house from the top floor down; the result is the number of rooms on no floor."""
    imports = arrows(package)
    standing = floors(imports)
    for room in sorted(imports, key=lambda room: (-standing.get(room, 0), room)):
        print(
            f"{standing.get(room, '-'):>2}  {room:12} -> {', '.join(sorted(imports[room])) or '.'}"
        )
    lost = len(imports) - len(standing)
    print(
        f"{len(imports)} rooms, {max(standing.values())} floors, "
        f"{sum(map(len, imports.values()))} arrows; {lost} rooms import each other"
    )
    return lost


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else LIBRARY))
