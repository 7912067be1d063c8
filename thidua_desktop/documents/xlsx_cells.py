"""Cells of a workbook: numbers as numbers, dates as dates, and text that never becomes a formula."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.cells import aligned, clean, shown
from thidua_desktop.documents.document import Cell, Column

_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_SAFE_DAY = 61  # Excel believes in 29 February 1900: older dates are written as text
_FORMULA_SIGNS = frozenset("=+-@")
_SAMPLES: dict[str, Cell] = {"text": "", "count": 0, "share": 0.5, "date": date.min}
_NUMBER_FORMATS = {"text": "General", "count": "#,##0", "share": "#,##0.0#", "date": "dd/mm/yyyy"}


def plain(text: str) -> str:
    """Text safe as a cell: the library takes a text wrapped in <r> for markup of its own."""
    text = clean(text)
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


class Styles:
    """The workbook's cell formats, made once each."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, **properties: Any) -> Any:
        """The format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": letterhead.FONT, "font_size": letterhead.TABLE_PT}
            self._made[key] = self._workbook.add_format(base | properties)
        return self._made[key]


class RowWriter:
    """Writes rows of one table in one look; formats are chosen once per column, not per cell."""

    def __init__(self, worksheet: Any, styles: Styles, columns: Sequence[Column], **properties: Any) -> None:
        look = {"border": 1, "valign": "top", **properties}
        self._worksheet = worksheet
        self._formats = {
            kind: [
                styles.get(**look, align=aligned(column, sample), num_format=_number_format(kind, column))
                for column in columns
            ]
            for kind, sample in _SAMPLES.items()
        }
        self._formats["quoted"] = [
            styles.get(**look, align=column.align, quote_prefix=True) for column in columns
        ]

    def write(self, at: int, row: tuple[Cell, ...]) -> None:
        """Write one row."""
        formats = self._formats
        sheet = self._worksheet
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                kind = "quoted" if cell[:1] in _FORMULA_SIGNS else "text"
                sheet.write_string(at, column, plain(cell), formats[kind][column])
            elif cell is None:
                sheet.write_blank(at, column, None, formats["text"][column])
            elif isinstance(cell, date):
                self._write_date(at, column, cell)
            else:
                kind = "count" if cell == int(cell) else "share"
                sheet.write_number(at, column, cell, formats[kind][column])

    def _write_date(self, at: int, column: int, day: date) -> None:
        number = day.toordinal() - _DAY_ZERO
        style = self._formats["date"][column]
        if number < _FIRST_SAFE_DAY:
            self._worksheet.write_string(at, column, shown(day), style)
        else:
            self._worksheet.write_number(at, column, number, style)


def _number_format(kind: str, column: Column) -> str:
    return "0" if kind == "count" and not column.grouped else _NUMBER_FORMATS[kind]
