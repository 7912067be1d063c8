"""Rows of a list of a year that head others or explain: ratings, kinds of recipients, abbreviations, days."""

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.decision_text import own_day
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_values import rating_in

_LEAD = re.compile(r"^(?:[IVXLC]+|[A-HĐ]|\d{1,3})\s*[.)/\-:|]+\s*")
_COUNT = re.compile(r"\s*[:(–-]\s*\d.*$")
RATES = re.compile(r"\b(?:xep loai|phan loai|danh gia|hoan thanh nhiem vu)\b")
_NUMBER = re.compile(
    r"(?:(?:Phần|Mục)\s+)?(?:[IVXLC]{1,6}|[A-HĐa-hđ]|\d{1,2}(?:\.\d{1,2})+|[-–+*•])\s*[.):/]?"
)
_MARK = re.compile(r"([A-HĐ]|[IVX]+|\d{1,3})\s*[.)/:\s-]")
_CAPITALS = frozenset("ABCDĐEFGH")
DEEPEST = 3
_REMARK = re.compile(r"^\W*(?:ghi chú|chú thích|giải thích(?: từ viết tắt)?)\s*:\s*", re.IGNORECASE)
_SUMS_UP = re.compile(r"(?:tong hop|trong do|tong hop ket qua)\W*")
_PEOPLE = re.compile(r"\d+(?: ?(?:%|nguoi|dong chi|d/c))?")
_MEANS = re.compile(r"\s*[:=]\s*")


def heads_rows(row: Row) -> bool:
    """Whether a row has nothing but a number and words that may head those below it."""
    filled = row.filled()
    if len(filled) == 2:
        return filled[0] == filled[1] or bool(_NUMBER.fullmatch(filled[0]))
    return len(filled) == 1


def depth(filled: Sequence[str]) -> int:
    """How deep the number of a heading stands: a capital, a Roman one, digits, and none the deepest."""
    mark = _MARK.match(" ".join(filled))
    if mark is None:
        return DEEPEST
    return 2 if mark[1].isdecimal() else 0 if mark[1] in _CAPITALS else 1


def numbered_above(above: Sequence[Row]) -> Row | None:
    """The row right above a header where it is a numbered heading, not the title of the list."""
    row = above[-1] if above else None
    return row if row and heads_rows(row) and depth(row.filled()) < DEEPEST else None


def rating_over(row: Row) -> str:
    """Return the words of a rating that stand alone over the rows they hold for, "" for any other row."""
    if not heads_rows(row):
        return ""
    words = without_count(row.filled()[-1])
    return words if rating_in(words) else ""


def without_count(text: str) -> str:
    """The words of a heading without its number and without how many stand below it."""
    return _COUNT.sub("", _LEAD.sub("", text)).rstrip(" :;.")


def has_rated_sections(rows: Sequence[Row], heading: str, columns: Mapping[str, int]) -> bool:
    """Whether the rows below a header of names stand under ratings, in a list that speaks of ratings."""
    return "name" in columns and bool(RATES.search(heading)) and bool(rows) and bool(rating_over(rows[0]))


def opens_kind(row: Row) -> bool:
    """Whether a row opens the section of a kind of recipients: "II. CÁ NHÂN"."""
    filled = row.filled()
    return len(filled) <= 2 and bool(line_kinds.section_of(filled[-1]))


def ends_list(rows: Sequence[Row], at: int) -> bool:
    """Whether an office that signs stands alone, and nobody is listed below it."""
    filled = rows[at].filled()
    signs = line_kinds.is_signature(filled[0]) if len(filled) == 1 else line_kinds.is_signing_row(filled)
    return signs and all(len(one.filled()) <= max(2, len(filled)) for one in rows[at + 1 :])


def says_nothing(row: Row) -> bool:
    """Whether a row explains how ratings are abbreviated, counts them, or dates the paper."""
    filled = row.filled()
    text = " ".join(filled)
    if len(filled) > 2:
        return False
    if _SUMS_UP.fullmatch(fold(text)) or (rating_in(filled[0]) and _PEOPLE.fullmatch(fold(filled[-1]))):
        return True
    return bool(own_day(text)) or all(map(_explains, _REMARK.sub("", text).strip(" .;").split(";")))


def _explains(text: str) -> bool:
    meant = _MEANS.split(text.strip(" .-"))
    codes = set(map(rating_in, meant))
    return len(meant) == 2 and len(codes) == 1 and "" not in codes
