"""Tables - of a sheet or of a Word document - read row by row under their header."""

import re
from collections.abc import Callable

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.columns import Columns, find_columns, is_column_numbers
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.heading import starts_list
from thidua_desktop.intake.item_text import Item, from_cells, split_joined
from thidua_desktop.intake.source import Row, Sheet

_PLACE = re.compile(r"\d{1,6}\s*[.)]?")
_DITTO = re.compile(r"[\"“”″'’,\-–]{1,4}|-?\s*nt\s*-?|nhu tren|-?\s*\"\s*-?")
_REPEATED = ("unit", "post", "title", "year", "joined")

Section = Callable[[Row, Columns], str]


def read_table(sheet: Sheet, collector: Collector, section: Section | None = None) -> None:
    """Read the rows of a sheet; `section` returns the unit a row opens, "" for any other row."""
    collector.start(sheet.name)
    reader = _Reader(collector, section)
    for row in sheet.rows:
        reader.take(row)
    if sheet.name and sheet.rows and not reader.headed:
        collector.unread_sheet()


class _Reader:
    def __init__(self, collector: Collector, section: Section | None) -> None:
        self._collector, self._section = collector, section
        self._columns: Columns | None = None
        self.headed = False
        self._below_heading = False
        self._table = 0
        self._unit = ""
        self._above: dict[str, str] = {}

    def take(self, row: Row) -> None:
        if row.table != self._table:
            self._table, self._columns, self._above, self._unit = row.table, None, {}, ""
        found = find_columns(row.cells)
        if found:
            self._columns, self.headed, self._below_heading = found, True, True
        elif self._columns is None:
            self._lines(row)
        elif not is_column_numbers(row.cells):
            self._body(row, self._columns)

    def _lines(self, row: Row) -> None:
        if len(row.filled()) > 2 and _PLACE.fullmatch(row.filled()[0]):
            self._collector.unread(row)  # a row of data whose header was not found
            return
        for cell in row.filled():
            if not self._collector.line(row, cell):
                self._collector.unread(row)
                return

    def _body(self, row: Row, columns: Columns) -> None:
        unit = self._section(row, columns) if self._section else ""
        if unit:
            self._unit, self._above = unit, {}
            return
        place, filled = columns.cell(row.cells, "place"), row.filled()
        numbered = bool(_PLACE.fullmatch(place))
        if not numbered and self._is_line(row, filled):
            return
        if numbered and len(filled) == 1:
            return  # a numbered row left blank by the typist
        if numbered or self._is_unnumbered_item(row, columns):
            self._item(row, columns)
        elif not self._collector.signing or len(filled) > 2:
            self._collector.unread(row)

    def _is_unnumbered_item(self, row: Row, columns: Columns) -> bool:
        named = columns.cell(row.cells, "name") or columns.cell(row.cells, "family")
        if not named or self._collector.signing:
            return False
        if "place" not in columns.places:
            return True
        return len(row.filled()) > 1 and not columns.cell(row.cells, "place")

    def _is_line(self, row: Row, filled: list[str]) -> bool:
        """Take headings, totals, sections and signatures that stand between or below the rows."""
        whole = " ".join(filled)
        if line_kinds.stated_in(whole):
            return self._collector.line(row, whole)
        if any(map(line_kinds.is_signing, filled)):
            return self._collector.line(row, next(filter(line_kinds.is_signing, filled)))
        if starts_list(whole) or reference_in(whole):
            self._below_heading, self._unit = False, ""
        if len(filled) > 2:
            return False
        text = whole if len(filled) == 1 else f"{filled[0]}. {filled[1]}"
        return self._collector.line(row, text, heading=not self._below_heading)

    def _item(self, row: Row, columns: Columns) -> None:
        cells = {role: columns.cell(row.cells, role) for role in columns.places}
        inferred = self._repeat(cells)
        name = " ".join(filter(None, (cells.get("family", ""), cells.get("name", ""))))
        item = Item(
            name=name,
            gender=_gender(cells),
            birth=cells.get("birth", ""),
            post=cells.get("post", ""),
            unit=cells.get("unit", "") or self._unit,
            title=cells.get("title", ""),
            year=cells.get("year", ""),
            number=cells.get("number", "") or cells.get("decision", ""),
            date=cells.get("date", ""),
            note=cells.get("note", ""),
            citation=cells.get("citation", ""),
            inferred=tuple(inferred),
        )
        if "joined" in cells:
            item = split_joined(item, cells["joined"])
        self._collector.item(row, from_cells(item), columns.kind)
        if any(place < len(row.cells) and row.cells[place] for place in columns.unknown):
            self._collector.remark("Có cột không rõ tiêu đề nên chưa đọc: xem lại hàng tiêu đề của bảng.")

    def _repeat(self, cells: dict[str, str]) -> list[str]:
        """Write out ditto marks from the row above; remember this row for the next."""
        said = []
        for role in _REPEATED:
            cell = cells.get(role, "")
            if cell and _DITTO.fullmatch(fold(cell) or cell) and self._above.get(role):
                cells[role] = self._above[role]
                said.append(f"“{cell}” được hiểu là “{cells[role]}” như dòng trên")
            self._above[role] = cells.get(role, "")
        return said


def _gender(cells: dict[str, str]) -> str:
    if cells.get("female") and not cells.get("male"):
        return "nữ"
    return "nam" if cells.get("male") and not cells.get("female") else cells.get("gender", "")
