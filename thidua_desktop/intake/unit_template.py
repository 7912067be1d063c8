"""A unit's own list that came back: recognised by its mark, whatever program saved it last."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.unit_template import (
    COLUMNS,
    MARK_SHEET,
    PROPERTY,
    TAG,
    Returned,
    ReturnedRow,
    unpacked,
)
from thidua_desktop.domain.vietnamese import clean, same_key
from thidua_desktop.intake.guard import Guarded, private_copy
from thidua_desktop.intake.unreadable import DAMAGED, PASSWORD, Unreadable
from thidua_desktop.intake.zip_check import MAX_CELLS

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

FORM = "unit-template"
_WORKBOOKS = frozenset({"xlsx", "xls", "ods"})
_NOT_OURS = "Không phải mẫu do phần mềm xuất cho đơn vị: nhập bằng “Nhập từ Excel, Word…”."
_OURS = "Mẫu của đơn vị “{}” năm {}: bấm “Nhận mẫu…” để so với sổ và với lúc xuất."
_MARK_LOST = (
    "Mẫu của đơn vị nhưng trang dấu ẩn đã mất (chép sang tệp khác): nhập bằng “Nhập từ Excel, Word…”, "
    "hoặc xuất lại mẫu."
)
_MARK_STRANGE = "Dấu của mẫu bị hỏng hoặc do bản phần mềm mới hơn ghi: cài bản mới, hoặc xuất lại mẫu."
_NO_HEADER = "Mẫu của đơn vị nhưng hàng tiêu đề (Họ và tên …) đã bị xóa hoặc sửa: xuất lại mẫu."
_NEEDED = frozenset({"uid", "name"})
_MAX_ROWS = 20_000


def read_template(path: Path) -> Returned:
    """Read a list that came back; the file itself is only ever read.

    Raises Unreadable, with a Vietnamese sentence, for a file that is damaged or not ours.
    """
    path = Path(path)
    try:
        with private_copy(path) as guarded:
            return _returned(path, guarded)
    except (Unreadable, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a parser's panic on a hostile file is no Exception, yet only its fault
        raise Unreadable(DAMAGED) from error


def is_template(copy: Path) -> bool:
    """Tell whether a checked workbook bears our mark, without reading its sheets."""
    marks = (("docProps/custom.xml", PROPERTY), ("xl/workbook.xml", MARK_SHEET))
    return any(_named(copy, part, name) for part, name in marks)


def told(path: Path, guarded: Guarded) -> str:
    """Say of a list of ours whose it is and where it is taken back; "" of any other file."""
    if guarded.kind != "xlsx" or not is_template(guarded.path):
        return ""
    try:
        mark = _returned(path, guarded).mark
    except Unreadable:  # what is left of it may still be read as a list
        return ""
    return _OURS.format(mark.unit_name, mark.year)


def _named(copy: Path, part: str, name: str) -> bool:
    with suppress(zipfile.BadZipFile, KeyError, OSError), zipfile.ZipFile(copy) as archive:
        return bool(re.search(rb'name="%s"' % re.escape(name.encode()), archive.read(part)))
    return False


def _returned(path: Path, guarded: Guarded) -> Returned:
    if guarded.kind not in _WORKBOOKS:
        raise Unreadable(_NOT_OURS)
    hidden, sheets = _sheets(guarded.path)
    if not hidden:
        raise Unreadable(_MARK_LOST if is_template(guarded.path) else _NOT_OURS)
    try:
        mark, original = unpacked(hidden)
    except ValueError as error:
        raise Unreadable(_MARK_STRANGE) from error
    for sheet in sheets:
        found = _header(sheet)
        if found is not None:
            return Returned(path.name, str(path), guarded.sha256, mark, original, _rows(sheet, *found))
    raise Unreadable(_NO_HEADER)


Grid = tuple[int, list[list[Any]]]  # the number of the first row, the cells


def _sheets(path: Path) -> tuple[list[str], list[Grid]]:
    """The lines under our tag, and every other sheet."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_path(path) as workbook:
            grids = [_grid(workbook, place) for place in range(len(workbook.sheet_names))]
    except PasswordError:
        raise Unreadable(PASSWORD) from None
    except CalamineError as error:
        raise Unreadable(DAMAGED) from error
    marked = [grid for grid in grids if grid[1] and _text(grid[1][0][0]) == TAG]
    lines = [_text(row[0]) for row in marked[0][1] if row[0] != ""] if marked else []
    return lines, [grid for grid in grids if grid not in marked]


def _grid(workbook: "CalamineWorkbook", place: int) -> Grid:
    sheet = workbook.get_sheet_by_index(place)
    if sheet.height * sheet.width > MAX_CELLS:
        raise Unreadable(DAMAGED)
    top, _ = sheet.start or (0, 0)
    return top + 1, sheet.to_python(skip_empty_area=True)


def _header(grid: Grid) -> tuple[int, Mapping[str, int]] | None:
    """The row of the header by its place, and the columns; a unit may have moved or added some."""
    codes = {same_key(words): code for code, words in COLUMNS.items()}
    for place, row in enumerate(grid[1]):
        found = {
            codes[key]: column for column, cell in enumerate(row) if (key := same_key(_text(cell))) in codes
        }
        if set(found) >= _NEEDED:
            return place, found
    return None


def _rows(grid: Grid, header: int, columns: Mapping[str, int]) -> tuple[ReturnedRow, ...]:
    first, rows = grid
    filled = []
    for place, row in enumerate(rows[header + 1 : header + 1 + _MAX_ROWS], start=first + header + 1):
        texts = _texts(row, columns)
        uid = texts.pop("uid")
        if uid or any(texts.values()):
            filled.append(ReturnedRow(place, uid, texts))
    return tuple(filled)


def _texts(row: Sequence[Any], columns: Mapping[str, int]) -> dict[str, str]:
    found = {code: clean(_text(row[column])) for code, column in columns.items() if code != "place"}
    return {code: found.get(code, "") for code in COLUMNS if code != "place"}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return show(value.date())
    return show(value) if isinstance(value, date) else str(value)
