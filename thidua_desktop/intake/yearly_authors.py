"""The authors of an initiative: in one cell or several, each told by his name, the unnamed left out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.many_names import UNCLEAR, groups_of
from thidua_desktop.intake.name_lines import EDGES, LEAD, is_whole_name, may_be_one_name
from thidua_desktop.intake.post_words import starts_as_post
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.intake.yearly_values import is_none

_PART = (
    r"(?:chủ (?:trì|nhiệm|biên)|đồng chủ nhiệm|thư ký|cộng sự|thành viên|trưởng nhóm"
    r"|tác giả(?: chính)?|đồng tác giả)"
)
_LABEL = re.compile(rf"^(?:(?:các|nhóm)\s+)?{_PART}(?:\s+đề tài)?\s*:\s*", re.IGNORECASE)
_INSIDE = re.compile(rf"\s*\(\s*({_PART}\s*:[^()]*)\)", re.IGNORECASE)
_LABELS = re.compile(
    rf"(?<!nhóm)(?<!các)(?<!đồng)\s+(?=(?:(?:các|nhóm)\s+)?{_PART}(?:\s+đề tài)?\s*:)", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"\s*\(\s*(?:\d+(?:[.,]\d+)?\s*%|{_PART})[^)]*\)|\s*[-–:]?\s*\d+(?:[.,]\d+)?\s*%", re.IGNORECASE
)
_SURELY = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+(?:và|&)\s+", re.IGNORECASE)
_MAY_BE = re.compile(r"\s*[+/]\s*|\s+[-–]\s+")
_UNNAMED = re.compile(
    r"(?:(?:cac|nhom|mot so) )*(?:cong su|cs|dong nghiep|dong su|nguoi khac|thanh vien khac)"
)
_OF_ONE = ("birth", "gender", "male", "female", "birth_male", "birth_female", "post")
_MAY_WRAP: dict[str, Callable[[str], bool]] = {"post": starts_as_post, "unit": starts_as_unit}
"""What every line begins as where lines are of several authors, not one text over several lines."""
_NO_NAME = "“{}” chưa đủ họ tên tác giả: ghi đủ họ tên từng tác giả rồi nhập lại."
_OF_WHOM = "Ô tác giả ghi nhiều người mà “{}” bên cạnh chưa rõ của ai: tách mỗi người thành một dòng."
_NOT_NAMED = "Các cộng sự không ghi tên nên không ghi vào sổ: “{}”"


@dataclass(frozen=True)
class Authors:
    """The authors a row names, why that cannot be told, and what was left out.

    Attributes:
        apart: for each author the cells that are his alone, by role.

    """

    names: tuple[str, ...] = ()
    unclear: str = ""
    left_out: str = ""
    apart: tuple[Mapping[str, str], ...] = ()


def authors_in(row: Row, name: str, columns: Mapping[str, int], others: Sequence[int]) -> Authors:
    """Tell the authors of a row: in the column of names, and in those of further authors."""
    main = next((columns[role] for role in ("name", "authors") if role in columns), -1)
    broken = dict(row.broken)
    names: list[str] = []
    left_out = ""
    own = 0
    cells = [(name, broken.get(main, ()))]
    cells += [(row.cells[place], broken.get(place, ())) for place in others if place < len(row.cells)]
    for cell, lines in cells:
        pieces, unclear = ((), "") if names and is_none(cell) else _pieces(cell, lines)
        if unclear:
            return Authors(unclear=unclear)
        for found in (one for piece in pieces for one in _parted(piece)):
            if _UNNAMED.fullmatch(fold(found).strip(" .")):
                left_out = _NOT_NAMED.format(cell[:60])
            elif found not in names:
                names.append(found)
        own = own or len(names)
    if odd := next((one for one in names if " " not in one or one.count("(") != one.count(")")), ""):
        return Authors(unclear=_NO_NAME.format(odd[:40]))
    apart, unclear = _apart(row, columns, own, len(names))
    return Authors(tuple(names), unclear, left_out, apart)


def _pieces(cell: str, lines: Sequence[str]) -> tuple[Sequence[str], str]:
    """The cell in one piece, or in its lines where each names somebody."""
    groups = groups_of([line if LEAD.match(line) else _plain(line) for line in lines])
    if len(groups) > 1:
        if may_be_one_name([_plain(line) for line in lines]) and not any(map(LEAD.match, lines)):
            return (), UNCLEAR.format(" / ".join(lines)[:60])
        return [LEAD.sub("", " ".join(group)).strip(EDGES) for group in groups], ""
    if lines and all(map(LEAD.match, lines)):
        return [LEAD.sub("", line).strip(EDGES) for line in lines], ""
    return (LEAD.sub("", cell),) if cell else (), ""


def _apart(
    row: Row, columns: Mapping[str, int], own: int, count: int
) -> tuple[tuple[Mapping[str, str], ...], str]:
    """What is told of each author alone: of the first where the others stand in columns of their own."""
    if count < 2:
        return ({},) * count, ""
    if own == 1:
        return ({}, *(dict.fromkeys(_OF_ONE, ""),) * (count - 1)), ""
    broken = dict(row.broken)
    found: list[dict[str, str]] = [{} for _ in range(count)]
    for role in (*_OF_ONE, "unit"):
        place = columns.get(role, -1)
        cell = row.cells[place] if 0 <= place < len(row.cells) else ""
        lines = broken.get(place, ())
        each = len(lines) == count == own and (role not in _MAY_WRAP or all(map(_MAY_WRAP[role], lines)))
        if each:
            for one, line in zip(found, lines, strict=True):
                one[role] = LEAD.sub("", line).strip(EDGES)
        elif cell and (role not in _MAY_WRAP or (len(lines) > 1 and all(map(_MAY_WRAP[role], lines)))):
            return (), _OF_WHOM.format(cell[:40])
    return tuple(found), ""


def _parted(text: str) -> Iterator[str]:
    for labelled in _LABELS.split(_INSIDE.sub(r"; \1", text)):
        for part in _SURELY.split(_plain(labelled)):
            pieces = [_plain(piece) for piece in _MAY_BE.split(part)]
            yield from filter(None, pieces if all(map(is_whole_name, pieces)) else [_plain(part)])


def _plain(text: str) -> str:
    """Leave out what a name shares its place with: the part he took, how much of it was his."""
    return _BESIDE.sub("", _LABEL.sub("", text.strip())).strip(EDGES)
