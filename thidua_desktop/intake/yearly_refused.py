"""Tables that look like lists of a year and are not: of pupils, of a quarter, counts, proposals."""

import re
from collections.abc import Iterable, Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.roles import MARK, WORDS
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_columns import DECIDING
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_other_ratings import OF_PUPILS, OTHER_RATINGS, plain

_NOT_YET = (
    r"\b(?:de nghi|du kien|du thao|de xuat|to trinh)\b|\bdang ky (?:sang kien|de tai|muc|xep|hoan thanh)",
    "đề nghị, dự kiến, chưa phải kết quả",
)
_LIFTED = (
    r"\b(?:xoa|xoa bo|huy bo|cham dut|het hieu luc|thoi) (?:\w+ ){0,3}ky luat\b",
    "xóa, chấm dứt kỷ luật",
)
_OTHERS = {"rating": (*OTHER_RATINGS, _NOT_YET), "idea": (_NOT_YET,), "discipline": (_NOT_YET, _LIFTED)}
_DATE = re.compile(r"\bngay\b[ .\d]*\bthang\b[ .\d]*(?:\bnam\b)?|\b(?:theo|xet) de nghi\b")
_GROUND = re.compile(r"(?:can cu|xet|theo|thuc hien|kinh gui)\b")
_NUMBER = re.compile(r"\d+")
_TOTAL = re.compile(r"(?:tong so|so luong|tong cong|si so)\b.*")
_SENTENCE = (
    "Bảng này là {} nên không ghi vào sổ. Nếu không phải vậy, bấm vào đầu cột “{}” ở thẻ Cột và chọn “{}”."
)
_COUNTS = "bảng đếm số người của từng mức"


def refused(header: YearlyHeader, above: Iterable[Row], below: Sequence[Row]) -> str:
    """Say why a table is no list of what it seems to be, "" where it is or the officer said so."""
    if header.said:
        return ""
    if header.marks and _is_count(header, below):
        return _told(header, _COUNTS)
    lines = [_DATE.sub(" ", fold(row.text())) for row in above]
    lines = [line for line in lines if not _GROUND.match(line)]
    titles = [plain(title) for title in header.deciding().values()]
    for pattern, words in _OTHERS.get(header.subject, ()):
        if any(re.search(pattern, line) for line in (*map(plain, lines), *titles)):
            return _told(header, words)
    if header.subject == "rating" and any(plain(title) == "lop" for title in _titles(header)):
        return _told(header, OF_PUPILS)
    return ""


def _is_count(header: YearlyHeader, below: Sequence[Row]) -> bool:
    if any(_TOTAL.fullmatch(plain(title)) for title in _titles(header)):
        return True
    cells = [row.cells[place] for row in below for place in header.marks if place < len(row.cells)]
    return any(_NUMBER.fullmatch(cell) and int(cell) > 1 for cell in cells)


def _titles(header: YearlyHeader) -> list[str]:
    return [" ".join(path) for path in header.titles.values()]


def _told(header: YearlyHeader, what: str) -> str:
    role = next((role for role, subject in DECIDING.items() if subject == header.subject), "")
    title = next(iter(header.deciding().values()), "")
    return _SENTENCE.format(what, title[:60], WORDS[MARK if header.marks else role])
