"""Rows a list itself says were not commended, in its notes or a column of results."""

import re
from functools import lru_cache
from typing import Protocol

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_values import rating_in

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
_NO = re.compile(r"\W*(?:khong|chua|ko)(?:\W*$| (?:nhat tri|dong y|thong nhat|thong qua|dat|duyet)\b)")
_FAILED = re.compile(r"\b(?:khong|chua) (?:dat|xet|de nghi|duoc|khen|cong nhan|du)\b")
_PUNISHED = re.compile(r"\bky luat\b")
_NOTHING = re.compile(r"\W*(?:(?:khong|ko)(?: co| bi)?(?: ky luat)?|0)?\W*")
_TAKEN_OFF = re.compile(
    r"\b(?:dua|loai|rut|xoa|gach)(?: ten)? (?:ra )?khoi\b|^\W*(?:dang )?bi (?:xem xet )?(?:xu ly )?ky luat\b"
    r"|^\W*dang (?:bi )?xem xet ky luat\b"
)
_INTO = re.compile(
    r"(?:đạt|chuyển(?:\s+(?:sang|thành))?|xét|thay(?:\s+bằng)?|đổi(?:\s+(?:thành|sang))?|hạ\s+xuống|nâng\s+lên"
    r"|đề\s+nghị)\s+(?:danh\s+hiệu\s+)?(.+)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\W*(?:(?:bo sung|thay the|thuoc|trung|khen) (?:theo|tai|trong|o|voi)?"
    r"|da (?:co(?: ten)?|khen|tang|duoc khen)(?: thuong)? (?:o|tai|trong|theo)) *(?:qd|quyet dinh)\b"
)
_SAID = "Cột “{}” ghi “{}”: không nhập dòng này thành lượt khen."
_OTHER_AWARD = "Ghi chú “{}” nói tới danh hiệu, hình thức khác: sửa cho rõ rồi nhập lại."
_OTHER_DECISION = "Ghi chú “{}” nói tới quyết định khác: ghi lượt này vào quyết định ấy, hoặc bỏ ghi chú."


class Awards(Protocol):
    """What tells awards by their codes."""

    def codes(self, words: str) -> tuple[str, ...]:
        """Return those words name."""

    def given(self, title: str) -> tuple[str, ...]:
        """Return those of a row with this title, or with none."""


@lru_cache(maxsize=1024)
def reached_instead(title: str) -> tuple[str, str]:
    """Return the title a cell says was reached in place of another, and what was concluded; else the cell."""
    found = _INSTEAD.fullmatch(title.strip())
    return (found[1].strip(), f"“{title}” được hiểu là “{found[1].strip()}”") if found else (title, "")


def denied(row: Row, columns: Columns, note: str, title: str, awards: Awards) -> str:
    """Return why a row is no award: what was found of it, in the notes or a column of results, says not."""
    if title and _NOT_GIVEN.match(fold(title)) and reached_instead(title)[0] == title:
        return _SAID.format("Danh hiệu", title[:40])
    if not note and not columns.unknown:
        return ""
    found = [(words, row.cells[place]) for place, words in columns.unknown if place < len(row.cells)]
    for words, cell in (("Ghi chú", note), *found):
        if cell and not _OTHER_MATTER.search(fold(words)) and _denies(words, cell, is_note=cell is note):
            return _SAID.format(words[:40], cell[:40])
    return _moved(note, title, awards) if note else ""


def _denies(title: str, cell: str, *, is_note: bool) -> bool:
    plain, over = _NEVER_BEFORE.sub(" ", fold(cell)), fold(title)
    if _NOT_GIVEN.match(plain) or (_RESULT.match(over) and _NO.match(plain)):
        return True
    if _FAILED.search(over) or _PUNISHED.search(over):
        return not _NOTHING.fullmatch(plain)
    if (is_note or not title) and (_LEFT_OUT.match(cell) or _TAKEN_OFF.search(plain)):
        return True
    return rating_in(cell) == "KHT"


def _moved(note: str, title: str, awards: Awards) -> str:
    """Say that a note gives another award or another decision than the list does."""
    if found := _INTO.match(note):
        told = awards.codes(found[1].strip(" .;"))
        if told and not set(told) <= set(awards.given(title)):
            return _OTHER_AWARD.format(note[:60])
    return _OTHER_DECISION.format(note[:60]) if _ELSEWHERE.match(fold(note)) else ""
