"""Rows a list itself says were not commended, in its notes or a column of results."""

import re
from functools import lru_cache

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.source import Row

_NOT_GIVEN = re.compile(
    r"\W*(?:(?:khong|chua) (?:dat|du|xet|khen|tang|cong nhan|de nghi|duoc (?:khen|tang|xet|cong nhan))\b"
    r"|(?:xin )?rut(?: (?:ten|khoi|ra|de nghi)\b|\W*$)|xoa ten\b|loai khoi\b|thoi (?:khong )?khen\b"
    r"|(?:.*\W)?(?:de nghi )?(?:khong|ko) (?:khen|xet|tang)\b"
    r"|(?:da )?(?:thu hoi|huy(?! (?:chuong|hieu|qd|quyet dinh))|tuoc)\b)"
)
_LEFT_OUT = re.compile(
    r"\W*(?:bỏ|gạch|xóa|xoá|rút|hoãn|trượt|loại)(?: (?:tên|ra|bỏ|lại|đi|khỏi danh sách))?"
    r"\s*(?:[,;(–-].*|\W*)$",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:ket qua|xet|y kien|de nghi)\b")
_OTHER_MATTER = re.compile(
    r"\b(?:luong|bo nhiem|quy hoach|dao tao|boi duong|ket nap|phu cap|thang hang|nghi huu|luan chuyen"
    r"|dieu dong)\b"
)
_NEVER_BEFORE = re.compile(
    r"\bchua (?:(?:duoc|tung|he|co) )*(?:khen|tang|nhan)\b[^,;.]*\b(?:lan nao|bao gio)\b"
)
_INSTEAD = re.compile(
    r"(?:không|chưa)\s+(?:đạt|xét|được|công\s+nhận)\s+[^,;.:]+[,;.:]\s*(?:(?:chỉ|mà|nhưng)\s+)*"
    r"(?:đạt|xét|được(?:\s+tặng)?|công\s+nhận)\s+(?:danh\s+hiệu\s+)?([^,;.:]+)",
    re.IGNORECASE,
)
_BARE_NO = re.compile(r"\W*(?:khong|chua|ko)\W*")


@lru_cache(maxsize=1024)
def reached_instead(title: str) -> tuple[str, str]:
    """Return the title a cell says was reached in place of another, and what was concluded; else the cell."""
    found = _INSTEAD.fullmatch(title.strip())
    return (found[1].strip(), f"“{title}” được hiểu là “{found[1].strip()}”") if found else (title, "")


def denied(row: Row, columns: Columns, note: str) -> str:
    """Return why a row is no award: what was found of it, in the notes or a column of results, says not."""
    if not note and not columns.unknown:
        return ""
    found = [(title, row.cells[place]) for place, title in columns.unknown if place < len(row.cells)]
    for title, cell in (("Ghi chú", note), *found):
        if _OTHER_MATTER.search(fold(title)):
            continue
        plain = _NEVER_BEFORE.sub(" ", fold(cell))
        told = _NOT_GIVEN.match(plain) or (_RESULT.match(fold(title)) and _BARE_NO.fullmatch(plain))
        if told or (cell is note and note and _LEFT_OUT.match(note)):
            return f"Cột “{title[:40]}” ghi “{cell[:40]}”: không nhập dòng này thành lượt khen."
    return ""
