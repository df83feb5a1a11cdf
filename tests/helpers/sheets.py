"""Workbooks that a test fills as a reader would, cell by cell."""

import openpyxl


def fill_sheet(path, sheet, *rows):
    """Write rows at the end of a sheet, each cell with the type that it is given with."""
    book = openpyxl.load_workbook(path)
    own = book[sheet]
    heading = [cell.value for cell in own[1]]
    line = 2
    while any(cell.value is not None for cell in own[line]):
        line += 1
    for number, row in enumerate(rows, start=line):
        for name, value in row.items():
            own.cell(number, heading.index(name) + 1, value)
    book.save(path)
