"""Run by the Python of LibreOffice: open files, type into cells as a person does, save anew.

Reads a task as JSON from standard input; see `tools/spreadsheets.py`, which is what to run.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue


def settings(**values: Any) -> tuple[Any, ...]:
    """Give settings in the form that the program takes."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(port: int) -> list[Any]:
    """Wait for the program, and give its desktop and what gives it orders."""
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.bridge.UnoUrlResolver"
    )
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(150):
        try:
            context = resolver.resolve(address)
        except Exception:  # it has not started yet
            time.sleep(0.2)
        else:
            names = "com.sun.star.frame.Desktop", "com.sun.star.frame.DispatchHelper"
            make = context.ServiceManager.createInstanceWithContext
            return [make(name, context) for name in names]
    raise SystemExit("LibreOffice did not start")


task = json.load(sys.stdin)
desktop, orders = connect(task["port"])
for file in task["files"]:
    book = desktop.loadComponentFromURL(Path(file["path"]).as_uri(), "_blank", 0, ())
    view = book.CurrentController
    for sheet, cell, text in file["cells"]:
        # Not set from outside, which would pass over the format of the cell: typed, and Enter.
        view.setActiveSheet(book.Sheets.getByName(sheet))
        orders.executeDispatch(view.Frame, ".uno:GoToCell", "", 0, settings(ToPoint=cell))
        orders.executeDispatch(view.Frame, ".uno:EnterString", "", 0, settings(StringName=text))
    for saved in file["saved"]:
        path = Path(saved["path"]).as_uri()
        book.storeToURL(path, settings(**saved["settings"]))
    book.close(True)
desktop.terminate()
