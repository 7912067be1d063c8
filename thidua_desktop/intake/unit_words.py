"""Words by which Vietnamese names of units begin, to tell a unit from a person or a post."""

import re

_STARTERS = (
    "tỉnh ủy|huyện ủy|thành ủy|đảng ủy|đảng bộ|chi bộ|thường trực hđnd|văn phòng|ủy ban|uỷ ban|ubnd"
    "|hđnd|ubmttq|mttq|hội đồng|mặt trận|phòng|ban|bộ|sở|cục|chi cục|vụ|viện|trung tâm|trạm|hạt"
    "|bhxh|lđlđ|tand|vksnd|vks|ttyt|ttgdtx|ttgdnn|nhcsxh|nhnn|agribank|kbnn|vnpt|viettel|cct|bqlda|phòng gd"
    "|bch|bchqs|ban chấp hành|ban chỉ huy|mầm non|tiểu học|mẫu giáo|mn|đtn|hlhpn|hpn|hnd|hccb|cđ|ubmt|tttt|vp"
    "|kho bạc|ngân hàng|bảo hiểm|bưu điện|viễn thông|điện lực|tòa án|toà án|viện kiểm sát|thi hành án"
    "|thanh tra|công an|quân sự|đồn|đội|tổ|nhóm|khối|trường|nhà trường|lớp|đoàn thanh niên|đoàn tncs"
    "|đoàn xã|đoàn phường|đoàn thị trấn|huyện đoàn|thị đoàn|tỉnh đoàn|xã đoàn|liên đoàn|công đoàn|hội"
    "|chi hội|chi đoàn|liên minh|hợp tác xã|htx|công ty|cty|doanh nghiệp|dntn|ctcp|xí nghiệp|nhà máy|xưởng"
    "|cơ sở|cửa hàng|bệnh viện|phòng khám|xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|thôn|bản|xóm"
    "|làng|buôn|ấp|khu dân cư|khu phố|tổ dân phố|tổ nhân dân|tiểu khu|quân khu|quân đoàn|trung đoàn"
    "|tiểu đoàn|đại đội|trung đội|dân quân|ban chqs|nhân dân|tập thể|cơ quan|đài|báo|nhà văn hóa"
    "|câu lạc bộ|clb|cộng đồng dân cư|cộng đồng|quân và dân|chùa|giáo xứ|giáo họ"
    "|thư viện|th|thcs|thpt|ptdtbt|ptdtnt|ptcs|tt|ub"
)
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_OF_A_PERSON = re.compile(  # family names that are words of units too
    r"(?:Ban|Tổ|Đoàn|Hội|Đội|Bản|Vụ|Bộ|Báo|Đài|Hạt|Trạm) (?:Văn|Thị)"
    rf" [{_UPPER}]\w*(?: [{_UPPER}]\w*)?(?:$|[,;(])"
)
_UNIT = re.compile(
    rf"(?:{_STARTERS})\b(?! *(?:trưởng|phó|viên|thư|phòng viên)\b)(?! *[-–] *(?:thống kê|xã hội)\b)",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(  # of posts: Văn hóa - Xã hội, Xã đội trưởng
    r"(?:xã hội|(?:xã|thôn|phường) đội|hội thẩm|báo cáo viên|(?:huyện|tỉnh|thành|thị) (?:ủy|uỷ) viên"
    r"|thanh tra nhân dân|tt tổ|trường hợp)\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(  # Cán bộ và nhân dân thôn …, Cán bộ, giáo viên Trường …
    r"(?:toàn thể\s+)?(?:(?:cán bộ|đảng viên|hội viên|đoàn viên|bà con|lãnh đạo)(?:,|\s+và|\s)[^()\d]{0,60}?"
    r"\b(?:nhân dân|đồng bào)"
    r"|cán bộ,\s+(?:(?:công chức|viên chức|giáo viên|nhân viên|chiến s[ĩỹ]|công nhân|đoàn viên|hội viên)"
    r"(?:,|\s+và)?\s+)+"
    r"(?:người lao động\s+)?(?=\w+ \w))\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:TH|THCS|THPT|TH&THCS|UBND|HĐND|UBMTTQ|UB)\b")
_FIRST_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset(words.split()[0] for words in _STARTERS.split("|"))
_MANY = frozenset(("toàn", "cán", "đảng", "hội", "đoàn", "bà", "lãnh"))
_BLOCK = re.compile(r"(?:khối|cụm|các|lĩnh vực|ngành|bậc|cấp học)\b", re.IGNORECASE)
_INNER_UNIT = re.compile(
    r"(?:(?<=\s)|^)(?:Trường|Phòng|Xã|Phường|Thị trấn|Ban|Trung tâm|Trạm|Hạt|Hội|Công an|Huyện đoàn|Huyện ủy"
    r"|(?:Ủy|Uỷ) ban(?: nhân dân)?|Hội đồng nhân dân|HTX"
    r"|UBND|HĐND|Liên đoàn(?= [Ll]ao động)|LĐLĐ|Đảng ủy|Đảng uỷ|Thanh tra|Văn phòng(?! ?[-–])|Chi cục|Sở"
    r"|Tòa án|Viện|Kho bạc|Bảo hiểm|Công ty|Hợp tác xã)"
    rf"(?=\s+[{_UPPER}]|\s+(?:huyện|tỉnh)\b|\s+(?:xã|phường|thị trấn)\s+[{_UPPER}])"
    r"|(?:(?<=\s)|^)(?:Huyện đoàn|Huyện ủy|Huyện uỷ)$"
)
_SMALL_UNIT = re.compile(
    r"(?<=\s)(?:trường|trạm|trung tâm|công ty|hợp tác xã)"
    rf"(?=\s+(?:[{_UPPER}]|tiểu học\b|mầm non\b|mẫu giáo\b|trung học\b|phổ thông\b|y tế\b))"
    rf"|(?<=\s)(?<![Tt]rưởng )(?<![Cc]hánh )(?:phòng|xã|phường|thị trấn)(?=\s+[{_UPPER}])"
)
_WHOLE_NAME = re.compile(  # units whose names hold a place or another unit
    r"Trường|Trạm|Công an|Ban CHQS|Ban Chỉ huy|Công ty|Hợp tác xã|Văn phòng HĐND"
    r"|Văn phòng (?:Huyện|Tỉnh|Thành|Thị|Đảng) (?:ủy|uỷ)"
)
_INSTITUTION = re.compile(
    r"(?:Trường|Công ty|Hợp tác xã|HTX|Trung tâm|Bệnh viện|Doanh nghiệp)\b", re.IGNORECASE
)
_DASH = re.compile(r"\s[-–]\s")
_CHIEF = re.compile(r"((?:Phó )?[Cc]hánh (Văn phòng|Thanh tra))(?= \S)")  # both in the post and in its unit
_PLACE = re.compile(r"(?:xã|phường|thị trấn|thôn|bản|xóm|tổ dân phố|khu phố|tổ \d)\b", re.IGNORECASE)
_LOCALITY = re.compile(rf"(?:[Hh]uyện|[Tt]ỉnh|[Tt]hị xã|[Tt]hành phố|TP\.?|[Qq]uận|HUYỆN|TỈNH)\s+[{_UPPER}]")


def is_locality(text: str) -> bool:
    """Tell whether a text is the district or province something lies in: "huyện Bạch Thông"."""
    return bool(_LOCALITY.match(text))


def is_place(text: str) -> bool:
    """Tell whether a text is a commune, a hamlet or a street something else lies in: "xã Kim Lư"."""
    return bool(_PLACE.match(text))


def starts_as_unit(text: str) -> bool:
    """Tell whether a text begins as the name of a unit does ("Trường …", not "Trạm trưởng")."""
    first = _FIRST_WORD.match(text)
    if first is not None and first[0].lower() in _MANY and _OF_MANY.match(text):
        return True
    known = first is not None and first[0].lower() in _FIRST_WORDS
    return known and bool(_UNIT.match(text)) and not (_NO_UNIT.match(text) or _OF_A_PERSON.match(text))


def names_unit(text: str) -> bool:
    """Tell whether a text is the name of one unit, not only a word units begin with."""
    return starts_as_unit(text) and any(word[:1].isupper() for word in text.split()[1:])


def names_block(text: str) -> bool:
    """Tell whether a text names a block of units (Khối các trường, Cụm số 1), to which nobody belongs."""
    return bool(_BLOCK.match(text))


def holds_institution(text: str) -> tuple[str, str] | None:
    """Split a post from a school, a company … behind it, which lies in a place named apart; else None."""
    found = split_post_and_unit(text)
    return found if found and found[0] and _INSTITUTION.match(found[1]) else None


def commas_before_units(text: str) -> str:
    """Return a text with a comma for each dash that stands before the name of a unit."""
    parts = _DASH.split(text)
    if len(parts) == 1:
        return text
    dashes = _DASH.findall(text)
    joined = parts[0]
    for dash, part in zip(dashes, parts[1:], strict=True):
        apart = names_unit(part) and not starts_as_unit(joined) and not _ABBREVIATED.match(part)
        joined += f", {part}" if apart else f"{dash}{part}"
    return joined


def split_post_and_unit(text: str) -> tuple[str, str] | None:
    """Split "Kế toán viên Hạt Kiểm lâm" before the last unit in it; None where no unit is seen."""
    if chief := _CHIEF.match(text):
        return chief[1], text[chief.start(2) :].strip()
    places = [found.start() for found in _INNER_UNIT.finditer(text)]
    places = places or [found.start() for found in _SMALL_UNIT.finditer(text)][:1]
    if not places:
        return None
    place = next((place for place in places if _WHOLE_NAME.match(text, place)), places[-1])
    return text[:place].strip(" ,-–"), text[place:].strip()
