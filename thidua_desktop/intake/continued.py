"""Rows typed over two lines of a table: the second has no number and no name, and goes on with the first."""

import re

from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.ditto import is_ditto
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.heading import starts_list
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit

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
    unit = columns.places.get("unit", columns.places.get("joined", -1))
    if unit in filled and starts_as_unit(below.cells[unit]):
        return None  # a row that lost its name
    if not any(_is_open(row.cells[place], below.cells[place]) for place in filled) or _ends(below):
        return None
    cells = list(row.cells)
    for place in filled:
        cells[place] = f"{cells[place]} {below.cells[place]}"
    return row._replace(cells=tuple(cells), broken=tuple(one for one in row.broken if one[0] not in filled))


def _is_open(cell: str, below: str) -> bool:
    """Whether a cell goes on below; a ditto mark is whole though dashes end it."""
    return not is_ditto(cell) and (bool(_OPEN.search(cell)) or below[0].islower())


def _ends(row: Row) -> bool:
    """Whether a row is a sum, a signature or a heading, which goes on with nothing."""
    text = " ".join(row.filled())
    told = (line_kinds.stated_in, line_kinds.is_empty_total, line_kinds.is_signature, line_kinds.section_of)
    return any(one(text) for one in told) or starts_list(text) or reference_in(text) is not None
