"""The roles a column can have, in the officer's words, and which of them can stand together."""

from collections.abc import Sequence

from thidua_desktop.intake.hidden import column_letters

SKIP = "skip"
"""The role of a column the officer wants left unread."""

AWARD = "award"
"""The role of a column whose title or cells tell one award: LĐTT, 2018, CSTĐCS 2019."""

MARK = "mark"
"""The role of a column whose title tells one rating or one title pledged, marked in its cells."""

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

YEARLY = {
    "rating": "Mức độ hoàn thành nhiệm vụ",
    "pledge": "Danh hiệu đăng ký",
    MARK: "Một mức hoàn thành, một danh hiệu đăng ký (ô đánh dấu)",
    "idea": "Tên sáng kiến, đề tài",
    "authors": "Tác giả, đồng tác giả",
    "coauthors": "Tác giả khác, thành viên tham gia",
    "level": "Cấp công nhận, phạm vi ảnh hưởng",
    "kind": "Loại: sáng kiến hay đề tài",
    "state": "Kết quả nghiệm thu",
    "applied": "Đã áp dụng hay chưa",
    "form": "Hình thức kỷ luật",
    "starts": "Từ ngày",
    "ends": "Đến ngày",
    "term": "Thời hạn (số tháng), hoặc từ ngày đến ngày chung một ô",
    "months": "Số tháng làm việc",
    "leave": "Số ngày nghỉ",
    "training": "Đào tạo, bồi dưỡng",
    "members": "Số thành viên của đơn vị",
}
"""The same for the columns that only lists of a year have."""

WORDS = ROLES | YEARLY
"""What the officer calls each role."""

NAMING = ("name", "collective", "household")

DECIDING = {
    "pledge": "pledge",
    "idea": "idea",
    "form": "discipline",
    "rating": "rating",
    "months": "work_year",
    "leave": "work_year",
    "training": "work_year",
    "members": "members",
}
"""The columns that tell what a list of a year is of, the surest first."""

_NAMING_A_YEAR = (*NAMING, "authors", "unit")


def subject_said(roles: Sequence[str]) -> str:
    """Tell what list of a year columns with these roles make, MARK where their titles tell, "" for awards."""
    return next(iter(subjects_said(roles)), "")


def subjects_said(roles: Sequence[str]) -> tuple[str, ...]:
    """Tell all that columns with these roles are of, the surest first, none for awards."""
    deciding = {MARK: MARK} | DECIDING
    return tuple(dict.fromkeys(subject for role, subject in deciding.items() if role in roles))


def wrong(roles: Sequence[str], titles: Sequence[str] = ()) -> str:
    """Say why columns cannot have these roles together, "" when they can."""
    for role in roles:
        if role and role not in WORDS:
            return f"Không có vai trò cột “{role}”."
    for role, words in WORDS.items():
        places = [place for place, given in enumerate(roles) if given == role]
        if len(places) > 1 and role not in {SKIP, AWARD, MARK, "coauthors"}:
            named = " và ".join(_named(place, titles) for place in places)
            named = named[:1].upper() + named[1:]
            return (
                f"{named} cùng được chọn là “{words}”: chỉ để một cột, cột kia chọn vai trò khác hoặc bỏ qua."
            )
    subject = subject_said(roles)
    if of_year := next((YEARLY[role] for role in roles if role in YEARLY), ""):
        if not subject:
            return (
                f"“{of_year}” chỉ có trong danh sách theo năm: chọn thêm cột cho biết danh sách về gì, như "
                f"“{WORDS['rating']}”, “{WORDS['idea']}”, “{WORDS['form']}”."
            )
        if given := next((ROLES[role] for role in roles if role in {"title", AWARD}), ""):
            return (
                f"“{of_year}” và “{given}” không đọc chung một bảng: bỏ qua một cột, hoặc chọn "
                f"“{WORDS['pledge']}” nếu đó là danh hiệu đăng ký."
            )
    naming = _NAMING_A_YEAR if subject else NAMING
    if not any(role in roles for role in naming):
        first = ", ".join(f"“{WORDS[role]}”" for role in naming)
        of_whom = "họ tên hoặc tên đơn vị" if subject else "tên được khen"
        return f"Chưa có cột nào là {of_whom}: chọn cho một cột vai trò {first}."
    return ""


def _named(place: int, titles: Sequence[str]) -> str:
    title = titles[place] if place < len(titles) else ""
    return f"cột {column_letters(place)}{f' “{title}”' if title else ''}"
