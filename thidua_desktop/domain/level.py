"""Levels of the authority that signs a decision, from the highest down."""

import re

LEVELS: dict[str, str] = {
    "president": "Chủ tịch nước",
    "assembly": "Ủy ban Thường vụ Quốc hội",
    "government": "Chính phủ",
    "pm": "Thủ tướng Chính phủ",
    "ministry": "Bộ, ban, ngành, đoàn thể trung ương",
    "province": "UBND tỉnh",
    "military": "Quân khu, quân đoàn",
    "district": "UBND huyện",
    "commune": "UBND xã",
    "grassroots": "Cơ quan, đơn vị, doanh nghiệp",
}
LEVEL_ORDER: dict[str, int] = {code: place for place, code in enumerate(LEVELS)}

_COMMITTEE = re.compile(r"(?:UBND|Ủy ban nhân dân)\s+((\S+)(?:\s+(\S+))?.*)", re.IGNORECASE)
_OF_PLACE: dict[str, str] = {
    **dict.fromkeys(("tỉnh",), "province"),
    **dict.fromkeys(("huyện", "quận", "thị xã", "thành phố"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune"),
}


def committee(office: str) -> tuple[str, str] | None:
    """The place a people's committee is named after, and its level where the name says it, else None."""
    found = _COMMITTEE.fullmatch(office)
    if found is None:
        return None
    one, two = found[2].lower(), f"{found[2]} {found[3] or ''}".lower()
    return found[1], _OF_PLACE.get(two) or _OF_PLACE.get(one, "")


def own_level(office: str) -> str:
    """The level of the decisions an office itself drafts and pays, by its name."""
    found = committee(office)
    return (found[1] if found else "") or "district"
