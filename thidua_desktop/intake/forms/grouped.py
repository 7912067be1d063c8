"""A table grouped by unit: "I | TRƯỜNG TIỂU HỌC …" opens the rows of a unit, and there is no unit column."""

import re

from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.columns import Columns, find_columns
from thidua_desktop.intake.source import Row, Sheet, Source
from thidua_desktop.intake.table import read_table
from thidua_desktop.intake.unit_words import starts_as_unit

NAME = "grouped"

_ROMAN = re.compile(r"[IVXLC]+\s*[.)]?|[A-HĐ]\s*[.)]?")


def recognise(source: Source) -> int:
    """Count the rows of the sheets that open units; more than an annex counts, so that it goes first."""
    return sum(len(sheet.rows) + 1 for sheet in source.sheets if _opens_units(sheet))


def read(source: Source, collector: Collector) -> None:
    """Read sheet after sheet, each unit holding until the next."""
    for sheet in source.sheets:
        read_table(sheet, collector, _unit_opened)


def _opens_units(sheet: Sheet) -> bool:
    columns = next(filter(None, (find_columns(row.cells) for row in sheet.rows)), None)
    if columns is None or "unit" in columns.places or "joined" in columns.places:
        return False
    return any(_unit_opened(row, columns) for row in sheet.rows)


def _unit_opened(row: Row, columns: Columns) -> str:
    filled = row.filled()
    place, name = columns.cell(row.cells, "place"), columns.cell(row.cells, "name")
    heading = len(filled) == 2 and bool(_ROMAN.fullmatch(place)) and filled[1] == name
    if not heading or line_kinds.section_of(name) or not starts_as_unit(name):
        return ""
    return name
