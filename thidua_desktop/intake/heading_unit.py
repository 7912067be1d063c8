"""The unit a list is of, where only the lines above it say so."""

import re
from collections.abc import Iterable

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.name_case import unit_case
from thidua_desktop.intake.unit_words import names_block, starts_as_unit

_LABEL = re.compile(r"^(?:tên )?(?:đơn vị|cơ quan)\s*:\s*", re.IGNORECASE)
_LIST_NAME = re.compile(
    r"(?:ban(?! (?:chi huy|chqs|chap hanh|quan ly|giam (?:doc|hieu)|dan van))|bang|bieu"
    r"|danh sach|ket qua|dang ky|bao cao|tong hop)\b"
)
_COMMITTEE = re.compile(r"(?:ubnd|uy ban nhan dan) (?:huyen|tinh|quan|thi xa|thanh pho)\b")
_SUPERIOR = re.compile(rf"{_COMMITTEE.pattern}|phong (?:noi vu|gd)")
_OVER_SCHOOLS = re.compile(r"phong (?:gd|giao duc)")
_OFFICE = re.compile(
    r"((?:UBND|[UỦ][ỶY] BAN NHÂN DÂN)\s+(?:TỈNH|THÀNH PHỐ|THỊ XÃ|QUẬN|HUYỆN|XÃ|PHƯỜNG|THỊ TRẤN)"
    r"(?:\s+\w+){1,5}?)"
    r"(?:\s+CỘNG HÒA.*|\s+CỘNG HOÀ.*|\s*)$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"^(UBND|[UỦ][ỶY] BAN NHÂN DÂN)\s*\n", re.IGNORECASE | re.MULTILINE)
_SCHOOL = re.compile(r"truong (?:mam non|mau giao|tieu hoc|trung hoc|th|thcs|thpt|mn|pt\w*|pho thong)\b")
_IN_FULL = {
    "mn": "mam non",
    "mg": "mau giao",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "ptdtbt": "pho thong dan toc ban tru",
    "ptdtnt": "pho thong dan toc noi tru",
}
_MORE = re.compile(r"\b(?:dat|duoc|danh hieu|tang|khen|de nghi|dang ky)\b|\d{4}|,")
_YEAR_WORD = re.compile(r"\bnăm\b", re.IGNORECASE)  # folded, Nậm would be one
_OFFICE_NAMED = (
    r"((?:phòng|trường|trung\s+tâm|trạm|công\s+an|huyện\s+(?:đoàn|[uủ][ỷy])|xã|phường|thị\s+trấn)"
    r"\s+[^\W\d_][^,;:()\d]*?)"
)
_NO_OFFICE = re.compile(  # PHÒNG CHỐNG DỊCH, TRƯỜNG HỌC THÂN THIỆN, XÃ NÔNG THÔN MỚI
    r"(?:phòng\s+(?:chống|ngừa)|trường\s+(?:học|hợp)|hội\s+(?:nghị|thi|thảo|diễn)|ban\s+(?:tổ\s+chức|chỉ\s+đạo)"
    r"|(?:xã|phường|thị\s+trấn)\s+(?:nông\s+thôn|hội|văn|đạt|tiêu|điển|kiểu))\b",
    re.IGNORECASE,
)
_BEHIND_DASH = re.compile(rf"\s[-–]\s+{_OFFICE_NAMED}\s*$", re.IGNORECASE)
_OF_OFFICE = re.compile(  # TỔNG HỢP KHEN THƯỞNG PHÒNG TƯ PHÁP
    rf"\b(?:thi\s+đua|khen\s+thưởng)\s+{_OFFICE_NAMED}"
    r"(?:\s*[-–]?\s*(?:(?:các\s+)?năm\s+)?(?:(?:19|20)\d\d[\s,–-]*)+)?$",
    re.IGNORECASE,
)
_KIND_ALONE = re.compile(
    r"(?:truong (?:mam non|mau giao|tieu hoc|thcs|thpt|th|mn|trung hoc (?:co so|pho thong))|tram y te"
    r"|thi tran)\W*"
)
_ENDING_TITLE = re.compile(
    r"năm(?:\s+học)?\s+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\s*[-–,:]?\s+([^\W\d_][^,;:()]*)$",
    re.IGNORECASE,
)
_OWN_LIST = re.compile(
    r"(?:truong|tram|xa|phuong|thi tran|(?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran))\b"
)


def unit_above(lines: Iterable[str]) -> str:
    """Return the unit the heading names: its last line that is one, below the office it belongs to."""
    found = ""
    for line in lines:
        has_label = _LABEL.match(line)
        named = _LABEL.sub("", line.split(" | ")[0]).strip(" .:;")
        if _LIST_NAME.match(fold(line)) or not starts_as_unit(named):
            continue
        if has_label or not _SUPERIOR.match(fold(named)):
            found = unit_case(named)
    return found


def ending_title(lines: Iterable[str]) -> str:
    """Return the unit that ends the title of a list, behind its year or a dash: "… - XÃ CAO SƠN"."""
    for line in filter(lambda one: _LIST_NAME.match(fold(one)), lines):
        for pattern in (_ENDING_TITLE, _BEHIND_DASH, _OF_OFFICE):
            ended = pattern.search(line)
            named = ended[1].strip(" .:;") if ended else ""
            keeps_for_others = (_SUPERIOR if pattern is _OF_OFFICE else _OVER_SCHOOLS).match(fold(named))
            if named and not keeps_for_others and _ends_title(named):
                return unit_case(named)
    return ""


def _ends_title(named: str) -> bool:
    return (
        not names_block(named)
        and not _NO_OFFICE.match(named)
        and not _KIND_ALONE.fullmatch(fold(named))
        and starts_as_unit(named)
        and not _says_more(named)
        and not names_committee_above(named)
    )


def office_above(lines: Iterable[str]) -> str:
    """Return the people's committee the head of a paper names, "" where it names none or several."""
    whole = _BROKEN.sub(r"\1 ", "\n".join(lines)).split("\n")
    found = {unit_case(office[1].strip()) for line in whole if (office := _OFFICE.match(line))}
    return found.pop() if len(found) == 1 else ""


def is_label(line: str) -> bool:
    """Tell whether a line says itself that it names the unit: "Đơn vị: Trường Tiểu học Cao Sơn"."""
    return bool(_LABEL.match(line))


def is_school(line: str) -> bool:
    """Tell whether a line is the name of one school and nothing else."""
    plain = fold(line)
    return line.isupper() and bool(_SCHOOL.match(plain)) and not _says_more(line)


def _says_more(words: str) -> bool:
    return bool(_MORE.search(fold(words)) or _YEAR_WORD.search(words))


def in_full(sheet: str, lines: Iterable[str]) -> str:
    """Return the school a sheet is named after as the heading writes it in full, "" where it does not."""
    short = _spelt_out(sheet)
    return next((unit_case(line) for line in lines if is_school(line) and _spelt_out(line) == short), "")


def _spelt_out(school: str) -> str:
    words = fold(school).removeprefix("truong ").split()
    return " ".join(_IN_FULL.get(word, word) for word in words)


def names_committee_above(unit: str) -> bool:
    """Tell whether a unit is the people's committee of a district or province, over all the others."""
    return bool(_COMMITTEE.match(fold(unit)))


def labelled(lines: Iterable[str]) -> list[str]:
    """Return the lines that say themselves that they name the unit."""
    return list(filter(is_label, lines))


def own_unit_above(lines: Iterable[str]) -> str:
    """Return the same where such a unit lists its own people; a desk above may have written for others."""
    unit = unit_above(lines)
    return unit if _OWN_LIST.match(fold(unit)) else ""
