"""A column titled Khối where households live: beside people it would be a block or a grade of a school."""

from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.result_columns import known

_QUARTER = "khoi"


def with_quarters(columns: Columns) -> Columns:
    """Return the columns of a list of households with the one titled Khối as where they live."""
    found = [place for place, title in columns.unknown if fold(title).strip(" .:") == _QUARTER]
    if len(found) != 1 or columns.places.keys() & {"unit", "joined"}:
        return columns
    return replace(known(columns, found[0], "unit"), hamlet="Khối")
