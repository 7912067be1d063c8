"""Lines among the rows of a list under which nobody, or perhaps nobody, was commended."""

import re

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.unit_words import starts_as_unit

_LONGEST = 120
_DENIES = re.compile(
    r"\b(?:khong|chua)\b(?! (?:quan|chuyen trach|xac dinh|huong luong|giu chuc|lanh dao)\b)"
    r"|\bkhong (?:dat|xet|de nghi)|\bky luat\b|\bvi pham\b|\bthai san\b"
    r"|\bnghi (?:om|viec|huu|khong luong|che do)\b|\bde lai\b|\bhoan xet\b|\bduoi chuan\b"
)
_OF_A_RATING = re.compile(r"(?:hoan thanh (?:xuat sac |tot )?nhiem vu|lao dong (?:kha|trung binh))\W*")
_CAPITALS = 2  # words of a line in capitals that make a heading
_HEADS = re.compile(r"^(?:[IVX]+|[A-HĐ])\s*[.)/\-:|]+\s*\S")


def denies_below(text: str) -> bool:
    """Tell whether a line among rows says that those below it were not commended, or were only rated."""
    if len(text) > _LONGEST or line_kinds.stated_in(text) or line_kinds.begins_note(text):
        return False
    words = line_kinds.section_title(text)[0] or text
    plain = fold(words).strip(" -+*.:;()")
    if starts_as_unit(words) or "," in words:
        return False
    return bool(_DENIES.search(plain) or _OF_A_RATING.fullmatch(plain))


def may_head(text: str) -> bool:
    """Tell whether a line not understood has the look of a heading, so that rows below it are in doubt."""
    if len(text) > _LONGEST:
        return False
    capitals = text.isupper() and len(text.split()) >= _CAPITALS
    return bool(_HEADS.match(text)) or text.rstrip().endswith(":") or capitals
