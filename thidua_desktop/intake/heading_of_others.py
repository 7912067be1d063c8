"""Lists of people who are not commended though their heading names an award: councils, delegates, tours."""

import re

from thidua_desktop.domain.vietnamese import fold

_LEAD = (
    r"^\W*(?:(?:quyet dinh|danh sach|bang|bieu|phu luc|thong bao|v/v|ve viec|(?:ve )?viec|dieu \d+[.:])\W+)"
)
_MATTERS = (
    r"thanh lap|kien toan|phan cong|cu (?:can bo|cong chuc|nguoi)|lay y kien|lay phieu"
    r"|(?:thanh vien )?hoi dong (?!nhan dan)|thanh vien (?:ban|to)\b"
    r"|ban (?:to chuc(?! (?:huyen|tinh|thanh|trung|quan|thi) )|chi dao|giam khao|kiem phieu|tham dinh|thu ky)"
    r"|to (?:giup viec|thu ky|tham dinh|cong tac|kiem phieu|phuc vu)|dai bieu|khach moi|nguoi du\b"
)
_OF_OTHERS = re.compile(
    rf"{_LEAD}+(?:(?:cac|can bo|ca nhan|dong chi|ong|ba)\W+)*(?:{_MATTERS})"
    r"|^\W*(?:thanh lap|phan cong|lay y kien|lay phieu)\b"
    r"|\b(?:di tham quan|tham quan,? hoc tap|nhan qua|du hoi nghi|moi du|du tap huan|di tap huan)\b"
)
_GIVEN = re.compile(
    r"\b(?:duoc|da) (?:tang|khen|cong nhan)\b|\bdat danh hieu\b|\btang (?:giay|bang) khen cho\b"
)


def is_of_others(text: str) -> bool:
    """Tell whether a heading is of people named for something else than an award given to them."""
    plain = fold(text)
    return bool(_OF_OTHERS.search(plain)) and not _GIVEN.search(plain)
