"""Words by which posts begin, to tell a post from a name or a unit."""

import re

_POST = (
    r"(?:(?:Phó |phó )?(?:[Hh]iệu trưởng|[Tt]rưởng (?:phòng|ban|trạm|thôn|khoa)|[Cc]hủ tịch|[Bb]í thư"
    r"|[Gg]iám đốc)|[Gg]iáo viên|[Kk]ế toán|[Vv]ăn thư|[Cc]án (?:bộ|sự)|[Cc]ông chức|[Vv]iên chức"
    r"|[Cc]huyên viên|[Nn]hân viên|[Hh]ội viên|[Yy] (?:sĩ|sỹ|tá)|[Bb]ác (?:sĩ|sỹ)|[Cc]ông nhân|[Nn]ông dân)\b"
)
_FURTHER = (
    r"(?:Hiệu phó|Tổng phụ trách|Tổ trưởng|Tổ phó|Trạm trưởng|Trạm phó|Đội trưởng|Đội phó|Thủ quỹ|Thủ kho"
    r"|Bảo vệ|Lái xe|Tạp vụ|Cấp dưỡng|Phục vụ|Điều dưỡng|Hộ sinh|Dược (?:sĩ|sỹ)|Kiểm lâm viên|Thư ký"
    r"|Thư viện|Ủy viên|Uỷ viên|Thường trực|Đại biểu|Cộng tác viên|Công an viên|Thôn đội trưởng|Chỉ huy"
    r"|(?:Phó )?[Cc]hánh \w+|(?:Phó )?[Tt]rưởng \w+|Phó \w+)\b"
)
AFTER_NAME = re.compile(rf"\w+ \w+ {_POST}")
"""A post behind a name of two words or more: "Nguyễn Văn An Giáo viên"; "Lê Kế Toán" is a name."""
_STARTS = re.compile(rf"{_POST}|{_FURTHER}")
_HEAD_OF = re.compile(
    r"((?:[Pp]hó )?(?:[Tt]rưởng|[Cc]hánh) (phòng|ban|trạm|thôn|bản|xóm|khoa|[Vv]ăn phòng|[Tt]hanh tra)) (.+)"
)
_SHORT_HEAD = re.compile(
    r"((?:P|Phó )?TP)\.? ((?:Nội vụ|Tư pháp|Tài chính|TC ?[-–&] ?KH|TCKH|GD ?&? ?ĐT|Giáo dục|Nông nghiệp"
    r"|VH ?[-–&]? ?TT|LĐ ?-? ?TB ?&? ?XH|Kinh tế|KT ?[-–&]? ?HT|TN ?[-–&]? ?MT|NN ?& ?PTNT|Dân tộc|Y tế)\b.*)"
)
"""Trưởng phòng in short: TP alone may be a city too."""
_SIGNS = re.compile(
    r"(?:(?:(?:phó|q\.|quyền) )?(?:(?:tổng )?giám đốc|chủ tịch|bí thư|hiệu trưởng"
    r"|chánh (?:văn phòng|thanh tra|án)|trưởng (?:phòng|ban|trạm|khoa|thôn|công an|đoàn)"
    r"|chỉ huy trưởng|viện trưởng|thủ trưởng)"
    r"|kế toán|thủ quỹ|thủ kho|thư ký|(?-i:[Vv]ăn thư)|cán bộ|công chức|chuyên viên|thường trực|tổ trưởng"
    r"|đại diện|phụ trách|lãnh đạo|ban giám hiệu|người (?:lập|ghi|nhận|kiểm|tổng hợp))\b",
    re.IGNORECASE,
)
_SIGNS_FIRST = frozenset(
    [
        "phó",
        "q.",
        "quyền",
        "tổng",
        "giám",
        "chủ",
        "bí",
        "hiệu",
        "chánh",
        "trưởng",
        "chỉ",
        "viện",
        "thủ",
        "kế",
        "thư",
        "văn",
        "cán",
        "công",
        "chuyên",
        "thường",
        "tổ",
        "đại",
        *("phụ", "lãnh", "ban", "người"),
    ]
)


def is_office(text: str) -> bool:
    """Tell whether a cell of names holds an office as it stands over a signature: Kế toán, Chủ tịch."""
    first = text[:8].split(" ", 1)[0].lower()
    return first in _SIGNS_FIRST and bool(_SIGNS.match(text))


def starts_as_post(text: str) -> bool:
    """Tell whether a text begins as a post does."""
    return bool(_STARTS.match(text))


def head_of(text: str) -> tuple[str, str] | None:
    """Return post and unit of one who heads it: "Trưởng phòng Nội vụ" heads "Phòng Nội vụ"; else None."""
    if short := _SHORT_HEAD.fullmatch(text):
        return short[1], f"Phòng {short[2]}"
    found = _HEAD_OF.fullmatch(text)
    if not found or not found[3][0].isupper():
        return None
    post, part, name = found.groups()
    return post, f"{part[:1].upper()}{part[1:]} {name}"
