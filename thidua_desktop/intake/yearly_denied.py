"""What denies a row of a list of a year beside its own cells: its note, other columns, its section."""

import re
from collections.abc import Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import yearly_sections as sections
from thidua_desktop.intake.sections_denied import denies_below
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_values import is_denied, is_not_granted, is_under_way, rating_in

_RESULT = re.compile(
    r"^(?!.*\b(?:ap dung|hieu qua)\b)"
    r".*\b(?:xep loai|danh gia|ket qua|ket luan|nghiem thu|hoi dong|duyet|diem|cong nhan)\b"
)
_LONG = 40  # a cell of more letters tells of the work itself
_SAYS = "{} ghi “{}”"
_BELOW = "Dòng đứng dưới mục “{}” nên không ghi vào sổ: nếu vẫn ghi thì xóa mục ấy trong tệp rồi nhập lại."
_BY_SECTION = frozenset(("idea", "rating", "pledge"))
"""Lists of leave and discipline are headed by such words themselves."""
_GRANTS = re.compile(r".*\b(?:duoc|da|dat) (?:cong nhan|nghiem thu|xep loai|yeu cau)\b.*|dat")
_STAFF = (
    r"(?:can bo|cong chuc|vien chuc|giao vien|nhan vien|quan ly|(?:lao dong )?hop dong"
    r"|nguoi (?:lao dong|hoat dong))"
)
_OF_CONTRACT = r"(?: khong)?(?: (?:chuyen trach|chuyen|xac dinh thoi han|thuong xuyen|co thoi han|68|111))*"
_OF_STAFF = re.compile(rf"(?:cac )?{_STAFF}(?:(?: |,|-|va)+{_STAFF})*{_OF_CONTRACT}(?: (?:cap )?xa)?")
_LEAD = re.compile(r"^(?:[IVXLC]+|[A-HĐ]|\d{1,3})\s*[.)/\-:|]+\s*")


def denied_beside(row: Row, header: YearlyHeader) -> str:
    """Return what a column that is not read says against an initiative, "" where none does."""
    alike = [place for places in header.alike.values() for place in places]
    read = {*header.columns.values(), *header.marks, *header.levels, *header.authors, *alike}
    for place, path in header.titles.items():
        cell = row.cells[place].strip() if place not in read and place < len(row.cells) else ""
        of_result = bool(_RESULT.search(fold(" ".join(path)))) and len(cell) <= _LONG
        if cell and (is_denied(cell) if of_result else len(cell) <= _LONG and is_not_granted(cell)):
            return _SAYS.format(path[-1][:40] if path else "Một cột khác", cell[:40])
    return ""


class Sections:
    """Follows the headings among the rows of a list, to tell which rows stand below one that denies."""

    def __init__(self, subjects: Sequence[str]) -> None:
        self._follows = set(subjects) <= _BY_SECTION
        self._denied = ""
        self._depth = sections.DEEPEST

    def heads(self, row: Row) -> bool:
        """Take a row; True where it heads those below it and nothing more is to be read of it."""
        if not (self._follows and sections.heads_rows(row)):
            return False
        filled = row.filled()
        words = _LEAD.sub("", filled[-1]).rstrip(" :;.")
        depth = sections.depth(filled)
        of_staff = bool(_OF_STAFF.fullmatch(fold(words)))
        says = ":" in words or bool(rating_in(words)) or of_staff  # of one person, or of some
        if not says and (denies_below(words) or is_under_way(words)):
            self._denied, self._depth = filled[-1], depth
            return True
        if depth < self._depth or (depth == self._depth and not starts_as_unit(words)):
            self._denied, self._depth = "", sections.DEEPEST
        return depth < sections.DEEPEST and (of_staff or bool(_GRANTS.fullmatch(fold(words))))

    def why(self) -> str:
        """Why the rows here are not taken, "" where they are."""
        return _BELOW.format(self._denied[:60]) if self._denied else ""
