"""What a row repeats of the one above it: by ditto marks, or by a unit written once for its group."""

from collections.abc import Iterable
from itertools import pairwise

from thidua_desktop.intake.ditto import is_ditto
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit

_REPEATED = (
    "unit",
    "commune",
    "rank",
    "post",
    "title",
    "year",
    "joined",
    "number",
    "date",
    "decision",
    "authority",
)
_BLANK = "Ô đơn vị để trống: chưa rõ có phải “{}” như dòng trên không. Ghi đơn vị vào từng dòng rồi nhập lại."
_LEAST = 2  # cells of a line that is no person


class RowAbove:
    """Remembers the cells of the row above under one header, and writes out what the next one repeats."""

    def __init__(self, columns: Columns, below: Iterable[Row], before: "RowAbove | None" = None) -> None:
        self._roles = tuple(role for role in _REPEATED if role in columns.places)
        self._cells: dict[str, str] = before._cells if before else {}  # noqa: SLF001 - above a header repeated
        self._once = _written_once(columns, below)
        self._carries = columns.places.get("unit", -1) < columns.places["name"]

    def forget(self) -> None:
        """Begin anew: nothing above is repeated."""
        self._cells = {}

    def write_out(self, cells: dict[str, str]) -> tuple[tuple[str, ...], str]:
        """Write out what a row repeats; return what is said of that, and why it is asked."""
        said: tuple[str, ...] = ()
        doubt = ""
        above = self._cells
        for role in self._roles:
            cell = cells.get(role)
            if cell and is_ditto(cell) and above.get(role):
                cells[role] = above[role]
                said = (*said, f"“{cell}” được hiểu là “{cells[role]}” như dòng trên")
        left_out = self._once and not cells.get("unit") and not starts_as_unit(cells.get("name", ""))
        if left_out and (unit := above.get("unit")):
            cells["unit"] = unit
            if self._carries:
                said = (*said, f"Ô đơn vị để trống được hiểu là “{unit}” như dòng trên")
            else:
                doubt = _BLANK.format(unit[:60])
        self._cells = cells
        return said, doubt


def _written_once(columns: Columns, below: Iterable[Row]) -> bool:
    """Tell whether a column names each unit once for the rows of its group.

    Left of the names it is one of groups; right of them a blank may be a unit left out.
    """
    if "unit" not in columns.places:
        return False
    people = [
        row
        for row in below
        if (name := columns.cell(row.cells, "name"))
        and len(row.filled()) > _LEAST
        and not starts_as_unit(name)
    ]
    cells = [columns.cell(row.cells, "unit") for row in people]
    written = [cell for cell in cells if cell]
    apart = all(one != after for one, after in pairwise(written))
    return bool(written) and bool(cells[0]) and apart and len(cells) >= 2 * len(written)
