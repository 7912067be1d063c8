"""Tables no row of which is taken without being asked: two lists in one, or one that gives nothing."""

import re

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.roles import DECIDING
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_columns import yearly_role

_SIDE_BY_SIDE = (
    "Bảng có hai cột số thứ tự, như hai danh sách đứng cạnh nhau: tách mỗi danh sách thành một bảng rồi nhập."
)
_OF_A_YEAR = (
    "Bảng này là xếp loại, sáng kiến hoặc kỷ luật đứng chung với danh sách khen thưởng: tách riêng ra."
)
_TWO_NAMES = "Bảng có hai cột tên người (Ông, Bà) nên chưa rõ là mấy người, mấy hộ: gộp vào một cột tên."
_OF_MONEY = "Bảng này ghi tiền thưởng của danh sách phía trên, không phải danh sách khen thưởng."
OF_COUNTS = (
    "Bảng này chỉ ghi con số (thống kê), không phải danh sách khen thưởng: nhập danh sách của từng quyết "
    "định, hoặc ghi tổng ở Số liệu kế thừa nếu không còn danh sách."
)
_CORRECTED = (
    "Bảng có cột ghi tên đúng, nội dung đính chính của một quyết định trước: sửa ở quyết định ấy, không nhập "
    "thành lượt khen."
)
_PUT_RIGHT = re.compile(
    r"(?:ho (?:va )?ten|ten|thong tin|noi dung)\b.*\b(?:dung|dinh chinh|sua (?:lai|thanh)|dieu chinh)"
    r"|(?:(?:nay|xin) )?(?:dinh chinh|sua (?:lai|thanh))\b.*"
)
_COUNT = re.compile(r"(?:tong )?so (?:luong|luot)\b.*|tong so.*")
_WIFE = re.compile(r"(?:ho (?:va )?ten )?(?:ba|vo|chong)")
_MONEY = re.compile(r"\b(?:so tien|tien thuong|muc thuong|thanh tien)\b")


def counts(header: Row) -> bool:
    """Tell whether a table whose header names nobody only counts."""
    return any(map(_COUNT.fullmatch, map(fold, header.filled())))


def doubt_of(columns: Columns, *, further: bool) -> str:
    """Return why the rows of a table are asked, "" where they are not; further: a list stands above it."""
    titles = [title for _, title in columns.unknown]
    if any(role_of(title) == "place" for title in titles):
        return _SIDE_BY_SIDE
    if any(_PUT_RIGHT.fullmatch(fold(title).strip()) for title in titles):
        return _CORRECTED
    if any(_WIFE.fullmatch(fold(title).strip()) for title in titles):
        return _TWO_NAMES
    bare = not columns.places.keys() - {"place", "name", "note"}
    if further and bare and any(_MONEY.search(fold(title)) for title in titles):
        return _OF_MONEY
    if further and "title" not in columns.places and any(yearly_role(title) in DECIDING for title in titles):
        return _OF_A_YEAR
    return ""
