"""Columns that tell what became of a proposal: they stand over the title proposed, or are the only title."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.header import Columns
from thidua_desktop.intake.source import Row

Codes = Callable[[str], tuple[str, ...]]
"""Gives the codes of the awards words name, none for other words."""

_RESULT = re.compile(
    r"\b(?:ket qua|ket luan|binh xet|tham dinh|duyet|xet|y kien|quyet dinh cong nhan|duoc cong nhan)\b"
)
_NOT_OF_NOW = re.compile(
    r"\b(?:nam truoc|truoc day|da (?:dat|duoc)|cac nam|lien tuc|qua trinh|thanh tich|de nghi|dang ky|du kien"
    r"|gan nhat|lich su|tich luy)\b"
)
_DECIDED = re.compile(r"\b(?:hoi dong|hd)\b.*\b(?:xet|duyet|cong nhan)\b(?!.*\b(?:de nghi|khong|chua)\b)")
_DIFFERENT = (
    "Cột “{}” ghi “{}”, khác “{}”: bấm vào đầu cột ở thẻ Cột và chọn “Danh hiệu, hình thức khen thưởng” cho "
    "cột ghi danh hiệu được tặng."
)


def tells_result(title: str) -> bool:
    """Tell whether the title of a column is of what was concluded, not of what was asked for."""
    plain = fold(title)
    return bool(_RESULT.search(plain)) and not _NOT_OF_NOW.search(plain)


def with_results(columns: Columns, below: Iterable[Row], codes: Codes) -> Columns:
    """Take for the title the one column of results that names awards, in place of what was proposed."""
    results = [(place, title) for place, title in columns.unknown if tells_result(title)]
    if "title" not in columns.places or not results:
        return columns
    naming = {
        place for row in below for place, _ in results if place < len(row.cells) and codes(row.cells[place])
    }
    if len(naming) != 1:
        return columns
    [place] = naming
    left = [one for one in columns.unknown if one[0] != place]
    proposed = columns.places["title"]
    return replace(
        columns,
        places={**columns.places, "title": place},
        unknown=tuple(sorted((*left, (proposed, "Danh hiệu đề nghị")))),
    )


def with_decided(columns: Columns, below: Iterable[Row], codes: Codes) -> Columns:
    """Return the columns with the one of awards a council decided, where none else tells them."""
    if columns.awards or "title" in columns.places:
        return columns
    found = [place for place, title in columns.unknown if _DECIDED.search(fold(title))]
    if len(found) != 1:
        return columns
    rows = [row for row in below if columns.cell(row.cells, "place") and columns.cell(row.cells, "name")]
    cells = [row.cells[found[0]] if found[0] < len(row.cells) else "" for row in rows]
    if not cells or not all(map(codes, cells)):
        return columns
    return known(columns, found[0], "title")


def known(columns: Columns, found: int, role: str) -> Columns:
    """Return the columns with one not understood known to have a role."""
    unknown = tuple((place, title) for place, title in columns.unknown if place != found)
    return replace(columns, places=columns.places | {role: found}, unknown=unknown)


def differs(row: Row, columns: Columns, title: str, codes: Codes) -> str:
    """Say which column not read names another award than the one taken, "" where none does."""
    for place, words in columns.unknown:
        cell = row.cells[place] if place < len(row.cells) else ""
        if not cell or _NOT_OF_NOW.search(fold(words)):
            continue
        told = codes(cell)
        if told and title and told != codes(title):
            return _DIFFERENT.format(words[:40], cell[:40], title[:40])
    return ""
