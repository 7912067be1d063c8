"""The roles a column can have, in the officer's words, and which of them can stand together."""

from collections.abc import Sequence

from thidua_desktop.intake.hidden import column_letters

SKIP = "skip"
"""The role of a column the officer wants left unread."""

AWARD = "award"
"""The role of a column whose title or cells tell one award: LĐTT, 2018, CSTĐCS 2019."""

ROLES = {
    "place": "Số thứ tự",
    "name": "Họ và tên, tên được khen",
    "family": "Họ và đệm",
    "collective": "Tên tập thể",
    "household": "Hộ gia đình",
    "birth": "Ngày sinh, năm sinh",
    "gender": "Giới tính",
    "post": "Chức vụ",
    "unit": "Đơn vị, nơi ở",
    "commune": "Xã, phường, thị trấn của thôn",
    "joined": "Chức vụ và đơn vị chung một ô",
    "title": "Danh hiệu, hình thức khen thưởng",
    AWARD: "Một danh hiệu hoặc một năm (ô đánh dấu)",
    "rank": "Hạng (Nhất, Nhì, Ba)",
    "year": "Năm đạt thành tích",
    "school_year": "Năm học",
    "number": "Số quyết định",
    "date": "Ngày quyết định",
    "decision": "Số và ngày quyết định chung một ô",
    "authority": "Cấp khen, cơ quan ban hành",
    "citation": "Thành tích",
    "note": "Ghi chú",
    "male": "Nam (ô đánh dấu)",
    "female": "Nữ (ô đánh dấu)",
    "birth_male": "Năm sinh của nam",
    "birth_female": "Năm sinh của nữ",
    SKIP: "Bỏ qua, không đọc",
}
"""Codes of roles with what the officer calls them, in the order they are offered; "" is not yet known."""

NAMING = ("name", "collective", "household")


def wrong(roles: Sequence[str], titles: Sequence[str] = ()) -> str:
    """Say why columns cannot have these roles together, "" when they can."""
    for role in roles:
        if role and role not in ROLES:
            return f"Không có vai trò cột “{role}”."
    for role, words in ROLES.items():
        places = [place for place, given in enumerate(roles) if given == role]
        if len(places) > 1 and role not in {SKIP, AWARD}:
            named = " và ".join(_named(place, titles) for place in places)
            named = named[:1].upper() + named[1:]
            return (
                f"{named} cùng được chọn là “{words}”: chỉ để một cột, cột kia chọn vai trò khác hoặc bỏ qua."
            )
    if not any(role in roles for role in NAMING):
        first = ", ".join(f"“{ROLES[role]}”" for role in NAMING)
        return f"Chưa có cột nào là tên được khen: chọn cho một cột vai trò {first}."
    return ""


def _named(place: int, titles: Sequence[str]) -> str:
    title = titles[place] if place < len(titles) else ""
    return f"cột {column_letters(place)}{f' “{title}”' if title else ''}"
