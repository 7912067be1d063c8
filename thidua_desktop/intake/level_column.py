"""A column titled Cấp that tells by whose level each award was given, known by its cells."""

import re
from collections.abc import Iterable

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.result_columns import known
from thidua_desktop.intake.source import Row

_LEVEL_TITLES = frozenset(("cap", "cap khen", "cap khen thuong"))
_LEVEL = re.compile(r"\W*(?:cap )?(?:tinh|huyen|xa|thanh pho|thi xa|quan|phuong|thi tran)\W*")


def with_levels(columns: Columns, below: Iterable[Row]) -> Columns:
    """Return the columns with the one titled Cấp as who gave each award, where each cell tells that."""
    found = [place for place, title in columns.unknown if fold(title).strip(" .:") in _LEVEL_TITLES]
    if len(found) != 1 or "authority" in columns.places:
        return columns
    rows = [row for row in below if columns.cell(row.cells, "name") and found[0] < len(row.cells)]
    cells = {row.cells[found[0]] for row in rows if row.cells[found[0]]}
    if not cells or not all(_LEVEL.fullmatch(fold(cell)) for cell in cells):
        return columns
    return known(columns, found[0], "authority")
