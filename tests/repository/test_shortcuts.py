"""The shortcuts of JupyterLab: a key pressed in an output is the output's, and no cell's."""

import json
from pathlib import Path

import jupyterlab

OVERRIDES = Path(__file__).parents[2] / "track2lib/jupyter/overrides.json"
SCHEMAS = Path(jupyterlab.__file__).with_name("schemas")
# What has the focus in an output is no cell. A comma would stop every shortcut of JupyterLab.
OUTSIDE = ":not(.jp-OutputArea *)"


def settings():
    return json.loads(OVERRIDES.read_text("utf-8"))["@jupyterlab/shortcuts-extension:shortcuts"]


def installed():
    """Give the shortcuts of JupyterLab that act on whatever has the focus in a notebook."""
    found = []
    for path in sorted(SCHEMAS.rglob("*.json")):
        for shortcut in json.loads(path.read_text("utf-8")).get("jupyter.lab.shortcuts", []):
            focused = shortcut["selector"].rpartition(" ")[2].startswith(":focus")
            if focused and (any(shortcut["keys"]) or shortcut.get("macKeys")):
                found.append(shortcut)
    return found


def test_every_shortcut_of_a_notebook_stops_at_its_outputs():
    """Each is taken away and given back for what is no output; there are no others."""
    right = []
    for shortcut in installed():
        elsewhere = {"selector": shortcut["selector"] + OUTSIDE}
        right += [shortcut | {"disabled": True}, shortcut | elsewhere]
    assert len(right) > 60
    lines = ",\n".join(f"      {json.dumps(line)}" for line in right)
    assert settings() == {"shortcuts": right}, (
        f"JupyterLab {jupyterlab.__version__} has other shortcuts than {OVERRIDES.name} was "
        "written for: a letter or an arrow pressed in a slider or a menu of a lesson would move "
        f'or delete a cell. Put these lines into its list "shortcuts":\n{lines}'
    )


def test_no_selector_has_a_comma():
    """JupyterLab refuses a selector with a comma, and with it all shortcuts that it has."""
    assert [line for line in settings()["shortcuts"] if "," in line["selector"]] == []
