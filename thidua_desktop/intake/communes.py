"""Hamlets and the communes they lie in: many communes have a Thôn 1, so each is named with its own."""

import re
from collections.abc import Iterable
from functools import lru_cache

from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.name_case import unit_case
from thidua_desktop.intake.unit_words import starts_as_unit

_HAMLET = re.compile(
    r"(?:thôn|bản|xóm|làng|ấp|buôn|bon|phum|sóc|khu phố|khu dân cư|tổ dân phố|tổ nhân dân|tiểu khu|tdp|kdc"
    r"|tổ dân cư|khối phố|khối xóm"
    r"|(?:tổ|khu|khối)(?= (?:số )?\d))\b(?! (?:trưởng|phó|đội)\b)",
    re.IGNORECASE,
)
_PLACED = re.compile(r",|\s[-–]\s|\b(?:xã|phường|thị trấn|đặc khu|tt|huyện|tỉnh)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\w+(?: \w+)*? (?:số )?\d+\w?", re.IGNORECASE)
_KIND = re.compile(r"\b(xã|phường|thị trấn|đặc khu)\s+", re.IGNORECASE)
_SHORT_KINDS = {"x": "xã", "p": "phường", "tt": "thị trấn"}
_SHORT = re.compile(r"(TT|[XP](?=\.))\.?\s*(?=\S)")
_OTHER_OFFICE = re.compile(r"\s*(?:trường|công an|trạm|ban chqs|ban chỉ huy)\b", re.IGNORECASE)
"""Offices of a commune whose teams (Tổ 1) are none of its streets."""
_PLACE_OF_EVENT = re.compile(r"\btại\s+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDS = frozenset(
    (
        *(
            "năm",
            "được",
            "đạt",
            "tặng",
            "có",
            "theo",
            "giai",
            "nhiệm",
            "về",
            "trong",
            "huyện",
            "tỉnh",
            "quận",
        ),
        *("thành", "thị", "và", "cho", "lần", "đợt", "từ", "nhân", "do", "cộng", "khóa", "quý", "tại", "đã"),
        *("khen", "danh", "lao", "chiến", "gia", "thôn", "tổ", "khu", "tiêu", "học"),
    )
)
"""Words that end the name of a commune in a line of capitals; behind the first word only."""
_NO_NAME = frozenset(
    (
        *(
            "hội",
            "viên",
            "đội",
            "năm",
            "được",
            "đạt",
            "tặng",
            "có",
            "và",
            "theo",
            "trong",
            "nông",
            "tiêu",
            "đã",
        ),
        *("đặc", "biên", "vùng", "nghèo", "trọng", "khó", "điểm", "kiểu", "mới", "loại", "thuộc", "khu"),
    )
)
_LONGEST_NAME = 4
_OTHER_COMMUNE = (
    "Cột xã, phường đứng cạnh đơn vị không phải thôn nên chưa đọc: xem lại hàng tiêu đề của bảng."
)
_SAID = "“{}” được hiểu là của {} theo đầu đề"


@lru_cache(maxsize=8192)
def is_hamlet(unit: str) -> bool:
    """Tell whether words name a hamlet or a street alone, without the commune it lies in."""
    return bool(_HAMLET.match(unit)) and not _PLACED.search(unit)


@lru_cache(maxsize=8192)
def is_numbered(hamlet: str) -> bool:
    """Tell whether a hamlet has only a number for a name, as those of other communes do too."""
    return bool(_NUMBERED.fullmatch(hamlet))


def joined(hamlet: str, commune: str) -> str:
    """Return a hamlet with its commune: "Thôn 1, xã Bình Lộc"."""
    return f"{hamlet}, {commune}" if commune else hamlet


@lru_cache(maxsize=8192)
def commune_named(cell: str) -> str:
    """Return what a column of communes tells as a name: "Cao Kỳ" and "X. Cao Kỳ" are "xã Cao Kỳ"."""
    short = _SHORT.match(cell)
    if short:
        return f"{_SHORT_KINDS[short[1].lower()]} {cell[short.end() :]}"
    return cell if starts_as_unit(cell) else f"xã {cell}"


def placed(unit: str, commune: str, hamlet: str) -> tuple[str, str]:
    """Return the unit of a row with what its columns of hamlets and communes say, and what was not read.

    `hamlet` is the word the title of the column of units is ("Thôn", "Đội"), where its cells may lack it.
    """
    if hamlet and unit and (unit[0].isdecimal() or _is_bare(unit, hamlet)):
        unit = f"{hamlet} {unit}"
    if not commune:
        return unit, ""
    named = commune_named(commune)
    if not unit:
        return named, ""
    within = is_hamlet(unit) or not (starts_as_unit(unit) or _PLACED.search(unit))
    if within:
        return joined(unit, named), ""
    return unit, "" if same_key(commune) in same_key(unit) else _OTHER_COMMUNE


def _is_bare(unit: str, word: str) -> bool:
    """Tell whether a name lacks the word for hamlets; a team or a room may be called anything."""
    return bool(_HAMLET.match(word)) and not starts_as_unit(unit) and not _PLACED.search(unit)


@lru_cache(maxsize=1024)
def is_commune(words: str) -> bool:
    """Tell whether words are the name of one commune and nothing else."""
    found = _KIND.match(words)
    return found is not None and same_key(commune_above((words,))) == same_key(words.strip(" .:;"))


def commune_above(lines: Iterable[str]) -> str:
    """Return the one commune lines above a list name - its letterhead, its sheet -, "" for none or two."""
    found: dict[str, str] = {}
    for line in lines:
        for one in _communes(line):
            found.setdefault(same_key(one), one)
    return next(iter(found.values())) if len(found) == 1 else ""


def _communes(line: str) -> Iterable[str]:
    whole = line.isupper()
    for kind in () if _OTHER_OFFICE.match(line) else _KIND.finditer(line):
        if _PLACE_OF_EVENT.search(line, 0, kind.start()):
            continue
        words: list[str] = []
        at = kind.end()
        while (
            len(words) < _LONGEST_NAME and (word := _WORD.match(line, at)) and _goes_on(word[0], words, whole)
        ):
            words.append(word[0])
            gap = re.match(r"\s+", line[word.end() :])
            if not gap:
                break
            at = word.end() + gap.end()
        if words:
            name = " ".join(words)
            yield f"{kind[1].lower()} {unit_case(name) if name.isupper() and not name.isdigit() else name}"


def _goes_on(word: str, words: list[str], whole: bool) -> bool:  # noqa: FBT001 - of the line, not a switch
    if not (word[0].isupper() or (word.isdigit() and not words)):
        return False
    stops = _ENDS if words else _NO_NAME
    return not (whole and word.lower() in stops)


@lru_cache(maxsize=8192)
def with_commune(unit: str, name: str, commune: str, kind: str) -> tuple[str, str]:
    """Return the unit of a recipient with the commune the paper is of, where it needs that; what was said."""
    if commune and is_hamlet(unit):
        return joined(unit, commune), _SAID.format(unit, commune)
    if commune and not unit and kind == "collective" and is_hamlet(name):
        return commune, _SAID.format(name, commune)
    return unit, ""
