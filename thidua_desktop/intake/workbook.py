"""Excel workbooks as neutral text: values only, hidden sheets left out and said so."""

import zipfile
from collections import defaultdict
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.dates import show
from thidua_desktop.intake.hidden import Hidden, in_open_document, in_workbook, left_out
from thidua_desktop.intake.no_collection import no_collection
from thidua_desktop.intake.source import Mark, Row, Sheet, Source
from thidua_desktop.intake.unreadable import PASSWORD, Unreadable
from thidua_desktop.intake.workbook_fonts import SheetFonts, read_fonts
from thidua_desktop.intake.zip_check import MAX_CELLS

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_HIDDEN_SHEET = "Trang tính đang ẩn nên chưa đọc: bỏ ẩn rồi nhập lại nếu cần."
_MAX_MERGES = 20_000
_WIDEST_TITLE = 40  # columns; what is merged wider is a heading of the sheet
_WIDEST_REPEATED = 4  # columns; a wider heading is not read twice


def read_workbook(path: Path) -> Source:
    """Read all visible sheets.

    Raises Unreadable for a workbook with a password or with content Excel would not write.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    sheets: list[Sheet] = []
    said: list[tuple[str, str]] = []
    try:
        fonts, hidden = _beside_values(path)
        with no_collection(), CalamineWorkbook.from_path(path) as workbook:
            for place, about in enumerate(workbook.sheets_metadata):
                sheet = workbook.get_sheet_by_index(place)
                if about.visible != SheetVisibleEnum.Visible:
                    if sheet.height:
                        said.append((about.name, _HIDDEN_SHEET))
                    continue
                read = _sheet(sheet, fonts.get(about.name, {}))
                if covered := hidden.get(about.name):
                    rows, reasons = left_out(covered, read.rows)
                    read = Sheet(read.name, tuple(rows))
                    said += ((about.name, reason) for reason in reasons)
                sheets.append(read)
    except PasswordError:
        raise Unreadable(PASSWORD) from None
    except CalamineError as error:
        raise Unreadable("Không đọc được bảng tính: mở bằng Excel, lưu lại thành .xlsx rồi nhập.") from error
    return Source("workbook", tuple(sheets), tuple(said))


def _beside_values(path: Path) -> tuple[dict[str, SheetFonts], dict[str, Hidden]]:
    """Return what calamine does not tell: old fonts, and hidden rows and columns, by sheet."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return read_fonts(archive), in_workbook(archive)
    if path.suffix == ".ods":
        with zipfile.ZipFile(path) as archive:
            return {}, in_open_document(archive)
    return {}, {}


def _sheet(sheet: "CalamineSheet", fonts: SheetFonts) -> Sheet:
    if sheet.height * sheet.width > MAX_CELLS:
        raise Unreadable(f"Trang tính “{sheet.name}” có quá nhiều ô: chia nhỏ rồi nhập lại.")
    top, left = sheet.start or (0, 0)
    texts: defaultdict[type, _Texts] = defaultdict(_Texts)  # by type: True is not 1.0 here
    pad = ("",) * left
    grid = [
        (*pad, *[value if type(value) is str else texts[type(value)][value] for value in row])
        for row in sheet.to_python(skip_empty_area=True)
    ]
    spans = _merged(grid, sheet, top)
    rows = [
        Row(number, cells, 0, spans.get(number - top - 1, ()))
        for number, cells in enumerate(grid, top + 1)
        if any(cells)
    ]
    if fonts:
        rows = [_with_fonts(row, fonts.get(row.number, ())) for row in rows]
    return Sheet(sheet.name, tuple(rows))


def _with_fonts(row: Row, marks: tuple[Mark, ...]) -> Row:
    """Set the fonts beside the cells; pieces that do not make up the text are not believed."""
    told = [*marks[: len(row.cells)], *(None,) * (len(row.cells) - len(marks))]
    for place, mark in enumerate(told):
        if isinstance(mark, tuple) and sum(length for length, _ in mark) != len(row.cells[place]):
            told[place] = None
    return row._replace(fonts=tuple(told) if any(told) else ())


class _Texts(dict[Any, str]):
    """What numbers and dates read as; they come back on thousands of rows."""

    def __missing__(self, value: Any) -> str:
        text = self[value] = _text(value)
        return text


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and not isfinite(value):
        return ""  # no cell holds such a number: the file was made by hand
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return show(value.date())
    return show(value) if isinstance(value, date) else str(value)


def _merged(
    grid: list[tuple[str, ...]], sheet: "CalamineSheet", top: int
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Repeat what a cell merged downwards says in each row it spans, as the eye reads it.

    Return the cells merged sideways, by the place of their row in the grid.
    """
    spans: dict[int, list[tuple[int, int]]] = {}
    written: dict[int, dict[int, str]] = {}
    width, steps = len(grid[0]) if grid else 0, 0
    for (first, column), (last, right) in (sheet.merged_cell_ranges or [])[:_MAX_MERGES]:
        if column >= width or right - column >= _WIDEST_TITLE:
            continue
        rows = range(max(first - top, 0), min(last - top, len(grid) - 1) + 1)
        steps += len(rows)
        if not rows or steps > MAX_CELLS:  # overlapping merges of a hostile file
            continue
        text = grid[rows[0]][column] if right - column < _WIDEST_REPEATED else ""
        for row in rows:
            under = dict.fromkeys(range(column + 1, min(right + 1, width)), "")  # what a merge covers
            if text:
                under[column] = text
            if any(grid[row][place] != cell for place, cell in under.items()):
                written.setdefault(row, {}).update(under)
            if right > column:
                spans.setdefault(row, []).append((column, right))
    for row, texts in written.items():
        grid[row] = tuple([texts.get(place, cell) for place, cell in enumerate(grid[row])])
    return {row: tuple(sorted(found)) for row, found in spans.items()}
