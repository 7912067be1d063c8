"""Headers of lists of a year whose titles are broken over rows of their own: Số / thứ / tự."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.intake.source import Row, Sheet
from thidua_desktop.intake.yearly_columns import columns_of_year, yearly_role

_HEADER_ROWS = 40
_MOST = 3
_LEAST_COLUMNS = 3


def with_joined_titles(sheet: Sheet) -> Sheet | None:
    """Return the sheet with such titles in one row, None where no rows make titles only together."""
    for place in range(min(_HEADER_ROWS, len(sheet.rows))):
        for count in range(_MOST, 1, -1):
            block = sheet.rows[place : place + count]
            if len(block) == count and (cells := _joined(block)):
                first = block[0]._replace(cells=cells, broken=(), spans=())
                empty = [row._replace(cells=tuple("" for _ in row.cells), spans=()) for row in block[1:]]
                return replace(sheet, rows=(*sheet.rows[:place], first, *empty, *sheet.rows[place + count :]))
    return None


def _joined(block: Sequence[Row]) -> tuple[str, ...]:
    """The titles rows make together, nothing unless every column of every row takes part."""
    filled = [place for place, cell in enumerate(block[0].cells) if cell]
    whole = all([place for place, cell in enumerate(row.cells) if cell] == filled for row in block)
    numbers = any(cell.strip(" ()").isdecimal() for row in block for cell in row.cells)
    if len(filled) < _LEAST_COLUMNS or not whole or numbers or len({row.table for row in block}) > 1:
        return ()
    width = len(block[0].cells)
    cells = tuple(" ".join(filter(None, (row.cells[at] for row in block))) for at in range(width))
    roles = {role: at for at, cell in enumerate(cells) if cell and (role := yearly_role(cell))}
    known = len(roles) == len(filled) and columns_of_year(roles)
    alone = {yearly_role(cell) for cell in block[0].cells if cell}
    return cells if known and not alone >= roles.keys() else ()
