"""Tables without a header that is known: which rows are data, and which only set lines side by side."""

from collections.abc import Sequence

from thidua_desktop.intake.heading import is_letterhead
from thidua_desktop.intake.line_kinds import is_signature
from thidua_desktop.intake.source import Row

UNREAD = (
    "Chưa đọc dòng này: bảng không có hàng tiêu đề hiểu được (Họ và tên, Đơn vị …): chỉ tên cột ở thẻ Cột."
)
UNREAD_TABLE = (
    "Bảng này không có hàng tiêu đề hiểu được (Họ và tên, Đơn vị …) nên chưa đọc dòng nào: chỉ tên các cột ở "
    "thẻ Cột, hoặc ghi hàng tiêu đề vào bảng rồi nhập lại."
)
UNREAD_SHEET = "Trang tính không có hàng tiêu đề cột (Họ và tên, Đơn vị …) nên chưa đọc."
_FEW = 3  # filled cells a row of data has at least, fewer where the table has only two columns
_FEW_LINES = 4  # rows of two cells in a sheet that need not be a list


def data_rows(rows: Sequence[Row]) -> list[int]:
    """Return the places of the rows of a table without a header that are neither heading nor signature."""
    width = max((sum(map(bool, row.cells)) for row in rows), default=0)
    return [place for place, row in enumerate(rows) if sum(map(bool, row.cells)) >= max(2, min(width, _FEW))]


def looks_like_table(rows: Sequence[Row]) -> bool:
    """Tell whether rows without a header may be a list: the head of a letter and its signatures are none."""
    inner = [rows[place] for place in data_rows(rows)]
    if rows[0].table:
        return len(inner) > 1 and not _sets_side_by_side(rows)
    if max((sum(map(bool, row.cells)) for row in inner), default=0) > 2:
        return len(inner) > 1
    numbered = any(next(filter(None, row.cells)).isdecimal() for row in inner)
    return len(inner) > (1 if numbered else _FEW_LINES)


def _sets_side_by_side(rows: Sequence[Row]) -> bool:
    """Whether a table in Word is the head of a paper, its signatures, or labels with their words."""
    if all(row.filled()[0].endswith(":") for row in rows):
        return True
    return any(is_letterhead(cell) or is_signature(cell) for row in rows for cell in row.filled())
