"""Rows typed over two lines of a table: the second has no number and no name, and goes on with the first."""

import re

from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.source import Row

SAID = "“{}” ở dòng dưới được hiểu là viết tiếp dòng này"
_GOES_ON = ("post", "unit", "joined", "citation", "note", "title")
_OPEN = re.compile(r"(?:[,\-–]|\b(?:và|của))\s*$")


def continued(row: Row, below: Row, columns: Columns) -> Row | None:
    """Return a row together with the one below it where that goes on with its cells, else None.

    A cell shows so by a comma or a dash at its end, or a small letter below; the others go with it.
    """
    name = columns.places["name"]
    width = len(below.cells)
    if below.table != row.table or width > len(row.cells) or (name < width and below.cells[name]):
        return None
    own = {columns.places[role] for role in _GOES_ON if role in columns.places}
    filled = [place for place, cell in enumerate(below.cells) if cell]
    if not own.issuperset(filled) or not all(row.cells[place] for place in filled):
        return None
    if not any(_OPEN.search(row.cells[place]) or below.cells[place][0].islower() for place in filled):
        return None
    cells = list(row.cells)
    for place in filled:
        cells[place] = f"{cells[place]} {below.cells[place]}"
    return row._replace(cells=tuple(cells), broken=tuple(one for one in row.broken if one[0] not in filled))
