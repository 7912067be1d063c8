"""Several recipients in one line: "Cá nhân: 1. Ông A, Kế toán Phòng X; 2. Bà B, Văn thư Phòng Y"."""

import re

from thidua_desktop.intake.unit_words import names_unit

_LABEL = re.compile(r"(?:các\s+)?(?:tập\s+thể|cá\s+nhân|hộ\s+gia\s+đình)\s*:\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}\s*[.)/]\s*(?=[^\W\d])")
_BETWEEN = re.compile(r"\s*;\s*(?:và\s+)?")
_NAMED = re.compile(
    r"(?:ông|bà(?! con\b)|anh|chị|em|cháu|đ/c|đồng\s+chí|hộ\s+(?:gia\s+đình\s+)?(?:ông|bà))\.?:?\s+\S",
    re.IGNORECASE,
)


def unlabelled(text: str) -> str:
    """Return a line without the kind it says itself ("Cá nhân: …") and the number behind that."""
    found = _LABEL.match(text)
    return _NUMBER.sub("", text[found.end() :], count=1) if found else text


def is_labelled(text: str) -> bool:
    """Tell whether a line says the kind of those it names itself: "Cá nhân: Ông …", "Tập thể: Phòng …"."""
    told = unlabelled(text)
    return told != text and _begins(told)


def recipients_named(text: str) -> tuple[str, ...]:
    """Return what a line says of each recipient it names, the line alone where that is not sure."""
    parts = [
        _NUMBER.sub("", part) for part in _BETWEEN.split(unlabelled(text).strip(" ;.")) if part.strip(" .")
    ]
    people = sum(bool(_NAMED.match(part)) for part in parts)
    apart = people in {0, len(parts)} and all(map(_begins, parts))
    told = [("," in part) for part in parts]
    return tuple(parts) if len(parts) > 1 and apart and (not people or all(told)) else (text,)


def names_another(text: str) -> bool:
    """Tell whether a line names somebody else behind its first recipient."""
    return any(map(_NAMED.match, _BETWEEN.split(text)[1:]))


def _begins(part: str) -> bool:
    return bool(_NAMED.match(part)) or names_unit(part)
