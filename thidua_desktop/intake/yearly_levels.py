"""The level initiatives were recognised on, told by a heading, a section or marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.award_cells import is_tick
from thidua_desktop.intake.decision_text import number_written, reference_in
from thidua_desktop.intake.heading import is_ground
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_values import is_none, level_in

LEVEL_DOUBT, LEVEL_SAID = "level_doubt", "level_said"
_PLACES = (
    r"(?:co so|truong|don vi|xa|huyen|thi xa|thanh pho|tinh|bo(?! mon)|nganh|nha nuoc|quoc gia|toan quoc"
    r"|toan quan|quan khu|quan)"
)
_NAMED = re.compile(
    r"(?<!cong chuc )(?<!can bo )(?<!vien chuc )(?<!quan ly )(?<!lanh dao )(?<!don vi )"
    rf"\bcap {_PLACES}\b(?:\W+(?:va )?(?:cap )?{_PLACES}\b(?! \w+ nam))*"
)
_PLACE = re.compile(rf"\b{_PLACES}\b")
_LEAD = re.compile(r"^(?:[IVXLC]+|[A-HĐ]|\d{1,3})\s*[.)/\-:|]+\s*")
_COUNCIL = re.compile(r"\bhoi dong\b")  # of who recognised, whatever level it recognised them on
_COUNT = re.compile(r"[:(].*$")
_OF_IDEAS = re.compile(r"^(?:cac )?(?:sang kien|de tai|skkn)(?: kinh nghiem| khoa hoc)?,? ")
_BY_AUTHORITY = {
    "commune": ("co_so",),
    "grassroots": ("co_so",),
    "district": ("huyen", "co_so"),
    "province": ("tinh",),
    "ministry": ("bo", "toan_quoc"),
}
"""The levels an authority recognises on, the likeliest first."""
_NO_LEVEL = "Không có cột cấp công nhận: hiểu là cấp cơ sở"
_BY_HEADING = "Cấp công nhận lấy theo đầu đề"
_BY_SECTION = "Cấp công nhận lấy theo mục “{}”"
_BY_SIGNER = "Cấp công nhận hiểu theo người ký quyết định: {}"
_SEVERAL = "Đầu đề ghi nhiều cấp công nhận: thêm cột Cấp công nhận cho từng sáng kiến."
_OTHER = "Dòng ghi cấp công nhận “{}” khác với đầu đề, đầu mục: xem lại rồi ghi cho khớp."
_OTHER_SIGNER = (
    "Đầu đề ghi cấp công nhận khác với cấp của người ký quyết định ({}): xem lại rồi ghi cho khớp."
)
_BLANK = "Ô cấp công nhận để trống: ghi cấp công nhận."
_MARKED = "Dòng đánh dấu nhiều cấp công nhận ({}): giữ một cấp."
_UNCLEAR = "“{}” ở cột “{}” không rõ nghĩa: đánh dấu x hoặc ghi số quyết định."


@dataclass(frozen=True)
class HeadingLevels:
    """What the lines above a list say: the levels by name, and who signed its decision."""

    named: frozenset[str] = frozenset()
    signer: str = ""
    by_signer: tuple[str, ...] = ()


def levels_above(lines: Iterable[str]) -> HeadingLevels:
    """Read the levels the heading of a list of initiatives names, and its decision."""
    named: set[str] = set()
    of_council: set[str] = set()
    signer = ""
    by_signer: tuple[str, ...] = ()
    for line in lines:
        if is_ground(line):
            continue
        reference = reference_in(line)
        if reference is None:
            found_in = of_council if _COUNCIL.search(fold(line)) else named
            found_in |= {
                level
                for found in _NAMED.finditer(fold(line))
                for level in map(level_in, _PLACE.findall(found[0]))
            }
        elif reference.authority and (told := _BY_AUTHORITY.get(reference.level)):
            signer, by_signer = reference.authority, told
    return HeadingLevels(frozenset(filter(None, named or of_council)), signer, by_signer)


def level_of_section(text: str) -> str:
    """Return the words of a level that stand alone over the rows they hold for ("II. CẤP HUYỆN"), else ""."""
    words = _COUNT.sub("", line_kinds.counted_off(_LEAD.sub("", text).rstrip(" :;."))).strip()
    plain = _OF_IDEAS.sub("", fold(words))
    return words if level_in(plain) else ""


def level_columns(paths: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Return the columns titled by one level each, where several stand side by side."""
    found = {
        place: path[-1]
        for place, path in paths.items()
        if path and level_in(path[-1]) and (len(path) > 1 or fold(path[-1]).startswith(("cap ", "co so")))
    }
    codes = {level_in(words) for words in found.values()}
    return found if len(codes) == len(found) > 1 else {}


def level_marked(row: Row, columns: Mapping[int, str]) -> dict[str, str]:
    """Return the level whose column is marked, with the decision there, or why it is not clear."""
    marked: dict[str, str] = {}
    for place, title in columns.items():
        cell = row.cells[place] if place < len(row.cells) else ""
        if not cell or is_none(cell) or cell in {"-", "–"}:
            continue
        if not (is_tick(cell) or number_written(cell)):
            return {"level": title, LEVEL_DOUBT: _UNCLEAR.format(cell[:30], title[:40])}
        marked[title] = cell
    if len(marked) > 1:
        return {"level": "", LEVEL_DOUBT: _MARKED.format(", ".join(marked))}
    for title, cell in marked.items():
        return {"level": title} if is_tick(cell) else {"level": title, "decision": cell, "number": ""}
    return {"level": ""}


def level_settled(
    level: str, section: str, heading: HeadingLevels, *, has_column: bool
) -> tuple[str, str, str]:
    """Return the level of an initiative in words, what was concluded, and why it cannot be told."""
    told = level or section
    plain = _OF_IDEAS.sub("", fold(told).strip())
    code = level_in(plain)
    if code and len(heading.named) > 0 and code not in heading.named:
        return told, "", _OTHER.format(told[:40])
    if level and section and level_in(_OF_IDEAS.sub("", fold(section))) != code:
        return told, "", _OTHER.format(told[:40])
    if told:
        return (plain if code else told), "" if level else _BY_SECTION.format(section), ""
    if heading.named:
        return _of_heading(heading)
    if has_column:
        return "", "", _BLANK
    if heading.by_signer:
        return heading.by_signer[0], _BY_SIGNER.format(heading.signer), ""
    return "co_so", _NO_LEVEL, ""


def _of_heading(heading: HeadingLevels) -> tuple[str, str, str]:
    if len(heading.named) > 1:
        return "", "", _SEVERAL
    [code] = heading.named
    if heading.by_signer and code not in heading.by_signer:
        return "", "", _OTHER_SIGNER.format(heading.signer)
    return code, _BY_HEADING, ""
