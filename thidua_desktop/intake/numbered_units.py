"""A numbered row that names a unit and nothing else, over its people behind dashes or counted from one."""

import re
from collections.abc import Sequence

from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.name_lines import is_whole_name
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import names_unit, starts_as_unit

_NUMBER = re.compile(r"\d{1,3}\s*[.)]?")
_FIRST = re.compile(r"0?1\s*[.)]?")
_DASH = re.compile(r"[-–+*•]")


def unit_opened(rows: Sequence[Row], place: int, columns: Columns) -> str:
    """Return the unit a numbered row opens whose people follow behind dashes or counted from one, else ""."""
    if place + 1 >= len(rows) or columns.places.keys() & {"unit", "joined"}:
        return ""
    row, below = rows[place], rows[place + 1]
    number, name = columns.cell(row.cells, "place"), columns.cell(row.cells, "name")
    first = columns.cell(below.cells, "name")
    alone = row.filled() == [number, name] and _NUMBER.fullmatch(number) and names_unit(name)
    counted = columns.cell(below.cells, "place")
    begins = _DASH.fullmatch(counted) or (_FIRST.fullmatch(counted) and is_whole_name(first))
    under = below.table == row.table and begins and first and not starts_as_unit(first)
    return name if alone and under else ""
