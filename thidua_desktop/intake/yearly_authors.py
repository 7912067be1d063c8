"""The authors of an initiative: in one cell or several, each told by his name, the unnamed left out."""

import re
from collections.abc import Iterator, Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.many_names import UNCLEAR, groups_of
from thidua_desktop.intake.name_lines import EDGES, LEAD, is_whole_name, may_be_one_name
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_values import is_none

_PART = (
    r"(?:chủ (?:trì|nhiệm|biên)|đồng chủ nhiệm|thư ký|cộng sự|thành viên|trưởng nhóm"
    r"|tác giả(?: chính)?|đồng tác giả)"
)
_LABEL = re.compile(rf"^(?:(?:các|nhóm)\s+)?{_PART}(?:\s+đề tài)?\s*:\s*", re.IGNORECASE)
_LABELS = re.compile(rf"(?<!nhóm)(?<!các)\s+(?=(?:(?:các|nhóm)\s+)?{_PART}(?:\s+đề tài)?\s*:)", re.IGNORECASE)
_BESIDE = re.compile(
    rf"\s*\(\s*(?:\d+(?:[.,]\d+)?\s*%|{_PART})[^)]*\)|\s*[-–:]?\s*\d+(?:[.,]\d+)?\s*%", re.IGNORECASE
)
_SURELY = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+(?:và|&)\s+", re.IGNORECASE)
_MAY_BE = re.compile(r"\s*[+/]\s*|\s+[-–]\s+")
_UNNAMED = re.compile(
    r"(?:(?:cac|nhom|mot so) )*(?:cong su|cs|dong nghiep|dong su|nguoi khac|thanh vien khac)"
)
_NOT_NAMED = "Các cộng sự không ghi tên nên không ghi vào sổ: “{}”"


def authors_in(row: Row, name: str, main: int, others: Sequence[int]) -> tuple[list[str], str, str]:
    """Return the authors a row names, why they cannot be told apart, and what was left out."""
    names: list[str] = []
    left_out = ""
    broken = dict(row.broken)
    cells = [(name, broken.get(main, ()))]
    cells += [(row.cells[place], broken.get(place, ())) for place in others if place < len(row.cells)]
    for cell, lines in cells:
        if not cell or (names and is_none(cell)):
            continue
        groups = groups_of(
            [_plain(line) if not LEAD.match(line) else _BESIDE.sub("", line) for line in lines]
        )
        if len(groups) > 1:
            if may_be_one_name([_plain(line) for line in lines]) and not any(map(LEAD.match, lines)):
                return [], UNCLEAR.format(" / ".join(lines)[:60]), ""
            pieces = [LEAD.sub("", " ".join(group)).strip(EDGES) for group in groups]
        elif lines and all(map(LEAD.match, lines)):
            pieces = [LEAD.sub("", line).strip(EDGES) for line in lines]
        else:
            pieces = [cell]
        for found in (one for piece in pieces for one in _parted(piece)):
            if _UNNAMED.fullmatch(fold(found).strip(" .")):
                left_out = _NOT_NAMED.format(cell[:60])
            elif found not in names:
                names.append(found)
    return names, "", left_out


def _parted(text: str) -> Iterator[str]:
    for labelled in _LABELS.split(text):
        for part in _SURELY.split(_plain(labelled)):
            pieces = [_plain(piece) for piece in _MAY_BE.split(part)]
            yield from filter(None, pieces if all(map(is_whole_name, pieces)) else [_plain(part)])


def _plain(text: str) -> str:
    """Leave out what a name shares its place with: the part he took, how much of it was his."""
    return _BESIDE.sub("", _LABEL.sub("", text.strip())).strip(EDGES)
